"""Open letters: who signs them first, who joins, until when, and which words each of them signed."""
