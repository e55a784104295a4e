"""Who is named, what they are, and who said what."""
