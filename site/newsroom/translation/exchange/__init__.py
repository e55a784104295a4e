"""What goes out to a translation agency and comes back: XLIFF 2.0, XLIFF 1.2 and PO (decision 0016)."""
