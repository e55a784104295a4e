"""Words attributed to a named person."""

from collections.abc import Sequence
from dataclasses import dataclass

from importing.proposal import ProposedQuote
from importing.reading import Kind, SourceParagraph
from importing.understanding.ledger import Ledger
from importing.understanding.lexicon.quotation_marks import (
    Quotation,
    begins_with_mark,
    closing_at,
    quotations_in,
)
from importing.understanding.lexicon.words import word_count
from importing.understanding.speakers.attribution import Attributing, Attribution
from importing.understanding.speakers.people import FoundPerson, People

# A shorter quotation without a full stop is a title, a term or a slogan.
FEWEST_WORDS = 4
FEWEST_HAN_WORDS = 8
# What leads to the quotation only by standing in front of it needs a longer one.
FEWEST_WORDS_WITHOUT_VERB = 6
LONGEST_RUN = 8


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation with its speaker, before quotations of one speech are joined."""

    text: str
    person: FoundPerson
    numbers: tuple[int, ...]
    continues: bool = False


def find_quotes(ledger: Ledger, people: People) -> tuple[ProposedQuote, ...]:
    """Return the quotes of the paragraphs that have no place yet.

    The import contract: every language's marks count; both halves of an
    interrupted quotation are one text, and so is a quotation over several
    paragraphs; titles, terms and slogans have no speaker and are left out.
    """
    paragraphs = list(ledger.searchable())
    attributing = Attributing(people)
    quotes: list[ProposedQuote] = []
    index = 0
    while index < len(paragraphs):
        ledger.patience.check()
        said, used = _read(paragraphs, index, attributing)
        quotes += [_quote(each) for each in said]
        index += used
    return tuple(quotes)


def _read(paragraphs: Sequence[SourceParagraph], index: int, attributing: Attributing) -> tuple[list[_Said], int]:
    """Read one paragraph, or the several that one quotation runs over."""
    paragraph = paragraphs[index]
    if paragraph.kind in (Kind.HEADING, Kind.TABLE_ROW, Kind.IMAGE):
        return [], 1
    quotations = quotations_in(paragraph.text)
    if not quotations:
        if paragraph.kind is Kind.BLOCKQUOTE:
            return _blockquote(paragraphs, index, attributing)
        return [], 1
    if not quotations[-1].is_closed:
        run = _run_over_paragraphs(paragraphs, index)
        if run > 1:
            return _read_run(paragraphs, index, run, attributing)
    said = _said_in(paragraph, quotations, attributing)
    if said:
        return said, 1
    if _is_all_quotation(paragraph.text, quotations):
        return _with_neighbour(paragraphs, index, quotations, attributing)
    return [], 1


def _said_in(paragraph: SourceParagraph, quotations: list[Quotation], attributing: Attributing) -> list[_Said]:
    """Attribute the quotations of one paragraph, joining those of one speech."""
    text = paragraph.text
    found: list[_Said] = []
    waiting: list[str] = []
    attributed_to = 0
    for index, quotation in enumerate(quotations):
        gap_before = text[attributed_to : quotation.start]
        next_start = quotations[index + 1].start if index + 1 < len(quotations) else len(text)
        gap_behind = text[quotation.end : next_start]
        if not _is_utterance(quotation):
            continue
        continued = bool(found) and not gap_before.strip(" ,.;:—–-，。；：、")
        attribution = None if continued else attributing.before(gap_before, _stands_alone(text, quotation))
        if attribution is None:
            attribution = _attribution_behind(text, quotation, gap_behind, next_start, attributing)
            if attribution is not None:
                attributed_to = quotation.end + attribution.length
        if attribution is not None and _is_enough(quotation, attribution):
            words = " ".join([*waiting, quotation.text])
            waiting = []
            _add(found, _Said(words, attribution.person, (paragraph.number,)))
        elif continued:
            last = found.pop()
            found.append(_Said(f"{last.text} {quotation.text}", last.person, last.numbers))
            attributed_to = quotation.end
        elif not gap_behind.strip() and index + 1 < len(quotations):
            waiting.append(quotation.text)
    return found


def _add(found: list[_Said], said: _Said) -> None:
    """Add what was said, to the last quote of the paragraph when the same person goes on."""
    if found and found[-1].person.name == said.person.name:
        last = found.pop()
        said = _Said(f"{last.text} {said.text}", last.person, last.numbers)
    found.append(said)


def _attribution_behind(
    text: str, quotation: Quotation, gap: str, next_start: int, attributing: Attributing
) -> Attribution | None:
    """Read what follows a quotation: a verb and a name, or at the end a signature."""
    if not quotation.is_closed:
        return None
    ends_sentence = quotation.text.endswith((".", "!", "?", "…", "。")) and not gap.startswith(",")
    verbless = attributing.signature(gap) if next_start == len(text) else None
    if verbless is not None and quotation.start <= 2:
        return verbless
    attribution = attributing.behind(gap)
    if attribution is None or (ends_sentence and attribution.length > 160 and not gap.strip()[:1].isupper()):
        return attribution
    return attribution


def _is_utterance(quotation: Quotation) -> bool:
    """Whether a quotation is long enough to be said by somebody, or is a sentence."""
    enough = len(quotation.text.split()) >= FEWEST_WORDS or word_count(quotation.text) >= FEWEST_HAN_WORDS
    return enough or quotation.text.endswith((".", "!", "?", "…", ",", "。", "！", "？", "，"))


def _is_enough(quotation: Quotation, attribution: Attribution) -> bool:
    """Whether what leads to a quotation makes it one; without a verb it must be long or a sentence."""
    if attribution.is_certain:
        return len(quotation.text) > 2
    is_sentence = quotation.text.endswith((".", "!", "?", "…", "。"))
    return is_sentence or word_count(quotation.text) >= FEWEST_WORDS_WITHOUT_VERB


def _stands_alone(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own behind another sentence."""
    before = text[: quotation.start].rstrip()
    if not before or before[-1] not in '.!?…。！？»”")':
        return False
    return quotation.text[:1].isupper() and word_count(quotation.text) >= FEWEST_WORDS_WITHOUT_VERB


def _is_all_quotation(text: str, quotations: list[Quotation]) -> bool:
    """Whether a paragraph is a quotation and nothing else."""
    return quotations[0].start <= 1 and len(text[quotations[-1].end :].strip(" .,;—–-")) == 0


def _with_neighbour(
    paragraphs: Sequence[SourceParagraph], index: int, quotations: list[Quotation], attributing: Attributing
) -> tuple[list[_Said], int]:
    """Attribute a paragraph of nothing but words by the next one, or by the one that led to it."""
    paragraph = paragraphs[index]
    text = " ".join(quotation.text for quotation in quotations)
    if word_count(text) < FEWEST_WORDS:
        return [], 1
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if following is not None and following.kind is not Kind.HEADING:
        attribution = None if begins_with_mark(following.text) else attributing.signature(following.text)
        if attribution is not None:
            return [_Said(text, attribution.person, (paragraph.number, following.number))], 2
    if index and paragraphs[index - 1].text.rstrip().endswith((":", "：")):
        attribution = attributing.before(paragraphs[index - 1].text, may_be_sentence_before=False)
        if attribution is not None:
            numbers = (paragraphs[index - 1].number, paragraph.number)
            return [_Said(text, attribution.person, numbers)], 1
    return [], 1


def _run_over_paragraphs(paragraphs: Sequence[SourceParagraph], index: int) -> int:
    """Return over how many paragraphs an open quotation runs, 1 when it is not taken up again."""
    for length in range(1, min(LONGEST_RUN, len(paragraphs) - index)):
        text = paragraphs[index + length].text
        if paragraphs[index + length].kind is Kind.HEADING:
            return 1
        if begins_with_mark(text):
            quotations = quotations_in(text)
            if quotations and quotations[0].is_closed:
                return length + 1
        elif closing_at(text) is not None:
            return length + 1
        elif quotations_in(text):
            return 1
    return 1


def _read_run(
    paragraphs: Sequence[SourceParagraph], index: int, run: int, attributing: Attributing
) -> tuple[list[_Said], int]:
    """Read a quotation over several paragraphs as one, attributed at its beginning or its end."""
    first, last = paragraphs[index], paragraphs[index + run - 1]
    said = _said_in(first, quotations_in(first.text), attributing)
    parts = [paragraph.text.lstrip('“„«"') for paragraph in paragraphs[index + 1 : index + run - 1]]
    end = closing_at(last.text[1:] if begins_with_mark(last.text) else last.text)
    offset = 1 if begins_with_mark(last.text) else 0
    cut = len(last.text) if end is None else end + offset
    parts.append(last.text[offset:cut])
    behind = last.text[cut + 1 :]
    numbers = tuple(paragraph.number for paragraph in paragraphs[index : index + run])
    opening = quotations_in(first.text)[-1].text
    if said:
        text = " ".join([said[-1].text, *parts])
        return [*said[:-1], _Said(text, said[-1].person, numbers)], run
    attribution = attributing.signature(behind) or attributing.behind(behind)
    if attribution is None:
        return [], 1
    return [_Said(" ".join([opening, *parts]), attribution.person, numbers)], run


def _blockquote(paragraphs: Sequence[SourceParagraph], index: int, attributing: Attributing) -> tuple[list[_Said], int]:
    """Read block quotations without marks: the words, then a signature inside or behind."""
    end = index
    while end < len(paragraphs) and paragraphs[end].kind is Kind.BLOCKQUOTE:
        end += 1
    for signed in range(index + 1, min(end + 1, len(paragraphs))):
        attribution = attributing.signature(paragraphs[signed].text)
        if attribution is not None:
            words = " ".join(paragraph.text for paragraph in paragraphs[index:signed])
            numbers = tuple(paragraph.number for paragraph in paragraphs[index : signed + 1])
            return [_Said(words, attribution.person, numbers)], signed + 1 - index
    return [], end - index


def _quote(said: _Said) -> ProposedQuote:
    standing = said.person.standing
    return ProposedQuote(said.text.strip(), said.person.name, standing.role, standing.organisation, said.numbers)
