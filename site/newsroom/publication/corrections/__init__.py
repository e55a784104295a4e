"""What is public is corrected in view: noted, dated, with the earlier version kept."""
