"""What an entry is made of: its tokens by field, its counts by term, the words of the vocabulary in it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsroom.language.script.letters import folded
from search.analysis import Token, analyse, main_language, stream_of, terms_of_stream
from search.index.columns import MOST
from search.models.rows import LONGEST_TERM
from search.registry import FIELDS, Item

#: A word of the vocabulary is offered as a spelling; shorter ones and numbers are not worth it.
SHORTEST_WORD = 4
LONGEST_FIELD = 65_535
#: The tokens of a text of at most so many characters are remembered.
LONGEST_NAME = 200


def in_language(code: str, term: str) -> str:
    """A term as an index keeps it: it carries its language, so one table serves all."""
    return f"{main_language(code)}:{term}"[:LONGEST_TERM]


@dataclass(frozen=True)
class Tokens:
    """The tokens of an entry: `stream`, a line for each field and for each name that can be asked for alone, and its
    `words` with their terms, for the vocabulary. `lengths` says how long each field is; a number in words counts no
    longer for being found in digits too."""

    stream: str
    words: dict[str, str]
    lengths: tuple[int, ...]


def tokens_of(item: Item) -> Tokens:
    """What an item goes into the index with. Words of files are not offered as spellings: what is read from a PDF is
    often torn."""
    lines, words, lengths = [], {}, []
    start = f"{main_language(item.language)}:"
    for name in FIELDS:
        tokens = tokens_in(getattr(item, name).replace("\x00", " "), item.language)
        lines.append(stream_of(tokens))
        lengths.append(min(sum(not (token.is_extra and token.is_number) for token in tokens), LONGEST_FIELD))
        for token in tokens if name != "files" else ():
            word = token.word
            if len(word) >= SHORTEST_WORD and word not in words and not token.is_extra and word.isalpha():
                words[word[:LONGEST_TERM]] = f"{start}{token.term}"[:LONGEST_TERM]
    lines += [
        line for field, names in item.named.items() for name in names if (line := name_line(field, name, item.language))
    ]
    return Tokens("\n".join(lines), words, tuple(lengths))


def tokens_in(text: str, code: str) -> Sequence[Token]:
    """The tokens of a text. Short ones are remembered: a release and each of its quotes have the same title and names,
    and the next release has some of them again."""
    return tokens_of_name(text, code) if len(text) <= LONGEST_NAME else analyse(text, code)


@lru_cache(maxsize=1024)
def tokens_of_name(text: str, code: str) -> tuple[Token, ...]:
    """As above, for a name or a title."""
    return tuple(analyse(text, code))


@lru_cache(maxsize=1024)
def name_line(field: str, name: str, code: str) -> str:
    """The line of a name: its terms with the field they are asked for in, so that phrases end with the name."""
    line = stream_of(tokens_of_name(name.replace("\x00", " "), code))
    singles = [term for term in terms_of_stream(line) if term not in line.split()]
    return " ".join(in_field(field, term) for term in (*line.split(), *singles))


def in_field(field: str, term: str) -> str:
    """A term that is looked for in one field alone; no term of a text has a colon."""
    return f"{field}:{term}"


def term_counts(stream: str, language: str) -> dict[str, list[int]]:
    """How often each term occurs in each field of a stream; what can be asked for alone is counted as a name."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0] * len(FIELDS))
    start = in_language(language, "")
    for place, line in enumerate(stream.split("\n")):
        field = place if place < len(FIELDS) else FIELDS.index("names")
        for term, number in Counter(terms_of_stream(line)).items():
            of_term = counts[f"{start}{term}"[:LONGEST_TERM]]
            of_term[field] = min(of_term[field] + number, MOST)
    return counts


def starts_of(title: str, most: int = 12) -> Iterable[bytes]:
    """A title from each of its words on, folded, as it is compared with what somebody types."""
    words = [folded(word.strip("#“”«»\"'()[]")) for word in title.split()]
    words = [word for word in words if word]
    for place in range(min(len(words), most)):
        yield " ".join(words[place:]).encode()[:60]


def typed_start(typed: str) -> str:
    """What somebody has typed so far as the starts of titles are compared with it."""
    return " ".join(folded(typed).strip("#“”«»\"'()[] ").split())
