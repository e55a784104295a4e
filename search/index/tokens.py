"""What an entry is made of: its tokens by field, its counts by term, the words of the vocabulary in it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from search.analysis import analyse, main_language, stream_of, terms_of_stream
from search.analysis.folding import folded
from search.index.columns import MOST
from search.models.rows import LONGEST_TERM
from search.registry import FIELDS, Item

#: A word of the vocabulary is offered as a spelling; shorter ones and numbers are not worth it.
SHORTEST_WORD = 4


def in_language(code: str, term: str) -> str:
    """A term as an index keeps it: it carries its language, so one table serves all."""
    return f"{main_language(code)}:{term}"[:LONGEST_TERM]


@dataclass(frozen=True)
class Tokens:
    """The tokens of an entry: `stream`, a line for each field, and its `words` with their terms, for the vocabulary."""

    stream: str
    words: dict[str, str]


def tokens_of(item: Item) -> Tokens:
    """What an item goes into the index with."""
    lines, words = [], {}
    for name in FIELDS:
        tokens = analyse(getattr(item, name).replace("\x00", " "), item.language)
        lines.append(stream_of(tokens))
        for token in tokens:
            if not token.is_extra and len(token.word) >= SHORTEST_WORD and token.word.isalpha():
                words[token.word[:LONGEST_TERM]] = in_language(item.language, token.term)
    return Tokens("\n".join(lines), words)


def counts_of(stream: str, language: str) -> dict[str, list[int]]:
    """How often each term occurs in each field of a stream."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * len(FIELDS))
    for place, line in enumerate(stream.split("\n")):
        for term in terms_of_stream(line):
            in_field = counts[in_language(language, term)]
            in_field[place] = min(in_field[place] + 1, MOST)
    return counts


def lengths_of(stream: str) -> list[int]:
    """How many tokens each field has."""
    return [min(len(line.split()), 65_535) for line in stream.split("\n")]


def starts_of(title: str, most: int = 12) -> Iterable[bytes]:
    """A title from each of its words on, folded, as it is compared with what somebody types."""
    words = [folded(word.strip("#“”«»\"'()[]")) for word in title.split()]
    words = [word for word in words if word]
    for place in range(min(len(words), most)):
        yield " ".join(words[place:]).encode()[:60]


def typed_start(typed: str) -> str:
    """What somebody has typed so far as the starts of titles are compared with it."""
    return " ".join(folded(typed).strip("#“”«»\"'()[] ").split())
