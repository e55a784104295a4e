"""Tables in the body of a page."""
