"""Words that stand together in the query and in the text: the first results are put in order once more by that."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from search.index.matching import Matcher
from search.index.narrowing import Numbers
from search.index.ranking import Scores
from search.models import Entry

#: How many results are looked at again, whatever page is asked for, so that pages fit together.
LOOKED_AT = 60
#: What a pair of neighbours adds, as a share of what the lighter of both weighs, and how far apart they may stand.
NEIGHBOURS = 0.5
FARTHEST = 4


def nearer(matcher: Matcher, ranked: Numbers, scores: Scores) -> Numbers:
    """Results with the first of them in a new order; `scores` are those of all entries. One query."""
    first = ranked[:LOOKED_AT]
    rows = Entry.objects.filter(generation=matcher.generation, number__in=first.tolist())
    added = {
        number: matcher_bonus(matcher, number, language, stream)
        for number, language, stream in rows.values_list("number", "language", "stream")
    }
    raised = np.array([scores[number] + added.get(number, 0.0) for number in first.tolist()])
    order = np.lexsort((np.arange(len(first)), -np.round(raised, 4)))
    return np.concatenate([first[order], ranked[LOOKED_AT:]])


def matcher_bonus(matcher: Matcher, number: int, language: str, stream: str) -> float:
    """What an entry gains by the neighbours of the query that are neighbours in it."""
    pairs = matcher.neighbours(language)
    if not pairs:
        return 0.0
    terms = {term for pair in pairs for term in pair}
    nearest: dict[tuple[str, str], int] = {}
    for line in stream.split("\n"):
        places = places_of(line.split(), terms)
        for pair in pairs:
            distance = least_distance(places[pair[0]], places[pair[1]])
            if distance <= FARTHEST:
                nearest[pair] = min(distance, nearest.get(pair, FARTHEST))
    prefix = language.partition("-")[0]
    key = matcher.languages[language]
    return sum(
        NEIGHBOURS / distance * min(matcher.weight(f"{prefix}:{term}", key, number) for term in pair)
        for pair, distance in nearest.items()
    )


def places_of(tokens: Sequence[str], terms: set[str]) -> dict[str, list[int]]:
    """Where each term stands among tokens."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(tokens):
        if token in terms:
            places[token].append(place)
    return places


def least_distance(one: Sequence[int], other: Sequence[int]) -> int:
    """How far two terms stand apart where they are nearest; farther than any counts where one is missing."""
    return min((abs(left - right) for left in one for right in other if left != right), default=FARTHEST + 1)
