"""What the rooms tell wagtail-localize and ask of it."""
