"""Agendas become sessions: tables, lines parted by tabs, and lists whose items begin with a time."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from importing.proposed_occasions import AgendaSession, AgendaSpeaker, ParallelRoom
from importing.reading import Kind, SourceParagraph
from importing.reading.inline import sanitised
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.occasions.cells import (
    EACH,
    MODERATOR,
    SPEAKERS,
    names_somebody,
    speakers_named,
)
from importing.understanding.occasions.labels import AGENDA_LABEL, cell_texts, parted_at_colon
from importing.understanding.occasions.moments import (
    MINUTES,
    WrittenHours,
    clock_of,
    hours_in,
    lasting,
    masked,
    periods_of,
    prepared,
)
from newsroom.language.calendar.periods import Period

#: In front of a time that begins a line stand at most so many characters: "At 10:00", "de 9h00".
NEAR_BEGINNING = 4
LONGEST_TIME_CELL = 60
MOST_DAY_WORDS = 8
LONGEST_TITLE = 300
LONGEST_LINE = 600
LONGEST_ROOM = 100
DAY_NUMBER = re.compile(rf"\s*{pattern_for('occasions.day')}\s*(?:\d{{1,2}}|[IVX]{{1,3}})?\b.{{0,60}}", re.IGNORECASE)
DAY_PREFIX = re.compile(
    rf"^[\s*]*{pattern_for('occasions.day')}\s*\d{{1,2}}(?!\d|\s+[^\W\d_])\s*[–—:,-]?\s*", re.IGNORECASE
)
BEFORE_WORDS = re.compile(r"^[\s|¦:：–—.,)\]-]+")
MARK = re.compile(r"^[\s•*·–—-]+")
BULLET = re.compile(r"\s*[•·▪◦]\s+")
SET_OFF = re.compile(r"<em>|[•▪◦]\s")
TAG = re.compile(r"<[^>]{0,2000}>")
DASH = re.compile(r"\s+[–—-]\s+|\s*\|\s*|\s{2,}")
COLON = re.compile(r"\s*[:：]\s*")
IN_BRACKETS = re.compile(r"\s*[(（](?P<inside>[^()（）]{4,300})[)）]\s*\.?$")
ROOM = re.compile(
    rf"[\s•*·–—-]*(?P<title>{pattern_for('occasions.room')}\s*(?:\d{{1,2}}|[A-H]|[IVX]{{1,3}})?)(?!\w)\s*[:：–—-]\s*(?P<rest>.+)",
    re.IGNORECASE,
)
BREAKOUTS = re.compile(pattern_for("occasions.breakouts"), re.IGNORECASE)
BY_REGION = re.compile(pattern_for("occasions.by_region"), re.IGNORECASE)
COLUMNS = {
    "time": re.compile(rf"\s*{pattern_for('occasions.head_time')}\s*", re.IGNORECASE),
    "speaker": re.compile(rf"\s*{pattern_for('occasions.head_speaker', 'occasions.moderator')}\s*", re.IGNORECASE),
    "notes": re.compile(rf"\s*{pattern_for('occasions.head_notes')}\s*", re.IGNORECASE),
    "room": re.compile(rf"\s*{pattern_for('occasions.head_room')}\s*", re.IGNORECASE),
    "title": re.compile(rf"\s*{pattern_for('occasions.head_title')}\s*", re.IGNORECASE),
}
USUAL_COLUMNS = ("time", "title", "speaker", "notes")


@dataclass
class _Session:
    """A session as its lines are gathered."""

    title: str
    source: list[int]
    day: str | None = None
    hours: WrittenHours | None = None
    minutes: int | None = None
    room: str = ""
    description: list[str] = field(default_factory=list)
    speakers: list[AgendaSpeaker] = field(default_factory=list)
    parallel: list[ParallelRoom] = field(default_factory=list)


def begins_with_time(text: str) -> bool:
    """Whether a line begins with a time of day or with how many minutes something lasts."""
    bare = MARK.sub("", prepared(text[:LONGEST_TIME_CELL]))
    first = next(hours_in(masked(bare, periods_of(bare))), None)
    lasts = MINUTES.match(bare)
    return lasts is not None or (first is not None and first.start <= NEAR_BEGINNING and ":" not in bare[: first.start])


def is_head_of_columns(paragraph: SourceParagraph) -> bool:
    """Whether a row names the columns of an agenda: a time, and at least one other."""
    if paragraph.kind is not Kind.TABLE_ROW or begins_with_time(paragraph.text):
        return False
    cells = cell_texts(paragraph)
    return any(COLUMNS["time"].fullmatch(cell) for cell in cells) and len(cells) > 1


def is_day_line(paragraph: SourceParagraph) -> bool:
    """Whether a line only tells the day of what follows."""
    text = paragraph.text.strip(" *:：")
    if begins_with_time(text) or len(text.split()) > MOST_DAY_WORDS + 4:
        return False
    days = days_in_line(text)
    if days:
        text = DAY_PREFIX.sub("", text, count=1)
        rest = f"{text[: days[0].start]} {text[days[-1].end :]}"
        return len(rest.split()) <= MOST_DAY_WORDS
    return (
        DAY_NUMBER.fullmatch(text) is not None
        and len(text.split()) <= MOST_DAY_WORDS
        and bool(re.search(r"\d|第", text))
    )


def days_in_line(text: str) -> list[Period]:
    """Return the days that a line tells; the number of a day of the event is none of them."""
    return [period for period in periods_of(prepared(DAY_PREFIX.sub("", text, count=1))) if period.is_day]


def agenda_of(
    paragraphs: Iterable[SourceParagraph], bodies: Sequence[str] = (), regions: Sequence[str] = ()
) -> tuple[AgendaSession, ...]:
    """Return the sessions of the paragraphs of an agenda. `bodies` are organisations that the document names.

    Rooms that are only said to be one for each region are proposed by `regions`.
    """
    reading = _Reading(bodies, regions)
    for paragraph in paragraphs:
        reading.take(paragraph)
    return tuple(reading.finished())


class _Reading:
    """The sessions found so far, the columns of the table and the day that hold for what follows."""

    def __init__(self, bodies: Sequence[str], regions: Sequence[str]) -> None:
        self.bodies, self.regions = bodies, regions
        self.columns: Sequence[str] = USUAL_COLUMNS
        self.day: str | None = None
        self.sessions: list[_Session] = []

    def take(self, paragraph: SourceParagraph) -> None:
        """Read one paragraph."""
        if AGENDA_LABEL.fullmatch(paragraph.text.strip(" :：")) and not self.sessions:
            return
        if is_head_of_columns(paragraph):
            self.take_head(paragraph)
            return
        if is_day_line(paragraph):
            days = days_in_line(paragraph.text)
            self.day = days[0].since.isoformat() if days else None
            if not days:
                self.note(paragraph)
            return
        if paragraph.kind is Kind.TABLE_ROW and sum(bool(cell) for cell in cell_texts(paragraph)) > 1:
            self.take_row(paragraph)
        elif begins_with_time(paragraph.text):
            self.take_line(paragraph)
        else:
            self.take_detail(paragraph)

    def take_head(self, paragraph: SourceParagraph) -> None:
        """Take the names of the columns, of which one may be a day."""
        cells = cell_texts(paragraph)
        names = [next((name for name, head in COLUMNS.items() if head.fullmatch(cell)), "") for cell in cells]
        left = [name for name in USUAL_COLUMNS if name not in names]
        self.columns = [name or (left.pop(0) if left else "notes") for name in names]
        for cell in cells:
            if days := [period for period in periods_of(cell) if period.is_day]:
                self.day = days[0].since.isoformat()

    def take_row(self, paragraph: SourceParagraph) -> None:
        """Read a row by its columns."""
        texts = cell_texts(paragraph)
        columns = self.columns
        if not begins_with_time(texts[0]) and columns[0] == "time" and texts[0] and len(texts) <= len(columns) - 1:
            columns = columns[1:]
        told: dict[str, list[int]] = {}
        for index in range(len(texts)):
            told.setdefault(columns[index] if index < len(columns) else "notes", []).append(index)
        when = " ".join(texts[index] for index in told.get("time", []))
        hours, minutes, left = time_in(when)
        cells = [paragraph.cells[index] for index in told.get("title", []) if texts[index]]
        title, happens = title_in(cells[0]) if cells else ("", [])
        notes = [texts[index] for index in (*told.get("notes", []),) if texts[index]]
        more = [TAG.sub("", cell) for cell in cells[1:]]
        words = "\n".join(texts[index] for index in told.get("speaker", []))
        room = " ".join(texts[index] for index in told.get("room", []) if texts[index])
        if len(room) > LONGEST_ROOM:
            notes, room = [*notes, room], ""
        session = _Session(title or left or when, [paragraph.number], self.day, hours, minutes, room)
        if title and left:
            session.description.append(html.escape(left, quote=False))
        session.description += [*happens, *(html.escape(each, quote=False) for each in (*more, *notes))]
        session.speakers += speakers_named(words, self.bodies, " ".join(notes))
        self.sessions.append(session)

    def take_line(self, paragraph: SourceParagraph) -> None:
        """Read a line that begins with its time: "09:00–09:15 Welcome – Name, function"."""
        text = MARK.sub("", TAG.sub("", paragraph.text))
        hours, minutes, rest = time_in(text[:LONGEST_LINE])
        rest = BEFORE_WORDS.sub("", rest) + text[LONGEST_LINE:]
        title, who = title_and_speakers(rest)
        session = _Session(title or text, [paragraph.number], self.day, hours, minutes)
        session.speakers += speakers_named(who, self.bodies)
        self.sessions.append(session)

    def take_detail(self, paragraph: SourceParagraph) -> None:
        """Read what stands under the line of a session: who speaks, a room beside others, what happens."""
        text = paragraph.text
        if not self.sessions:
            self.sessions.append(_Session(text[:LONGEST_TITLE], [paragraph.number], self.day))
            return
        session = self.sessions[-1]
        session.source.append(paragraph.number)
        if MODERATOR.match(text) or SPEAKERS.match(text) or (len(text) < 300 and names_somebody(MARK.sub("", text))):
            session.speakers += speakers_named(MARK.sub("", text), self.bodies)
        elif (room := ROOM.fullmatch(text)) is not None and len(room["rest"]) <= LONGEST_TITLE:
            session.parallel.append(ParallelRoom(f"{room['title'].strip()}: {room['rest'].strip()}"))
        else:
            session.description.append(sanitised(paragraph.html))

    def note(self, paragraph: SourceParagraph) -> None:
        """Keep a line that numbers a day and tells no date: it is a session without hours."""
        self.sessions.append(_Session(paragraph.text[:LONGEST_TITLE], [paragraph.number]))

    def finished(self) -> Iterable[AgendaSession]:
        """Yield the sessions, those whose rooms are only said to be by region with a room for each."""
        for session in self.sessions:
            is_by_region = BREAKOUTS.search(session.title) and BY_REGION.search(session.title)
            if is_by_region and not session.parallel and len(self.regions) > 1:
                session.parallel = [ParallelRoom(region, is_proposed=True) for region in self.regions]
            yield AgendaSession(
                session.title[:LONGEST_TITLE],
                tuple(session.source),
                session.day,
                clock_of(session.hours.since) if session.hours else None,
                session.minutes,
                happens_html(session),
                tuple(session.speakers),
                tuple(session.parallel),
                session.room,
            )


def happens_html(session: _Session) -> str:
    """Return what happens in a session as clean HTML, with what its title had no room for."""
    longer = [html.escape(session.title, quote=False)] if len(session.title) > LONGEST_TITLE else []
    points = [each.removeprefix("•").strip() for each in session.description if each.startswith("•")]
    others = [f"<p>{each}</p>" for each in (*longer, *session.description) if each and not each.startswith("•")]
    return "".join(others) + (f"<ul>{''.join(f'<li>{point}</li>' for point in points)}</ul>" if points else "")


def time_in(text: str) -> tuple[WrittenHours | None, int | None, str]:
    """Return the hours at the beginning of a text, how many minutes they last, and the words that are left."""
    bare = prepared(text)
    if bare != text and len(bare) != len(text):
        bare = text
    hours = next(hours_in(masked(bare, periods_of(bare))), None)
    if hours is not None and hours.start <= NEAR_BEGINNING:
        rest = f"{text[: hours.start]} {text[hours.end :]}".strip()
        lasts = MINUTES.search(rest[:20])
        minutes = lasting(hours.since, hours.until) or (int(lasts[1] or lasts[2]) if lasts else None)
        return hours, minutes, rest
    lasts = MINUTES.match(bare)
    if lasts is not None:
        return None, int(lasts[1] or lasts[2]), text[lasts.end() :].strip()
    return None, None, text


def title_in(cell: str) -> tuple[str, list[str]]:
    """Return the title in a cell and what is set off from it: italics, points. A point begins with "•"."""
    found = SET_OFF.search(cell)
    if found is None or not words_of_agenda_cell(cell[: found.start()]):
        return words_of_agenda_cell(cell), []
    rest = cell[found.start() :]
    first, *points = BULLET.split(f" {rest}")
    happens = [html.escape(words_of_agenda_cell(first), quote=False)] if words_of_agenda_cell(first) else []
    if happens and first.strip().startswith("<em>"):
        happens = [f"<i>{happens[0]}</i>"]
    return words_of_agenda_cell(cell[: found.start()]), [
        *happens,
        *(f"•{html.escape(words_of_agenda_cell(each), quote=False)}" for each in points),
    ]


def title_and_speakers(text: str) -> tuple[str, str]:
    """Part the words behind a time into the title and who speaks, which a dash, brackets or a colon lead to."""
    pieces = [piece for piece in DASH.split(text.strip()) if piece]
    for index in range(1, len(pieces)):
        rest = " – ".join(pieces[index:])
        if names_somebody(rest) or (index == len(pieces) - 1 and len(pieces) > 1 and "|" in text):
            return text[: text.find(pieces[index])].rstrip(" –—-|"), rest
    bracket = IN_BRACKETS.search(text)
    if bracket is not None and (names_somebody(bracket["inside"]) or EACH.search(bracket["inside"])):
        return text[: bracket.start()].strip(), bracket["inside"]
    colon = COLON.search(text)
    if colon is not None and names_somebody(text[colon.end() :]):
        return text[: colon.start()].strip(), text[colon.end() :]
    head, rest = parted_at_colon(text)
    moderator = MODERATOR.search(rest)
    if moderator is not None and moderator.start():
        return f"{head}: {rest[: moderator.start()].strip(' ;')}", rest[moderator.start() :]
    return text.strip(), ""


def words_of_agenda_cell(cell: str) -> str:
    """Return the words of a piece of HTML."""
    return " ".join(html.unescape(TAG.sub(" ", cell)).replace("•", " ").split()).replace(" ,", ",")
