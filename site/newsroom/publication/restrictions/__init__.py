"""Drafts that a few of those who work here know of, and who they are."""
