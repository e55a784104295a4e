"""Word files from texts that a reviewer can read: a letter at the start of a line says what Word makes of it.

`# ` a title, `## ` a heading, `> ` the style Quote, `- ` a list item, `| a | b |` a row of a table whose cells hold
several paragraphs where `<br>` stands, `[box] ` a text box, `[note] ` a footnote to the paragraph before, `[head] ` and
`[foot] ` what stands on every page. Words may be **bold**, *slanted* or [linked](https://…).
"""

import re
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from word_files import SPACES, paragraph, run, runs_of_line, word_file

from importing import Proposal, parse
from importing.patience import Patience
from importing.reading import read_content
from importing.understanding import understand

STYLED = {"# ": "Title", "## ": "Heading1", "> ": "Quote"}
SPECIAL = re.compile(r"\[(box|note|head|foot)\] (.*)")
SLANTED = re.compile(r"(?<!\*)\*([^*]+)\*(?!\*)")
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@dataclass
class WrittenWord:
    """A Word file while it is written, line by line."""

    body: list[str] = field(default_factory=list)
    aside: dict[str, list[str]] = field(default_factory=lambda: {"head": [], "foot": [], "note": []})
    links: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add_line(self, line: str) -> None:
        """Add a paragraph, or what stands beside the text."""
        special = SPECIAL.fullmatch(line)
        if special is None:
            self.body.append(self.paragraph_of(line))
        elif special[1] == "box":
            inside = "".join(self.paragraph_of(part) for part in special[2].split("<br>"))
            self.body.append(paragraph(BOX.format(inside)))
        else:
            self.aside[special[1]].append(self.paragraph_of(special[2]))
            if special[1] == "note":
                mark = f'<w:r><w:footnoteReference w:id="{len(self.aside["note"])}"/></w:r>'
                self.body[-1] = self.body[-1].removesuffix("</w:p>") + mark + "</w:p>"

    def add_table(self, rows: list[str]) -> None:
        """Add a table of rows as Markdown writes them."""
        lines = []
        for row in rows:
            cells = [cell.strip().split("<br>") for cell in row.strip().strip("|").split("|")]
            inside = ("".join(self.paragraph_of(part) for part in cell) for cell in cells)
            lines.append(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in inside)}</w:tr>")
        self.body.append(f"<w:tbl>{''.join(lines)}</w:tbl>")

    def paragraph_of(self, line: str) -> str:
        """Return a paragraph with its style, its list and its runs."""
        for sign, style in STYLED.items():
            if line.startswith(sign):
                return paragraph(*runs_of_line(line.removeprefix(sign), self.links), style=style)
        list_id = "1" if line.startswith("- ") else ""
        slanted = SLANTED.fullmatch(line)
        if slanted is not None:
            return paragraph(run(slanted[1], "<w:i/>"))
        return paragraph(*runs_of_line(line.removeprefix("- ") if list_id else line, self.links), list_id=list_id)

    def content(self) -> bytes:
        """Return the file."""
        parts = {"head": ("header", "hdr"), "foot": ("footer", "ftr"), "note": ("footnotes", "footnotes")}
        links, more, named = dict(self.links), {}, ""
        for name, (kind, element) in parts.items():
            if self.aside[name]:
                inside = "".join(
                    f'<w:footnote w:id="{number}">{each}</w:footnote>' if name == "note" else each
                    for number, each in enumerate(self.aside[name], 1)
                )
                links[name] = (kind, f"{kind}.xml")
                more[f"word/{kind}.xml"] = f"<w:{element} {SPACES}>{inside}</w:{element}>"
                named += f'<w:{kind}Reference r:id="{name}"/>' if name != "note" else ""
        return word_file("".join(self.body) + (f"<w:sectPr>{named}</w:sectPr>" if named else ""), links, more)


def written_word(text: str) -> bytes:
    """Return the Word file that a text describes."""
    word = WrittenWord()
    lines = [line for line in text.splitlines() if line.strip()]
    for is_row, group in groupby(lines, lambda line: line.startswith("|")):
        if is_row:
            word.add_table(list(group))
        else:
            for line in group:
                word.add_line(line)
    return word.content()


def parse_written(path: Path) -> Proposal:
    """Return what a document proposes; one that ends in .word is made into a Word file first."""
    if path.suffix != ".word":
        return parse(path)
    patience = Patience()
    content = written_word(path.read_text("utf-8"))
    return understand(read_content(f"{path.stem}.docx", content, patience), patience)
