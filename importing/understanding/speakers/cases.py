"""Names in the form in which a directory has them, where a language bends them: "по словам Зарины Гатауллиной"."""

import re
from dataclasses import replace

from importing.understanding.lexicon.role_words import bent_from, is_role_word
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.speakers.names import Name

#: What stands in front of a name in the genitive.
GENITIVE_LEAD = re.compile(rf"\s*{pattern_for('genitive_leads')}\s", re.IGNORECASE)


MOST_WORDS_BACK = 5
GENITIVE_ENDINGS = tuple(word_list("genitive_roles"))


def endings(name: str) -> list[tuple[str, str]]:
    """Return the endings of a list, each with what takes its place, the longest first."""
    pairs = [pair.split(">") for pair in word_list(name)]
    return sorted(((bent, plain) for bent, plain in pairs), key=lambda pair: (-len(pair[0]), pair))


WOMEN, MEN = endings("genitive_women"), endings("genitive_men")
SURNAMES_OF_WOMEN, SURNAMES_OF_MEN = endings("genitive_surnames_of_women"), endings("genitive_surnames_of_men")


def in_nominative(text: str, name: Name) -> tuple[str, Name]:
    """Return a clause and a name in it: behind a lead that bends it the name as it is called, the lead left blank."""
    lead = GENITIVE_LEAD.match(text)
    if lead is None and name.is_full and _is_of_bent_function(text, name):
        return text, replace(name, text=nominative_of(name.text))
    if lead is None or "," in text[lead.end() : name.start] or not name.is_full:
        return text, name
    return " " * lead.end() + text[lead.end() :], replace(name, text=nominative_of(name.text))


def _is_of_bent_function(text: str, name: Name) -> bool:
    """Whether the function in front of a name stands in the genitive, and its name with it: "идея студентки A"."""
    words = text[: name.start].split()[-MOST_WORDS_BACK:]
    roles = [word for word in words if is_role_word(word)]
    function = (name.title.split() or roles[-1:] or [""])[-1]
    return bent_from(function) is not None and function.endswith(GENITIVE_ENDINGS)


def nominative_of(name: str) -> str:
    """Return a name that stands in the genitive as it is called: its first part tells a woman's from a man's."""
    *given, surname = name.split()
    is_woman = bool(given) and given[0].endswith(tuple(bent for bent, _plain in WOMEN))
    first, last = (WOMEN, SURNAMES_OF_WOMEN) if is_woman else (MEN, SURNAMES_OF_MEN)
    return " ".join([*(ended_as(word, first) for word in given), ended_as(surname, last)])


def ended_as(word: str, table: list[tuple[str, str]]) -> str:
    """Return a word with the first fitting ending of a table exchanged."""
    for bent, plain in table:
        if word.endswith(bent) and len(word) > len(bent) + 1:
            return word.removesuffix(bent) + plain
    return word
