"""Place and date of issue, on a line of their own or in front of the first sentence."""

import re
from dataclasses import dataclass, replace

from importing.proposal import Dateline, Source
from importing.reading import Kind, SourceParagraph
from importing.understanding.han_dateline import has_han, read_han_lead
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.labels import KIND_LINE, RELEASE_LINE
from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.signals import evidence_of
from importing.understanding.speakers.names import PARTICLES
from importing.understanding.top_lines import WEEKDAY, is_set_in_bold, names_issuer_only, names_topic
from newsroom.language.calendar.dates import FoundDate, any_name, first_date_in
from newsroom.language.catalogue import ROWS

# Further down a date is a date in the text.
MOST_PARAGRAPHS = 16
LONGEST_LEAD = 160
MOST_PLACE_WORDS = 6
MOST_UNCASED_PLACE_WORDS = 4
LONGEST_HAN_PLACE = 8
MOST_LINE_WORDS = 14
LONGEST_PLACE = 120

DASH = re.compile(r"\s*(?:[—–]+|--|\.-(?=\s)|\s-\s|\s-(?=\w)|(?<=\d)-\s|(?<=[)）/])\s?-\s)\s*")
IN_BRACKETS = re.compile(r"[(（\[][^)）\]]{0,60}[)）\]]|/[^/]{2,30}/")
BRACKETS = re.compile(r"[()（）\[\]]")
#: "Date:" in front of a day, whatever a website says behind it.
DATE_LABEL = re.compile(rf"{pattern_for('date_words')}\s*[:：]", re.IGNORECASE)
MOST_SIGNS_BETWEEN = 3
#: The number of an issue beside its day: "Ausgabe 87".
ISSUE = re.compile(rf"{pattern_for('issue_words')}\s*\d{{1,4}}(?:/\d{{2,4}})?", re.IGNORECASE)
#: An agency names itself between the place and the text: "Lindenhafen (nod) -".
AGENCY = re.compile(r"\s*\([^()]{2,12}\)\s?[-–—]")
SLASHED = re.compile(r"\s*/[^/]{2,30}/\s")
YEAR_WORD = re.compile(rf"\s*{pattern_for('year_words')}(?!\w)", re.IGNORECASE)
MONTH = any_name(ROWS.values(), "months")
YEARLESS = re.compile(
    rf"(?<!\w)\d{{1,2}}(?:er|º|\.)?\s+(?:de\s+)?(?:{MONTH})(?!\w)\.?|(?<!\w)(?:{MONTH})\.?\s+\d{{1,2}}(?!\w)",
    re.IGNORECASE,
)
#: Organisations and towns are both called by these: "Port Serin", "Lindenhafen".
PLACE_WORDS = tuple(word_list("place_words"))
#: "g." in front of a town.
TOWN = re.compile(rf"{pattern_for('town_words')}\s*(?=[A-ZÀ-ÞА-Я])")
EDGES = " ,،.:;–—-()/|@*，、。：·•"


@dataclass(frozen=True, slots=True)
class _Found:
    """A place and a date found in one paragraph, and whether they stand in front of a sentence."""

    place: str | None
    date: str | None
    number: int
    is_lead: bool = False


def dateline_of(ledger: Ledger) -> Dateline:
    """Return place and date of issue as far as they are told near the beginning.

    A line of nothing else is placed; in front of a sentence the dateline stays
    in the body where it stands.
    """
    lines: list[_Found] = []
    leads: list[_Found] = []
    wires: list[_Found] = []
    for paragraph in list(ledger.free())[:MOST_PARAGRAPHS]:
        if paragraph.kind in (Kind.HEADING, Kind.LIST_ITEM, Kind.TABLE_ROW, Kind.IMAGE):
            continue
        if (line := _line(paragraph)) is not None:
            (wires if "/" in paragraph.text else lines).append(line)
            ledger.place(ProposalPart.DATELINE, (paragraph.number,))
            if line.place is None and (place := _place_below(ledger, paragraph)) is not None:
                lines.append(place)
                ledger.place(ProposalPart.DATELINE, (place.number,))
        elif not names_topic(paragraph.text) and (lead := _lead(paragraph)) is not None:
            leads.append(lead)
            break
        elif len(paragraph.text.split()) > 3 * MOST_LINE_WORDS:
            break
    joined = _joined([*leads, *lines, *wires, *_beside_labels(ledger)])
    placed = [p.text for p in ledger.paragraphs if ledger.part_of(p.number) is ProposalPart.DATELINE]
    return replace(joined, as_written="\n".join(placed) or None)


def _place_below(ledger: Ledger, day: SourceParagraph) -> _Found | None:
    """Return the place on the line below the day, where the title is set apart from both."""
    lines = ledger.paragraphs[day.number + 1 : day.number + 3]
    if len(lines) < 2 or not ledger.is_free(lines[0].number) or lines[0].kind is not Kind.PARAGRAPH:
        return None
    is_title_below = lines[1].kind is Kind.HEADING or is_set_in_bold(lines[1])
    place = _place(lines[0].text) if is_title_below and not is_set_in_bold(lines[0]) else None
    return _Found(place, None, lines[0].number) if place else None


def _beside_labels(ledger: Ledger) -> list[_Found]:
    """Return the dates that stand beside a label of the kind or a contact: "Press release of 4 May 2031"."""
    found = []
    for paragraph in ledger.paragraphs[:MOST_PARAGRAPHS]:
        date = first_date_in(paragraph.text)
        part = ledger.part_of(paragraph.number)
        is_beside = part in (ProposalPart.KIND, ProposalPart.END)
        if date is not None and (is_beside or (part is ProposalPart.CONTACTS and paragraph.kind is Kind.TABLE_ROW)):
            place = _place_beside_kind(paragraph.text) if part is ProposalPart.KIND else None
            found.append(_Found(place, date.date.isoformat(), paragraph.number))
    return found


def _place_beside_kind(text: str) -> str | None:
    """Return the place in a line such as "Press release | 4 May 2031 | Marisport"."""
    pieces = [each.strip() for each in re.split(r"\||\s[–—·]\s", text)]
    if len(pieces) == 2 and (found := first_date_in(pieces[1])) is not None:
        return _place(pieces[1][: found.start])
    others = [
        each
        for each in pieces
        if first_date_in(each) is None and not any(k.fullmatch(each) for k in KIND_LINE.values())
    ]
    return _place(others[0]) if len(pieces) > 2 and len(others) == 1 else None


def _joined(found: list[_Found]) -> Dateline:
    place = next((each for each in found if each.place), None)
    date = next((each for each in found if each.date), None)
    used = [each for each in (place, date) if each is not None]
    if not used:
        return Dateline()
    numbers: Source = tuple(dict.fromkeys(each.number for each in used))
    signals = ["place and date stand together" if place is date else "only one of place and date is told"]
    if any(each.is_lead for each in used):
        signals.append("stands in front of the first sentence")
    dateline = Dateline(evidence=evidence_of(numbers, signals))
    return replace(dateline, place=place.place if place else None, date=date.date if date else None)


def _line(paragraph: SourceParagraph) -> _Found | None:
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
    around = _around(text, found)
    place = _place(around)
    rest = WEEKDAY.sub("", ISSUE.sub("", around)).strip(EDGES)
    rest = "" if is_common_word(rest.casefold()) else rest
    if rest and (named := DATE_LABEL.match(text)) and found.start - named.end() < MOST_SIGNS_BETWEEN:
        return _Found(None, found.date.isoformat(), paragraph.number)
    if rest and place is None and not label and not ("/" in text and found.start > 4) and not names_issuer_only(rest):
        return None
    if text.endswith((".", "。")) and len(rest.split()) > MOST_PLACE_WORDS:
        return None
    if place is None and "/" in text:
        place = _place(text.split("/")[0])
    return _Found(place, found.date.isoformat(), paragraph.number)


def _around(text: str, found: FoundDate) -> str:
    behind = YEAR_WORD.sub("", text[found.end :], count=1)
    return f"{text[: found.start]} {behind}"


def _lead(paragraph: SourceParagraph) -> _Found | None:
    """Read what stands before the dash in front of the first sentence."""
    beginning = f"{paragraph.text} "[:LONGEST_LEAD].lstrip("* ")
    if has_han(beginning):
        lead = read_han_lead(beginning)
        return _Found(*lead, paragraph.number, is_lead=True) if lead else None
    parts = DASH.split(beginning)
    if len(parts) < 2:
        return _colon_lead(paragraph, beginning)
    place, on, has_day = None, None, False
    for part in parts[:-1][:4]:
        found = first_date_in(part)
        on = on or (found.date.isoformat() if found else None)
        bare = part[: found.start] if found else part
        yearless = YEARLESS.search(bare)
        has_day = has_day or found is not None or yearless is not None
        bare = IN_BRACKETS.sub(" ", bare[: yearless.start()] if yearless else bare).strip(" *,،(（")
        candidate = _place(bare)
        place = place or candidate
        if found is None and yearless is None and candidate is None and bare:
            break
    if place is None and on is None:
        return _colon_lead(paragraph, beginning)
    is_of_agency = bool(place) and AGENCY.match(beginning.removeprefix(place or "")) is not None
    if on or has_day or is_of_agency or _is_certain_place(place or "", beginning):
        return _Found(place, on, paragraph.number, is_lead=True)
    return None


def _colon_lead(paragraph: SourceParagraph, beginning: str) -> _Found | None:
    """Read "Place, date:" and "Date:" in front of a sentence."""
    found = first_date_in(beginning)
    if found is None:
        return None
    behind = YEAR_WORD.sub("", beginning[found.end :], count=1)
    is_slashed = SLASHED.match(behind) is not None
    is_ended = behind.lstrip(" )*）").startswith((":", ".", "：", "。")) or _ends_with_year_word(beginning, found)
    if not is_slashed and not is_ended:
        return None
    before = beginning[: found.start]
    if is_slashed and before.split() and is_common_word(before.split()[-1]):
        before = before.rsplit(maxsplit=1)[0]
    place = _place(before)
    if place is None and before.strip(" *(（"):
        return None
    return _Found(place, found.date.isoformat(), paragraph.number, is_lead=True)


def _ends_with_year_word(text: str, found: FoundDate) -> bool:
    """Whether a shortened word for the year ends the dateline with its own full stop: "2031 г. Мост открыли"."""
    word = YEAR_WORD.match(text[found.end :])
    return word is not None and word[0].endswith(".")


def _is_certain_place(place: str, beginning: str) -> bool:
    """A place without a date is one only in capitals, as datelines are set."""
    words = [word for word in re.split(r"[\s,()]+", place) if word][:2]
    are_capitals = bool(words) and words[0].isupper() and any(word.isupper() and len(word) > 2 for word in words)
    return are_capitals and beginning.startswith(place[:3])


def _place(text: str) -> str | None:
    """Return the place a piece of text names, or None when it is no place."""
    bare = WEEKDAY.sub(" ", BRACKETS.sub(" ", IN_BRACKETS.sub(" ", text))).strip(EDGES)
    bare = TOWN.sub("", bare.split(" / ")[0], count=1)
    words = bare.split()
    if not words or len(words) > MOST_PLACE_WORDS or not bare[0].isalpha() or len(bare) > LONGEST_PLACE:
        return None
    if has_han(bare):
        return bare if len(words) == 1 and len(bare) <= LONGEST_HAN_PLACE else None
    for word in words:
        letters = word.strip(",،.()")
        if letters and not _may_begin_name(letters[0]) and letters.casefold() not in PARTICLES:
            return None
        folded = letters.casefold()
        is_of_place = folded.endswith(PLACE_WORDS) and (folded not in PLACE_WORDS or len(words) > 1)
        if (is_organisation_word(letters) and _has_case(letters) and not is_of_place) or _has_digit(letters):
            return None
    if not _has_case(words[0]) and (len(words) > MOST_UNCASED_PLACE_WORDS or is_common_word(words[0])):
        return None
    if is_common_word(words[0]) and not words[0].isupper() and len(words) < 2:
        return None
    return " ".join(words).rstrip(",،")


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _has_case(word: str) -> bool:
    return word.casefold() != word.upper()


def _may_begin_name(letter: str) -> bool:
    """Whether a letter is a capital or of a script that has none."""
    return letter.isupper() or (letter.isalpha() and letter.lower() == letter.upper())
