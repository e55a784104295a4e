"""A call, its rows, its form and what was answered."""
