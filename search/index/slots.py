"""What must be found of a part of a query, in the terms of one language."""

from dataclasses import dataclass

from search.analysis import Token, analyse, is_stop_word, main_language, phrase_of
from search.index.tokens import in_field, in_language
from search.query import QueryPart

TITLE = "title"


@dataclass(frozen=True)
class Slot:
    """One place of a query, found where an entry holds all terms of one of its ways; stop words need not be found."""

    ways: tuple[tuple[str, ...], ...]
    is_optional: bool = False
    #: Whether it must stand in the title.
    is_title: bool = False
    #: Whether it counts where it is found and need not be.
    is_loose: bool = False


@dataclass(frozen=True)
class Wanted:
    """One part of a query in one language. `phrase` is what an entry's stream must hold, if the part is a phrase."""

    slots: tuple[Slot, ...]
    phrase: str = ""
    #: Whether the phrase must stand in the title.
    is_title: bool = False


def wanted(part: QueryPart, code: str, is_any: bool) -> Wanted:
    """Read a part of a query in a language. Where any word will do, each is a part, compounds beside their parts."""
    language = main_language(code)
    tokens = tokens_to_find(analyse(part.text, code))
    if is_any or part.is_phrase:
        slots = [Slot(((in_language(language, token.term),),), is_stop_word(language, token.word)) for token in tokens]
        if part.is_phrase and not is_any:
            slots = [slot for slot, token in zip(slots, tokens, strict=True) if not token.is_extra]
    else:
        slots = together(tokens, language)
    phrase = phrase_of(tokens) if part.is_phrase and len(tokens) > 1 else ""
    if part.field == TITLE:
        slots = [Slot(slot.ways, slot.is_optional, True) for slot in slots]
    elif part.field:
        slots = [Slot(tuple(field_terms(way, part.field, language) for way in slot.ways)) for slot in slots]
        phrase = " ".join(in_field(part.field, term) for term in phrase.split())
    return Wanted(tuple(slots), phrase, part.field == TITLE)


def field_terms(way: tuple[str, ...], field: str, language: str) -> tuple[str, ...]:
    """Return the terms of a way as they are indexed for a search in one field alone."""
    return tuple(in_language(language, in_field(field, term.partition(":")[2])) for term in way)


def tokens_to_find(tokens: list[Token]) -> list[Token]:
    """The tokens to look for: without the last character of a Chinese run, which its pair has already."""
    kept: list[Token] = []
    for token in tokens:
        if kept and len(token.term) == 1 and token.end == kept[-1].end and token.start == kept[-1].start + 1:
            continue
        kept.append(token)
    return kept


def together(tokens: list[Token], language: str) -> list[Slot]:
    """Return a slot for each word; words that have a synonym together are one slot, found by it or by all of them."""
    plain = [token for token in tokens if not token.is_extra]
    spans: list[tuple[int, int, str]] = []
    seen = 0
    for token in tokens:
        if token.is_extra:
            spans.append((seen - token.covers, seen, token.term))
        else:
            seen += 1
    slots: list[Slot] = []
    place = 0
    while place < len(plain):
        end = max((last for first, last, _term in spans if first <= place < last), default=place + 1)
        parts = tuple(in_language(language, token.term) for token in plain[place:end])
        names = [
            (*parts[: max(first - place, 0)], in_language(language, term), *parts[last - place :])
            for first, last, term in spans
            if place <= first and last <= end
        ]
        is_optional = end == place + 1 and not names and is_stop_word(language, plain[place].word)
        slots.append(Slot((parts, *names), is_optional))
        place = end
    return slots
