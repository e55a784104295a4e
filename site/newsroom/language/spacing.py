"""Spaces as readers of a language expect them: those that no line may break at, and none where none belongs."""

import re
from collections.abc import Iterator
from functools import cache

from newsroom.language.catalogue import ROWS, language_row

#: A comment, what is no text for readers, or a tag with its slash, its name and its attributes.
PIECE = re.compile(
    r"<!--.*?-->|<(?P<raw>script|style|textarea|pre|code)\b.*?</(?P=raw)\s*>"
    r"|<(?P<slash>/?)(?P<name>[a-z][\w-]*)(?P<attributes>[^>]*)>",
    re.DOTALL | re.IGNORECASE,
)
LANG = re.compile(r'\slang="([\w-]+)"')
NAMES_READ_ALOUD = (' alt="', ' title="', ' aria-label="', ' content="')
READ_ALOUD = re.compile(rf'(?P<before>{"|".join(NAMES_READ_ALOUD)})(?P<words>[^"]*)')
NEVER_CLOSED = frozenset(
    {*("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")}
)


@cache
def space_rules(code: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What is done to the spaces of a language."""
    return tuple((re.compile(pattern), instead) for pattern, instead in language_row(code).spaces)


def spaced(text: str, code: str) -> str:
    """A text with its spaces as readers of its language expect them; nothing but spaces changes."""
    found = space_rules(code)
    if found and text and not text.isspace():
        for pattern, instead in found:
            text = pattern.sub(instead, text)
    return text


def spaced_html(html: str, code: str) -> str:
    """A page or a piece of one with its spaces as readers of each part's language expect them.

    `code` is the language where no element says another. What stands in forms, code and scripts stays as it is.
    """
    if space_rules(code):
        return "".join(spaced_pieces(html, code))
    found, end = [], 0
    for tag in of_languages_with_rules().finditer(html):
        if tag.start() >= end:
            found.append(html[end : tag.start()])
            end = end_of_element(html, tag.start())
            found += spaced_pieces(html[tag.start() : end], code)
    return "".join((*found, html[end:]))


@cache
def of_languages_with_rules() -> re.Pattern[str]:
    """What finds the tags of elements in a language that has rules; in a page of another one they are few."""
    names = "|".join(sorted({row.main for row in ROWS.values() if row.spaces}))
    return re.compile(rf'<[a-z][^<>]*\slang="(?:{names})(?:-[\w-]+)?"[^<>]*>', re.IGNORECASE)


def end_of_element(html: str, start: int) -> int:
    """Where the element that begins at a place ends; the end of the text where nothing closes it."""
    open_tags: list[tuple[str, str]] = []
    for piece in PIECE.finditer(html, start):
        name = (piece["name"] or "").lower()
        if piece["slash"]:
            leave_element(open_tags, name)
        elif name and name not in NEVER_CLOSED and not piece["attributes"].endswith("/"):
            open_tags.append((name, ""))
        if not open_tags:
            return piece.end()
    return len(html)


def spaced_pieces(html: str, code: str) -> Iterator[str]:
    """The texts and tags of a page in their order."""
    open_tags: list[tuple[str, str]] = []
    end = 0
    for piece in PIECE.finditer(html):
        here = open_tags[-1][1] if open_tags else code
        yield spaced(html[end : piece.start()], here)
        end = piece.end()
        name = (piece["name"] or "").lower()
        if not name:
            yield piece[0]
        elif piece["slash"]:
            yield piece[0]
            leave_element(open_tags, name)
        else:
            stated = LANG.search(piece["attributes"]) if "lang=" in piece["attributes"] else None
            within = stated[1] if stated else here
            yield spaced_attributes(piece[0], within)
            if name not in NEVER_CLOSED and not piece["attributes"].endswith("/"):
                open_tags.append((name, within))
    yield spaced(html[end:], open_tags[-1][1] if open_tags else code)


def spaced_attributes(tag: str, code: str) -> str:
    """A tag whose words that are read aloud or shown elsewhere have the spaces of a language."""
    if not space_rules(code) or not any(name in tag for name in NAMES_READ_ALOUD):
        return tag
    return READ_ALOUD.sub(lambda match: match["before"] + spaced(match["words"], code), tag)


def leave_element(open_tags: list[tuple[str, str]], name: str) -> None:
    """Leave an element and all that was left open in it; an end without a beginning changes nothing."""
    for place in range(len(open_tags) - 1, -1, -1):
        if open_tags[place][0] == name:
            del open_tags[place:]
            return
