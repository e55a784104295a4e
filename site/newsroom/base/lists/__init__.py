"""How long lists are sorted and narrowed."""
