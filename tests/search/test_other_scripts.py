"""A name is found in whatever script it is typed: the same on every engine."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from corpora import for_the_file
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage
from newsroom.language.script.sounds import consonants, likeness
from newsroom.translation.signing import records
from organisations.factories import OrganisationFactory, PersonFactory
from organisations.models import Organisation, Person
from search.answering import answer_search
from search.index.spelling import spelled, spelling_vocabulary
from search.models.generation import Generation
from search.request import SearchRequest

pytestmark = pytest.mark.usefixtures("newsroom")

NAMES = {"en": "Oluchi Vandermeer", "ru": "Олучи Вандермеер", "ar": "أولوتشي فاندرمير", "zh-hans": "奥卢奇·范德梅尔"}
OFFICES = {"en": "Lagoon Office", "ru": "Бюро лагуны", "ar": "مكتب البحيرة", "zh-hans": "潟湖办公室"}


def in_language(record: Any, code: str, **fields: Any) -> Any:
    """A record in another language, signed and saved."""
    copy = record.copy_for_translation(Locale.objects.get(language_code=code))
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save()
    return copy


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A release in each of four languages with a quote of somebody whose name is recorded in all of them."""
    with for_the_file(django_db_blocker):
        speaker, office = PersonFactory(name=NAMES["en"]), OrganisationFactory(name=OFFICES["en"])
        for code in NAMES:
            if code != "en":
                in_language(speaker, code, name=NAMES[code])
                in_language(office, code, name=OFFICES[code])
            index = NewsIndexPage.objects.get(locale__language_code=code)
            body = [text_block("<p>12</p>"), quote_block("1998", speaker)]
            title = f"Boat {code}"
            ReleasePageFactory(parent=index, title=title, slug=f"boat-{code}", body=body, organisation=office)
        yield


def found(words: str, code: str, **more: Any) -> set[str]:
    """The kinds and titles of what words find in a language."""
    hits = answer_search(SearchRequest(words=words, language=code, **more)).hits
    return {f"{hit.shown.kind}: {hit.shown.title}" for hit in hits}


def name_in(code: str) -> str:
    """The family name as it is written in a language."""
    return NAMES[code].replace("·", " ").split()[-1]


@pytest.mark.parametrize("code", NAMES)
@pytest.mark.parametrize("script", NAMES)
def test_person_releases_and_quotes_are_found_by_a_name_of_another_script(script: str, code: str) -> None:
    expected = {f"Person: {NAMES[code]}", f"Press release: Boat {code}"}
    assert found(name_in(script), code) == expected
    assert found(f"speaker:{name_in(script)}", code) == expected
    assert {each.partition(":")[0] for each in found(name_in(script), code, kind=("quote",))} == {"Quote"}
    assert found(OFFICES[script], code) == {f"Organisation: {OFFICES[code]}", f"Press release: Boat {code}"}


def test_a_case_of_a_russian_name_is_found_in_an_english_text() -> None:
    assert found("Вандермеера", "en") == {f"Person: {NAMES['en']}", "Press release: Boat en"}


def test_a_name_that_changes_or_is_taken_back_does_so_in_all_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    person = Person.objects.get(name=NAMES["ru"])
    person.name = "Олучи Ковальчук"
    person.save()
    assert not found("Вандермеер", "en", is_literal=True)
    assert not found("Вандермеер", "ar", kind=("quote",), is_literal=True)
    assert found("Ковальчук", "en") == {f"Person: {NAMES['en']}", "Press release: Boat en"}
    assert len(found("Ковальчук", "zh-hans", kind=("quote",))) == 1
    monkeypatch.setattr(records, "is_as_signed", lambda record: record.pk != person.pk)
    person.save()
    assert not found("Ковальчук", "en", is_literal=True)
    assert not found("Ковальчук", "zh-hans", kind=("quote",), is_literal=True)
    office = Organisation.objects.get(name=OFFICES["ar"])
    office.name = "مرفأ"
    office.save()
    assert found("مرفأ", "en") == {f"Organisation: {OFFICES['en']}", "Press release: Boat en"}


@pytest.mark.parametrize(
    ("words", "code", "suggestion"),
    [
        ("Грюндтвиг", "en", "grundtvig"),
        ("bridge 格伦德维格", "en", "bridge grundtvig"),
        ("غروندتفيغ", "en", "grundtvig"),
        ("Кастельбранко", "en", "castelbranco"),
        ("卡斯特尔布兰科", "en", "castelbranco"),
        ("Markhamov", "ru", "мархамов"),
        ("Qwrtzpsdfg", "ru", ""),
        ("Дерево", "en", ""),
    ],
)
def test_a_name_that_nobody_recorded_is_found_by_its_sound(
    words: str, code: str, suggestion: str, releases: Callable[[str], NewsIndexPage]
) -> None:
    text = "Grundtvig met Castelbranco, a driver." if code == "en" else "Выступил Мархамов."
    ReleasePageFactory(parent=releases(code), title="Sounds", slug="sounds", body=[text_block(text)])
    instead = answer_search(SearchRequest(words=words, language=code)).instead
    assert (instead and (instead.why, instead.words)) == (("spelling", suggestion) if suggestion else None)


def test_words_are_heard_with_as_many_questions_for_four_as_for_one(releases: Callable[[str], NewsIndexPage]) -> None:
    ReleasePageFactory(parent=releases("en"), title="Sounds", slug="sounds", body=[text_block("Grundtvig came.")])
    generation = Generation.objects.serving()
    assert generation
    spelling_vocabulary(generation, "en")  # read once, and kept
    asked = []
    for words in ("Грюндтвиг", "Грюндтвиг Кастельбранко Маркхамов Петерсхаген"):
        with CaptureQueriesContext(connection) as queries:
            assert spelled(generation, SearchRequest(words=words, language="en")).startswith("grundtvig")
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_a_word_of_few_consonants_sounds_like_nothing() -> None:
    assert not consonants("Amina") and not consonants("王五") and not consonants("")
    assert likeness("Кастельбранко", "Castelbranco") > likeness("Кастельбранко", "Costelburanca")
