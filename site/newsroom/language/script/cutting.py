"""Text that is too long for its place, cut where a reader of its script would."""

import re

import icu

#: A space that lies before this part of what fits is too early: a script without spaces has one by chance.
EARLIEST_SPACE = 2 / 3
SPACES = re.compile(r"\s+")
#: What may not end a cut text: it waits for what was cut off.
HANGING = " \t\n\u00a0\u202f,;:(（，、；：《「『“‘«–—-"


def cut_text(text: str, limit: int, ending: str = "") -> str:
    """Return a text of at most `limit` characters, `ending` ("…") behind it where something was cut off.

    It ends at a space where one lies in the last third of what fits, else between two characters, never inside one.
    """
    if len(text) <= limit:
        return text
    room = max(0, limit - len(ending))
    start = last_limit(text, room)
    spaces = [match.start() for match in SPACES.finditer(text, 0, start + 1)]
    if spaces and spaces[-1] >= room * EARLIEST_SPACE:
        start = spaces[-1]
    kept = text[:start]
    return (kept.rstrip(HANGING) or kept) + ending


def last_limit(text: str, room: int) -> int:
    """Return the last place, at `room` or before it, where no character is cut in two."""
    near = max(0, room - 64)
    window = text[near : room + 64]
    iterator = icu.BreakIterator.createCharacterInstance(icu.Locale.getRoot())
    iterator.setText(window)
    utf16 = len(window[: room - near].encode("utf-16-le")) // 2
    place = utf16 if iterator.isBoundary(utf16) else iterator.preceding(utf16)
    return near + len(window.encode("utf-16-le")[: 2 * max(0, place)].decode("utf-16-le"))
