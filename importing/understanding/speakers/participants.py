"""People named with a function or an organisation as taking part."""

import re
from collections.abc import Iterator

from importing.proposal import Participant
from importing.reading import Kind, SourceParagraph
from importing.understanding.contact_lines import is_any_name
from importing.understanding.ledger import Ledger
from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.speech_verbs import first_verb
from importing.understanding.lexicon.vocabulary import any_word, pattern_for
from importing.understanding.lexicon.words import first_sentence, source_words
from importing.understanding.sections import cells_as_text
from importing.understanding.signals import evidence_of
from importing.understanding.speakers import agenda, enumerations, han, uncased
from importing.understanding.speakers.names import HONORIFICS, Name, full_names_in, is_person_name
from importing.understanding.speakers.people import (
    NOTHING_KNOWN,
    FoundPerson,
    People,
    description_behind,
    standing_in_front,
)
from importing.understanding.speakers.roles import StatedRole, read_role
from newsroom.language.addresses import has_address
from newsroom.language.script.letters import HAN

# An enumeration has at least this many people; fewer are a sentence about somebody.
FEWEST_IN_LIST = 3

CUE = re.compile(
    rf"\b{pattern_for('participant_cues', is_spaceless=False)}(?!\w)"
    rf"|{pattern_for('participant_cues', is_spaceless=True)}",
    re.IGNORECASE,
)
CUE_ALONE = re.compile(
    rf"[^,;:.]{{0,40}}?\b{pattern_for('participant_cues')}(?!\w)[^,;:.]{{0,30}}[:：]?", re.IGNORECASE
)
ITEM_SEPARATOR = re.compile(r"[;；؛]\s*")
NAME_SEPARATOR = re.compile(r"\A\s*\*{0,2}\s*(?:,|،|–|—|-|\(|:|\||\.\s)\s*")
INTRODUCTION = re.compile(r"\A(?:[^,;:]{0,60}[,:]\s+)?")
HONORIFIC = re.compile(rf"\b(?=[A-ZÀ-ÞА-Я])(?i:{any_word(HONORIFICS)})\.?\s+(?=[A-ZÀ-ÞА-Я])")
#: What stands at the head of a column of names, and of one that makes a table something else.
NAME_HEAD = re.compile(pattern_for("occasions.head_name", "occasions.head_speaker"), re.IGNORECASE)
NO_NAME_HEAD = re.compile(
    rf"{pattern_for('occasions.head_time')}|{pattern_for('contact_words')}.{{0,20}}", re.IGNORECASE
)
MODERATOR = re.compile(rf"\b{pattern_for('occasions.moderator')}\s?[:：]\W*", re.IGNORECASE)
LONGEST_ITEM = 400
LONGEST_NAME, LONGEST_ROLE, LONGEST_ORGANISATION = 150, 250, 200
MOST_ANNOUNCING_WORDS = 30
MOST_ITEM_WORDS = 14


def participants_of(ledger: Ledger, people: People) -> tuple[Participant, ...]:
    """Return the participants of the paragraphs that have no place yet, each person once.

    The import contract: a person named with a role or an organisation as
    taking part. Lists by semicolons, lists by lines, agendas, and sentences
    that say who opened, moderated or spoke are read. What is longer than its
    field is no function and no organisation, and stays text.
    """
    found: dict[str, Participant] = {}
    is_announced = False
    for paragraph in ledger.searchable():
        for person in _read(paragraph, is_announced, people):
            people.note(person.name, person.standing)
            if (participant := _participant(person, paragraph, is_announced)) is not None:
                found.setdefault(person.name.casefold(), participant)
        is_announced = _announces(paragraph, is_announced, people)
    return tuple(found.values())


def _participant(person: FoundPerson, paragraph: SourceParagraph, is_announced: bool) -> Participant | None:
    role, organisation = person.standing.role, person.standing.organisation
    if len(person.name) > LONGEST_NAME or len(role or "") > LONGEST_ROLE:
        return None
    organisation = organisation if len(organisation or "") <= LONGEST_ORGANISATION else None
    signals = ["a list announces who takes part"] if is_announced or paragraph.kind is Kind.TABLE_ROW else []
    signals += ["a function is told"] if role else []
    signals += ["an organisation is told"] if organisation else []
    evidence = evidence_of((paragraph.number,), signals)
    return Participant(person.name, role, organisation, (paragraph.number,), evidence)


def _read(paragraph: SourceParagraph, is_announced: bool, people: People) -> list[FoundPerson]:
    text = paragraph.text
    if paragraph.kind is Kind.TABLE_ROW:
        listed_row = _in_columns(paragraph) if is_announced else None
        return [listed_row] if listed_row else list(_in_row(paragraph)) or list(agenda.people_in_row(paragraph))
    if paragraph.kind in (Kind.HEADING, Kind.IMAGE):
        return []
    if HAN.search(text[:60]):
        return _han(text, is_announced or paragraph.kind is Kind.LIST_ITEM, people)
    if uncased.is_uncased(text):
        return _uncased(paragraph, is_announced)
    if (enumerated := enumerations.enumerated_people(text, CUE)) and len(enumerated) >= 2:
        return [*enumerated, *_moderating(text)]
    items = [item.strip() for item in ITEM_SEPARATOR.split(text)]
    if len(items) >= FEWEST_IN_LIST:
        listed = [person for item in items if (person := _listed(item))]
        if 2 * len(listed) > len(items):
            return listed
    if is_announced or (paragraph.kind is Kind.LIST_ITEM and _is_signed_item(text)):
        listed_one = _listed(text, is_announced) or _introduced(paragraph)
        if listed_one is not None:
            return [listed_one]
    return list(_in_sentences(paragraph))


def _announces(paragraph: SourceParagraph, was_announced: bool, people: People) -> bool:
    """Whether the paragraphs that follow list who takes part."""
    text = paragraph.text.strip(" *")
    if paragraph.kind is Kind.TABLE_ROW:
        return was_announced or _names_columns(paragraph)
    if text.endswith((":", "：")) or paragraph.kind is Kind.HEADING:
        return len(text.split()) < MOST_ANNOUNCING_WORDS and CUE.search(text) is not None
    if len(text.split()) <= 5 and CUE_ALONE.fullmatch(text) is not None:
        return True
    if not was_announced:
        return False
    if HAN.search(text[:60]):
        return han.han_item(text, people.han_name) is not None
    if uncased.is_uncased(text):
        return uncased.described(text) is not None
    return (_listed(text, was_announced) or _introduced(paragraph)) is not None


def _han(text: str, is_listed: bool, people: People) -> list[FoundPerson]:
    """Read an item of a list, or the enumeration behind a cue."""
    if is_listed and (one := han.han_item(text, people.han_name)) is not None:
        return [FoundPerson(one.name, one.standing)]
    cue = CUE.search(text)
    if cue is None:
        return []
    sentence = re.split(r"[。！？]", text[cue.start() :], maxsplit=1)[0]
    named = list(han.enumerated(sentence, people.han_name))
    if len(named) < 2:
        return []
    return [FoundPerson(each.name, each.standing) for each in named if each.standing != NOTHING_KNOWN]


def _uncased(paragraph: SourceParagraph, is_announced: bool) -> list[FoundPerson]:
    text = paragraph.text
    cue = CUE.search(text)
    pieces = ITEM_SEPARATOR.split(text[cue.end() :].partition(":")[2]) if cue and ":" in text else []
    if not pieces and (is_announced or paragraph.kind is Kind.LIST_ITEM):
        pieces = [text]
    found = [uncased.described(piece.strip(" .•-–")) for piece in pieces]
    return [person for person in found if person is not None and person.standing != NOTHING_KNOWN]


def _moderating(text: str) -> list[FoundPerson]:
    """Read who moderates, behind those enumerated in the same paragraph: "Moderator: A, of B."."""
    label = MODERATOR.search(text)
    person = _listed(first_sentence(text[label.end() :])) if label else None
    return [person] if person else []


def _is_signed_item(text: str) -> bool:
    """Whether a list item is a name with a function and nothing else."""
    head = re.split(r"[,–—(:|]", text, maxsplit=1)
    return len(head) == 2 and is_person_name(head[0]) and has_role_word(head[1]) and len(text.split()) < 30


def _listed(item: str, is_announced: bool = False) -> FoundPerson | None:
    """Read one item of a list: the name, then what the person is."""
    text = item.strip(" .•*-–—")
    if len(text) > LONGEST_ITEM:
        return None
    names = full_names_in(text[:160])
    if not names or not _starts_item(text, names[0]):
        return None
    return _described(text, names[0], is_announced)


def _starts_item(text: str, name: Name) -> bool:
    in_front = text[: name.start].strip(" *")
    if not in_front or in_front == name.title:
        return True
    if all(word.casefold().strip(".") in HONORIFICS for word in in_front.split()):
        return True
    if is_common_word(in_front.split()[-1]):
        return False
    return len(in_front.split()) <= 5 and "," not in in_front and standing_in_front(text, name).role is not None


def _standing_of_item(described: str) -> StatedRole:
    """Return what a list says of somebody in words that no list of functions has: "A, guardian of the spring"."""
    words = described.strip(" .;,*")
    is_short = 0 < len(words.split()) <= MOST_ITEM_WORDS and first_verb(source_words(words)) is None
    if not is_short or not words[:1].islower():
        return StatedRole()
    return StatedRole(None, words) if is_organisation_word(words.split()[0]) else StatedRole(words, None)


def _described(text: str, name: Name, is_listed: bool = False) -> FoundPerson | None:
    behind = text[name.end :]
    separator = NAME_SEPARATOR.match(behind)
    in_front = standing_in_front(text, name)
    if separator is None:
        standing = in_front if not behind.strip(" *.") else StatedRole()
        return _named(name, standing)
    described = behind[separator.end() :]
    description = description_behind(f", {described.rstrip(') ') if '(' in separator[0] else described}")
    standing = read_role(description)
    if standing == in_front == NOTHING_KNOWN and is_listed:
        standing = _standing_of_item(described)
    return _named(name, StatedRole(standing.role or in_front.role, standing.organisation or in_front.organisation))


def _named(name: Name, standing: StatedRole) -> FoundPerson | None:
    return _named_listed(name.text, standing)


def _introduced(paragraph: SourceParagraph) -> FoundPerson | None:
    """Read a paragraph of an announced list that begins with the person: "In Town, A, mayor of B, …"."""
    introduction = INTRODUCTION.match(paragraph.text[:200])
    for start in (0, introduction.end() if introduction else 0):
        rest = paragraph.text[start : start + LONGEST_ITEM].lstrip("* ")
        names = full_names_in(rest)
        if names and _starts_item(rest, names[0]):
            return _described(rest, names[0])
    return None


def _in_sentences(paragraph: SourceParagraph) -> Iterator[FoundPerson]:
    """Read who opened, joined or spoke: the names behind the cue that have a description or a function in front."""
    text = paragraph.text
    cue = CUE.search(text)
    if cue is None:
        return
    names = [name for name in full_names_in(text) if name.start >= cue.start()]
    if not names or names[0].start - cue.end() > 40:
        return
    for name, end in zip(names, [*(following.start for following in names[1:]), len(text)], strict=True):
        behind = description_behind(text[name.end : end])
        standing = read_role(behind) if behind else StatedRole()
        in_front = standing_in_front(text, name)
        person = _named(
            name, StatedRole(standing.role or in_front.role, standing.organisation or in_front.organisation)
        )
        if person is not None:
            yield person


def _names_columns(paragraph: SourceParagraph) -> bool:
    """Whether a row of a table says that a column holds names: "Name | Function", and no time and no address."""
    cells = [cell.strip(" *:：") for cell in cells_as_text(paragraph)]
    names = [bool(NAME_HEAD.fullmatch(cell)) for cell in cells]
    return any(names[:2]) and not any(NO_NAME_HEAD.fullmatch(cell) for cell in cells)


def _in_columns(paragraph: SourceParagraph) -> FoundPerson | None:
    """Read a row of an announced list: the name in one cell, function and organisation in those behind it."""
    cells = [cell for cell in cells_as_text(paragraph) if cell]
    index = next((number for number, cell in enumerate(cells[:2]) if is_any_name(_without_titles(cell))), None)
    if index is None or len(cells) < 2 or has_address(paragraph.text):
        return None
    told = cells[index + 1 :] or cells[:index]
    standing = read_role(told[0]) if not HAN.search(told[0]) else han.han_standing(told[0])
    role = standing.role or (told[0] if not standing.organisation else None)
    organisation = told[1] if len(told) > 1 else standing.organisation
    return _named_listed(_without_titles(cells[index]), StatedRole(role, organisation))


def _without_titles(cell: str) -> str:
    return HONORIFIC.sub("", cell).strip()


def _named_listed(name: str, standing: StatedRole) -> FoundPerson | None:
    return FoundPerson(name, standing) if standing != NOTHING_KNOWN else None


def _in_row(paragraph: SourceParagraph) -> Iterator[FoundPerson]:
    """Read the people in the cells of an agenda: an honorific, or a name with a comma, begins each."""
    for cell in paragraph.text.split(" | "):
        starts = [match.start() for match in HONORIFIC.finditer(cell)] or [0]
        for start, end in zip(starts, [*starts[1:], len(cell)], strict=True):
            piece = HONORIFIC.sub("", cell[start:end]).strip()
            names = full_names_in(piece)
            if names and names[0].start == 0 and NAME_SEPARATOR.match(piece[names[0].end :]):
                person = _described(piece, names[0])
                if person is not None:
                    yield person
