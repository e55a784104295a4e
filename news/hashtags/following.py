"""Who is told that a hashtag was renamed, or that two became one: rooms above register here when they start."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class HashtagFollower:
    """What stands on hashtags.

    `renamed` is given the hashtag as it is called now, and the word before; `merged` the hashtag that stays, the one
    that goes, and who merges them, before anything has moved. The other two say in sentences what each would do.
    """

    renamed: Callable[[Any, str], None]
    merged: Callable[[Any, Any, Any], None]
    would_rename: Callable[[Any, str], Iterator[str]]
    would_merge: Callable[[Any, Any], Iterator[str]]


FOLLOWERS: list[HashtagFollower] = []
