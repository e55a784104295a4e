"""What somebody typed, understood: words, "phrases", OR, -minus, title:words. Any text is a query; none is an error."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsroom.language.catalogue import ROWS
from newsroom.language.script.letters import IGNORABLE, folded

PARTS = re.compile(
    r"""(?P<minus>(?<!\S)[-−–](?=\S))?"""
    r"""(?:(?:(?<!\S)|(?<=[-−–]))(?P<field>[^\s:："“”„«»]{2,20})[:：](?=[^\s:：]))?"""
    r"""(?:["“„«](?P<phrase>[^"“”„«»]*)["”“»]|(?P<word>[^\s"“”„«»]+))"""
)
OR = "OR"
NOT = "NOT"
IGNORED = frozenset({"AND", "+", "&"})
MOST_PARTS = 64


@dataclass(frozen=True)
class QueryPart:
    """A word, or several that must stand one after the other."""

    text: str
    is_phrase: bool = False
    #: Where alone it is looked for: "title" or a name of what `search.registry.Item.named` holds; "" for everywhere.
    field: str = ""
    #: The first and the last of the days on which something with these words must have been released, both in UTC;
    #: without words everything released then is found, and comes first.
    days: tuple[datetime.date, datetime.date] | None = None

    @property
    def is_date(self) -> bool:
        """Whether it is nothing but days."""
        return bool(self.days) and not self.text


@dataclass(frozen=True)
class Query:
    """Of each group one part must be found; none of the excluded may be. What has a `raised` part comes first."""

    groups: tuple[tuple[QueryPart, ...], ...] = ()
    excluded: tuple[QueryPart, ...] = ()
    raised: tuple[QueryPart, ...] = ()

    @property
    def wanted(self) -> Iterator[QueryPart]:
        """Every part that may be found."""
        return (part for group in self.groups for part in group)

    @property
    def days(self) -> tuple[tuple[datetime.date, datetime.date], ...]:
        """The days that were read from the words, each with the last of them."""
        return tuple(part.days for part in self.wanted if part.days and part.is_date)

    @property
    def is_of_several(self) -> bool:
        """Whether several things must be found, so that one of them is better than nothing."""
        return len(self.groups) > 1 or any(" " in part.text and not part.is_phrase for part in self.wanted)

    def __bool__(self) -> bool:
        return bool(self.groups)


def understood(text: str) -> Query:
    """The query that a text is. A quotation mark without its partner counts as a space."""
    groups: list[list[QueryPart]] = []
    excluded: list[QueryPart] = []
    is_or = is_not = False
    for match in list(PARTS.finditer(IGNORABLE.sub("", text)))[:MOST_PARTS]:
        word = match["word"] if not match["field"] else None
        if word == OR and groups and not match["minus"]:
            is_or = True
        elif word == NOT and not match["minus"]:
            is_not = True
        elif word not in IGNORED:
            parts = [part for part in parse_piece(match) if any(character.isalnum() for character in part.text)]
            if not parts:
                continue
            if match["minus"] or is_not:
                excluded += parts
            elif is_or:
                groups[-1].append(parts[0])
                groups += [[part] for part in parts[1:]]
            else:
                groups += [[part] for part in parts]
            is_or = is_not = False
    return Query(tuple(map(tuple, groups)), tuple(excluded))


@cache
def fields_by_name() -> dict[str, str]:
    """What can stand before a colon to look in one place only, in every language, as `folded` leaves it."""
    rows = (row.search_fields.items() for row in ROWS.values())
    return {folded(name): field for fields in rows for field, names in fields for name in names.split()}


def parse_piece(match: re.Match[str]) -> list[QueryPart]:
    """What one piece of a text looks for. What stands before a colon and is no name of a field is a word."""
    written, is_phrase = match["field"], match["word"] is None
    text = match["phrase"] if is_phrase else match["word"]
    if not written:
        return [QueryPart(text, is_phrase)]
    if field := fields_by_name().get(folded(written)):
        return [QueryPart(text, is_phrase, field)]
    return [QueryPart(written), QueryPart(text, True)] if is_phrase else [QueryPart(f"{written}:{text}")]


def field_names(text: str) -> list[tuple[int, int]]:
    """From where to where the names of fields stand in a text: they are no words to look for."""
    matches = PARTS.finditer(text)
    return [match.span("field") for match in matches if match["field"] and folded(match["field"]) in fields_by_name()]
