"""The editorial calendar: when what goes out, takes place or closes, and the way to move it."""
