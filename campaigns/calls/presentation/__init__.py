"""What readers get of a call: its page, entries in feeds and calendars, and what machines read."""
