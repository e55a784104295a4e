"""Words with what some languages grow onto their front: articles, "and", prepositions."""

from collections.abc import Iterator

from importing.understanding.lexicon.vocabulary import pattern_for, word_list

_ARTICLES = tuple(pattern_for("grown_article").strip("(?:)").split("|"))
_IN_FRONT = tuple(pattern_for("grown_in_front", "grown_joint").strip("(?:)").split("|"))
#: Letters of these alone are words of their own, to which nothing is grown.
SHORTEST = 3

# A joint and an article contract in writing: "ل" and "ال" to "لل".
CONTRACTED = word_list("grown_contractions")


def bare_forms(word: str) -> Iterator[str]:
    """Yield a word as it stands and without what is grown onto its front, in each way it can be read."""
    yield word
    for contraction in CONTRACTED:
        if word.startswith(contraction) and len(word) >= len(contraction) + SHORTEST:
            yield word[len(contraction) :]
    for prefix in ("", *_IN_FRONT):
        if not word.startswith(prefix) or len(word) < len(prefix) + SHORTEST:
            continue
        rest = word[len(prefix) :]
        if prefix:
            yield rest
        for article in _ARTICLES:
            if rest.startswith(article) and len(rest) >= len(article) + 2:
                yield rest[len(article) :]


def has_article(word: str) -> bool:
    """Whether an article is grown onto a word, alone or behind a preposition."""
    if word.startswith(tuple(CONTRACTED)):
        return True
    return any(word.startswith(prefix + article) for article in _ARTICLES for prefix in ("", *_IN_FRONT))
