"""Saving in the editor reads what rows and quotes name together, and refuses what is not there as ever."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from news.factories import ReleasePageFactory
from news.models import FormerHashtag, Hashtag, NewsIndexPage, ReleasePage
from newsroom.demo.laden import filled_form
from organisations.factories import OrganisationFactory


def form_of(browser: Client, page: ReleasePage) -> dict[str, Any]:
    """What the editor sends of a page."""
    return filled_form(browser.get(address_of(page)).content.decode(), page)


def address_of(page: ReleasePage) -> str:
    """Where the editor is."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_saving_asks_no_more_for_thirty_of_everything(browser: Client, laden: dict[int, ReleasePage]) -> None:
    asked = []
    for page in laden.values():
        form = form_of(browser, page)
        assert browser.post(address_of(page), form).status_code == 302
        with CaptureQueriesContext(connection) as queries:
            assert browser.post(address_of(page), form).status_code == 302
        asked.append(len([query for query in queries if "SAVEPOINT" not in query["sql"]]))
    assert asked[0] == asked[1] < 150


@pytest.mark.parametrize("sent", ["999999", "-1", "2e5", "nobody"])
def test_row_that_names_nobody_is_refused_at_its_field(
    browser: Client, laden: dict[int, ReleasePage], sent: str
) -> None:
    page = laden[3]
    form = form_of(browser, page) | {"organisation_links-1-organisation": sent}
    answer = browser.post(address_of(page), form)
    errors = answer.context["form"].formsets["organisation_links"].errors
    assert list(errors[1]) == ["organisation"] and not errors[0]


def test_another_record_is_taken(browser: Client, laden: dict[int, ReleasePage]) -> None:
    page, other = laden[3], OrganisationFactory()
    form = form_of(browser, page) | {"organisation_links-1-organisation": str(other.pk)}
    assert browser.post(address_of(page), form).status_code == 302
    links = ReleasePage.objects.get(pk=page.pk).get_latest_revision_as_object().organisation_links.all()
    assert [link.organisation_id for link in links][1] == other.pk


def test_hashtags_that_were_typed_again_are_not_written_anew(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, live=False, hashtags=["BusStops", "Shade"])
    before = list(page.hashtag_links.values_list("pk", flat=True))
    page = ReleasePage.objects.get(pk=page.pk)
    page.hashtags.set(["busstops", "shade"])
    page.save()
    assert list(page.hashtag_links.values_list("pk", flat=True)) == before
    page.hashtags.set(["shade", "Water"])
    page.save()
    assert set(ReleasePage.objects.get(pk=page.pk).hashtags.names()) == {"Shade", "Water"}


@pytest.mark.django_db
def test_words_find_the_hashtags_that_each_finds_alone() -> None:
    Hashtag.objects.create(name="Überweg")
    words = ["überWEG", "UEBERWEG", "#Überweg", "Nothing"]
    assert Hashtag.objects.all_typed(words) == {word: Hashtag.objects.typed(word) for word in words}


@pytest.mark.django_db
def test_former_word_finds_its_hashtag_among_others(django_assert_max_num_queries: Any) -> None:
    tag, other = Hashtag.objects.create(name="CitiesListen"), Hashtag.objects.create(name="Shade")
    FormerHashtag.objects.remember("citieshear", "citieshear", tag.pk)
    with django_assert_max_num_queries(2):
        found = Hashtag.objects.all_typed(["CitiesHear", "shade"])
    assert found == {"CitiesHear": tag, "shade": other}
