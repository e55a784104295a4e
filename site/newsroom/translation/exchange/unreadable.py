"""What is raised for a file that cannot be read at all."""


class ExchangeError(Exception):
    """A file that cannot be taken back; says why in one line, for the person who sent it."""
