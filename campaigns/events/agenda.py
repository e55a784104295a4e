"""A pasted agenda becomes sessions: a table of a text processor, or lines: `15:00-15:05 | Welcome | Name, role`.

What cannot be understood is kept where it stands: in the title, among the words of the speakers or in what happens.
"""

import datetime
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from django.utils.translation import gettext as _

CELLS = re.compile(r"\t+|\s*\|\s*")
#: How the column that tells the room is headed.
ROOM_HEAD = re.compile(
    r"(?:room|venue|place|location|hall|salle|lieu|sala|lugar|sal[oó]n|зал|место|помещение|القاعة|قاعة|المكان|会场|地点|会议室|场地)"
    r"s?[:：]?",
    re.I,
)
RULE = re.compile(r"[\s|:+=–—_-]*")
CLOCK = r"(\d{1,2})\s*[:.h٫]\s*(\d{2})"
FROM_TO = re.compile(rf"{CLOCK}\s*(?:[-–—]|to|à|a|–|до|至|إلى)\s*{CLOCK}", re.I)
AT = re.compile(CLOCK, re.I)
LASTING = re.compile(r"(\d{1,4})\s*(?:min|мин|分|دقيق|[’'′])\w*", re.I)
EACH = re.compile(r"(\d{1,3})\s*min\w*\s+(?:per|each|par|por|chacun)", re.I)
PENDING = re.compile(r"[,;:\s(]*\bto be (?:confirmed|named)\b[)\s:,]*", re.I)
MODERATES = re.compile(r"^\s*(?:moderat(?:or|ed by)|modérat\w+|moderador\w*|модератор|主持人|إدارة)\s*[:：]\s*", re.I)
TITLES = re.compile(r"(?=\b(?:Mr|Ms|Mrs|Dr|Prof|H\.E|Sr|Sra|Mme|M)\.\s*\w)")
TITLE = re.compile(r"^(?:(?:Mr|Ms|Mrs|Dr|Prof|H\.E|Sr|Sra|Mme|M)\.\s*)+")
BULLET = re.compile(r"\s*[•·▪◦]\s+")
TAG = re.compile(r"<[^>]*>")
FEATURED = re.compile(r"<(?:i|em|ul|ol|li|br)\b[^>]*>|[•▪◦]\s", re.I)
MOST_SESSIONS = 300
LONGEST, LONGEST_ROOM = 300, 100
#: In minutes: the longest session.
A_DAY = 1440
MOST_SHOWN = 60


@dataclass
class KnownNames:
    """Names of the directory in lower case, each with the number of its record."""

    people: Mapping[str, int] = field(default_factory=dict)
    organisations: Mapping[str, int] = field(default_factory=dict)


def sessions_in(text: str, known: KnownNames) -> list[dict[str, Any]]:
    """The sessions of a pasted agenda as blocks of a programme, as they are stored."""
    lines = [line for line in joined_lines(text) if cells_of(line)]
    heads = cells_of(lines[0]) if lines else []
    if len(lines) > 1 and not has_time(heads[0]) and has_time(cells_of(lines[1])[0]):
        lines = lines[1:]
    else:
        heads = []
    found = [session_of(*room_apart(line, heads), known) for line in lines]
    return [{"type": "session", "id": str(uuid.uuid4()), "value": session} for session in found]


def room_apart(line: str, heads: Sequence[str]) -> tuple[list[str], str]:
    """The cells of a row without that of the room, and the room; "" where no heading of a column says so."""
    cells = cells_of(line)
    column = next((number for number, head in enumerate(heads) if ROOM_HEAD.fullmatch(plain_words(head))), None)
    if column is None:
        return cells, ""
    each = [cell.strip(" ") for cell in line.split("\t")]
    if len(each) == len(heads):  # an empty cell between two others has its place
        cells = each
    room = plain_words(cells.pop(column)) if column < len(cells) else ""
    return cells, room


def too_much_in(sessions: Sequence[dict[str, Any]]) -> list[str]:
    """What a programme cannot take of pasted sessions, in words: too many, or a speaker of too many words."""
    found = []
    if len(sessions) > MOST_SESSIONS:
        words = _("These are %(number)s rows; at most %(most)s become sessions at once.")
        found.append(words % {"number": len(sessions), "most": MOST_SESSIONS})
    for session in (each["value"] for each in sessions):
        if any(len(item["value"][name]) > LONGEST for item in session["speakers"] for name in ("name", "role")):
            words = _("A speaker of “%(session)s” has more than %(most)s characters. Shorten the name or the role.")
            found.append(words % {"session": session["title"][:MOST_SHOWN], "most": LONGEST})
    return found


def joined_lines(text: str) -> Iterator[str]:
    """The rows of a table: a line without any cell belongs to the cell in which the line before ended."""
    row = ""
    for line in text.replace("\r\n", "\n").split("\n"):
        if not line.strip() or RULE.fullmatch(line):
            continue
        is_new = bool(CELLS.search(line.strip())) or has_time(line) or not row
        if is_new and row:
            yield row
        row = line if is_new else f"{row}\n{line}"
    if row:
        yield row


def cells_of(line: str) -> list[str]:
    """The cells of a row, without the rule around them."""
    cells = [cell.strip(" ") for cell in CELLS.split(line.strip().strip("|"))]
    return cells if any(cell and not RULE.fullmatch(cell) for cell in cells) else []


def has_time(cell: str) -> bool:
    """Whether a cell begins with a time of day or a duration."""
    words = plain_words(cell)
    return any((found := each.search(words)) and found.start() == 0 for each in (FROM_TO, AT, LASTING))


def session_of(row: Sequence[str], room: str, known: KnownNames) -> dict[str, Any]:
    """A session from the cells of its row: when, what, who, and what else there is; and the room."""
    when, *rest = row if has_time(row[0]) else ["", *row]
    starts, minutes, left = time_of(plain_words(when))
    title, happens = title_in_cell(rest[0] if rest else "")
    notes = [plain_words(cell) for cell in rest[2:] if cell.strip()]
    if len(room) > LONGEST_ROOM:
        notes, room = [*notes, room], ""
    if len(title) > LONGEST:
        title, happens = title[:LONGEST], f"<p>{escape(title[LONGEST:])}</p>{happens}"
    happens += "".join(f"<p>{escape(note)}</p>" for note in (left, *notes) if note)
    speakers = speakers_in_cell(rest[1] if len(rest) > 1 else "", known)
    if (each := EACH.search(" ".join(notes))) and speakers:
        for speaker in speakers:
            speaker["minutes"] = int(each[1])
    return {
        "title": title or plain_words(when),
        "day": None,
        "starts": starts,
        "minutes": minutes,
        "room": room,
        "description": happens,
        "speakers": [{"type": "item", "id": str(uuid.uuid4()), "value": speaker} for speaker in speakers],
        "parallel": [],
        "is_cancelled": False,
    }


def time_of(words: str) -> tuple[str | None, int | None, str]:
    """When a session starts, for how many minutes it lasts, and what else was said there."""
    if found := FROM_TO.search(words):
        first, last = (clock_time(found[1], found[2]), clock_time(found[3], found[4]))
        if first and last:
            lasts = (last.hour * 60 + last.minute - first.hour * 60 - first.minute) % 1440
            return first.isoformat(), lasts or None, (words[: found.start()] + words[found.end() :]).strip()
    if (found := AT.search(words)) and (first := clock_time(found[1], found[2])):
        return first.isoformat(), None, (words[: found.start()] + words[found.end() :]).strip()
    if (found := LASTING.search(words)) and int(found[1]) <= A_DAY:
        return None, int(found[1]) or None, (words[: found.start()] + words[found.end() :]).strip()
    return None, None, words


def clock_time(hour: str, minute: str) -> datetime.time | None:
    """A time of day, or None where no clock shows it."""
    try:
        return datetime.time(int(hour), int(minute))
    except ValueError:
        return None


def title_in_cell(cell: str) -> tuple[str, str]:
    """The title in a cell, and as rich text what follows it: what is set off by bullets or italics."""
    found = FEATURED.search(cell)
    if not found:
        first, _line, more = cell.partition("\n")
        return plain_words(first), f"<p>{escape(plain_words(more))}</p>" if more.strip() else ""
    title, rest = plain_words(cell[: found.start()]), cell[found.start() :]
    if not title:
        return plain_words(cell), ""
    if BULLET.search(f" {TAG.sub(' ', rest)}") or "<li" in rest.lower():
        points = [plain_words(point) for point in re.split(r"[•▪◦]\s|<li\b[^>]*>", rest) if plain_words(point)]
        return title, f"<ul>{''.join(f'<li>{escape(point)}</li>' for point in points)}</ul>"
    return title, f"<p><i>{escape(plain_words(rest))}</i></p>"


def plain_words(cell: str) -> str:
    """The words of a cell on one line, without any markup."""
    return " ".join(unescape(TAG.sub(" ", cell)).replace("**", "").split()).replace(" ,", ",")


def speakers_in_cell(cell: str, known: KnownNames) -> list[dict[str, Any]]:
    """Who speaks, in order: known bodies named one after the other, or people parted by lines, semicolons or titles."""
    words = plain_words(cell)
    if not words:
        return []
    if bodies := bodies_in(words, known):
        return [stored_speaker(organisation=body) for body in bodies]
    found: list[dict[str, Any]] = []
    for line in re.split(r"\n|;|<br[^>]*>", cell):
        for part in TITLES.split(plain_words(line)):
            if part.strip(" ,"):
                found.append(one_speaker(part.strip(" ,"), known))
    return found


def bodies_in(words: str, known: KnownNames) -> list[int]:
    """The numbers of organisations, where words are nothing but their names."""
    found: list[int] = []
    left = words.casefold().strip(" ,;")
    names = sorted(known.organisations, key=len, reverse=True)
    while left:
        name = next(
            (each for each in names if left == each or left.startswith((f"{each} ", f"{each},", f"{each};"))), ""
        )
        if not name:
            return []
        found.append(known.organisations[name])
        left = left[len(name) :].strip(" ,;")
    return found


def one_speaker(words: str, known: KnownNames) -> dict[str, Any]:
    """Somebody named with a role and an organisation after commas; what is not known stays in words."""
    is_pending, is_moderator = bool(PENDING.search(words)), bool(MODERATES.match(words))
    bare = MODERATES.sub("", words)
    confirmation = "pending" if is_pending else ""
    if is_pending and "," in PENDING.sub("", bare).strip():
        return stored_speaker(name=bare, confirmation=confirmation, is_moderator=is_moderator)
    bare = PENDING.sub("", bare).strip(" ,")
    if body := known.organisations.get(bare.casefold()):
        return stored_speaker(organisation=body, confirmation=confirmation, is_moderator=is_moderator)
    name, _comma, rest = (part.strip() for part in bare.partition(","))
    role, organisation = rest, None
    last = rest.rpartition(",")[2].strip()
    if last and (organisation := known.organisations.get(last.casefold())):
        role = rest.rpartition(",")[0].strip()
    person = known.people.get(TITLE.sub("", name).casefold())
    return stored_speaker(
        person=person,
        name="" if person else name,
        role=role,
        organisation=organisation,
        confirmation=confirmation,
        is_moderator=is_moderator,
    )


def stored_speaker(**values: Any) -> dict[str, Any]:
    """A speaker as it is stored."""
    empty = {"person": None, "name": "", "role": "", "organisation": None, "confirmation": "", "minutes": None}
    return {**empty, "is_moderator": False, **values}


def lines_of_points(text: str) -> list[str]:
    """The points in a pasted list: a line each, without bullets, numbers and the commas between them."""
    lines = (re.sub(r"^\s*(?:[-–—•▪◦*]|\d{1,2}[.)])\s+", "", line).strip() for line in text.splitlines())
    found = [line.rstrip(",;، ").strip() for line in lines]
    return [line for line in found if line]
