"""Notes to editors: background under the end mark."""

from importing.remarks import ImportRemark
from importing.understanding.boilerplates import text_with_addresses
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.sections import Section, SectionKind


def find_notes(ledger: Ledger, sections: list[Section]) -> str | None:
    """Return the notes to editors as plain text, one paragraph behind the other, and place them."""
    texts: list[str] = []
    for section in sections:
        if section.kind is SectionKind.NOTES and (section.lead or section.paragraphs):
            ledger.place(ProposalPart.NOTES, section.numbers)
            texts += [section.lead] if section.lead else []
            texts += [text_with_addresses(paragraph) for paragraph in section.paragraphs]
    return "\n\n".join(texts) or None


def place_end_marks(ledger: Ledger, sections: list[Section]) -> None:
    """Place the lines that only say where the text ends."""
    for section in sections:
        if section.kind is SectionKind.END:
            ledger.place(ProposalPart.END, (section.heading.number,))
            ledger.doubt((section.heading.number,), ImportRemark.END_MARK, text=section.heading.text)
