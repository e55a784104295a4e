"""What is raised for a file that cannot be read at all, and what is said of words that are no finished translation."""

from django.utils.translation import gettext as _


class ExchangeError(Exception):
    """A file that cannot be taken back; says why in one line, for the person who sent it."""


def unfinished_by(mark: str) -> str:
    """Say that the file itself calls the words of a unit unfinished, by which mark."""
    return _("the file says “%(mark)s”") % {"mark": mark}


def part_without_words() -> str:
    """Say that somebody has translated a unit in part."""
    return _("a part of it has no translation")
