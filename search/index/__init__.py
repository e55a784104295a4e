"""The index in the project's own database."""
