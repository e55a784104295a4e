"""The accounts of those who work here, as administrators keep them."""
