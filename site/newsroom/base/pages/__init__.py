"""Pages: their addresses, drafts and languages, and how what is public may change."""
