"""The demonstration's languages say the same, each with its own signs, spaces, hours and figures."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from newsroom.demo import content
from newsroom.demo.content import ORGANISATIONS, PEOPLE, RELEASES
from newsroom.demo.content.shapes import LANGUAGES, Release, ReleaseText
from newsroom.language.numerals.figures import differences, figures_in
from newsroom.language.spacing import spaced

each_release = pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.slug)


def texts_in(thing: Any) -> Iterator[tuple[str, str]]:
    """Yield every text of the content with its language, or an empty language where it has none."""
    if is_dataclass(thing):
        for each in fields(thing):
            yield from texts_in(getattr(thing, each.name))
    elif isinstance(thing, dict):
        for key, value in thing.items():
            for language, text in texts_in(value):
                yield (key if key in LANGUAGES else language), text
    elif isinstance(thing, (list, tuple)):
        for value in thing:
            yield from texts_in(value)
    elif isinstance(thing, str):
        yield "", thing


ALL_TEXTS = [pair for name in content.__all__ if name != "MARKS" for pair in texts_in(getattr(content, name))]


#: Times of day that English has in words and others in figures: half past nine, two until half past four.
IN_WORDS = {
    "three-cities-open-their-tram-depots": {"21:30"},
    "the-vado-market-has-its-awnings-back": {"14", "16:30"},
    "press-walk-along-route-9": {"13:15"},
}


def words_of(text: ReleaseText) -> list[str]:
    """What a release says in a language, without its quotes."""
    body = [words for kind, value in text.body if kind in ("paragraph", "heading") for words in [value]]
    body += [item for kind, value in text.body if kind == "list" for item in value]
    return [
        re.sub("<[^>]*>", " ", words) for words in (text.headline, text.subheadline, text.summary, text.notes, *body)
    ]


@each_release
def test_a_release_states_the_same_figures_in_all_languages(release: Release) -> None:
    stated = figures_in(words_of(release.texts[release.original]), release.original)
    for language, text in release.texts.items():
        for difference in differences(stated, figures_in(words_of(text), language)):
            assert {*difference.missing, *difference.surplus} <= IN_WORDS.get(release.slug, set()), (
                language,
                difference,
            )


def test_people_and_organisations_have_the_same_figures_in_all_languages() -> None:
    facts = [person.biography for person in PEOPLE]
    facts += [words for each in ORGANISATIONS for words in (each.description, each.boilerplate)]
    for words in facts:
        stated = figures_in([words["en"]], "en")
        for language, text in words.items():
            assert not list(differences(stated, figures_in([text], language))), (language, text)


@pytest.mark.parametrize("language", ["fr", "es", "ru"])
def test_functions_are_written_with_a_small_letter(language: str) -> None:
    roles = [role for person in PEOPLE for role in person.roles]
    stated = [quote.role for release in RELEASES for quote in release.quotes.values()]
    for titles in (*(role.titles for role in roles), *stated):
        assert titles.get(language, "a")[0].islower(), titles[language]


#: How no hour is written, since it has another form in the language.
HOURS = {
    "fr": r"(?:à|de|dès|,) \d+ heures?\b|\d:\d\d",
    "es": r"(?<!\d)\d{1,2}\.[0-5]\d(?![\d.])|(?<!\d)0\d:\d\d",
    "ru": r"(?<!\d)\d{1,2}\.[0-5]\d(?![\d.])",
    "ar": r"(?<!\d)\d:\d\d",
    "zh-hans": r"(?<!\d)\d:\d\d",
}


def test_hours_have_one_form_in_each_language() -> None:
    for language, text in ALL_TEXTS:
        assert not (language in HOURS and re.search(HOURS[language], text)), text


#: What the web font and the readers' systems can set: Latin-1, œ, typographic marks, Arabic, Cyrillic, Chinese.
SETTABLE = re.compile(
    "[\n\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f"
    "\u0400-\u045f\u0600-\u06ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]*"
)


def test_every_character_can_be_set() -> None:
    for language, text in ALL_TEXTS:
        assert SETTABLE.fullmatch(text), (language, [mark for mark in text if not SETTABLE.fullmatch(mark)])


def test_punctuation_follows_the_language() -> None:
    for language, text in ALL_TEXTS:
        words = re.sub(r"<[^>]*>", "", text)
        assert "'" not in words and '"' not in words, text
        assert "  " not in words and words == words.strip(), text
        assert not language or spaced(text, language) == text, text
        if language == "fr":
            assert not re.search(r"[^\s(][;?!»]|«\S", words), text
        if language == "ar":
            assert not re.search(r"[\u0600-\u06ff][,;?]", words), text
        if language == "zh-hans":
            assert not re.search(r"[\u4e00-\u9fff][,;:?!.()]|[\u4e00-\u9fff] +\w|\w +[\u4e00-\u9fff]", words), text


def test_quotes_carry_no_outer_quotation_marks() -> None:
    for release in RELEASES:
        for quote in release.quotes.values():
            for words in quote.words.values():
                assert words[0] not in "“«\"'" and words[-1] not in "”»\"'", words
