"""People named with a function or an organisation as taking part."""

import re
from collections.abc import Iterator, Sequence

from importing.proposal import Participant
from importing.reading import Kind, SourceParagraph
from importing.understanding.ledger import Ledger
from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.vocabulary import any_word, pattern_for
from importing.understanding.speakers.names import HONORIFICS, Name, full_names_in, is_person_name
from importing.understanding.speakers.people import People, description_behind
from importing.understanding.speakers.roles import StatedRole, read_role

# An enumeration has at least this many people; fewer are a sentence about somebody.
FEWEST_IN_LIST = 3

CUE = re.compile(
    rf"\b{pattern_for('participant_cues', is_spaceless=False)}\b|{pattern_for('participant_cues', is_spaceless=True)}",
    re.IGNORECASE,
)
ITEM_SEPARATOR = re.compile(r"[;；]\s*")
NAME_SEPARATOR = re.compile(r"\A\s*(?:,|–|—|-|\(|:|\|)\s*")
INTRODUCTION = re.compile(r"\A(?:[^,;:]{0,60}[,:]\s+)?")
HONORIFIC = re.compile(rf"\b(?=[A-ZÀ-ÞА-Я])(?i:{any_word(HONORIFICS)})\.\s+(?=[A-ZÀ-ÞА-Я])")
LONGEST_ITEM = 400


def participants_of(ledger: Ledger, people: People) -> tuple[Participant, ...]:
    """Return the participants of the paragraphs that have no place yet, each person once.

    The import contract: a person named with a role or an organisation as
    taking part. Lists by semicolons, lists by lines, agendas, and sentences
    that say who opened, moderated or spoke are read.
    """
    found: dict[str, Participant] = {}
    is_announced = False
    for paragraph in ledger.searchable():
        for participant in _read(paragraph, is_announced):
            people.note(participant.name, StatedRole(participant.role, participant.organisation))
            found.setdefault(participant.name.casefold(), participant)
        is_announced = _announces(paragraph, is_announced)
    return tuple(found.values())


def _read(paragraph: SourceParagraph, is_announced: bool) -> list[Participant]:
    if paragraph.kind is Kind.TABLE_ROW:
        return list(_in_row(paragraph))
    if paragraph.kind in (Kind.HEADING, Kind.IMAGE):
        return []
    items = [item.strip() for item in ITEM_SEPARATOR.split(paragraph.text)]
    if len(items) >= FEWEST_IN_LIST:
        listed = [participant for item in items if (participant := _listed(item, paragraph.number))]
        if 2 * len(listed) > len(items):
            return listed
    if is_announced or (paragraph.kind is Kind.LIST_ITEM and _is_signed_item(paragraph.text)):
        listed_one = _listed(paragraph.text, paragraph.number) or _introduced(paragraph)
        if listed_one is not None:
            return [listed_one]
    return list(_in_sentences(paragraph))


def _announces(paragraph: SourceParagraph, was_announced: bool) -> bool:
    """Whether the paragraphs that follow list who takes part."""
    if paragraph.text.rstrip(" *").endswith((":", "：")) or paragraph.kind is Kind.HEADING:
        return len(paragraph.text.split()) < 30 and CUE.search(paragraph.text) is not None
    short_label = len(paragraph.text.split()) <= 3 and CUE.fullmatch(paragraph.text.strip(" *:")) is not None
    if short_label:
        return True
    return was_announced and (_listed(paragraph.text, 0) or _introduced(paragraph)) is not None


def _is_signed_item(text: str) -> bool:
    """Whether a list item is a name with a function and nothing else."""
    head = re.split(r"[,–—(:|]", text, maxsplit=1)
    return len(head) == 2 and is_person_name(head[0]) and has_role_word(head[1]) and len(text.split()) < 30


def _listed(item: str, number: int) -> Participant | None:
    """Read one item of a list: the name, then what the person is."""
    text = item.strip(" .•*-–—")
    if len(text) > LONGEST_ITEM:
        return None
    names = full_names_in(text[:120])
    if not names or not _starts_item(text, names[0]):
        return None
    return _described(text, names[0], number)


def _starts_item(text: str, name: Name) -> bool:
    in_front = text[: name.start].strip(" *")
    return not in_front or in_front.casefold().rstrip(".") in HONORIFICS or in_front == name.title


def _described(text: str, name: Name, number: int) -> Participant | None:
    behind = text[name.end :]
    separator = NAME_SEPARATOR.match(behind)
    if separator is None:
        return _named(name, read_role(name.title), number) if name.title and not behind.strip() else None
    described = behind[separator.end() :]
    description = description_behind(f", {described.rstrip(')') if '(' in separator[0] else described}")
    return _named(name, read_role(description), number)


def _named(name: Name, standing: StatedRole, number: int) -> Participant | None:
    if not (standing.role or standing.organisation):
        return None
    return Participant(name.text, standing.role, standing.organisation, (number,))


def _introduced(paragraph: SourceParagraph) -> Participant | None:
    """Read a paragraph of an announced list that begins with the person: "In Town, A, mayor of B, …"."""
    introduction = INTRODUCTION.match(paragraph.text[:200])
    for start in (0, introduction.end() if introduction else 0):
        rest = paragraph.text[start : start + LONGEST_ITEM]
        names = full_names_in(rest)
        if names and _starts_item(rest, names[0]):
            return _described(rest, names[0], paragraph.number)
    return None


def _in_sentences(paragraph: SourceParagraph) -> Iterator[Participant]:
    """Read who opened, joined or spoke: the names behind the cue that have a description or emphasis."""
    cue = CUE.search(paragraph.text)
    if cue is None:
        return
    names = [name for name in full_names_in(paragraph.text) if name.start >= cue.start()]
    if not names or names[0].start - cue.end() > 40:
        return
    for name, end in zip(names, _ends(names, len(paragraph.text)), strict=True):
        between = paragraph.text[name.end : end]
        behind = description_behind(between)
        if not behind and not name.title:
            continue
        participant = _named(name, read_role(behind or name.title), paragraph.number)
        if participant is not None:
            yield participant


def _ends(names: Sequence[Name], length: int) -> list[int]:
    """Return where the text about each name ends: in front of the next, without the word that joins them."""
    return [*(following.start for following in names[1:]), length]


def _in_row(paragraph: SourceParagraph) -> Iterator[Participant]:
    """Read the people in the cells of an agenda: an honorific, or a name with a comma, begins each."""
    for cell in paragraph.text.split(" | "):
        starts = [match.start() for match in HONORIFIC.finditer(cell)] or [0]
        for start, end in zip(starts, [*starts[1:], len(cell)], strict=True):
            piece = HONORIFIC.sub("", cell[start:end]).strip()
            names = full_names_in(piece)
            if names and names[0].start == 0 and NAME_SEPARATOR.match(piece[names[0].end :]):
                participant = _described(piece, names[0], paragraph.number)
                if participant is not None:
                    yield participant
