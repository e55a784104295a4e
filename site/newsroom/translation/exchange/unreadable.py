"""What is raised for a file that cannot be read at all, and what is said of words that are no finished translation."""

import re

from django.utils.translation import gettext as _

#: How tools name what a machine or a memory proposed, what waits for somebody, and what somebody has sent back.
NOT_CONFIRMED = re.compile(r"needs|fuzzy|rejected|unreviewed|review(?!ed)|\b(?:leveraged-)?mt(?:-|$)", re.IGNORECASE)


class ExchangeError(Exception):
    """A file that cannot be taken back; says why in one line, for the person who sent it."""


def unfinished_by(*marks: str) -> str:
    """Say that the file itself calls the words of a unit unfinished, by which mark, the first; nothing for no mark."""
    return _("the file says “%(mark)s”") % {"mark": marks[0]} if marks else ""


def part_without_words() -> str:
    """Say that somebody has translated a unit in part."""
    return _("a part of it has no translation")


def is_unconfirmed(kind: str) -> bool:
    """Tell whether a tool's own word for where the words of a unit come from or stand is one for what is unfinished."""
    return bool(NOT_CONFIRMED.search(kind))
