"""Paragraphs from runs: pieces of text that are set alike, as word processors and web pages keep them."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from importing.patience import Patience
from importing.reading.inline import ALLOWED_SCHEMES
from importing.reading.source_paragraph import Kind, Place, SourceParagraph
from newsroom.language.normalisation import normalise_document

SPACES = re.compile(r"[^\S\n\u00a0\u202f]+")
#: Characters that no XML and no page of ours can hold.
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
TAGS = (("is_bold", "strong"), ("is_italic", "em"))


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text; a line break in it is one that the writer made. `size` is in points, 0 where unknown."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    address: str = ""
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class CellOfRuns:
    """A cell of a table: the runs of each of its paragraphs."""

    paragraphs: tuple[tuple[Run, ...], ...] = ()

    @property
    def runs(self) -> list[Run]:
        """All of it on one line."""
        runs: list[Run] = []
        for paragraph in self.paragraphs:
            if any(run.text.strip() for run in paragraph):
                runs += [
                    *([Run(" ")] if runs else []),
                    *(replace(run, text=run.text.replace("\n", " ")) for run in paragraph),
                ]
        return runs


@dataclass
class Collector:
    """The paragraphs of a document as they are found, numbered in the order in which they come."""

    patience: Patience
    paragraphs: list[SourceParagraph] = field(default_factory=list)
    tables: int = 0

    def add(self, runs: Sequence[Run], kind: Kind = Kind.PARAGRAPH, **says: Any) -> None:
        """Add what a paragraph of the document says, each of its lines as a paragraph; one without words is none."""
        self.patience.check()
        for line in lines_of_runs(runs):
            text = text_of_runs(line)
            if text:
                self.paragraphs.append(
                    SourceParagraph(
                        len(self.paragraphs),
                        text,
                        html_of_runs(line, is_heading=kind is Kind.HEADING),
                        kind,
                        bold_share=bold_share_of(line),
                        size=next((run.size for run in line if run.text.strip()), 0.0),
                        **says,
                    )
                )

    def add_rows(self, rows: Sequence[tuple[Sequence[CellOfRuns], bool]], place: Place = Place.TEXT) -> None:
        """Add the rows of one table, each with whether it names the columns."""
        self.tables += 1
        for cells, is_head in rows:
            self.patience.check()
            texts = [text_of_runs(cell.runs) for cell in cells]
            joined = " | ".join(text for text in texts if text)
            if joined:
                self.paragraphs.append(
                    SourceParagraph(
                        len(self.paragraphs),
                        joined,
                        html.escape(joined, quote=False),
                        Kind.TABLE_ROW,
                        cells=tuple(html_of_runs(cell.runs, is_heading=is_head) for cell in cells),
                        is_head=is_head,
                        place=place,
                        bold_share=bold_share_of([run for cell in cells for run in cell.runs]),
                        table_number=self.tables,
                    )
                )

    def add_image(self, name: str, description: str, address: str = "", place: Place = Place.TEXT) -> None:
        """Add a picture: its name within the file, or the address outside that nobody will open."""
        self.patience.check()
        text = clean_text(description) or clean_text(address) or name.rpartition("/")[2]
        words = html.escape(text, quote=False)
        shown = f'<a href="{html.escape(address)}">{words}</a>' if is_outside(address) else words
        self.paragraphs.append(SourceParagraph(len(self.paragraphs), text, shown, Kind.IMAGE, place=place, image=name))


def lines_of_runs(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the lines of a paragraph, which part at the breaks that its writer made."""
    line: list[Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(replace(run, text=first))
        for other in others:
            yield line
            line = [replace(run, text=other)]
    yield line


def clean_text(text: str) -> str:
    """Return text in one form of Unicode, with one space between words."""
    return SPACES.sub(" ", normalise_document(CONTROLS.sub("", text)).replace("\n", " ")).strip()


def text_of_runs(runs: Iterable[Run]) -> str:
    """Return the words of one line."""
    return clean_text("".join(run.text for run in runs))


def html_of_runs(runs: Sequence[Run], is_heading: bool = False) -> str:
    """Return one line with its links, strong and em; a heading is strong anyway."""
    pieces: list[str] = []
    for run in joined_runs(tidy_runs(runs)):
        words = html.escape(run.text, quote=False)
        if words.strip():
            for name, tag in TAGS:
                if getattr(run, name) and not (is_heading and tag == "strong"):
                    words = wrapped(words, f"<{tag}>", f"</{tag}>")
            if is_outside(run.address):
                words = wrapped(words, f'<a href="{html.escape(run.address.strip())}">', "</a>")
        pieces.append(words)
    return "".join(pieces).strip()


def tidy_runs(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield runs with clean text, and no space that follows another."""
    ends_in_space = True
    for run in runs:
        text = SPACES.sub(" ", normalise_document(CONTROLS.sub("", run.text)))
        text = text.lstrip(" ") if ends_in_space else text
        if text:
            ends_in_space = text.endswith(" ")
            yield replace(run, text=text, size=0.0)


def joined_runs(runs: Iterable[Run]) -> Iterator[Run]:
    """Yield runs with those joined that are set alike; Word parts a word wherever somebody corrected it."""
    last: Run | None = None
    for run in runs:
        if last is None or replace(last, text=run.text) != run:
            if last is not None:
                yield last
            last = run
        else:
            last = replace(last, text=last.text + run.text)
    if last is not None:
        yield last


def wrapped(words: str, opening: str, closing: str) -> str:
    """Put tags around words, with the spaces at either end outside."""
    bare = words.strip(" ")
    start = len(words) - len(words.lstrip(" "))
    return words[:start] + opening + bare + closing + words[start + len(bare) :]


def is_outside(address: str) -> bool:
    """Whether an address leads somewhere that a reader may follow."""
    return address.strip().partition(":")[0].casefold() in ALLOWED_SCHEMES and ":" in address


def bold_share_of(runs: Iterable[Run]) -> float:
    """Return which share of the letters is bold, from 0 to 1."""
    letters = bold = 0
    for run in runs:
        count = sum(not character.isspace() for character in run.text)
        letters += count
        bold += count * run.is_bold
    return round(bold / letters, 2) if letters else 0.0
