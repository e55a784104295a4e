"""How an index is laid out in its binary columns; the same bytes on every database.

Entries are numbered; a run of SIZE of them is a segment. A posting holds the entries of one segment, in order. Lists
are answered from an index of an earlier analyzer too, until there is a new one: whoever changes this layout lets a
migration empty what is there.
"""

import hashlib
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from search.registry import FIELDS

SIZE = 2048
MOST = 255

#: An entry that holds a term, and how often in each field.
POSTING = np.dtype([("entry", "<u2"), ("counts", "u1", (len(FIELDS),))])
#: The same for one entry, faster than numpy where there are few.
ENTRY = struct.Struct(f"<H{len(FIELDS)}B")
#: What is known of an entry. `language` is 0 where no entry has the number any more. `happens` is in seconds of the
#: clocks at its place.
COLUMNS = np.dtype(
    [
        ("language", "<u4"),
        ("kind", "<u4"),
        ("released", "<i8"),
        ("happens", "<i8"),
        ("group", "<u8"),
        ("lengths", "<u2", (len(FIELDS),)),
    ]
)
#: That an entry has a value of a facet.
FACETS = np.dtype([("entry", "<u2"), ("value", "<u4")])
#: The instant of an entry that has none, in seconds.
NEVER = np.iinfo(np.int64).min

Array = NDArray[np.void]


@dataclass(frozen=True)
class SegmentPlace:
    """Where the entry of a number stands."""

    segment: int
    entry: int


def segment_place(number: int) -> SegmentPlace:
    """The segment of an entry and its place in it."""
    return SegmentPlace(*divmod(number, SIZE))


def empty_columns() -> Array:
    """The columns of a segment without entries."""
    return np.zeros(SIZE, COLUMNS)


def group_number(group: UUID) -> int:
    """A translation key as a number of 64 bits."""
    return int.from_bytes(hashlib.blake2b(group.bytes, digest_size=8).digest(), "little")


def posting(entry: int, counts: Sequence[int]) -> bytes:
    """How often a term occurs in each field of an entry."""
    return ENTRY.pack(entry, *counts)


def with_counts(postings: bytes, changed: Mapping[int, Sequence[int] | None]) -> bytes:
    """Postings of a segment with the counts of some entries set anew; None takes an entry out."""
    added = b"".join(posting(entry, counts) for entry, counts in changed.items() if counts is not None)
    stored = np.frombuffer(postings, POSTING)
    kept = np.concatenate([stored[~np.isin(stored["entry"], list(changed))], np.frombuffer(added, POSTING)])
    return kept[np.argsort(kept["entry"])].tobytes()
