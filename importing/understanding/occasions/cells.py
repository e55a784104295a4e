"""Who speaks in a session: people with what they are, organisations, groups, and who moderates."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from importing.proposed_occasions import AgendaSpeaker
from importing.understanding.lexicon.organisation_words import HAN_ORGANISATIONS, is_organisation_word
from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.vocabulary import any_word, pattern_for
from importing.understanding.speakers.han import han_item
from importing.understanding.speakers.names import HONORIFICS, is_person_name
from importing.understanding.speakers.roles import read_role
from importing.understanding.speakers.uncased import described, is_uncased
from newsroom.language.script.letters import HAN

LONGEST_NAME = 150
LONGEST_CELL = 1_500
MOST_GROUP_WORDS = 40
PENDING = re.compile(rf"[\s,(（\[]*(?<!\w){pattern_for('occasions.to_be_confirmed')}(?!\w)[)）\]]?", re.IGNORECASE)
CONFIRMED = re.compile(rf"[\s,]*[(（\[]\s*{pattern_for('occasions.confirmed')}\s*[)）\]]", re.IGNORECASE)
MODERATOR = re.compile(
    rf"(?:^|(?<=[;；\n]))\s*{pattern_for('occasions.moderator')}(?:\s*[:：–—-]?\s+|[:：])", re.IGNORECASE
)
MODERATES_BEHIND = re.compile(rf"[\s,，]*[(（]?\s*{pattern_for('occasions.moderator')}\s*[)）]?\s*$", re.IGNORECASE)
SPEAKERS = re.compile(rf"\s*{pattern_for('occasions.speakers')}\s*[:：]\s*", re.IGNORECASE)
PLENARY = re.compile(rf"\s*{pattern_for('occasions.plenary')}\s*", re.IGNORECASE)
NUMBERED_GROUP = re.compile(rf"(?<!\w){pattern_for('occasions.number_of_people')}(?!\w)", re.IGNORECASE)
EACH = re.compile(
    rf"(?P<minutes>\d{{1,3}})\s?{pattern_for('occasions.minutes')}\s+{pattern_for('occasions.each')}(?!\w)"
    rf"|{pattern_for('occasions.each', is_spaceless=True)}\s?(?P<after>\d{{1,3}})\s?"
    rf"{pattern_for('occasions.minutes', is_spaceless=True)}",
    re.IGNORECASE,
)
TITLES = re.compile(rf"(?<!\w)(?=[A-ZÀ-ÞА-Я])(?i:{any_word(sorted(HONORIFICS))})\.?\s+(?=[A-ZÀ-ÞА-Я])")
PARTS = re.compile(r"\s*(?:[;；؛\n•]|\s/\s|(?<=[\w.)])\s?/(?=\s?[A-ZÀ-Þ])|\s\|\s)\s*")
HAN_PARTS = re.compile(r"[、;；\n]")
NAME_ENDS = re.compile(r"\s*(?:[,،，]|\s[–—-]\s|[(（]|[:：])\s*")
LIST_OF_NAMES = re.compile(rf"\s*(?:[,،，、]|\s(?:{pattern_for('and', is_spaceless=False)})\s)\s*", re.IGNORECASE)
DIGIT = re.compile(r"\d")


def speakers_named(text: str, bodies: Sequence[str] = (), notes: str = "") -> tuple[AgendaSpeaker, ...]:
    """Return who is named in a cell, in order. `bodies` are organisations that the document names elsewhere.

    `notes` may tell how many minutes each of them has.
    """
    text = SPEAKERS.sub("", text.strip(" *"), count=1) if SPEAKERS.match(text) else text.strip(" *")
    if not text or len(text) > LONGEST_CELL:
        return ()
    found = list(_speakers(text, bodies))
    each = EACH.search(notes) or EACH.search(text)
    if each is not None:
        minutes = int(each["minutes"] or each["after"])
        found = [replace(one, minutes=minutes) for one in found]
    return tuple(found)


def names_somebody(text: str) -> bool:
    """Whether some words name somebody who may speak: a title, a moderator, a person with what they are."""
    bare = TITLES.sub("", text.strip(" *"))
    if TITLES.match(text) or MODERATOR.match(text) or SPEAKERS.match(text):
        return True
    if HAN.search(text[:40]):
        return han_item(bare, str) is not None
    if is_uncased(text):
        person = described(bare)
        return person is not None and person.standing.role is not None
    head = NAME_ENDS.split(bare, maxsplit=1)[0]
    return is_person_name(head) and not PLENARY.fullmatch(head)


def _speakers(text: str, bodies: Sequence[str]) -> Iterator[AgendaSpeaker]:
    is_moderator = MODERATOR.match(text) is not None
    bare = MODERATOR.sub("", text, count=1) if is_moderator else text
    if PLENARY.fullmatch(bare):
        yield AgendaSpeaker("group", bare.strip(), is_moderator=is_moderator)
        return
    if named := bodies_alone(bare, bodies):
        yield from (AgendaSpeaker("organisation", name, is_moderator=is_moderator) for name in named)
        return
    if (group := _group_with_names(bare)) is not None:
        yield from group
        return
    for piece in _pieces(bare):
        moderates = is_moderator or MODERATOR.match(piece) is not None or MODERATES_BEHIND.search(piece) is not None
        words = MODERATES_BEHIND.sub("", MODERATOR.sub("", piece, count=1)).strip(" ,;")
        if words:
            yield from _named(words, moderates, bodies)
        is_moderator = is_moderator and moderates


def bodies_alone(text: str, bodies: Iterable[str]) -> list[str]:
    """Return the organisations that a text is nothing but the names of."""
    left, found = text.strip(" ,;."), []
    names = sorted({body for body in bodies if body}, key=len, reverse=True)
    while left:
        name = next((each for each in names if re.match(rf"{re.escape(each)}(?!\w)", left, re.IGNORECASE)), None)
        if name is None:
            return []
        found.append(name)
        left = re.sub(rf"^(?:[\s,;/&、]|{pattern_for('and')}\s)+", "", left[len(name) :], flags=re.IGNORECASE)
    return found


def _group_with_names(text: str) -> Iterator[AgendaSpeaker] | None:
    """Read "3 mayors, to be confirmed: A, B, a mayor of C": the group, then each that is named for it."""
    head, colon, rest = text.partition(":")
    if not colon or not rest.strip() or not (DIGIT.search(head) or PENDING.search(head)) or has_role_word(rest[:12]):
        return None
    is_pending = PENDING.search(text) is not None
    state = "pending" if is_pending else ""
    group = PENDING.sub("", head).strip(" ,")
    names = [PENDING.sub("", name).strip(" ,.") for name in LIST_OF_NAMES.split(rest)]
    found = [AgendaSpeaker("group", group, confirmation=state)]
    return iter([*found, *(AgendaSpeaker("group", name, confirmation=state) for name in names if name)])


def _pieces(text: str) -> Iterator[str]:
    """Part a cell into those it names: at lines, semicolons, titles, "and" in front of a name, a number of people."""
    if HAN.search(text[:60]):
        yield from (piece.strip() for piece in HAN_PARTS.split(text) if piece.strip())
        return
    for part in PARTS.split(text):
        starts = sorted({0, *_starts_inside(part)})
        for start, end in zip(starts, [*starts[1:], len(part)], strict=True):
            piece = re.sub(
                rf"(?:\s|,|\b{pattern_for('and', is_spaceless=False)}$)+$", "", part[start:end].strip(), flags=re.I
            )
            yield from _names_alone(piece)


def _starts_inside(part: str) -> Iterator[int]:
    for match in (*TITLES.finditer(part), *NUMBERED_GROUP.finditer(part)):
        if match.start() and not TITLES.search(f"{part[: match.start()]}¦"[-12:]):
            in_front = part[: match.start()].rstrip()
            if not has_role_word(in_front.rsplit(None, 1)[-1]) or in_front.endswith((",", ".", ")")):
                yield match.start()


def _names_alone(piece: str) -> Iterator[str]:
    """Part a list of nothing but full names; anything else is one piece."""
    names = [name.strip() for name in LIST_OF_NAMES.split(piece) if name.strip()]
    if len(names) > 1 and all(is_person_name(name) for name in names):
        yield from names
    else:
        yield piece


def _named(words: str, moderates: bool, bodies: Sequence[str]) -> Iterator[AgendaSpeaker]:
    state = "pending" if PENDING.search(words) else "confirmed" if CONFIRMED.search(words) else ""
    bare = CONFIRMED.sub("", PENDING.sub("", words)).strip(" ,;–—-").removesuffix(".") if len(words) > 4 else words
    if not bare:
        return
    speaker = _person(bare) or _body_or_group(bare, bodies)
    yield replace(speaker, confirmation=state, is_moderator=moderates)


def _person(text: str) -> AgendaSpeaker | None:
    """Read a name with what stands behind it; None where no name stands first."""
    bare = text
    while (title := TITLES.match(bare)) is not None:
        bare = bare[title.end() :]
    if HAN.search(text[:40]):
        return _han_person(text)
    if is_uncased(text):
        person = described(text)
        if person is None or len(person.name) > LONGEST_NAME or person.standing.role is None:
            return None
        return AgendaSpeaker("person", person.name, person.standing.role, person.standing.organisation)
    head, *behind = NAME_ENDS.split(bare, maxsplit=1)
    is_titled = bare != text and 0 < len(head.split()) <= 6
    if not (is_titled or is_person_name(head)) or (is_organisation_word(head.split()[-1]) and not is_titled):
        return None
    standing = read_role(behind[0].strip(" )）")) if behind else read_role("")
    rest = behind[0].strip(" )）") if behind else ""
    role = standing.role or (rest if rest and not standing.organisation else None)
    return AgendaSpeaker("person", head.strip(), role, standing.organisation)


def _han_person(text: str) -> AgendaSpeaker | None:
    found = han_item(text, lambda candidate: candidate)
    if found is not None:
        return AgendaSpeaker("person", found.name, found.standing.role, found.standing.organisation)
    return None


def _body_or_group(text: str, bodies: Sequence[str]) -> AgendaSpeaker:
    """Take for an organisation what is known as one, or ends in a word for one; the rest is a group, as written."""
    last = text.split()[-1].strip(".,")
    is_body = any(text.casefold() == body.casefold() for body in bodies)
    begins = next((body for body in bodies if text.casefold().startswith(f"{body.casefold()},")), None)
    is_acronym = len(text) <= 15 and text.isupper() and " " not in text
    if is_body or begins or is_acronym or (text.endswith(tuple(HAN_ORGANISATIONS)) and bool(HAN.search(text[:4]))):
        return AgendaSpeaker("organisation", text)
    is_named = len(text.split()) <= MOST_GROUP_WORDS and is_organisation_word(last) and not DIGIT.search(text)
    return AgendaSpeaker("organisation" if is_named and len(text.split()) <= 8 else "group", text)
