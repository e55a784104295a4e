"""Which language a document is written in."""

from collections import Counter
from collections.abc import Iterable

from importing.reading import SourceParagraph
from importing.understanding.lexicon.vocabulary import words_by_language
from newsroom.language.catalogue import ROWS
from newsroom.language.script.letters import letters_in

# The commonest words of each language; they also stand in front of names at the start of a sentence.
COMMON_WORDS = words_by_language("common")
EVERY_COMMON_WORD = frozenset().union(*COMMON_WORDS.values())

# The languages that a script alone tells: those with a row, and others that are told from them.
SCRIPTS = {row.main: row.script for row in ROWS.values() if row.script != "Latn"} | {
    "ja": "Kana",
    "ko": "Hang",
    "el": "Grek",
}

# A character of a dense script carries more of a text than a Latin letter does.
SHARE_OF_SCRIPT = 0.25
ENOUGH_TEXT = 50_000


def detect_language(paragraphs: Iterable[SourceParagraph]) -> str | None:
    """Return the code of the language that most of the text is in, or None when it cannot be told."""
    text = _sample(paragraphs)
    letters = sum(character.isalpha() for character in text)
    if not letters:
        return None
    if (script := _script_of(text, letters)) is not None:
        return script
    words = Counter(text.casefold().split())
    scores = {language: sum(words[word] for word in known) for language, known in COMMON_WORDS.items()}
    best = max(scores, key=lambda language: scores[language])
    return best if scores[best] else None


def is_common_word(word: str) -> bool:
    """Whether a word is one of the commonest of any language, whatever its case."""
    return word.casefold() in EVERY_COMMON_WORD


def _sample(paragraphs: Iterable[SourceParagraph]) -> str:
    parts: list[str] = []
    size = 0
    for paragraph in paragraphs:
        parts.append(paragraph.text[: ENOUGH_TEXT - size])
        size += len(parts[-1])
        if size >= ENOUGH_TEXT:
            break
    return " ".join(parts)


def _script_of(text: str, letters: int) -> str | None:
    counts = {language: letters_in(text, script) for language, script in SCRIPTS.items()}
    if counts["ja"] > 0.05 * letters:
        return "ja"
    best = max(counts, key=lambda script: counts[script])
    return best if counts[best] > SHARE_OF_SCRIPT * letters else None
