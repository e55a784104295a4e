"""Where each paragraph of the source went."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from importing.patience import Patience
from importing.proposed_occasions import OccasionPart
from importing.reading import SourceParagraph
from importing.remarks import Doubt, ImportRemark, doubt_about

# A longer paragraph is nobody's quote, contact or list; it is kept as body without being searched.
LONGEST_SEARCHED = 20_000


class ProposalPart(StrEnum):
    """The parts of a proposal that a paragraph can be placed in."""

    KIND = "kind"
    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    HASHTAGS = "hashtags"
    DATELINE = "dateline"
    EMBARGO = "embargo"
    SUMMARY = "summary"
    BODY = "body"
    BOILERPLATES = "boilerplates"
    CONTACTS = "contacts"
    NOTES = "notes_to_editors"
    END = "end"


@dataclass
class Ledger:
    """The paragraphs of a document and the one place each was given.

    The import contract says that nothing is lost and nothing counted twice:
    `place` refuses a paragraph that has a place, and `close` puts all that
    was not recognised into the body.
    """

    paragraphs: Sequence[SourceParagraph]
    patience: Patience = field(default_factory=Patience)
    doubts: list[Doubt] = field(default_factory=list)
    _places: dict[int, ProposalPart | OccasionPart] = field(default_factory=dict)

    def place(self, part: ProposalPart | OccasionPart, numbers: Iterable[int]) -> None:
        """Give paragraphs their place; raises ValueError when one of them has another already."""
        for number in numbers:
            if self._places.get(number, part) is not part:
                raise ValueError(f"Paragraph {number} is {self._places[number]} and cannot be {part} too.")
            self._places[number] = part

    def is_free(self, number: int) -> bool:
        return number not in self._places

    def part_of(self, number: int) -> ProposalPart | OccasionPart | None:
        """Return the part a paragraph was placed in, or None."""
        return self._places.get(number)

    def free(self) -> Iterator[SourceParagraph]:
        """Yield the paragraphs that have no place yet, asking for patience at each."""
        for paragraph in self.paragraphs:
            if self.is_free(paragraph.number):
                self.patience.check()
                yield paragraph

    def searchable(self) -> Iterator[SourceParagraph]:
        """Yield the free paragraphs short enough to be searched for names and quotations."""
        return (paragraph for paragraph in self.free() if len(paragraph.text) <= LONGEST_SEARCHED)

    def doubt(self, numbers: Iterable[int], remark: ImportRemark, listed: Iterable[str] = (), **values: str) -> None:
        """Tell the person who confirms the proposal what to look at; see `doubt_about`."""
        self.doubts.append(doubt_about(numbers, remark, listed, **values))

    def close(self) -> tuple[ProposalPart | OccasionPart, ...]:
        """Return the place of every paragraph, those without one being body."""
        return tuple(self._places.get(paragraph.number, ProposalPart.BODY) for paragraph in self.paragraphs)
