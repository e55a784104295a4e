"""The demonstration is loaded once and asked for every page in every language."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from corpora import for_the_file
from django.conf import settings
from django.test import Client
from django.utils import translation
from wagtail.models import Collection, Page

from campaigns.models import CampaignHubPage
from news.models import Quote, ReleasePage, Signatory
from newsroom.base.checks import page_types
from newsroom.base.factories import locale_of
from newsroom.demo.content import CAMPAIGNS, RELEASES
from newsroom.demo.loader import load
from organisations.models import Organisation, Person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demonstration")]

CODES = [code for code, _name in settings.LANGUAGES]
#: Of each kind of page, where all that is asked is the same for every one.
EACH = 3
each_language = pytest.mark.parametrize("code", CODES)


@pytest.fixture(scope="module")
def demonstration(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demonstration, loaded for all tests of this file and taken back after the last."""
    with for_the_file(django_db_blocker):
        if not Page.objects.exists():
            Page.add_root(instance=Page(title="Root", slug="root", locale=locale_of("en")))
        if not Collection.objects.exists():
            Collection.add_root(name="Root")
        for page in Page.objects.filter(depth=2):
            page.delete()
        assert load()
        yield


def answers(reader: Client, addresses: list[str]) -> dict[str, int]:
    """What each address answers, for those that do not answer 200."""
    assert addresses
    found = {address: reader.get(address).status_code for address in addresses}
    return {address: status for address, status in found.items() if status != 200}


def in_language(code: str, address: Callable[[], str]) -> str:
    """An address in a language."""
    with translation.override(code):
        return address()


def test_the_letter_says_who_signed_which_of_its_texts(reader: Client) -> None:
    letter = ReleasePage.objects.released().get(slug="forty-four-mayors-on-dam-releases", locale__language_code="en")
    versions = Counter(
        Signatory.objects.released().under(letter.translation_key).values_list("text_version", flat=True)
    )
    assert versions == {1: 132, 2: 12}
    page = " ".join(reader.get(letter.url).content.decode().split())
    assert "132 signed the text of" in page and "12 have signed today’s text, version 2." in page
    assert "after 19 days on average" in page and "17 days on average" in page


def test_every_page_of_the_tree_answers(reader: Client) -> None:
    addresses = [
        page.url for page_type in page_types() for page in page_type.objects.released().select_related("locale")
    ]
    assert len(addresses) > 60
    assert answers(reader, addresses) == {}


@each_language
def test_every_speaker_and_organisation_answers_in_every_language(reader: Client, code: str) -> None:
    records = [*Person.objects.released().in_language("en"), *Organisation.objects.released().in_language("en")]
    assert len(records) > 10
    assert answers(reader, [in_language(code, record.get_absolute_url) for record in records]) == {}


@each_language
def test_lists_search_and_feed_answer_in_every_language(reader: Client, code: str) -> None:
    hub = CAMPAIGNS[0].slug
    paths = (
        *("", "news/", "news/feed/", "campaigns/", "people/", "organisations/", "search/", "search/?q=2026"),
        *(f"news/?campaign={hub}", "news/?kind=press-release&year=2026", "news/?page=2"),
    )
    assert answers(reader, [f"/{code}/{path}" for path in paths]) == {}


def test_each_campaign_has_a_hub_in_six_languages() -> None:
    for campaign in CAMPAIGNS:
        hubs = CampaignHubPage.objects.released().filter(slug=campaign.slug)
        assert sorted(hub.locale.language_code for hub in hubs) == sorted(CODES)


def test_every_release_is_there_in_its_languages() -> None:
    wanted = {(release.slug, code) for release in RELEASES for code in release.texts}
    assert set(ReleasePage.objects.values_list("slug", "locale__language_code")) == wanted


def test_embargoed_release_and_draft_answer_404(reader: Client) -> None:
    hidden = [release for release in RELEASES if release.embargoed_until or not release.released_at]
    assert {bool(release.embargoed_until) for release in hidden} == {True, False}
    for release in hidden:
        for code in CODES:
            assert reader.get(f"/{code}/news/{release.slug}/").status_code == 404
    public = ReleasePage.objects.released().values_list("slug", flat=True)
    assert not {release.slug for release in hidden} & set(public)


def test_every_public_quote_is_on_record_in_each_language() -> None:
    public = [release for release in RELEASES if release.released_at and not release.embargoed_until]
    wanted = sum(len(release.quotes) * len(release.texts) for release in public)
    assert Quote.objects.released().count() == wanted


def test_front_page_of_each_language_leads_with_a_release_and_a_desk(reader: Client) -> None:
    for code in CODES:
        answer = reader.get(f"/{code}/")
        assert answer.context["lead"] and answer.context["hubs"]
        assert answer.context["masthead"].desk


def test_files_of_public_pages_answer(reader: Client) -> None:
    page = ReleasePage.objects.released().exclude(image=None).first()
    assert page and page.image
    assert answers(reader, [page.image.file.url, page.image.get_rendition("width-1380").url]) == {}


def test_second_load_changes_nothing() -> None:
    before = [Page.objects.count(), Person.objects.count(), Quote.objects.count()]
    assert load() is False
    assert [Page.objects.count(), Person.objects.count(), Quote.objects.count()] == before


@pytest.mark.parametrize("code", ["en", "ar", "zh-hans"])
def test_pages_of_parts_made_before_are_those_made_anew(reader: Client, code: str, settings: Any) -> None:
    """A few pages of each kind, first as they are made anew, then as parts are kept, then of the kept parts."""
    releases = ReleasePage.objects.released().in_language(code)
    first = releases.order_by("pk")[:EACH]
    corrected = releases.filter(corrections__isnull=False).distinct()[:EACH]
    records = [
        record
        for model in (Person, Organisation)
        for record in model.objects.released().in_language("en").order_by("pk")[:EACH]
    ]
    addresses = [
        *(
            page.url
            for kind in page_types()
            for page in kind.objects.released().in_language(code).order_by("pk")[:EACH]
        ),
        *(f"{release.url}text/" for release in first),
        *(each.earlier_version_url for release in corrected for each in release.corrections.all()),
        *(in_language(code, record.get_absolute_url) for record in records),
        *(f"/{code}/{path}" for path in ("news/?year=2026", "news/?page=2", "search/?q=2026", "news/feed/")),
    ]
    assert len(addresses) > 25

    def content_of(address: str) -> bytes:
        """A page without the instant at which each form is shown."""
        return re.sub(rb'(name="form-shown" value=")[^"]*', rb"\1", reader.get(address).content)

    anew = {address: content_of(address) for address in addresses}
    settings.NEWSROOM_PARTS_KEPT = 24_000_000
    for _time in ("made and kept", "kept"):
        assert [address for address in addresses if content_of(address) != anew[address]] == []
