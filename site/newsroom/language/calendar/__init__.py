"""Days, months and times of day as each language writes them."""
