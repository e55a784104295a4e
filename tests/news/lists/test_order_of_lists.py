"""Lists stand as the reader's language sorts: on the pages, in the facets, and in the CMS."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from news.factories import ReleasePageFactory, quote_block
from news.models import Hashtag
from newsroom.base.factories import UserFactory, locale_of
from newsroom.base.lists.sorting import renew_sort_keys
from newsroom.home.roles import OFFICERS
from newsroom.translation.factories import GlossaryTermFactory
from newsroom.translation.models import GlossaryTerm
from organisations.factories import BoilerplateFactory, MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import Boilerplate, MediaContact, Organisation, Person
from search.answering import answer_search
from search.request import SearchRequest

LATIN = ["Ana", "Élodie", "Łucja", "Zoe"]
ORDERS = {
    "en": LATIN,
    "es": ["Nuria", "Nz", "Ñandú", "Óscar"],
    "ru": ["Елена", "Ёлкин", "Жанна", "Zoe"],
    "ar": ["إبراهيم", "بلحظري", "نعيمة", "Zoe"],
    "zh-hans": ["阿里", "李四", "王五", "张三", "Zoe"],
}
each_language = pytest.mark.parametrize("code", ORDERS)


def order_in(html: str, names: list[str]) -> list[str]:
    """Names in the order in which a page has them."""
    return sorted(names, key=lambda name: html.rindex(f">{name}<"))


@each_language
def test_people_and_organisations_on_their_pages(releases: Any, reader: Client, code: str) -> None:
    names = ORDERS[code]
    locale = locale_of(code)
    for number, name in enumerate(reversed(names)):
        person = PersonFactory(name=name, slug=f"p{number}", locale=locale)
        body = OrganisationFactory(name=name, slug=f"o{number}", locale=locale)
        ReleasePageFactory(
            parent=releases(code), slug=f"r{number}", body=[quote_block("…!", person)], organisation=body
        )
    answer = reader.get(f"/{code}/people/")
    assert [row[0].name for row in answer.context["rows"]] == names
    answer = reader.get(f"/{code}/organisations/")
    assert [body.name for body in answer.context["organisations"]] == names
    facets = {facet.name: facet for facet in reader.get(f"/{code}/news/").context["response"].facets}
    assert [option.label for option in facets["organisation"].options] == names
    with translation.override(code):
        found = answer_search(SearchRequest(kind=("press-release",), language=code))
    facets = {facet.name: facet for facet in found.facets}
    assert [option.label for option in facets["speaker"].options] == names


@each_language
def test_records_of_the_directory(newsroom: Any, code: str) -> None:
    names, locale = [name for name in ORDERS[code] if name != "Zoe"], locale_of(code)
    for number, name in enumerate(reversed(names)):
        body = OrganisationFactory(name=name, slug=f"o{number}", locale=locale)
        PersonFactory(name=name, slug=f"p{number}", locale=locale)
        MediaContactFactory(name=name, organisation=body, locale=locale)
        BoilerplateFactory(organisation=body, locale=locale)
    assert [row.name for model in (Organisation, Person, MediaContact) for row in model.objects.all()] == names * 3
    assert [row.organisation.name for row in Boilerplate.objects.all()] == names


def test_hashtags_and_terms(db: None) -> None:
    for name in reversed(["Abri", "Été", "Łuk", "Zona", "Ночь", "夜"]):
        Hashtag.objects.create(name=name)
    assert [tag.name for tag in Hashtag.objects.all()] == ["Abri", "Été", "Łuk", "Zona", "Ночь", "夜"]
    for term in ("zone", "éclairage", "abri"):
        GlossaryTermFactory(term=term, source_language="fr", language="en")
    assert [term.term for term in GlossaryTerm.objects.all()] == ["abri", "éclairage", "zone"]


def test_lists_of_the_cms_by_their_columns(newsroom: Any, client: Client) -> None:
    client.force_login(UserFactory(roles=[OFFICERS]))
    for number, name in enumerate(LATIN[::-1]):
        PersonFactory(name=name, slug=f"p{number}")
    people = reverse(Person.snippet_viewset.get_url_name("list"))
    for address, names in (("", LATIN), ("?ordering=name", LATIN), ("?ordering=-name", LATIN[::-1])):
        table = client.get(people + address).content.decode().partition("<tbody")[2]  # tokens before it can spell names
        places = [table.index(name) for name in names]
        assert places == sorted(places), address


def test_changed_name_moves(newsroom: Any) -> None:
    first, second = PersonFactory(name="Ana", slug="a"), PersonFactory(name="Bea", slug="b")
    first.name = "Çelik"
    first.save()
    assert list(Person.objects.all()) == [second, first]


def test_keys_are_made_anew_after_another_version_of_the_collation(newsroom: Any) -> None:
    PersonFactory(name="Élodie", slug="e"), PersonFactory(name="Zoe", slug="z")
    before = list(Person.objects.all())
    Person.objects.filter(slug="e").update(sort_key=b"\xff")
    assert list(Person.objects.all()) != before
    assert renew_sort_keys() == 1
    assert list(Person.objects.all()) == before
    assert renew_sort_keys() == 0
