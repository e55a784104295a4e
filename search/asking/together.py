"""Words that are one word together, or one that is written apart elsewhere: "forty four", "A. C. C.", "bus stop"."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.language.catalogue import language_row
from newsroom.language.script.letters import folded
from search.analysis import analyse, is_stop_word, main_language
from search.index.tokens import in_language
from search.query import QueryPart

Group = tuple[QueryPart, ...]
#: Of a word written apart each half has at least so many letters.
SHORTEST_HALF = 3


def is_plain(group: Group) -> bool:
    """Whether a group is one word, or several that belong together, to be looked for anywhere."""
    return len(group) == 1 and not (group[0].is_phrase or group[0].field or group[0].is_date)


def merged(groups: Sequence[Group], code: str) -> list[Group]:
    """Groups with neighbours made one where they are one thing together: the words of a number, of a name that has
    several spellings, initials."""
    found: list[Group] = []
    run: list[QueryPart] = []
    for group in [*groups, None]:
        if group and is_plain(group):
            run.append(group[0])
            continue
        found += merged_run(run, code)
        run = []
        if group:
            found.append(group)
    return found


def merged_run(parts: Sequence[QueryPart], code: str) -> list[Group]:
    """The same for words that stand beside one another."""
    text = " ".join(part.text for part in parts)
    starts = [sum(len(part.text) + 1 for part in parts[:place]) for place in range(len(parts) + 1)]
    inside = {
        place
        for token in (analyse(text, code) if len(parts) > 1 else ())
        if token.is_extra
        for place in range(1, len(parts))
        if token.start < starts[place] < token.end
    }
    edges = [place for place in range(len(parts) + 1) if place not in inside]
    return [(QueryPart(" ".join(part.text for part in parts[first:last])),) for first, last in pairwise(edges)]


@dataclass(frozen=True)
class Spelling:
    """Two words and the one that they are together, with their terms in an index."""

    words: tuple[str, str]
    whole: str
    terms: tuple[str, ...]


def one_word(text: str, code: str) -> str:
    """The word that a text is, if it is one of letters alone that says something; else nothing."""
    tokens = [token for token in analyse(text, code) if not token.is_extra]
    is_one = len(tokens) == 1 and tokens[0].word.isalpha() and len(tokens[0].word) == len(text)
    return text if is_one and not is_stop_word(main_language(code), tokens[0].word) else ""


def term_of(word: str, code: str) -> str:
    """The term of a word in an index."""
    tokens = analyse(word, code)
    return in_language(code, tokens[0].term) if tokens else ""


class Spellings:
    """The other ways in which the words of a query may be written: two as one, one as two."""

    def __init__(self, groups: Sequence[Group], code: str) -> None:
        self.groups = groups
        words = [one_word(group[0].text, code) if is_plain(group) else "" for group in groups]
        has_spaces = not language_row(code).is_spaceless
        self.joined = {
            place: Spelling((first, second), first + second, (term_of(first + second, code),))
            for place, (first, second) in enumerate(pairwise(words))
            if first and second and has_spaces
        }
        self.parted = {place: list(halves_of(word, code)) for place, word in enumerate(words) if word and has_spaces}
        self.wholes = {place: term_of(words[place], code) for place in self.parted}

    @property
    def terms(self) -> Collection[str]:
        """The terms that an index is to be asked about."""
        spellings = [*self.joined.values(), *(each for halves in self.parted.values() for each in halves)]
        return {term for spelling in spellings for term in spelling.terms} | {*self.wholes.values()}

    def known(self, held: Mapping[str, int]) -> list[Group]:
        """The groups with those other spellings that are held; of one as two each half at least as often as the one,
        since a slip of the fingers has made words of the halves of any word."""
        found: list[Group] = []
        place = 0
        while place < len(self.groups):
            joined, group = self.joined.get(place), self.groups[place]
            if joined and held.get(joined.terms[0]):
                found.append((QueryPart(" ".join(joined.words)), QueryPart(joined.whole)))
                place += 2
                continue
            least = max(held.get(self.wholes.get(place, ""), 0), 1)
            halves = [
                each for each in self.parted.get(place, ()) if all(held.get(term, 0) >= least for term in each.terms)
            ]
            if halves:
                best = max(halves, key=lambda each: min(held[term] for term in each.terms))
                group = (*group, QueryPart(" ".join(best.words), True))
            found.append(group)
            place += 1
        return found


def halves_of(word: str, code: str) -> list[Spelling]:
    """A word as two, wherever both may be words that say something; an article that grew onto it is no part of one."""
    article = re.match(language_row(code).grown_article or r"(?!)", folded(word))
    found = []
    for cut in range((article.end() if article else 0) + SHORTEST_HALF, len(word) - SHORTEST_HALF + 1):
        first, second = one_word(word[:cut], code), one_word(word[cut:], code)
        if first and second:
            found.append(Spelling((first, second), word, (term_of(first, code), term_of(second, code))))
    return found
