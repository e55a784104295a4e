"""Words attributed to a named person."""

from collections.abc import Sequence
from dataclasses import dataclass

from importing.proposal import ProposedQuote
from importing.reading import Kind, SourceParagraph
from importing.understanding.ledger import Ledger
from importing.understanding.lexicon.labels import QUOTE_LABEL
from importing.understanding.lexicon.quotation_marks import (
    Quotation,
    begins_with_mark,
    closing_at,
    is_all_quotation,
    quotations_in,
)
from importing.understanding.lexicon.words import word_count
from importing.understanding.signals import evidence_of
from importing.understanding.speakers.attribution import Attributing
from importing.understanding.speakers.interrupted import interruption_in, spoken_by_dash
from importing.understanding.speakers.names import names_in
from importing.understanding.speakers.people import NOTHING_KNOWN, FoundPerson, People
from importing.understanding.speakers.remembering import Attribution
from importing.understanding.speakers.utterances import (
    FEWEST_WORDS,
    FEWEST_WORDS_WITHOUT_VERB,
    is_enough,
    is_introduced,
    is_utterance,
    names_something,
    stands_alone,
)
from importing.understanding.top_lines import is_set_in_bold
from newsroom.language.script.letters import HAN

#: Between two halves of a speech stands who speaks, and not another sentence.
MOST_WORDS_BETWEEN = 12
LONGEST_RUN = 8
# Under a label of quotes one statement has at most this many paragraphs.
MOST_LABELLED = 4


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation with its speaker, before quotations of one speech are joined."""

    text: str
    person: FoundPerson
    numbers: tuple[int, ...]
    signal: str = "a verb of saying leads to the speaker"


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
        if not said and paragraphs[index].kind is Kind.PARAGRAPH:
            attributing.earlier = ""
            attributing.hear(paragraphs[index].text)
        quotes += [_quote(each, paragraphs[index]) for each in said]
        attributing.used.update(number for each in said for number in each.numbers)
        index += used
    return tuple(quotes)


def _read(paragraphs: Sequence[SourceParagraph], index: int, attributing: Attributing) -> tuple[list[_Said], int]:
    """Read one paragraph, or the several that one quotation runs over."""
    paragraph = paragraphs[index]
    if is_quote_label(paragraph):
        return _labelled(paragraphs, index, attributing)
    if paragraph.kind in (Kind.HEADING, Kind.TABLE_ROW, Kind.IMAGE):
        return [], 1
    quotations = quotations_in(paragraph.text)
    if not quotations:
        if paragraph.kind is Kind.BLOCKQUOTE:
            return _blockquote(paragraphs, index, attributing)
        return _by_dash(paragraph, attributing), 1
    if not quotations[-1].is_closed:
        run = _run_over_paragraphs(paragraphs, index)
        if run > 1:
            return _read_run(paragraphs, index, run, attributing)
    said = _said_in(paragraph, quotations, attributing)
    if said:
        return said, 1
    if is_all_quotation(paragraph.text, quotations):
        return _with_neighbour(paragraphs, index, quotations, attributing)
    if not any(is_utterance(quotation) for quotation in quotations):
        return _by_dash(paragraph, attributing), 1
    return [], 1


def _by_dash(paragraph: SourceParagraph, attributing: Attributing) -> list[_Said]:
    """Read words that a dash opens: "— We act, — said A."."""
    spoken = spoken_by_dash(paragraph.text)
    attribution = attributing.behind(spoken.said) if spoken else None
    if spoken is None or attribution is None or word_count(spoken.text) < FEWEST_WORDS:
        return []
    return [_Said(spoken.text, attribution.person, (paragraph.number,), attribution.signal)]


def _labelled(paragraphs: Sequence[SourceParagraph], index: int, attributing: Attributing) -> tuple[list[_Said], int]:
    """Read what stands under a label of quotes: words without marks, each with a signature behind."""
    said: list[_Said] = []
    words: list[SourceParagraph] = []
    end = index + 1
    while end < len(paragraphs) and paragraphs[end].kind is not Kind.HEADING:
        paragraph = paragraphs[end]
        attribution = attributing.signature(paragraph.text) if words else None
        if attribution is not None and not quotations_in(paragraph.text):
            numbers = tuple(each.number for each in (*words, paragraph))
            text = " ".join(each.text.strip('“”«»"„ ') for each in words)
            said.append(_Said(text, attribution.person, numbers, attribution.signal))
            words = []
        elif len(words) >= MOST_LABELLED or quotations_in(paragraph.text) or word_count(paragraph.text) < FEWEST_WORDS:
            break
        else:
            words.append(paragraph)
        end += 1
    return (said, end - index - len(words)) if said else ([], 1)


def _said_in(paragraph: SourceParagraph, quotations: list[Quotation], attributing: Attributing) -> list[_Said]:
    """Attribute the quotations of one paragraph, joining those of one speech."""
    text = paragraph.text
    found: list[_Said] = []
    waiting: list[str] = []
    attributed_to = 0
    for index, quotation in enumerate(quotations):
        gap_before = text[attributed_to : quotation.start]
        next_start = next(
            (each.start for each in quotations[index + 1 :] if not names_something(text, each)), len(text)
        )
        gap_behind = text[quotation.end : next_start]
        attributing.earlier = text[: quotation.start]
        if (inner := _interrupted(quotation, attributing)) is not None:
            _add(found, _Said(" ".join([*waiting, inner.text]), inner.person, (paragraph.number,)))
            waiting, attributed_to = [], quotation.end
            continue
        if not is_utterance(quotation) and not is_introduced(gap_before, quotation):
            continue
        continued = bool(found) and not gap_before.strip(" ,.;:—–-，。；：、")
        attribution = None if continued else attributing.before(gap_before, stands_alone(text, quotation))
        if attribution is None:
            attribution = _attribution_behind(text, quotation, gap_behind, next_start, attributing)
            if attribution is not None:
                attributed_to = quotation.end + attribution.length
            elif stands_alone(text, quotation) and not found:
                attribution = attributing.of_sentence(gap_before)
        if attribution is not None and is_enough(quotation, attribution):
            words = " ".join([*waiting, quotation.text])
            waiting = []
            _add(found, _Said(words, attribution.person, (paragraph.number,), attribution.signal))
        elif (
            continued
            or _ends_speech(found, text, quotation, text[quotations[index - 1].end : quotation.start])
            or _goes_on(found, text, quotation, gap_before, attributing.people)
        ):
            last = found.pop()
            found.append(_Said(f"{last.text} {quotation.text}", last.person, last.numbers))
            attributed_to = quotation.end
        elif not gap_behind.strip() and index + 1 < len(quotations):
            waiting.append(quotation.text)
    return found


def _interrupted(quotation: Quotation, attributing: Attributing) -> _Said | None:
    """Read a quotation with its attribution inside the marks."""
    if word_count(quotation.text) < FEWEST_WORDS_WITHOUT_VERB:
        return None
    interruption = interruption_in(quotation.text)
    attribution = attributing.behind(interruption.said) if interruption else None
    if interruption is None or attribution is None:
        return None
    return _Said(interruption.text, attribution.person, (), attribution.signal)


def _goes_on(found: list[_Said], text: str, quotation: Quotation, gap: str, people: People) -> bool:
    """Whether the same person goes on: a whole sentence in marks, and nobody else described in between."""
    if not found or not stands_alone(text, quotation):
        return False
    named = {people.find(name.text) for name in names_in(gap) if name.is_full}
    return all(person.standing == NOTHING_KNOWN or person.name == found[-1].person.name for person in named)


def _ends_speech(found: list[_Said], text: str, quotation: Quotation, gap: str) -> bool:
    """Whether a short sentence in marks ends the paragraph right behind who spoke: "…", he said. "We sew."."""
    is_last = not text[quotation.end :].strip(" .!?…")
    is_sentence = quotation.text[:1].isupper() and gap.rstrip().endswith((".", "!", "?", "…"))
    return bool(found) and is_last and is_sentence and len(gap.split()) <= MOST_WORDS_BETWEEN


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
    if not quotation.is_closed or _leads_to_next(quotation, gap):
        return None
    ends_sentence = quotation.text.endswith((".", "!", "?", "…", "。")) and not gap.startswith(",")
    verbless = attributing.signature(gap) if next_start == len(text) else None
    if verbless is not None and quotation.start <= 2:
        return verbless
    attribution = attributing.behind(gap)
    if attribution is None or (ends_sentence and attribution.length > 160 and not gap.strip()[:1].isupper()):
        return attribution
    return attribution


def _leads_to_next(quotation: Quotation, gap: str) -> bool:
    """Whether a sentence of its own behind some words leads to the next ones: "… “a model”. She added: “…”."""
    return not quotation.text.endswith((".", "!", "?", "…", ",")) and gap.startswith(".") and gap.rstrip().endswith(":")


def _with_neighbour(
    paragraphs: Sequence[SourceParagraph], index: int, quotations: list[Quotation], attributing: Attributing
) -> tuple[list[_Said], int]:
    """Attribute a paragraph of nothing but words by the line that led to it, or by the next one."""
    paragraph = paragraphs[index]
    text = " ".join(quotation.text for quotation in quotations)
    if word_count(text) < FEWEST_WORDS:
        return [], 1
    if (led := _led_by_line(paragraphs, index, attributing)) is not None:
        return [_Said(text, led.person, (paragraphs[index - 1].number, paragraph.number), led.signal)], 1
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if following is not None and following.kind is not Kind.HEADING and not _leads(following):
        attribution = None if quotations_in(following.text) else attributing.signature(following.text)
        if attribution is not None:
            return [_Said(text, attribution.person, (paragraph.number, following.number), attribution.signal)], 2
    if attributing.heads is not None and attributing.heads[1] == paragraph.number:
        return [_Said(text, attributing.heads[0], (paragraph.number,))], 1
    return [], 1


def _leads(paragraph: SourceParagraph) -> bool:
    return paragraph.text.rstrip(" *").endswith((":", "："))


def _led_by_line(paragraphs: Sequence[SourceParagraph], index: int, attributing: Attributing) -> Attribution | None:
    """Read a line in front of some words that names who speaks: with a colon, or a name with a function alone."""
    if not index or paragraphs[index - 1].kind is Kind.TABLE_ROW or quotations_in(paragraphs[index - 1].text):
        return None
    line = paragraphs[index - 1]
    if _leads(line):
        bare = line.text.strip(" *")
        return attributing.signature(bare.rstrip(":： ")) or attributing.before(bare, may_be_sentence_before=False)
    if paragraphs[index - 1].number != paragraphs[index].number - 1 or line.number in attributing.used:
        return None
    attribution = attributing.signature(line.text)
    is_told = attribution is not None and (attribution.person.standing.role or is_set_in_bold(line))
    return attribution if is_told else None


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
    attribution = attribution or _led_by_line(paragraphs, index, attributing)
    if attribution is None:
        return [], 1
    return [_Said(" ".join([opening, *parts]), attribution.person, numbers, attribution.signal)], run


def _blockquote(paragraphs: Sequence[SourceParagraph], index: int, attributing: Attributing) -> tuple[list[_Said], int]:
    """Read block quotations without marks: the words, then a signature inside or behind."""
    end = index
    while end < len(paragraphs) and paragraphs[end].kind is Kind.BLOCKQUOTE:
        end += 1
    if (led := _led_by_line(paragraphs, index, attributing)) is not None:
        words = " ".join(paragraph.text for paragraph in paragraphs[index:end])
        numbers = tuple(paragraph.number for paragraph in paragraphs[index - 1 : end])
        return [_Said(words, led.person, numbers, led.signal)], end - index
    for signed in range(index + 1, min(end + 1, len(paragraphs))):
        attribution = attributing.signature(paragraphs[signed].text)
        if attribution is not None:
            words = " ".join(paragraph.text for paragraph in paragraphs[index:signed])
            numbers = tuple(paragraph.number for paragraph in paragraphs[index : signed + 1])
            return [_Said(words, attribution.person, numbers, attribution.signal)], signed + 1 - index
    return [], end - index


def is_quote_label(paragraph: SourceParagraph) -> bool:
    """Whether a line announces quotes that follow."""
    return len(paragraph.text) < 60 and QUOTE_LABEL.fullmatch(paragraph.text) is not None


def _quote(said: _Said, first: SourceParagraph) -> ProposedQuote:
    standing = said.person.standing
    numbers = said.numbers or (first.number,)
    name = said.person.name
    is_full = len(name.split()) > 1 or "·" in name or HAN.search(name) is not None
    signals = [said.signal, "the speaker is named in full" if is_full else "the speaker is named by one name only"]
    signals += ["the speaker is described"] if standing.role or standing.organisation else []
    evidence = evidence_of(numbers, signals)
    return ProposedQuote(said.text.strip(), name, standing.role, standing.organisation, numbers, evidence)
