"""What a person decided about a proposal, put into it: each paragraph has one place, before and after."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from importing.proposal import (
    BodyBlock,
    Contact,
    Dateline,
    Participant,
    Proposal,
    ProposedBoilerplate,
    ProposedQuote,
)
from importing.reading import Kind, SourceParagraph
from importing.remarks import Doubt
from importing.review.lines import embargo_again, issued_in
from importing.review.parts import IN_BODY, SINGLE, Part, parts_of_proposal, place_of_part

OUTER_MARKS = re.compile(r"^[\s“”„«»‹›「」『』\"‘’]+|[\s“”„«»‹›「」『』\"‘’,，]+$")
SPOKEN = re.compile(r"[“„«‹「『\"](?P<words>.+)[”“»›」』\"]", re.DOTALL)
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"\+?\(?\d[\d ().\-/]{6,}\d")
HASHTAG = re.compile(r"#(\w+)")
#: In the field of participants: name, role, organisation, one person a line.
PARTS_OF_A_PERSON = re.compile(r"\s*[|;]\s*")


@dataclass(frozen=True)
class PartAssignment:
    """What a person said a paragraph is, and what they wrote into the fields of that part."""

    paragraph: int
    part: Part
    values: Mapping[str, str] = field(default_factory=dict)


def assignments_from(stored: Sequence[Mapping[str, Any]], proposal: Proposal) -> dict[int, PartAssignment]:
    """Return what was stored of a person's decisions, by paragraph; what fits nothing any more is left out."""
    found = {}
    for each in stored:
        number = each["paragraph"]
        if 0 <= number < len(proposal.paragraphs) and each["part"] in list(Part):
            found[number] = PartAssignment(number, Part(each["part"]), each.get("values", {}))
    return found


def final_parts(proposal: Proposal, assigned: Mapping[int, PartAssignment]) -> list[Part]:
    """Return what each paragraph is once a person decided."""
    parts = parts_of_proposal(proposal)
    for part in SINGLE:
        if any(each.part is part for each in assigned.values()):
            parts = [Part.PARAGRAPH if each is part else each for each in parts]
    for number, each in assigned.items():
        parts[number] = each.part
    return parts


def assigned_proposal(proposal: Proposal, stored: Sequence[Mapping[str, Any]]) -> Proposal:
    """Return the proposal as a person corrected it."""
    assigned = assignments_from(stored, proposal)
    return Assigning(proposal, assigned).result() if assigned else proposal


class Assigning:
    """One proposal and what a person decided about it."""

    def __init__(self, proposal: Proposal, assigned: Mapping[int, PartAssignment]) -> None:
        self.proposal, self.assigned = proposal, assigned
        self.before = parts_of_proposal(proposal)
        self.parts = final_parts(proposal, assigned)
        self.touched = {
            number for number, part in enumerate(self.parts) if part is not self.before[number] or number in assigned
        }

    def result(self) -> Proposal:
        """Return the proposal with everything in its new place."""
        until, zone, doubts = self.embargo()
        return replace(
            self.proposal,
            placement=tuple(
                self.proposal.placement[number] if part is self.before[number] else place_of_part(part)
                for number, part in enumerate(self.parts)
            ),
            headline=self.line(Part.HEADLINE, self.proposal.headline),
            subheadline=self.line(Part.SUBHEADLINE, self.proposal.subheadline),
            summary=self.line(Part.SUMMARY, self.proposal.summary),
            embargo=self.line(Part.EMBARGO, self.proposal.embargo),
            embargo_until=until,
            embargo_zone=zone,
            warnings=doubts,
            dateline=self.dateline(self.values_of(Part.DATELINE)),
            hashtags=tuple(self.hashtags()),
            body=tuple(sorted(self.body(), key=lambda block: block.source[0])),
            quotes=tuple(sorted(self.quotes(), key=lambda quote: quote.source)),
            participants=tuple(self.participants()),
            boilerplates=tuple(sorted(self.boilerplates(), key=lambda each: each.source)),
            contacts=tuple(sorted(self.contacts(), key=lambda each: each.source)),
            notes_to_editors=self.notes(),
        )

    def numbers(self, part: Part) -> list[int]:
        """The paragraphs that are a part now."""
        return [number for number, each in enumerate(self.parts) if each is part]

    def changed(self, part: Part) -> bool:
        """Whether other paragraphs are a part than before."""
        return self.numbers(part) != [number for number, each in enumerate(self.before) if each is part]

    def text(self, number: int) -> str:
        """The words of a paragraph."""
        return self.proposal.paragraphs[number].text

    def values_of(self, part: Part) -> Mapping[str, str]:
        """What a person wrote for a part of which there is one."""
        return next((each.values for each in self.assigned.values() if each.part is part), NOTHING)

    def line(self, part: Part, before: str | None) -> str | None:
        """A part of one line: as it was understood, or the words of the paragraphs that are it now."""
        if not self.changed(part):
            return before
        return " ".join(self.text(number) for number in self.numbers(part)) or None

    def embargo(self) -> tuple[str | None, str | None, tuple[Doubt, ...]]:
        """The instant of the embargo and its zone, read again where another line tells it, and all remarks."""
        proposal = self.proposal
        if not self.changed(Part.EMBARGO):
            return proposal.embargo_until, proposal.embargo_zone, proposal.warnings
        return embargo_again(proposal, self.line(Part.EMBARGO, None), self.numbers(Part.EMBARGO))

    def dateline(self, values: Mapping[str, str]) -> Dateline:
        """Place and day as a person wrote them, as they were understood, or none where the line is another part."""
        if self.changed(Part.DATELINE) and self.numbers(Part.DATELINE):
            told = issued_in(self.text(self.numbers(Part.DATELINE)[0]))
            return replace(told, place=values.get("place", told.place or "") or None)
        if values is not NOTHING:
            return replace(self.proposal.dateline, place=values.get("place") or None)
        was = [number for number, each in enumerate(self.before) if each is Part.DATELINE]
        return Dateline() if was and not self.numbers(Part.DATELINE) else self.proposal.dateline

    def hashtags(self) -> Iterator[str]:
        """Those that were found, but for those of lines that are something else now, and those of new lines."""
        gone = {
            tag.casefold()
            for number, part in enumerate(self.before)
            if part is Part.HASHTAGS and self.parts[number] is not part
            for tag in HASHTAG.findall(self.text(number))
        }
        kept = [tag for tag in self.proposal.hashtags if tag.casefold() not in gone]
        new = [
            tag
            for number in self.numbers(Part.HASHTAGS)
            for tag in HASHTAG.findall(self.text(number)) or [re.sub(r"\W", "", self.text(number))]
        ]
        yield from dict.fromkeys([*kept, *(tag for tag in new if tag)])

    def notes(self) -> str | None:
        """The notes to editors."""
        if not self.changed(Part.NOTES):
            return self.proposal.notes_to_editors
        return "".join(f"<p>{self.proposal.paragraphs[number].html}</p>" for number in self.numbers(Part.NOTES)) or None

    def body(self) -> Iterator[BodyBlock]:
        """The blocks of the text: those nobody touched as they were, others made anew of their paragraphs."""
        made: set[int] = set()
        for block in self.proposal.body:
            if not self.touched & set(block.source):
                made |= set(block.source)
                yield block
        left = [number for number, part in enumerate(self.parts) if part in IN_BODY and number not in made]
        for run in runs_alike(left, self.parts):
            yield block_of(self.parts[run[0]], [self.proposal.paragraphs[number] for number in run])

    def quotes(self) -> Iterator[ProposedQuote]:
        """Those that were understood and still stand, then those that a person named."""
        for quote in self.proposal.quotes:
            if not self.touched & set(quote.source):
                yield quote
        done: set[int] = set()
        for number in self.numbers(Part.QUOTE):
            if number not in self.touched or number in done:
                continue
            found = [quote for quote in self.proposal.quotes if number in quote.source]
            if found and all(self.parts[each] is Part.QUOTE for each in found[0].source):
                done |= set(found[0].source)
                yield self.with_values(found[0], number)
                yield from found[1:]
            elif said := self.assigned.get(number):
                yield from quote_from(self.text(number), said)

    def with_values(self, quote: ProposedQuote, number: int) -> ProposedQuote:
        """A quote with what a person wrote about who spoke."""
        values = next((self.assigned[each].values for each in quote.source if each in self.assigned), {})
        return replace(
            quote,
            speaker=values.get("speaker") or quote.speaker,
            role=values.get("role", quote.role or "") or None,
            organisation=values.get("organisation", quote.organisation or "") or None,
        )

    def participants(self) -> Iterator[Participant]:
        """Those of paragraphs that still name them, then those that a person wrote down."""
        written = {number for number, each in self.assigned.items() if each.part is Part.PARTICIPANTS}
        for each in self.proposal.participants:
            stays = any(
                number not in self.touched or (self.parts[number] is Part.QUOTE and self.before[number] is Part.QUOTE)
                for number in each.source
            )
            if stays and not written & set(each.source):
                yield each
        for number in sorted(written):
            lines = self.assigned[number].values.get("people", "") or self.text(number)
            for line in lines.splitlines():
                name, role, organisation, *_ = [*PARTS_OF_A_PERSON.split(line.strip()), "", "", ""]
                if name:
                    yield Participant(name, role or None, organisation or None, (number,))

    def boilerplates(self) -> Iterator[ProposedBoilerplate]:
        """Those that stand as they were, those a person named otherwise, and those made of other paragraphs."""
        done: set[int] = set()
        for each in self.proposal.boilerplates:
            if all(self.parts[number] is Part.BOILERPLATE for number in each.source):
                done |= set(each.source)
                values = next((self.assigned[number].values for number in each.source if number in self.assigned), {})
                yield replace(each, organisation=values.get("organisation") or each.organisation)
        left = [number for number in self.numbers(Part.BOILERPLATE) if number not in done]
        for run in runs_alike(left, self.parts):
            values = next((self.assigned[number].values for number in run if number in self.assigned), {})
            paragraphs = [self.proposal.paragraphs[number] for number in run]
            html = "".join(f"<p>{each.html}</p>" for each in paragraphs)
            text = " ".join(each.text for each in paragraphs)
            yield ProposedBoilerplate(values.get("organisation") or None, text, tuple(run), html)

    def contacts(self) -> Iterator[Contact]:
        """Those that stand as they were, those a person changed, and those made of other paragraphs."""
        done: set[int] = set()
        for each in self.proposal.contacts:
            stays = [number for number in each.source if self.parts[number] is self.before[number]]
            if stays:
                done |= set(each.source)
                values = next((self.assigned[number].values for number in stays if number in self.assigned), {})
                said: dict[str, Any] = {name: value or None for name, value in values.items() if name in CONTACT_FIELDS}
                yield replace(each, source=tuple(stays), **said)
        for number in self.numbers(Part.CONTACT):
            if number not in done and number in self.touched:
                values = self.assigned[number].values if number in self.assigned else {}
                yield contact_from(self.text(number), number, values)


NOTHING: Mapping[str, str] = {}
CONTACT_FIELDS = ("name", "role", "organisation", "email", "phone")


def runs_alike(numbers: Sequence[int], parts: Sequence[Part]) -> Iterator[list[int]]:
    """Yield paragraphs that follow each other as one list, table or boilerplate; every other on its own."""
    run: list[int] = []
    for number in numbers:
        joins = run and number == run[-1] + 1 and parts[number] is parts[run[-1]]
        if joins and parts[number] in (Part.LIST, Part.TABLE, Part.BOILERPLATE):
            run.append(number)
            continue
        if run:
            yield run
        run = [number]
    if run:
        yield run


def block_of(part: Part, paragraphs: Sequence[SourceParagraph]) -> BodyBlock:
    """Return a block of the text made of paragraphs."""
    source = tuple(each.number for each in paragraphs)
    if part is Part.LIST:
        tag = "ol" if paragraphs[0].is_numbered else "ul"
        items = "".join(f"<li>{each.html}</li>" for each in paragraphs)
        return BodyBlock("list", f"<{tag}>{items}</{tag}>", source)
    if part is Part.TABLE:
        return BodyBlock("table", table_html(paragraphs), source)
    if part is Part.HEADING:
        return BodyBlock("heading", f"<h2>{paragraphs[0].html}</h2>", source)
    name = {Part.QUOTE: "quote", Part.IMAGE: "image"}.get(part, "paragraph")
    return BodyBlock(name, "".join(f"<p>{each.html}</p>" for each in paragraphs), source)


def table_html(rows: Sequence[SourceParagraph]) -> str:
    """Return rows as a table; a paragraph that was no row is a row of one cell."""
    lines = []
    for row in rows:
        tag = "th" if row.is_head else "td"
        cells = row.cells if row.kind is Kind.TABLE_ROW else (row.html,)
        lines.append("<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>")
    return f"<table><tbody>{''.join(lines)}</tbody></table>"


def quote_from(text: str, said: PartAssignment) -> Iterator[ProposedQuote]:
    """Yield the quote of a paragraph: what stands between its outer marks, or all of it; none without a speaker."""
    spoken = SPOKEN.search(text)
    words = OUTER_MARKS.sub("", spoken["words"] if spoken else text)
    speaker = said.values.get("speaker", "")
    if speaker and words:
        values = said.values
        role, organisation = values.get("role") or None, values.get("organisation") or None
        yield ProposedQuote(words, speaker, role, organisation, (said.paragraph,))


def contact_from(text: str, number: int, values: Mapping[str, str]) -> Contact:
    """Return the contact that a paragraph is: what a person wrote, else its address and number, and the rest."""
    email, phone = EMAIL.search(text), PHONE.search(text)
    rest = EMAIL.sub("", PHONE.sub("", text)).strip(" ,;:|–-")
    return Contact(
        values.get("name") or (rest[:150] or None),
        values.get("role") or None,
        values.get("organisation") or None,
        values.get("email") or (email[0] if email else None),
        values.get("phone") or (phone[0] if phone else None),
        (number,),
    )


def people_as_lines(participants: Sequence[Participant]) -> str:
    """Return people as a person may change them: name | role | organisation, one a line."""
    return "\n".join(
        " | ".join(escape_bars(each) for each in (one.name, one.role, one.organisation)) for one in participants
    )


def escape_bars(text: str | None) -> str:
    """Return a part of such a line; the sign that parts them cannot stand in it."""
    return (text or "").replace("|", "/").replace(";", ",")
