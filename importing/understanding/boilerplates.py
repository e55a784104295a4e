"""The standing "About …" texts of organisations."""

import re

from importing.proposal import ProposedBoilerplate
from importing.reading import Kind, SourceParagraph
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.sections import Section, SectionKind

LINK = re.compile(r'<a href="([^"]{1,2000})">(.*?)</a>')
TAG = re.compile(r"<[^>]{0,2000}>")
SELF_DESCRIPTION = re.compile(
    rf"(?P<organisation>[^.:;]{{2,120}}?(?:\([^)]{{1,40}}\))?)\s*[.,]?\s*{pattern_for('is_something')}", re.IGNORECASE
)
FEWEST_WORDS = 20


def boilerplates_of(ledger: Ledger, sections: list[Section]) -> tuple[ProposedBoilerplate, ...]:
    """Return the boilerplates of a document and place their paragraphs.

    The import contract: an "About …" section in whatever language; several may
    follow each other. Where there is none, a last paragraph in front of the
    contacts that says what an organisation is counts as one.
    """
    found = []
    for section in sections:
        if section.kind is SectionKind.ABOUT and (section.lead or section.paragraphs):
            ledger.place(ProposalPart.BOILERPLATES, section.numbers)
            found.append(_boilerplate(section))
    if not found:
        found += _unlabelled(ledger, sections)
    return tuple(found)


def text_with_addresses(paragraph: SourceParagraph) -> str:
    """Return the text of a paragraph with the address of each link behind its words, so that none is lost."""
    text = paragraph.text
    for address, label in LINK.findall(paragraph.html):
        words = TAG.sub("", label)
        target = address.removeprefix("mailto:").replace("&amp;", "&")
        if target not in text and words in text:
            text = text.replace(words, f"{words} ({target})", 1)
    return text


def _boilerplate(section: Section) -> ProposedBoilerplate:
    texts = [section.lead] if section.lead else []
    texts += [text_with_addresses(paragraph) for paragraph in section.paragraphs]
    fragments = [section.heading.html] if section.lead else []
    fragments += [paragraph.html for paragraph in section.paragraphs]
    html = "".join(f"<p>{fragment}</p>" for fragment in fragments)
    return ProposedBoilerplate(section.label or None, "\n\n".join(texts), section.numbers, html)


def _unlabelled(ledger: Ledger, sections: list[Section]) -> list[ProposedBoilerplate]:
    """Read a boilerplate without a heading, where the contacts begin or the document ends."""
    contacts = [section.heading.number for section in sections if section.kind is SectionKind.CONTACT]
    before = contacts[0] if contacts else len(ledger.paragraphs)
    if before < 3 or not contacts:
        return []
    paragraph = ledger.paragraphs[before - 1]
    if paragraph.kind is not Kind.PARAGRAPH or len(paragraph.text.split()) < FEWEST_WORDS:
        return []
    match = SELF_DESCRIPTION.match(paragraph.text[:300])
    if not match or not ledger.is_free(paragraph.number) or not match["organisation"][0].isupper():
        return []
    ledger.place(ProposalPart.BOILERPLATES, (paragraph.number,))
    ledger.doubt((paragraph.number,), "This paragraph was read as a boilerplate although no heading says so.")
    html = f"<p>{paragraph.html}</p>"
    text = text_with_addresses(paragraph)
    return [ProposedBoilerplate(match["organisation"].strip(" ,"), text, (paragraph.number,), html)]
