"""What was published stays as it was: an edition for each publication, which nobody changes."""
