"""What an officer meets first: what is on today, and the list of releases."""
