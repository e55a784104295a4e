"""What a translator is told about the segments of a page or record; each room registers what it knows.

The translators' desk shows these and sends them to agencies without knowing what a quote or a speaker is.
"""

from collections.abc import Callable
from typing import Any

#: Takes a page or record; gives notes by the path of a segment in it.
Notes = Callable[[Any], dict[str, list[str]]]

registered: dict[type, Notes] = {}


def register_notes(model: type, notes: Notes) -> None:
    """Let a function tell what is known about the segments of a model."""
    registered[model] = notes


def segment_notes(record: Any) -> dict[str, list[str]]:
    """What is known about the segments of a page or record, by path."""
    notes = registered.get(type(record))
    return notes(record) if notes else {}
