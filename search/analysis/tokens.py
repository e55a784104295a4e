"""From a text to its tokens: words, numbers, pairs of Chinese characters, and what several of them mean together."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from newsroom.language.catalogue import language_row
from newsroom.language.script.letters import IGNORABLE, chinese_variants, folded, marks
from search.analysis.joined import is_number, joined_initials, joined_numbers
from search.analysis.vocabulary import analysis_words
from search.analysis.words import stem

CHINESE = "\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
#: A number ends where Chinese begins, since no space stands between them.
BEFORE_NUMBER, AFTER_NUMBER = rf"(?<![^\W{CHINESE}])(?<![.,])", rf"(?![^\W{CHINESE}]|[.,]\d)"
PIECES = re.compile(
    rf"(?P<thousands>{BEFORE_NUMBER}\d{{1,3}}(?:[.,'’٬\u00a0\u2009\u202f]\d{{3}})+{AFTER_NUMBER})"
    rf"|(?P<decimal>{BEFORE_NUMBER}\d+[.,٫]\d{{1,2}}{AFTER_NUMBER})"
    rf"|(?P<chinese>[{CHINESE}]+)"
    rf"|(?P<word>(?:(?![{CHINESE}_ʼ])[\w{marks()}])+)"
)
CHINESE_RUN = re.compile(rf"[{CHINESE}]")
HYPHENS = "-‐‑"
APOSTROPHES = "'’ʼ"
CLIPPED = frozenset({"s", "t", "d", "m", "ll", "re", "ve"})
SENTENCE_ENDS = re.compile(r"[.!?。！？;；:：\n]")
LONGEST_WORD = 60


class Token(NamedTuple):
    """One word of a text as an engine sees it: `term`, where it stands in the text, and its folded `word`.

    An `is_extra` token stands at the place of others: the compound of a hyphenated word, the one name that several
    spellings share. It is found but takes no part in phrases.
    """

    term: str
    start: int
    end: int
    word: str
    is_extra: bool = False
    #: How many of the tokens before it an extra one stands for.
    covers: int = 0
    #: Whether it is a number, or one of the words of a number.
    is_number: bool = False


def main_language(code: str) -> str:
    """The language of an address code: "zh-hans" is Chinese, "zh"."""
    return language_row(code).main


def analyse(text: str, code: str) -> list[Token]:
    """The tokens of a text in a language ("zh-hans"), in their order; an extra one follows those it stands for."""
    language = main_language(code)
    seen = text if text.isascii() else IGNORABLE.sub("", text)
    tokens = list(compounds(list(plain_tokens(seen, language)), seen, language))
    tokens = list(joined_together(tokens, seen, language))
    tokens = list(named_together(tokens, language))
    return tokens if len(seen) == len(text) else as_they_stand(tokens, text)


def as_they_stand(tokens: list[Token], text: str) -> list[Token]:
    """Give tokens of a text without what is not seen the places where they stand in the text with it."""
    places = [place for place, character in enumerate(text) if not IGNORABLE.match(character)]
    return [token._replace(start=places[token.start], end=places[token.end - 1] + 1) for token in tokens]


def plain_tokens(text: str, language: str) -> Iterator[Token]:
    """The plain tokens of a text."""
    has_apostrophes = any(each in text for each in APOSTROPHES)
    for match in PIECES.finditer(text):
        written, start, end = match.group(), match.start(), match.end()
        if match.lastgroup == "chinese":
            yield from chinese_pairs(written, start)
        elif match.lastgroup == "thousands":
            number = "".join(str(folded(each)) for each in written if each.isdigit())
            yield Token(number, start, end, number)
        elif match.lastgroup == "decimal":
            number = folded(written).replace(",", ".").replace("٫", ".")
            yield Token(number, start, end, number)
        elif not (has_apostrophes and is_clipped(text, match, language)):
            word = folded(written)[:LONGEST_WORD]
            if word:
                yield Token(stem(language, word), start, end, word)


def is_clipped(text: str, match: re.Match[str], language: str) -> bool:
    """Whether letters beside an apostrophe are no word of their own: l'eau, the city's."""
    word = match.group().lower()
    if word in language_row(language).elided:
        return text[match.end() : match.end() + 1] in tuple(APOSTROPHES)
    return word in CLIPPED and match.start() > 1 and text[match.start() - 1] in APOSTROPHES


def chinese_pairs(written: str, start: int) -> Iterator[Token]:
    """Overlapping pairs of characters, and the last character alone: a pair is found by its first one too."""
    run = written.translate(chinese_variants())
    for place in range(len(run) - 1):
        pair = run[place : place + 2]
        yield Token(pair, start + place, start + place + 2, pair)
    yield Token(run[-1], start + len(run) - 1, start + len(run), run[-1])


def compounds(tokens: list[Token], text: str, language: str) -> Iterator[Token]:
    """Tokens with, after the parts of a hyphenated word, the word written as one: e-mail is email."""
    if not any(sign in text for sign in HYPHENS):
        yield from tokens
        return
    parts: list[Token] = []
    for token in [*tokens, None]:
        if token and parts and token.start - parts[-1].end == 1 and text[parts[-1].end] in HYPHENS:
            parts.append(token)
        else:
            yield from parts
            if len(parts) > 1:
                whole = "".join(part.word for part in parts)[:LONGEST_WORD]
                yield Token(stem(language, whole), parts[0].start, parts[-1].end, whole, True, len(parts))
            parts = [token] if token else []


def joined_together(tokens: list[Token], text: str, language: str) -> Iterator[Token]:
    """Tokens with, after the words of a number or initials with points, the one word that these are together."""
    plain = [token for token in tokens if not token.is_extra]
    extras: dict[int, list[Token]] = {}
    in_numbers = {id(token) for token in plain if is_number(token.word)}
    for joined in joined_numbers(plain, text, language):
        covered = plain[joined.first : joined.last]
        in_numbers |= {id(token) for token in covered}
        extra = Token(joined.word, covered[0].start, covered[-1].end, joined.word, True, len(covered), True)
        extras.setdefault(id(covered[-1]), []).append(extra)
    for joined in joined_initials(plain, text):
        covered = plain[joined.first : joined.last]
        term = stem(language, joined.word)
        extra = Token(term, covered[0].start, covered[-1].end, joined.word, True, len(covered))
        extras.setdefault(id(covered[-1]), []).append(extra)
    if not in_numbers and not extras:
        yield from tokens
        return
    seen: list[bool] = []
    for token in tokens:
        own = id(token)
        in_number = all(seen[-token.covers :]) if token.is_extra else own in in_numbers
        if not token.is_extra:
            seen.append(in_number)
        yield token._replace(is_number=True) if in_number else token
        if own in extras:
            yield from extras[own]


@cache
def synonyms(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The spellings that mean the same by their first term: the terms of each and the term they share."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for spellings in analysis_words(language).same:
        shared = "=" + folded(spellings[0]).replace(" ", "_")
        for spelling in spellings:
            terms = tuple(token.term for token in plain_tokens(spelling, language))
            if CHINESE_RUN.search(spelling):
                terms = terms[:-1]
            found.setdefault(terms[0], []).append((terms, shared))
    for spelled in found.values():
        spelled.sort(key=lambda each: -len(each[0]))
    return found


def named_together(tokens: list[Token], language: str) -> Iterator[Token]:
    """Tokens with, after the longest spelling that the synonyms know, the name it shares with the others."""
    known = synonyms(language)
    if not any(token.term in known for token in tokens):
        yield from tokens
        return
    plain = [token for token in tokens if not token.is_extra]
    marks: dict[int, Token] = {}
    place = 0
    while place < len(plain):
        for terms, shared in known.get(plain[place].term, ()):
            if tuple(token.term for token in plain[place : place + len(terms)]) == terms:
                first, last = plain[place], plain[place + len(terms) - 1]
                marks[id(last)] = Token(shared, first.start, last.end, shared, True, len(terms))
                place += len(terms) - 1
                break
        place += 1
    for token in tokens:
        yield token
        if id(token) in marks:
            yield marks[id(token)]
        for terms, shared in known.get(token.term, ()) if token.is_extra else ():
            if len(terms) == 1:
                yield Token(shared, token.start, token.end, shared, True, token.covers)


def stream_of(tokens: Iterable[Token]) -> str:
    """Tokens as the text that an index keeps: the terms in their order, then the extra ones, parted by spaces."""
    tokens = list(tokens)
    plain, extra = ([token.term for token in tokens if token.is_extra is which] for which in (False, True))
    return " ".join(plain + extra)


def terms_of_stream(stream: str) -> Iterator[str]:
    """The terms to count in a stream: its own, and the first character of each Chinese pair."""
    for term in stream.split():
        yield term
        if len(term) == 2 and (first := first_of_pair(term)):
            yield first


def first_of_pair(term: str) -> str:
    """The first character of a Chinese pair; "" for any other term."""
    return term[0] if len(term) == 2 and CHINESE_RUN.match(term) else ""


def phrase_of(tokens: Iterable[Token]) -> str:
    """Tokens as they stand one after the other in a stream; the last character of a Chinese run is in its pair."""
    terms = [token.term for token in tokens if not token.is_extra]
    if len(terms) > 1 and len(terms[-1]) == 1 and CHINESE_RUN.match(terms[-1]) and CHINESE_RUN.match(terms[-2]):
        terms.pop()
    return " ".join(terms)
