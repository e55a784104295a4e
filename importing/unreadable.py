"""What every reader raises when a file cannot be read."""


class UnreadableDocument(Exception):  # noqa: N818
    """A file that cannot be read; its message is one plain sentence for the person who chose it."""
