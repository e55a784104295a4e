"""Languages: their names, direction and codes, and records in the reader's one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.template import Context, Template
from django.test import Client
from django.utils import translation

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.languages import direction, html_code, localise_on, localised, own_name, own_names
from newsroom.home.models import HomePage
from organisations.factories import OrganisationFactory, RoleFactory
from organisations.models import Organisation

CODES = [code for code, _name in settings.LANGUAGES]


def test_every_language_has_a_name_of_its_own() -> None:
    assert list(own_names()) == CODES
    assert own_name("zh-hans") == "中文" and own_name("ar") == "العربية"
    assert own_name("sw") == "Kiswahili"


@pytest.mark.parametrize(("code", "html"), [("en", "en"), ("ar", "ar"), ("zh-hans", "zh-Hans")])
def test_code_is_written_as_html_wants_it(code: str, html: str) -> None:
    assert html_code(code) == html


def test_arabic_alone_runs_from_right_to_left() -> None:
    assert {code: direction(code) for code in CODES if direction(code) == "rtl"} == {"ar": "rtl"}
    assert direction("ar-eg") == "rtl"


@pytest.mark.parametrize("code", CODES)
def test_page_states_its_language_and_direction(newsroom: HomePage, reader: Client, code: str) -> None:
    for path in ("", "news/", "people/", "search/", "nothing-here/"):
        html = reader.get(f"/{code}/{path}").content.decode()
        assert f'<html lang="{html_code(code)}" dir="{direction(code)}">' in html, path


def test_record_is_found_in_the_language_or_stays_as_it_was_given(db: None) -> None:
    city = OrganisationFactory(name="City")
    arabic = OrganisationFactory(language="ar", translation_key=city.translation_key, slug="city")
    alone = OrganisationFactory(name="Alone")
    assert localised([city, alone], "ar") == {city.translation_key: arabic, alone.translation_key: alone}
    assert localised([arabic], "fr") == {city.translation_key: arabic}
    with translation.override("ar"):
        assert localised([city])[city.translation_key] == arabic
    assert localised([]) == {}


def test_records_are_localised_with_as_many_queries_for_thirty_as_for_three(
    db: None, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    def localise(number: int) -> Callable[[], Any]:
        roles = [RoleFactory(organisation=OrganisationFactory()) for _count in range(number)]
        fresh = type(roles[0]).objects.filter(pk__in=[role.pk for role in roles])
        return lambda: localise_on(fresh.all(), "organisation", code="fr")

    assert count_queries(localise(3)) == count_queries(localise(30))


def test_what_is_given_in_a_language_is_not_asked_for_in_it(
    db: None, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    city = OrganisationFactory(name="City")
    arabic = OrganisationFactory(language="ar", translation_key=city.translation_key, slug="city")
    asked, given = (count_queries(lambda rows=rows: localised(rows, "ar")) for rows in ([city], [city, arabic]))
    assert asked - given == 1
    assert localised([city, arabic], "ar") == localised([arabic, city], "ar") == {city.translation_key: arabic}
    Organisation.objects.filter(pk=arabic.pk).update(is_signed=False)
    arabic.refresh_from_db()
    assert localised([arabic, city], "ar") == {city.translation_key: city}


def test_related_records_are_put_in_the_readers_language_where_they_stand(db: None) -> None:
    city = OrganisationFactory(name="City")
    arabic = OrganisationFactory(language="ar", translation_key=city.translation_key, slug="city")
    role, without = RoleFactory(organisation=city), RoleFactory()
    with translation.override("ar"):
        localise_on([role, without], "organisation")
    assert role.organisation == arabic and without.organisation is None


@pytest.mark.parametrize(
    ("reading", "written", "marks"),
    [
        ("en", "en", ""),
        ("en", "ar", ' lang="ar" dir="rtl"'),
        ("ar", "zh-hans", ' lang="zh-Hans" dir="ltr"'),
        ("ar", "ar", ""),
        ("en", "", ""),
    ],
)
def test_words_of_another_language_are_marked(reading: str, written: str, marks: str) -> None:
    with translation.override(reading):
        assert Template("{{ code|foreign_code }}").render(Context({"code": written})) == marks


def test_language_is_named_in_the_readers_words() -> None:
    template = Template("{{ code|language_in_words }}")
    for reading, code, word in (("fr", "ar", "arabe"), ("en", "sw", "Kiswahili"), ("en", "tlh", "tlh")):
        with translation.override(reading):
            assert template.render(Context({"code": code})).lower() == word.lower()


def test_languages_stand_in_the_order_of_the_house(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index)
    switch = reader.get(page.url).content.decode().split('<nav class="languages"')[1].split("</nav>")[0]
    positions = [switch.index(f'lang="{html_code(code)}"') for code in CODES]
    assert positions == sorted(positions)
