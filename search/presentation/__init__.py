"""What was found, as readers see it: lists, facets, marked words, completions."""
