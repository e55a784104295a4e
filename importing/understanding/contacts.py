"""Whom journalists can ask: a person or desk with an e-mail address or a telephone number."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from importing.proposal import Contact
from importing.reading import Kind, Place, SourceParagraph
from importing.understanding.contact_lines import (
    fragments_of,
    is_any_name,
    name_among,
    name_behind_role,
    parted_at_comma,
    parts_of_line,
    phones_with_extensions,
)
from importing.understanding.glued import is_glued, unglued
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.labels import ABOUT, CONTACT, GLUED_CONTACT, NOT_FOR_PRESS
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.lexicon.words import sentence_starts
from importing.understanding.sections import CONTACT_CUE, Section, SectionKind, cells_as_text
from importing.understanding.signals import evidence_of
from importing.understanding.speakers.names import full_names_in, names_in
from importing.understanding.speakers.roles import read_role
from newsroom.language.addresses import (
    Address,
    emails_in,
    has_address,
    is_same_phone,
    linked_emails_in,
    phones_in,
)

AT_ORGANISATION = re.compile(rf"\b{pattern_for('at_organisation')}\s+(?=[A-ZÀ-ÞА-Я])")
LONGEST_NAME, LONGEST_ROLE, LONGEST_ORGANISATION, LONGEST_PHONE = 150, 150, 200, 40
LONGEST_SENTENCE = 1_500
_END = Address("", 10**9, 10**9)
MOST_LINE_WORDS = 14


@dataclass
class _Card:
    """The lines of one contact as they are gathered."""

    fragments: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    @property
    def is_reachable(self) -> bool:
        return bool(self.emails or self.phones)


def find_contacts(ledger: Ledger, sections: list[Section]) -> tuple[Contact, ...]:
    """Return the contacts of a document and place the paragraphs of contact sections.

    The import contract: a contact is for the press, not every address in the
    text. Lines in a contact section that belong to no contact stay in the body.
    """
    found: list[Contact] = []
    for section in sections:
        if section.kind is SectionKind.CONTACT:
            _add(found, _from_section(ledger, section))
    for section in sections:
        if section.kind is SectionKind.NOTES:
            _add(found, list(_from_notes(section)))
    for paragraph in ledger.searchable():
        if (found and paragraph.place in (Place.FOOTER, Place.HEADER)) or NOT_FOR_PRESS.match(paragraph.text[:80]):
            continue
        if is_glued(paragraph.text):
            _add(found, _from_glued(paragraph))
        elif CONTACT_CUE.search(paragraph.text) and _has_any_address(paragraph):
            _add(found, list(_from_sentence(paragraph)))
    return tuple(_fitting(contact) for contact in found)


def _add(found: list[Contact], contacts: list[Contact]) -> None:
    """Add contacts, joining one that is there already by address, number or name."""
    for contact in contacts:
        same = next((index for index, known in enumerate(found) if _is_same(known, contact)), None)
        if same is None:
            found.append(contact)
        else:
            known = found[same]
            found[same] = replace(
                known,
                name=known.name or contact.name,
                email=known.email or contact.email,
                phone=known.phone or contact.phone,
                source=tuple(dict.fromkeys((*known.source, *contact.source))),
            )


def _is_same(known: Contact, contact: Contact) -> bool:
    """Whether two contacts are one: by address and, where both tell it, by name."""
    if known.name and contact.name and not _may_be_one(known.name, contact.name):
        return False
    if known.email and contact.email:
        return known.email.casefold() == contact.email.casefold()
    if known.phone and contact.phone:
        return is_same_phone(known.phone, contact.phone)
    return bool(known.name) and known.name == contact.name


def _may_be_one(first: str, second: str) -> bool:
    one, other = set(first.casefold().split()), set(second.casefold().split())
    return one <= other or other <= one


def _from_section(ledger: Ledger, section: Section) -> list[Contact]:
    heading, *lines = (_from_column(each, section.column) for each in (section.heading, *section.paragraphs))
    lines = _for_press(_without_house(heading, _by_person(lines)))
    cards = _cards(heading, section.label, lines)
    contacts = []
    for card in cards:
        if card.is_reachable:
            numbers = tuple(sorted(set(card.numbers)))
            contacts.append(_contact(card, numbers))
    if contacts:
        first = contacts[0]
        numbers = tuple(sorted({section.heading.number, *first.source}))
        contacts[0] = replace(first, source=numbers)
        ledger.place(ProposalPart.CONTACTS, (number for contact in contacts for number in contact.source))
    return contacts


def _from_column(paragraph: SourceParagraph, column: int) -> SourceParagraph:
    """Return a row of a table from a column on: what stands in front of it is something else."""
    if not column or len(paragraph.cells) <= column:
        return paragraph
    words = " | ".join(filter(None, cells_as_text(paragraph)[column:]))
    return SourceParagraph(paragraph.number, words, "".join(paragraph.cells[column:]))


def _by_person(lines: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """Read rows in which several people stand side by side column by column."""
    told: list[SourceParagraph] = []
    for is_row, group in itertools.groupby(lines, lambda line: line.kind is Kind.TABLE_ROW):
        rows = list(group)
        if is_row and any(sum(bool(emails_in(cell)) for cell in cells_as_text(row)) > 1 for row in rows):
            told += _by_column(rows)
        else:
            told += rows
    return told


def _without_house(heading: SourceParagraph, lines: list[SourceParagraph]) -> list[SourceParagraph]:
    """Leave out what stands on every page where others can be reached: it is the address of the house."""
    others = [each for each in lines if each.place not in (Place.FOOTER, Place.HEADER)]
    return others if any(map(_has_any_address, (heading, *others))) else lines


def _for_press(lines: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    """Leave out the addresses under a label that says they are for everybody."""
    kept, is_for_everybody = [], False
    for line in lines:
        if NOT_FOR_PRESS.match(line.text[:80]):
            is_for_everybody = not _has_any_address(line)
        elif not is_for_everybody or not _has_any_address(line) or fragments_of(line.text):
            kept.append(line)
            is_for_everybody = False
    return kept


def _by_column(rows: Sequence[SourceParagraph]) -> list[SourceParagraph]:
    columns = itertools.zip_longest(*(zip(cells_as_text(row), row.cells, strict=True) for row in rows))
    return [
        SourceParagraph(row.number, cell[0], cell[1])
        for column in columns
        for row, cell in zip(rows, column, strict=True)
        if cell is not None and cell[0]
    ]


def _from_notes(section: Section) -> Iterator[Contact]:
    """Read who can be asked in notes to editors, which stay notes: in a sentence, or in lines behind one."""
    named: str | None = None
    card = _Card()
    for paragraph in section.paragraphs:
        cue = CONTACT_CUE.search(paragraph.text)
        if cue and _has_any_address(paragraph):
            yield from _from_sentence(paragraph)
        elif cue:
            names = [name.text for name in names_in(paragraph.text[: cue.end() + 80]) if name.is_full]
            named = names[-1] if names else None
        elif named and _has_any_address(paragraph) and not fragments_of(paragraph.text):
            _take([card], paragraph, [])
    if named and card.is_reachable:
        numbers = tuple(sorted(set(card.numbers)))
        yield Contact(named, None, None, next(iter(card.emails), None), next(iter(card.phones), None), numbers)


def _from_glued(paragraph: SourceParagraph) -> list[Contact]:
    lines = [SourceParagraph(paragraph.number, line, "") for line in unglued(paragraph.text)]
    cards = [_Card()]
    for line in lines:
        _take(cards, line)
    return [_contact(card, (paragraph.number,)) for card in cards if card.is_reachable]


def _cards(heading: SourceParagraph, label: str, lines: Sequence[SourceParagraph]) -> list[_Card]:
    """Part the lines of a section into contacts: words behind an address begin the next one."""
    if is_glued(heading.text) or (GLUED_CONTACT.match(heading.text) and has_address(heading.text)):
        cards = [_Card()]
        for piece in unglued(heading.text):
            _take(cards, SourceParagraph(heading.number, piece, ""))
        for line in lines:
            _take(cards, line)
        return cards
    cards = [_Card(fragments=[label] if label else [])]
    if not label and (has_address(heading.text) or linked_emails_in(heading.html)):
        _take(cards, heading, _words_of_heading(heading.text))
    elif (match := CONTACT.match(heading.text[:300])) and _is_name_or_desk(match["rest"]):
        cards[0].fragments.append(match["rest"].strip(" :*–—-"))
    elif match and (names := full_names_in(match["rest"])) and names[-1].end == len(match["rest"].rstrip()):
        cards[0].fragments.append(names[-1].text)
    for line in lines:
        _take(cards, line)
    return cards


def _words_of_heading(text: str) -> list[str]:
    """Return who is named on the line that begins a section, without the words that ask to make contact."""
    first = min(address.start for address in (*emails_in(text), *phones_in(text), _END))
    head, colon, rest = text.partition(":")
    if colon and len(head) < first:
        return fragments_of(rest)
    cue = CONTACT_CUE.search(text)
    name, organisation = _named_in(text[cue.end() if cue and cue.end() < first else 0 : first])
    return [part for part in (name, organisation) if part]


def _is_name_or_desk(text: str) -> bool:
    return is_any_name(text.strip(" :：*–—-"))


def _take(cards: list[_Card], line: SourceParagraph, words: list[str] | None = None) -> None:
    """Add a line to the last contact, or to a new one when words follow an address."""
    if NOT_FOR_PRESS.match(line.text[:80]):
        return
    emails = [address.text for address in emails_in(line.text)]
    emails += [address for address in linked_emails_in(line.html) if address not in emails]
    phones = [address.text for address in phones_with_extensions(line.text)]
    if words is None:
        words = fragments_of(line.text)
    if emails or phones or GLUED_CONTACT.match(line.text):
        words = [part for word in words for part in parts_of_line(word, emails[0] if emails else None)]
    if (words and cards[-1].is_reachable) or _has_other(cards[-1], emails):
        cards.append(_Card())
    card = cards[-1]
    if not (words or emails or phones) or len(line.text.split()) > 3 * MOST_LINE_WORDS:
        return
    card.fragments += words
    card.emails += emails
    card.phones += phones
    card.numbers.append(line.number)


def _has_other(card: _Card, emails: list[str]) -> bool:
    return bool(card.emails and emails and emails[0] not in card.emails)


def _contact(card: _Card, numbers: tuple[int, ...]) -> Contact:
    """Read the words on a card: a name, a function, an organisation."""
    email = card.emails[0] if card.emails else None
    fragments = [part for fragment in card.fragments for part in parted_at_comma(fragment)]
    fragments = [
        part for part in fragments if not CONTACT_CUE.fullmatch(part) or is_organisation_word(part.split()[-1])
    ]
    name = name_among(fragments, email)
    if name is not None:
        fragments.remove(name)
    elif (led := next(filter(None, map(name_behind_role, fragments)), None)) is not None:
        name = led
        fragments = [fragment.removesuffix(led).strip() for fragment in fragments]
    role, organisation = None, None
    for fragment in fragments:
        standing = read_role(fragment)
        if has_role_word(fragment):
            role = role or standing.role
            organisation = organisation or standing.organisation
        elif organisation is None and not ABOUT.fullmatch(fragment):
            organisation = fragment
    phone = card.phones[0] if card.phones else None
    return Contact(name, role, organisation, email, phone, numbers)


def _fitting(contact: Contact) -> Contact:
    """Return a contact without what is longer than its field; the words stay where they stand."""
    signals = ["an e-mail address"] if contact.email else []
    signals += ["a telephone number"] if contact.phone else []
    signals.append("a name" if contact.name else "no name")
    return replace(
        contact,
        evidence=evidence_of(contact.source, signals),
        name=contact.name if len(contact.name or "") <= LONGEST_NAME else None,
        role=contact.role if len(contact.role or "") <= LONGEST_ROLE else None,
        organisation=contact.organisation if len(contact.organisation or "") <= LONGEST_ORGANISATION else None,
        phone=contact.phone if len(contact.phone or "") <= LONGEST_PHONE else None,
    )


def _has_any_address(paragraph: SourceParagraph) -> bool:
    return has_address(paragraph.text) or bool(linked_emails_in(paragraph.html))


def _from_sentence(paragraph: SourceParagraph) -> Iterator[Contact]:
    """Read contacts in running text: each address with the name in front of it, behind the cue."""
    for sentence in _sentences(paragraph.text):
        cue = CONTACT_CUE.search(sentence)
        if cue is None:
            continue
        phones = phones_with_extensions(sentence)
        emails = [address for address in emails_in(sentence) if address.end > cue.start()]
        last = cue.end()
        for index, address in enumerate(emails):
            name, organisation = _named_in(sentence[min(last, address.start) : address.start])
            phone = phones[index].text if index < len(phones) else None
            yield Contact(name, None, organisation, address.text, phone, (paragraph.number,))
            last = address.end
        if not emails and phones and phones[0].start > cue.start():
            name, organisation = _named_in(sentence[cue.end() : phones[0].start])
            yield Contact(name, None, organisation, None, phones[0].text, (paragraph.number,))


def _sentences(text: str) -> Iterator[str]:
    starts = [*sentence_starts(text), len(text)]
    for start, end in itertools.pairwise(starts):
        yield text[start : min(end, start + LONGEST_SENTENCE)]


def _named_in(text: str) -> tuple[str | None, str | None]:
    """Return the names and the organisation in front of an address."""
    organisation = None
    at = list(AT_ORGANISATION.finditer(text))
    if at:
        organisation = text[at[-1].end() :].strip(" ,.:;([<*") or None
    names = [name.text for name in names_in(text[: at[-1].start()] if at else text) if name.is_full]
    return ", ".join(names) or None, organisation
