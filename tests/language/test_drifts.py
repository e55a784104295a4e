"""What one part of the newsroom reads in a text, every other part reads too."""

import datetime
from types import SimpleNamespace

import pytest
from django.utils import translation
from signing import unfaithful

from importing.matching import is_same_contact
from importing.proposal import Contact
from newsroom.base.dates import full_date
from newsroom.base.templatetags.newsroom import telephone
from newsroom.language.calendar.dates import first_date_in
from newsroom.language.inline_tags import BrokenMarksError, same_marks
from newsroom.language.numerals.figures import differences, figures_in
from newsroom.language.numerals.numbers import numbers_in
from newsroom.language.script.letters import folded, squeezed, with_one_ending, without_case
from newsroom.translation.signing.segments import TaskSegment

CODES = ["en", "fr", "es", "ar", "ru", "zh-hans"]


def told_to_officers(source: str, target: str, into: str) -> list[str]:
    """What an officer hears about a translation from English."""
    found = differences(figures_in([source], "en"), figures_in([target], into))
    return [figure for each in found for figure in (*each.missing, *each.surplus)]


def told_to_translators(source: str, target: str, into: str) -> list[str]:
    """What a translator hears about a translation from English."""
    segment = TaskSegment(1, "body", "body", source, "", target, False, "en", into)
    return [message for _segment, message in unfaithful([segment])]


@pytest.mark.parametrize(
    ("source", "target", "into"),
    [
        ("See https://example.org/stops and reply.", "详见 https://example.org/stops，并于周五前回复。", "zh-hans"),
        ("Write to a@example.org today", "请今天写信至a@example.org。", "zh-hans"),
        ("See www.example.org; reply", "انظر www.example.org؛ ثم أجب", "ar"),
        ("3,500 km away", "à 3 500 km", "fr"),
        ("12.5 degrees", "١٢٫٥ درجة", "ar"),
        ("On 14/07/2026", "Le 14 juillet 2026", "fr"),
        ("At 6:30 p.m.", "À 18 h 30", "fr"),
        ("At 6 p.m.", "a las 6 de la tarde", "es"),
        ("40,000 saplings", "四万株树苗", "zh-hans"),
        ("COP31 opens", "كوب 31", "ar"),
        ("Call +44 20 7946 0000", "Appelez le +44 (0)20 7946 0000", "fr"),
    ],
)
def test_the_same_is_the_same_to_officers_and_translators(source: str, target: str, into: str) -> None:
    assert told_to_officers(source, target, into) == []
    assert told_to_translators(source, target, into) == []


@pytest.mark.parametrize(
    ("source", "target", "into"),
    [
        ("3,500 km away", "à 3,500 km", "fr"),
        ("See https://example.org/stops.", "详见 https://example.org/station。", "zh-hans"),
        ("12.5 degrees", "١٢٥ درجة", "ar"),
        ("At 6 p.m.", "a las 6 de la mañana", "es"),
        ("Call +44 20 7946 0000", "Appelez le +44 20 7946 0001", "fr"),
    ],
)
def test_what_differs_is_told_to_officers_and_translators(source: str, target: str, into: str) -> None:
    assert told_to_officers(source, target, into)
    assert told_to_translators(source, target, into)


@pytest.mark.parametrize("code", CODES)
def test_arabic_digits_and_their_decimals_are_read_everywhere(code: str) -> None:
    assert [number.readings for number in numbers_in("١٢٫٥", code)] == [{"12.5"}]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("month", range(1, 13))
def test_the_importer_reads_the_dates_that_the_newsroom_writes(code: str, month: int) -> None:
    day = datetime.date(2026, month, 14)
    with translation.override(code):
        found = first_date_in(full_date(day))
    assert found is not None and found.date == day


def test_strong_is_bold_at_the_import_as_at_the_sign_off() -> None:
    same_marks("The <b>map</b> of <i>all</i>", "La <strong>carte</strong> de <em>tout</em>")
    assert told_to_translators("The <b>map</b>", "La <strong>carte</strong>", "fr") == []
    with pytest.raises(BrokenMarksError):
        same_marks("The <b>map</b>", "La <em>carte</em>")


@pytest.mark.parametrize(("written", "otherwise"), [("مدينةٌ", "مدينه"), ("مسؤول", "مسوول"), ("أمانة", "امانة")])
def test_an_arabic_letter_is_the_same_to_search_glossary_and_importer(written: str, otherwise: str) -> None:
    for reading in (without_case, squeezed, lambda word: with_one_ending(folded(word))):
        assert reading(written) == reading(otherwise)
    assert without_case(written) == with_one_ending(folded(written))


@pytest.mark.parametrize(
    ("known", "written", "is_same"),
    [
        ("+254 20 555 0100", "+254 (0)20 555-0100", True),
        ("+254 20 555 0100", "020 555 0100", True),
        ("+254 20 555 0100", "+44 20 555 0100", False),
        ("+44 20 7946 0000", "+44 20 7946 0000 ext. 12", True),
        ("+999 20 555 0142", "+999 (20) 555-0142", True),
        ("+999 20 555 0142", "+999 20 555 0143", False),
    ],
)
def test_a_contact_is_known_by_its_number_however_it_is_written(known: str, written: str, is_same: bool) -> None:
    record = SimpleNamespace(email="", phone=known, name="A")
    proposed = Contact("B", None, None, None, written, (0,))
    assert is_same_contact(record, proposed) == is_same  # type: ignore[arg-type]


def test_a_number_is_called_without_the_zero_that_stands_for_the_country() -> None:
    assert telephone("+44 (0)20 7946 0000") == "+442079460000"
    assert telephone("+999 20 555 0142") == "+999205550142"
