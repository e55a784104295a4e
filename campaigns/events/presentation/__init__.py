"""What readers get of an event: its page, entries in feeds and calendars, and what machines read."""
