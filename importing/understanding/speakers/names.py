"""Finding the names of people in a text, without a list of names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.role_words import is_role_word
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.lexicon.words import SourceWord, source_words
from importing.understanding.lexicon.work_words import is_work_word

HONORIFICS = word_list("honorifics")
PARTICLES = word_list("particles")

CAMEL_CASE = re.compile(r"[a-zà-ÿ][A-Z]")
CAMEL_SURNAME = re.compile(r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O['’])[A-Z][a-zà-ÿ]+$")
INITIAL = re.compile(r"[A-ZÀ-ÞА-Я]\.?$")

# Several words that stand inside names, or one that elsewhere means something else: "von und zu", "in ’t".
PARTICLE_PHRASE = re.compile(rf"\s(?:{pattern_for('particle_phrases')})\s(?=[A-ZÀ-ÞА-Я]|a[ldnrst]-[A-Z])")
GROWN_PARTICLE = re.compile(r"[dlDL]['’](?=[A-ZÀ-Þ])")

JOINT_WORDS = word_list("before_objects")
LONGEST_NAME = 7
FURTHEST_ROLE = 5


@dataclass(frozen=True, slots=True)
class _Patronymic:
    """Where names have three parts, the ending of one of them tells; without it the first is no part of the name."""

    alphabet: re.Pattern[str] = re.compile(r"[А-ЯЁ]")
    ending: re.Pattern[str] = re.compile(rf"{pattern_for('patronymics')}$", re.IGNORECASE)
    #: How towns end behind the function that is held in them.
    bent: tuple[str, ...] = tuple(word_list("bent_places"))


PATRONYMIC = _Patronymic()


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name where it stands, with the function words directly in front of it."""

    text: str
    start: int
    end: int
    title: str = ""

    @property
    def is_full(self) -> bool:
        """Whether the name has a given name and a surname."""
        return len([part for part in self.text.split() if part.casefold() not in PARTICLES]) > 1


def names_in(text: str) -> list[Name]:
    """Return what may be the names of people in a text, in order.

    A name is a run of capitalised words with particles between them, from which
    leading common words, honorifics and functions are taken away. Runs with a
    word that organisations have in their names are left out.
    """
    words = source_words(text)
    found: list[Name] = []
    index = 0
    while index < len(words):
        length = _run_length(text, words, index)
        if length:
            run = words[index : index + length]
            name = _name_of(text, run[_words_of_place(words, index, run) :])
            if name is not None:
                found.append(name)
        index += max(length, 1)
    return found


def full_names_in(text: str) -> list[Name]:
    """Return the names of a text that have a given name and a surname."""
    return [name for name in names_in(text) if name.is_full]


def is_person_name(text: str) -> bool:
    """Whether a text is the full name of a person and nothing else."""
    names = full_names_in(text.strip(" ,.:;*"))
    return len(names) == 1 and len(names[0].text) >= len(_without_honorifics(text)) - 2


def _run_length(text: str, words: Sequence[SourceWord], first: int) -> int:
    """Return how many words from `first` on stand together as one capitalised run."""
    if not words[first].is_capitalised:
        return 0
    end = first + 1
    while end < len(words):
        if (phrase := PARTICLE_PHRASE.match(text, words[end - 1].end)) is not None:
            end = next(index for index in range(end, len(words)) if words[index].start >= phrase.end())
        elif not _adjoins(text, words[end - 1], words[end]) or not _continues_name(text, words, end):
            break
        end += 1
    while end > first and not (words[end - 1].is_capitalised or GROWN_PARTICLE.match(words[end - 1].text)):
        end -= 1
    return end - first


def _continues_name(text: str, words: Sequence[SourceWord], index: int) -> bool:
    """Whether a word goes on with a run: a capital, or a particle in front of one ("de l’Estang" too)."""
    word = words[index]
    if word.is_capitalised:
        return True
    if GROWN_PARTICLE.match(word.text):
        return words[index - 1].text.casefold() in PARTICLES
    return word.text.casefold().rstrip("'’") in PARTICLES and _capital_follows(text, words, index)


def _adjoins(text: str, before: SourceWord, after: SourceWord) -> bool:
    return (
        text[before.end : after.start] in (" ", "\u00a0", ". ")
        and after.start - before.end < 3
        and (text[before.end] != "." or (len(before.text) <= 4 and before.text.casefold() in HONORIFICS))
    )


def _capital_follows(text: str, words: Sequence[SourceWord], index: int) -> bool:
    for following in range(index + 1, min(index + 3, len(words))):
        if not _adjoins(text, words[following - 1], words[following]):
            return False
        if words[following].is_capitalised or GROWN_PARTICLE.match(words[following].text):
            return True
        if words[following].text.casefold() not in PARTICLES:
            return False
    return False


def _name_of(text: str, run: Sequence[SourceWord]) -> Name | None:
    """Return the name at the end of a run of capitalised words, or None when it is no person's."""
    parts = list(run)
    title_start: int | None = None
    while parts and _precedes_a_name(parts):
        if title_start is None and not _is_courtesy(parts[0]):
            title_start = parts[0].start
        parts.pop(0)
    parts = _before_body(_before_role(parts))
    if not parts or not _may_be_person(parts):
        return None
    start, end = parts[0].start, parts[-1].end
    name = text[start:end]
    for ending in ("’s", "'s"):
        name, end = (name[:-2], end - 2) if name.endswith(ending) else (name, end)
    title = text[title_start:start].strip() if title_start is not None else ""
    return Name(name, start, end, title)


def _precedes_a_name(parts: Sequence[SourceWord]) -> bool:
    """Whether the first of some capitalised words is no part of the name behind it."""
    first = parts[0]
    folded = first.text.casefold().rstrip(".")
    if folded in HONORIFICS or is_role_word(first.text) or not first.is_capitalised:
        return True
    if is_common_word(folded):
        return True
    if any(is_role_word(part.text) for part in parts[1:-1]):
        return True
    return first.is_acronym and len(first.text) <= 5 and len(parts) > 1 and not INITIAL.match(first.text)


def _words_of_place(words: Sequence[SourceWord], index: int, run: Sequence[SourceWord]) -> int:
    """Return how many words of a run belong to the function in front of it: "mayor of Lyon A B"."""
    if len(run) > 3 and is_role_word(run[0].text) and not is_role_word(run[1].text) and _is_bent_place(run[1:]):
        return len(run) - 2
    if len(run) < 3 or is_role_word(run[0].text) or any(part.text.casefold() in PARTICLES for part in run[:2]):
        return 0
    led = any(is_role_word(word.text) for word in words[max(0, index - FURTHEST_ROLE) : index])
    if not led or run[0].text.endswith(("'s", "’s")):
        return 0
    if words[index - 1].text.casefold() in JOINT_WORDS:
        return 1
    if not PATRONYMIC.alphabet.match(run[0].text) or any(PATRONYMIC.ending.search(part.text) for part in run[1:]):
        return 0
    return len(run) - 2


def _is_bent_place(words: Sequence[SourceWord]) -> bool:
    """Whether a run behind a function begins with the place it is held in: "Мэр Каменограда A B"."""
    bent = PATRONYMIC.alphabet.match(words[0].text) and words[0].text.endswith(PATRONYMIC.bent)
    return bool(bent) and not any(PATRONYMIC.ending.search(part.text) for part in words[1:])


def _is_courtesy(word: SourceWord) -> bool:
    folded = word.text.casefold().rstrip(".")
    if word.is_acronym:
        return False
    return folded in HONORIFICS or (is_common_word(folded) and not is_role_word(word.text))


def _before_role(parts: list[SourceWord]) -> list[SourceWord]:
    """Cut a run where a function begins, as in a signature without a comma."""
    for index, part in enumerate(parts):
        if is_role_word(part.text):
            return parts[:index]
    return parts


def _before_body(parts: list[SourceWord]) -> list[SourceWord]:
    """Cut a run behind a full name where particles lead to an organisation: "A B von der Grundschule C"."""
    body = next((index for index, part in enumerate(parts) if is_organisation_word(part.text)), 0)
    end = body
    while end and parts[end - 1].text.casefold() in PARTICLES and not parts[end - 1].is_capitalised:
        end -= 1
    if end == body:
        joints = (index for index in range(2, body) if parts[index].text in PARTICLES)
        end = next(joints, body)
    return parts[:end] if 1 < end < body else parts


def _may_be_person(parts: Sequence[SourceWord]) -> bool:
    if len(parts) > LONGEST_NAME or any(is_organisation_word(part.text) or is_work_word(part.text) for part in parts):
        return False
    if any(any(character.isdigit() for character in part.text) for part in parts):
        return False
    if any(CAMEL_CASE.search(part.text) and not CAMEL_SURNAME.match(part.text) for part in parts):
        return False
    if all(part.is_acronym or INITIAL.match(part.text) for part in parts):
        return False
    return not any(is_common_word(part.text) and part.is_capitalised and len(part.text) > 2 for part in parts[1:])


def _without_honorifics(text: str) -> str:
    words = text.strip(" ,.:;*").split()
    while words and words[0].casefold().rstrip(".") in HONORIFICS:
        words.pop(0)
    return " ".join(words)
