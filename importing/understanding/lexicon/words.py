"""Words and sentences of a text, without any language's grammar."""

import re
from dataclasses import dataclass

from importing.understanding.lexicon.vocabulary import word_list

WORD = re.compile(r"[^\W_](?:[\w'’\-]|\.(?=\w))*\.?")
SENTENCE_END = re.compile(r"[.!?…]+[\"”»’)\]]{0,2}\s+(?=[\"“„«‘(\[¿¡—–-]{0,3}\s?[^\W\d_])|[。！？]+[”」』]?")

ABBREVIATIONS = word_list("abbreviations")
# Names that begin with an article grown onto them: "al-Khatib", "n’Diaye".
GROWN_ARTICLE = re.compile(r"(?:a[ldnrstz]|ash|el|ul)-(?=[A-ZÀ-Þ])|[nN]['’](?=[A-ZÀ-Þ])")


@dataclass(frozen=True, slots=True)
class SourceWord:
    """A word and where it stands; `text` is without the full stop that ends its sentence."""

    text: str
    start: int
    end: int

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper() or GROWN_ARTICLE.match(self.text) is not None

    @property
    def is_acronym(self) -> bool:
        letters = [character for character in self.text if character.isalpha()]
        return len(letters) > 1 and all(character.isupper() for character in letters)


def source_words(text: str) -> list[SourceWord]:
    """Return the words of a text in order."""
    found = []
    for match in WORD.finditer(text):
        word = match[0]
        if word.endswith(".") and not _keeps_full_stop(word[:-1]):
            word = word[:-1]
        found.append(SourceWord(word, match.start(), match.start() + len(word)))
    return found


def sentence_starts(text: str) -> list[int]:
    """Return where the sentences of a text begin."""
    starts = [0]
    for match in SENTENCE_END.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()].rsplit(None, 1)
        if match[0][0] == "." and before and _keeps_full_stop(before[-1].lstrip('("“«')):
            continue
        if match[0][0] == "." and text[match.end() : match.end() + 1].islower():
            continue
        starts.append(match.end())
    return starts


def first_sentence(text: str) -> str:
    """Return the text up to the end of its first sentence."""
    starts = sentence_starts(text)
    return text[: starts[1]] if len(starts) > 1 else text


def last_sentence(text: str) -> str:
    """Return the text from the beginning of its last sentence."""
    return text[sentence_starts(text)[-1] :]


def word_count(text: str) -> int:
    """Return how many words a text has; where no spaces are written, two characters count as one."""
    spaced = text.split()
    han = sum("\u3040" <= character <= "\u9fff" for character in text)
    return len(spaced) + han // 2


def _keeps_full_stop(word: str) -> bool:
    return (len(word) == 1 and word.isupper()) or word.casefold() in ABBREVIATIONS
