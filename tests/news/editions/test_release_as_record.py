"""A release is a record: its date, its place, its reference and its states."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale

from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, Quote, ReleasePage
from newsroom.base.factories import UserFactory, publish
from newsroom.home.roles import OFFICERS
from newsroom.publication.choices import RecordState

LONG_AGO = datetime.datetime(2020, 7, 14, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def officer_client(db: None) -> Client:
    """Somebody of the press office who may do everything, logged in."""
    user = UserFactory(is_superuser=True, roles=[OFFICERS])
    client = Client()
    client.force_login(user)
    return client


def test_what_was_issued_long_ago_keeps_its_date_and_says_when_it_was_entered(
    index: NewsIndexPage, reader: Client
) -> None:
    with time_machine.travel(datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC), tick=False):
        page = ReleasePageFactory(parent=index, first_issued_at=LONG_AGO)
        french = page.copy_for_translation(Locale.objects.get(language_code="fr"))
        publish(french)
    assert page.released_at == french.released_at == LONG_AGO
    assert page.reference == "PR/2020/001"
    shown = reader.get(page.url).content.decode()
    assert 'datetime="2020-07-14T09:00:00+00:00"' in shown
    assert "Entered here on 21 November 2026" in shown
    assert "14 July 2020" in shown
    newer = ReleasePageFactory(parent=index)
    assert list(ReleasePage.objects.released().in_language("en").newest_first()) == [newer, page]


def test_a_release_of_today_says_nothing_of_when_it_was_entered(index: NewsIndexPage, reader: Client) -> None:
    assert "Entered here" not in reader.get(ReleasePageFactory(parent=index).url).content.decode()


@pytest.mark.parametrize("code", ["en", "ar", "zh-hans"])
@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("live", 'class="headline'),
        ("embargoed", 'class="state"'),
        ("corrected", 'class="state corrected"'),
        ("superseded", 'class="state corrected"'),
        ("withdrawn", 'class="state withdrawn"'),
    ],
)
def test_each_state_has_its_preview_in_each_language(index: NewsIndexPage, code: str, state: str, words: str) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    if code != "en":
        page = page.copy_for_translation(Locale.objects.get(language_code=code))
    assert [mode for mode, _label in page.preview_modes] == list(RecordState.values)
    answer = page.make_preview_request(preview_mode=state)
    assert answer.status_code == 200
    shown = answer.content.decode()
    assert words in shown
    assert ('class="state' in shown) == (state != "live")


def test_the_preview_begins_with_what_the_next_publication_makes(index: NewsIndexPage) -> None:
    ahead = datetime.datetime(2999, 1, 1, tzinfo=datetime.UTC)
    assert ReleasePageFactory(parent=index, live=False).default_preview_mode == "live"
    assert ReleasePageFactory(parent=index, live=False, embargoed_until=ahead).default_preview_mode == "embargoed"


def test_a_preview_in_an_unknown_state_is_that_of_the_page(index: NewsIndexPage) -> None:
    answer = ReleasePageFactory(parent=index, live=False).make_preview_request(preview_mode="nonsense")
    assert answer.status_code == 200


def test_a_copy_is_a_release_of_its_own(index: NewsIndexPage) -> None:
    with time_machine.travel(LONG_AGO, tick=False):
        page = ReleasePageFactory(parent=index, body=[quote_block("We counted.")])
    copy = page.copy(update_attrs={"slug": "copy", "title": "Copy"}, keep_live=False)
    french = copy.copy_for_translation(Locale.objects.get(language_code="fr"))
    publish(copy)
    publish(french)
    assert copy.reference == french.reference != page.reference
    assert copy.released_at != page.released_at
    original, copied = page.quotes.get(), copy.quotes.get()
    assert original.quote_id != copied.quote_id == french.quotes.get().quote_id
    assert Quote.objects.released().count() == 3
    publish(ReleasePage.objects.get(pk=copy.pk))
    assert copy.quotes.get().quote_id == copied.quote_id


def test_what_was_public_stays_in_its_list(
    index: NewsIndexPage, releases: Any, officer_client: Client, newsroom: Any
) -> None:
    page = ReleasePageFactory(parent=index)
    elsewhere = releases("fr")
    confirm = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, elsewhere.pk])
    answer = officer_client.post(confirm, follow=True)
    assert "cannot be moved" in answer.content.decode()
    page.refresh_from_db()
    assert page.is_child_of(index)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    answer = officer_client.post(f"{bulk}?id={page.pk}", {"chooser": elsewhere.pk}, follow=True)
    assert "cannot be moved" in answer.content.decode()
    page.refresh_from_db()
    assert page.is_child_of(index)
