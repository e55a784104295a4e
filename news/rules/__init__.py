"""What is asked of a release before it is published, and where an officer reads it."""
