"""What must be found of a part of a query, in the terms of one language."""

from dataclasses import dataclass, replace

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
    #: Whether it is a number, which by itself says nothing about what a text is about.
    is_number: bool = False

    @property
    def is_telling(self) -> bool:
        """Whether what has this alone may be what was looked for."""
        return not self.is_optional and not self.is_number


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
    words = initials_as_words(tokens)
    if not part.is_phrase or sum(not token.is_extra for token in words) == 1:
        tokens = words
    if is_any or part.is_phrase:
        slots = singly([token for token in tokens if is_any or not token.is_extra], language)
    else:
        slots = together(tokens, language)
    phrase = phrase_of(tokens) if part.is_phrase and len(tokens) > 1 else ""
    if part.field == TITLE:
        slots = [replace(slot, is_title=True) for slot in slots]
    elif part.field:
        slots = [
            Slot(tuple(field_terms(way, part.field, language) for way in slot.ways), is_number=slot.is_number)
            for slot in slots
        ]
        phrase = " ".join(in_field(part.field, term) for term in phrase.split())
    return Wanted(tuple(slots), phrase, part.field == TITLE)


def singly(tokens: list[Token], language: str) -> list[Slot]:
    """A slot for each token; the number that one word is, is another way to find that word."""
    slots: list[Slot] = []
    for token in tokens:
        way = (in_language(language, token.term),)
        if slots and token.is_extra and token.is_number and token.covers == 1:
            slots[-1] = replace(slots[-1], ways=(*slots[-1].ways, way))
        else:
            is_optional = is_stop_word(language, token.word)
            slots.append(Slot((way,), is_optional, is_number=token.is_number))
    return slots


def field_terms(way: tuple[str, ...], field: str, language: str) -> tuple[str, ...]:
    """Return the terms of a way as they are indexed for a search in one field alone."""
    return tuple(in_language(language, in_field(field, term.partition(":")[2])) for term in way)


def tokens_to_find(tokens: list[Token]) -> list[Token]:
    """The tokens to look for: without the last character of a Chinese run, which its pair has already."""
    kept: list[Token] = []
    pair: Token | None = None
    for token in tokens:
        if pair and len(token.term) == 1 and token.end == pair.end and token.start == pair.start + 1:
            continue
        kept.append(token)
        pair = pair if token.is_extra else token
    return kept


def initials_as_words(tokens: list[Token]) -> list[Token]:
    """The tokens with initials as the one word that they are, without their letters: a "c" may stand anywhere."""
    kept: list[Token] = []
    for token in tokens:
        letters = kept[-token.covers :] if token.is_extra and token.covers > 1 else []
        if letters and not any(each.is_extra for each in letters) and token.word == "".join(map(letter_of, letters)):
            kept[-token.covers :] = [token._replace(is_extra=False, covers=0)]
        elif token.is_extra and kept and (token.start, token.end) == (kept[-1].start, kept[-1].end):
            kept.append(token._replace(covers=1))
        else:
            kept.append(token)
    return kept


def letter_of(token: Token) -> str:
    """The letter that a token is, "?" where it is more."""
    return token.word if len(token.word) == 1 and token.word.isalpha() else "?"


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
        is_number = all(token.is_number for token in plain[place:end])
        slots.append(Slot((parts, *names), is_optional, is_number=is_number))
        place = end
    return slots
