"""What somebody typed, understood: words, "phrases", OR, -minus. Any text is a query; none is an error."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

PARTS = re.compile(r"""(?P<minus>(?<!\S)[-−–](?=\S))?(?:["“„«](?P<phrase>[^"“”„«»]*)["”“»]|(?P<word>[^\s"“”„«»]+))""")
OR = "OR"
NOT = "NOT"
IGNORED = frozenset({"AND", "+", "&"})
MOST_PARTS = 64


@dataclass(frozen=True)
class Part:
    """A word, or several that must stand one after the other."""

    text: str
    is_phrase: bool = False


@dataclass(frozen=True)
class Query:
    """Of each group one part must be found; none of the excluded may be."""

    groups: tuple[tuple[Part, ...], ...] = ()
    excluded: tuple[Part, ...] = ()

    @property
    def wanted(self) -> Iterator[Part]:
        """Every part that may be found."""
        return (part for group in self.groups for part in group)

    def __bool__(self) -> bool:
        return bool(self.groups)


def understood(text: str) -> Query:
    """The query that a text is. A quotation mark without its partner counts as a space."""
    groups: list[list[Part]] = []
    excluded: list[Part] = []
    is_or = is_not = False
    for match in list(PARTS.finditer(text))[:MOST_PARTS]:
        word, phrase = match["word"], match["phrase"]
        if word == OR and groups and not match["minus"]:
            is_or = True
        elif word == NOT and not match["minus"]:
            is_not = True
        elif word not in IGNORED:
            part = Part(phrase if word is None else word, word is None)
            if not any(character.isalnum() for character in part.text):
                continue
            if match["minus"] or is_not:
                excluded.append(part)
            elif is_or:
                groups[-1].append(part)
            else:
                groups.append([part])
            is_or = is_not = False
    return Query(tuple(map(tuple, groups)), tuple(excluded))
