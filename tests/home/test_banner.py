"""Banners stand above every public page, kept ones too, from their instant until their end, and nowhere else."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from people import at_work, browser_of
from wagtail.models import ModelLogEntry

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import Hashtag, NewsIndexPage, Quote
from newsroom.base.factories import UserFactory
from newsroom.home.banner.viewsets import BANNER_SET
from newsroom.home.models import Banner, HomePage
from newsroom.home.roles import OFFICERS
from organisations.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 7, 14, 12, 0, tzinfo=datetime.UTC)
SECOND = datetime.timedelta(seconds=1)
WORDS = "The east quay is closed. Call the harbour desk."
ADD = "/admin/snippets/home/banner/add/"


@pytest.fixture(autouse=True)
def noon(settings: Any) -> Any:
    """The time stands still, and answers and parts are kept as in production."""
    settings.NEWSROOM_ANSWERS_KEPT, settings.NEWSROOM_PARTS_KEPT = 300, 1_000_000
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def addresses(index: NewsIndexPage, campaigns: CampaignIndexPage) -> list[str]:
    """A page of every kind."""
    speaker, hashtag = (
        PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka"),
        Hashtag.objects.create(name="Shade"),
    )
    organisation = OrganisationFactory(name="Port", slug="port")
    body = [text_block("<p>Text.</p>"), quote_block("The boat waits.", speaker)]
    release = ReleasePageFactory(
        parent=index, title="Buses", slug="buses", body=body, organisation=organisation, hashtags=[hashtag]
    )
    hub = CampaignHubPageFactory(parent=campaigns, hashtag=hashtag)
    return [
        *("/en/", "/en/news/", release.url, hub.url, "/en/campaigns/", "/en/events/", "/en/calls/"),
        *(Quote.objects.get().get_absolute_url(), "/en/people/", "/en/people/wairimu-tendeka/"),
        *("/en/organisations/", "/en/organisations/port/", "/en/search/?q=boat"),
    ]


def banner(**told: Any) -> Banner:
    """A banner that begins now."""
    return Banner.objects.create(**{"words": {"en": WORDS}, "level": "warning", "starts_at": NOON} | told)


def answered(reader: Client, address: str) -> str:
    """What a reader gets."""
    answer = reader.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_it_stands_above_every_page_at_once_and_goes_with_the_row(addresses: list[str], reader: Client) -> None:
    before = {address: reader.get(address)["ETag"] for address in addresses if "ETag" in reader.get(address)}
    assert len(before) == len(addresses)
    row = banner()
    for address, validator in before.items():
        answer = reader.get(address, headers={"If-None-Match": validator})
        assert answer.status_code == 200 and answer.content.decode().count(WORDS) == 1, address
        assert WORDS in answered(reader, address)
    row.delete()
    for address in addresses:
        assert WORDS not in answered(reader, address), address


def test_kept_pages_change_at_the_exact_second(addresses: list[str], reader: Client, noon: Any) -> None:
    starts, ends = NOON + 90 * SECOND, NOON + 3600 * SECOND
    banner(starts_at=starts, ends_at=ends)
    for instant, is_there in (
        *((NOON, False), (starts - SECOND, False), (starts, True), (starts + SECOND, True)),
        *((ends - SECOND, True), (ends, False)),
    ):
        noon.move_to(instant)
        for address in addresses:
            assert (WORDS in answered(reader, address)) == is_there, (address, instant)


def test_a_validator_ends_with_the_instant(index: NewsIndexPage, reader: Client, noon: Any) -> None:
    banner(starts_at=NOON + 60 * SECOND)
    validator = reader.get("/en/people/")["ETag"]
    noon.move_to(NOON + 59 * SECOND)
    assert reader.get("/en/people/", headers={"If-None-Match": validator}).status_code == 304
    noon.move_to(NOON + 60 * SECOND)
    answer = reader.get("/en/people/", headers={"If-None-Match": validator})
    assert answer.status_code == 200 and WORDS in answer.content.decode()


def test_what_was_not_found_has_it_and_feeds_and_plain_text_have_not(addresses: list[str], reader: Client) -> None:
    banner()
    assert WORDS in reader.get("/en/nothing/").content.decode()
    for address in ("/en/news/feed/", "/sitemap.xml", f"{addresses[2]}text/"):
        assert WORDS not in answered(reader, address)


def test_each_language_has_its_own_text_and_else_the_newsrooms_marked_so(newsroom: HomePage, reader: Client) -> None:
    banner(words={"en": WORDS, "fr": "Le quai est fermé."}, level="emergency", link="https://quay.example/")
    french, arabic = answered(reader, "/fr/"), answered(reader, "/ar/")
    assert "Le quai est fermé." in french and WORDS not in french
    assert f'<span lang="en" dir="ltr">{WORDS}</span>' in arabic
    assert "lang=" not in re.search(r'<section class="banner.*?</section>', french, re.S).group()  # type: ignore[union-attr]
    assert 'aria-label="Urgence"' in french and '<a href="https://quay.example/">' in french


def test_words_cannot_become_markup(newsroom: HomePage, reader: Client) -> None:
    banner(words={"en": "<script>alert(1)</script>"})
    assert "<script>alert" not in answered(reader, "/en/")


def test_the_gravest_stands_first(newsroom: HomePage, reader: Client) -> None:
    for level in ("information", "emergency", "warning"):
        banner(level=level, words={"en": f"Of {level}."})
    html = answered(reader, "/en/")
    assert html.index("Of emergency.") < html.index("Of warning.") < html.index("Of information.")


def test_it_costs_a_kept_page_nothing(newsroom: HomePage, reader: Client) -> None:
    for _number in range(30):
        banner()
    answered(reader, "/en/people/")
    with CaptureQueriesContext(connection) as captured:
        answered(reader, "/en/people/")
    assert len(captured) == 1
    with CaptureQueriesContext(connection) as captured:
        answered(reader, "/en/people/?another")
    assert not [query for query in captured if "home_banner" in query["sql"]]


def form(**told: Any) -> dict[str, Any]:
    """What an officer sends."""
    written = {f"words_{code}": "" for code in ("en", "fr", "es", "ar", "ru", "zh_hans")}
    instants = {f"{name}{part}": "" for name in ("starts_at", "ends_at") for part in ("", "_time")}
    zones = {"starts_at_zone": "Europe/Paris", "ends_at_zone": "Europe/Paris"}
    return written | instants | zones | {"words_en": WORDS, "level": "emergency", "link": ""} | told


def test_an_officer_sets_it_in_her_zone_and_the_log_keeps_its_words(newsroom: HomePage, reader: Client) -> None:
    officer = UserFactory(roles=[OFFICERS])
    sent = form(ends_at="2026-07-14", ends_at_time="15:30", words_ar="الرصيف مغلق.")
    answer = browser_of(officer).post(ADD, sent)
    assert answer.status_code == 302, answer.content.decode()
    row = Banner.objects.get()
    assert (row.starts_at, row.ends_at) == (NOON, NOON.replace(hour=13, minute=30))
    assert row.words == {"en": WORDS, "ar": "الرصيف مغلق."} and row.time_zone == "Europe/Paris"
    assert WORDS in answered(reader, "/en/people/") and "الرصيف مغلق." in answered(reader, "/ar/people/")
    entry = ModelLogEntry.objects.get(action=BANNER_SET)
    assert entry.user == officer and entry.data["words"]["en"] == WORDS and WORDS in entry.message
    again = browser_of(officer).get(f"/admin/snippets/home/banner/edit/{row.pk}/").content.decode()
    assert 'value="15:30:00"' in again
    assert browser_of(officer).post(f"/admin/snippets/home/banner/delete/{row.pk}/").status_code == 302
    assert WORDS not in answered(reader, "/en/people/")
    assert ModelLogEntry.objects.filter(action="wagtail.delete", label=WORDS).exists()


@pytest.mark.parametrize(
    "told", ({"words_en": ""}, {"ends_at": "2026-07-14", "ends_at_time": "13:59"}, {"starts_at": "tomorrow"})
)
def test_what_cannot_be_meant_is_refused(newsroom: HomePage, told: dict[str, str]) -> None:
    answer = at_work(OFFICERS).post(ADD, form(**told))
    assert answer.status_code == 200 and not Banner.objects.exists()


def test_it_has_a_permission_of_its_own(newsroom: HomePage) -> None:
    writer = UserFactory(roles=[])
    writer.user_permissions.add(Permission.objects.get(codename="access_admin"))
    assert browser_of(writer).post(ADD, form()).status_code == 302
    assert not Banner.objects.exists()
    writer.user_permissions.add(Permission.objects.get(codename="add_banner"))
    browser_of(writer).post(ADD, form())
    assert Banner.objects.count() == 1
