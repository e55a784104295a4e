"""Place and date of issue, on a line of their own or in front of the first sentence."""

import re
from dataclasses import replace

from importing.proposal import Dateline
from importing.reading import Kind, SourceParagraph
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.labels import RELEASE_LINE
from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.speakers.names import PARTICLES
from newsroom.language.calendar.dates import FoundDate, first_date_in
from newsroom.language.catalogue import ROWS

# Further down a date is a date in the text.
MOST_PARAGRAPHS = 14
LONGEST_LEAD = 160
MOST_PLACE_WORDS = 6
LONGEST_HAN_PLACE = 8
MOST_LINE_WORDS = 14

DASH = re.compile(r"\s*(?:[—–]|--|\s-\s|\s-(?=\w)|(?<=\d)-\s)\s*")
IN_BRACKETS = re.compile(r"[(（\[][^)）\]]{0,60}[)）\]]")
WEEKDAYS = "|".join(weekday for row in ROWS.values() for weekday in row.weekdays)
WEEKDAY = re.compile(
    rf"\b(?:{WEEKDAYS}|{pattern_for('date_words', is_spaceless=False)})\b[:.]?"
    rf"|{pattern_for('date_words', is_spaceless=True)}[:：]",
    re.IGNORECASE,
)
HAN_LEAD = re.compile(
    r"[（(【]?(?P<place>[\u4e00-\u9fff]{2,8})[,，、\s]*(?=(?:19|20)\d\d年|\d{1,2}月\d{1,2}日)"
    r"(?P<date>(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日)[)）】]?\s*(?:[—–-]+|电|電|讯|訊|[)）】]|$)"
)


def dateline_of(ledger: Ledger) -> Dateline:
    """Return place and date of issue as far as they are told near the beginning.

    A line of nothing else is placed; in front of a sentence the dateline stays
    in the body where it stands.
    """
    lines: list[Dateline] = []
    leads: list[Dateline] = []
    wires: list[Dateline] = []
    for paragraph in list(ledger.free())[:MOST_PARAGRAPHS]:
        if paragraph.kind in (Kind.HEADING, Kind.LIST_ITEM, Kind.TABLE_ROW, Kind.IMAGE):
            continue
        if (line := _line(paragraph)) is not None:
            (wires if "/" in paragraph.text else lines).append(line)
            ledger.place(ProposalPart.DATELINE, (paragraph.number,))
        elif (lead := _lead(paragraph.text)) is not None:
            leads.append(lead)
            break
        elif len(paragraph.text.split()) > 3 * MOST_LINE_WORDS:
            break
    return _joined([*leads, *lines, *wires])


def _joined(found: list[Dateline]) -> Dateline:
    joined = Dateline()
    for dateline in found:
        joined = replace(joined, place=joined.place or dateline.place, date=joined.date or dateline.date)
    return joined


def _line(paragraph: SourceParagraph) -> Dateline | None:
    """Read a line that is nothing but place and date, or either with a label of release."""
    text = paragraph.text.strip(" *")
    if len(text.split()) > MOST_LINE_WORDS or len(text) > LONGEST_LEAD:
        return None
    label = RELEASE_LINE.match(text)
    if label:
        text = label["rest"].strip()
    found = first_date_in(text)
    if found is None:
        return None
    place = _place(_around(text, found))
    rest = WEEKDAY.sub("", _around(text, found)).strip(" ,.:;–—-()/|@*")
    if rest and place is None and not label and not ("/" in text and found.start > 4):
        return None
    if place is None and "/" in text:
        place = _place(text.split("/")[0])
    return Dateline(place, found.date.isoformat())


def _around(text: str, found: FoundDate) -> str:
    return f"{text[: found.start]} {text[found.end :]}"


def _lead(text: str) -> Dateline | None:
    """Read what stands before the dash in front of the first sentence."""
    beginning = text[:LONGEST_LEAD].lstrip("* ")
    if match := HAN_LEAD.match(beginning):
        found = first_date_in(match["date"])
        return Dateline(match["place"], found.date.isoformat() if found else None)
    parts = DASH.split(beginning)
    if len(parts) < 2:
        return _colon_lead(beginning)
    place, on = None, None
    for part in parts[:-1][:4]:
        bare = IN_BRACKETS.sub(" ", part).strip(" *,")
        found = first_date_in(bare)
        on = on or (found.date.isoformat() if found else None)
        candidate = _place(bare[: found.start] if found else bare)
        place = place or candidate
        if found is None and candidate is None and bare:
            break
    if place is None and on is None:
        return None
    return Dateline(place, on) if on or _is_certain_place(place or "", beginning) else None


def _colon_lead(beginning: str) -> Dateline | None:
    """Read "Place, date:" and "Date:" in front of a sentence."""
    found = first_date_in(beginning)
    if found is None or not beginning[found.end :].lstrip(" )*").startswith((":", ".", "：")):
        return None
    before = beginning[: found.start]
    place = _place(before)
    return Dateline(place, found.date.isoformat()) if place or not before.strip(" *") else None


def _is_certain_place(place: str, beginning: str) -> bool:
    """A place without a date is one only in capitals, as datelines are set."""
    words = [word for word in re.split(r"[\s,()]+", place) if word]
    return bool(words) and words[0].isupper() and len(words[0]) > 2 and beginning.startswith(place[:3])


def _place(text: str) -> str | None:
    """Return the place a piece of text names, or None when it is no place."""
    bare = WEEKDAY.sub(" ", IN_BRACKETS.sub(" ", text)).strip(" ,.:;–—-()/|@*")
    words = bare.split()
    if not words or len(words) > MOST_PLACE_WORDS or not bare[0].isalpha():
        return None
    if _is_han(bare) and (len(words) > 1 or len(bare) > LONGEST_HAN_PLACE):
        return None
    for word in words:
        letters = word.strip(",.()")
        if letters and not letters[0].isupper() and letters.casefold() not in PARTICLES and not _is_han(letters):
            return None
        if is_organisation_word(letters) or any(character.isdigit() for character in letters):
            return None
    if is_common_word(words[0]) and not words[0].isupper() and len(words) < 2:
        return None
    return " ".join(words).rstrip(",")


def _is_han(text: str) -> bool:
    return "\u4e00" <= text[0] <= "\u9fff"
