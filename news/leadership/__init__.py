"""What was issued under a former leadership says so, in one step and without a change of the record."""
