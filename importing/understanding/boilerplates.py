"""The standing "About …" texts of organisations."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from importing.proposal import ProposedBoilerplate
from importing.reading import Kind, SourceParagraph
from importing.remarks import ImportRemark
from importing.understanding.ledger import Ledger, ProposalPart
from importing.understanding.lexicon.labels import COMPANIES
from importing.understanding.lexicon.quotation_marks import Quotation, quotations_in
from importing.understanding.lexicon.speech_verbs import ACCORDING_TO
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.lexicon.words import word_count
from importing.understanding.sections import Section, SectionKind
from importing.understanding.signals import evidence_of

LINK = re.compile(r'<a href="([^"]{1,2000})">(.*?)</a>')
TAG = re.compile(r"<[^>]{0,2000}>")
SELF_DESCRIPTION = re.compile(
    rf"(?P<organisation>[^.:;!?“”«»„\"]{{2,120}}?(?:,\s(?:Inc|Ltd|LLC|Corp|S\.A)\.?)?(?:\s?\([^)]{{1,60}}\))?)"
    rf"(?:\s*[.,]?\s*|\s?,\s[^,.]{{1,60}},\s){pattern_for('is_something')}",
    re.IGNORECASE,
)
LEADING_ARTICLE = re.compile(rf"\A{pattern_for('articles')}(?:\s+|(?<=['’]))", re.IGNORECASE)
FEWEST_WORDS = 14
MOST_TITLE_WORDS = 8
MOST_HEADING_WORDS = 8
#: A name that stands here or later in a paragraph is not whom the paragraph describes.
MOST_NAME_WORDS = 13
LONGEST_NAME = 200
LONGEST_BEGINNING = 60


def boilerplates_of(ledger: Ledger, sections: list[Section]) -> tuple[ProposedBoilerplate, ...]:
    """Return the boilerplates of a document and place their paragraphs.

    The import contract: an "About …" section in whatever language; several may
    follow each other. Paragraphs under a heading for several companies count,
    and so does one near the contacts that says what an organisation is. The
    same text twice is one boilerplate.
    """
    found: list[ProposedBoilerplate] = []
    for section in sections:
        if section.kind is SectionKind.ABOUT and (section.lead or section.paragraphs):
            ledger.place(ProposalPart.BOILERPLATES, section.numbers)
            found.append(_boilerplate(section))
    contacts = {section.heading.number for section in sections if section.kind is SectionKind.CONTACT}
    companies = {paragraph.number for paragraph in _under_companies(ledger)}
    for paragraph in [*_under_companies(ledger), *_near_the_end(ledger, sections)]:
        is_announced = paragraph.number in companies or paragraph.number + 1 in contacts
        if ledger.is_free(paragraph.number) and (described := _described(ledger, paragraph, is_announced)) is not None:
            found.append(described)
    return _each_once(sorted(found, key=lambda boilerplate: boilerplate.source))


def text_with_addresses(paragraph: SourceParagraph) -> str:
    """Return the text of a paragraph with the address of each link behind its words, so that none is lost; those of its
    first words, by which a text is known, stand at its end."""
    found = dict.fromkeys(LINK.findall(paragraph.html))
    links = [(address.removeprefix("mailto:").replace("&amp;", "&"), label) for address, label in found]
    text = paragraph.text
    behind: list[str] = []
    for address, label in links:
        words = TAG.sub("", label)
        if address in text:
            continue
        if words and text.find(words) > LONGEST_BEGINNING:
            text = text.replace(words, f"{words} ({address})", 1)
        else:
            behind.append(address)
    return f"{text} ({', '.join(behind)})" if behind else text


def _boilerplate(section: Section) -> ProposedBoilerplate:
    texts = [section.lead] if section.lead else []
    texts += [text_with_addresses(paragraph) for paragraph in section.paragraphs]
    fragments = [section.heading.html] if section.lead else []
    fragments += [paragraph.html for paragraph in section.paragraphs]
    html = "".join(f"<p>{fragment}</p>" for fragment in fragments)
    label = section.label if len(section.label) <= LONGEST_NAME else None
    evidence = evidence_of(section.numbers, ["a heading names the organisation"])
    return ProposedBoilerplate(label or None, "\n\n".join(texts), section.numbers, html, evidence)


def _each_once(found: Sequence[ProposedBoilerplate]) -> tuple[ProposedBoilerplate, ...]:
    """Join boilerplates of the same text: a page may show one twice."""
    by_text: dict[str, ProposedBoilerplate] = {}
    for boilerplate in found:
        key = "".join(filter(str.isalnum, boilerplate.text)).casefold()
        known = by_text.get(key)
        numbers = (*known.source, *boilerplate.source) if known else boilerplate.source
        by_text[key] = replace(known or boilerplate, source=numbers)
    return tuple(by_text.values())


def _under_companies(ledger: Ledger) -> Iterator[SourceParagraph]:
    """Yield the paragraphs under a heading such as "Company information"."""
    is_inside = False
    for paragraph in ledger.paragraphs:
        if paragraph.kind is Kind.HEADING or word_count(paragraph.text) <= MOST_HEADING_WORDS:
            is_inside = COMPANIES.fullmatch(paragraph.text) is not None if len(paragraph.text) < 120 else False
        elif is_inside and paragraph.kind is Kind.PARAGRAPH:
            yield paragraph


def _near_the_end(ledger: Ledger, sections: list[Section]) -> Iterator[SourceParagraph]:
    """Yield the paragraphs beside the contacts, around other boilerplates and at the end of the document."""
    if len(ledger.paragraphs) < 4:
        return
    standing = [section for section in sections if section.heading.number > len(ledger.paragraphs) // 3]
    first = min((section.heading.number for section in standing), default=len(ledger.paragraphs))
    if not standing:
        yield from ledger.paragraphs[-1:]
        return
    before = first - 1
    while before > 2 and ledger.is_free(before) and SELF_DESCRIPTION.match(ledger.paragraphs[before].text[:300]):
        yield ledger.paragraphs[before]
        before -= 1
    yield from ledger.paragraphs[first:]


def _described(ledger: Ledger, paragraph: SourceParagraph, is_announced: bool) -> ProposedBoilerplate | None:
    """Read a paragraph that begins with an organisation, announced or named elsewhere, and says what it is."""
    text = paragraph.text
    if paragraph.kind is not Kind.PARAGRAPH or word_count(text) < FEWEST_WORDS or len(text) > 3_000:
        return None
    match = SELF_DESCRIPTION.match(text[:300])
    if match is None or ACCORDING_TO.match(text) or any(_is_spoken(each) for each in quotations_in(text)):
        return None
    name = LEADING_ARTICLE.sub("", re.sub(r"\s?\([^)]*\)$", "", match["organisation"].strip(" ,"))).strip(" ,")
    if not name or name[0].islower() or len(name.split()) > MOST_NAME_WORDS:
        return None
    if not is_announced and not _is_named_elsewhere(ledger, paragraph, name):
        return None
    ledger.place(ProposalPart.BOILERPLATES, (paragraph.number,))
    ledger.doubt((paragraph.number,), ImportRemark.BARE_BOILERPLATE)
    html = f"<p>{paragraph.html}</p>"
    evidence = evidence_of((paragraph.number,), ["the text says what the organisation is", "no heading says so"])
    return ProposedBoilerplate(name, text_with_addresses(paragraph), (paragraph.number,), html, evidence)


def _is_spoken(quotation: Quotation) -> bool:
    """Whether a quotation is longer than the titles and names that a standing text has, or a sentence's part."""
    return len(quotation.text.split()) > MOST_TITLE_WORDS or quotation.text.endswith((",", ".", "!", "?"))


def _is_named_elsewhere(ledger: Ledger, paragraph: SourceParagraph, name: str) -> bool:
    """Whether the release speaks of the organisation: its name, or the first word of one with several."""
    first = name.split()[0].strip(",.").casefold()
    wanted = {name.casefold(), first} if len(first) > 3 else {name.casefold()}
    others = (other.text.casefold() for other in ledger.paragraphs if other.number != paragraph.number)
    return any(each in text for text in others for each in wanted)
