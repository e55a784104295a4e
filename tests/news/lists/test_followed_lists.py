"""Feeds of the list of releases, narrowed as the list is, and what a page with lists asks the database."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.db.models import F
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from campaigns.presentation import hub_context
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from news.releases.lists import Lists, listing_context
from news.releases.presentation import quotes_shown
from news.views import organisation
from newsroom.base.caching.changes import number_read_once
from newsroom.base.factories import publish
from newsroom.base.models import Change
from newsroom.home.presentation import front_context
from newsroom.publication.choices import Manner
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import OrganisationFactory, PersonFactory, RoleFactory
from organisations.models import Organisation

ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def feed_at(reader: Client, address: str) -> Any:
    """A feed, read as XML."""
    answer = reader.get(address)
    assert answer.status_code == 200
    return fromstring(answer.content)


def entries_of(feed: Any) -> list[str]:
    """The titles of its entries."""
    return [entry.find(f"{ATOM}title").text for entry in feed.findall(f"{ATOM}entry")]


@pytest.fixture
def archive(index: NewsIndexPage) -> None:
    """Releases of two kinds, years and campaigns, one of them withdrawn."""
    office = OrganisationFactory(name="Joint Office", slug="joint-office")
    for year, kind, tag in ((2025, "speech", "CoolNights"), (2026, "statement", "ShadeIsPublic")):
        with time_machine.travel(datetime.datetime(year, 3, 8, tzinfo=datetime.UTC), tick=False):
            for title in ("First", "Second"):
                page = ReleasePageFactory(
                    parent=index,
                    title=f"{title} {kind}",
                    slug=f"{title}-{kind}".lower(),
                    kind=kind,
                    organisation=office,
                    hashtags=[tag],
                )
    take_off(page, Manner.WITHDRAWN, {"en": "The count was wrong."})


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("", ["Withdrawn: Second statement", "First statement", "Second speech", "First speech"]),
        ("?kind=speech", ["Second speech", "First speech"]),
        ("?year=2026&kind=speech", []),
        ("?campaign=ShadeIsPublic", ["Withdrawn: Second statement", "First statement"]),
        ("?organisation=joint-office&year=2025", ["Second speech", "First speech"]),
        ("?kind=nonsense", []),
        ("?page=2&kind=speech", ["Second speech", "First speech"]),
    ],
)
def test_feed_has_what_the_list_has_with_the_same_choices(
    archive: None, reader: Client, choice: str, expected: list[str]
) -> None:
    feed = feed_at(reader, f"/en/news/feed/{choice}")
    assert entries_of(feed) == expected
    rows = reader.get(f"/en/news/{choice.replace('page=2&', '')}").context["releases"]
    assert [row.title for row in rows] == [title.removeprefix("Withdrawn: ") for title in expected]


def test_narrowed_feed_says_what_it_is_of_and_where(archive: None, index: NewsIndexPage, reader: Client) -> None:
    feed = feed_at(reader, "/en/news/feed/?kind=speech&campaign=coolnights&kind=nonsense")
    assert feed.find(f"{ATOM}title").text == f"{index.title}: Speech, #CoolNights · {index.get_parent().title}"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links["alternate"].endswith("/en/news/?kind=speech&campaign=coolnights")
    assert links["self"].endswith("/en/news/feed/?kind=speech&campaign=coolnights")


@pytest.mark.parametrize(("code", "written"), [("en", "en"), ("ar", "ar"), ("zh-hans", "zh-Hans")])
def test_feed_names_its_language_as_every_reader_of_feeds_knows_it(
    archive: None, reader: Client, code: str, written: str
) -> None:
    assert feed_at(reader, f"/{code}/news/feed/").get(LANG) == written


def test_feed_names_nothing_twice_when_it_is_translated(archive: None, releases: Any, reader: Client) -> None:
    assert entries_of(feed_at(reader, "/fr/news/feed/")) == []
    english = ReleasePageFactory(parent=releases("en"), title="Third", slug="third")
    french = english.copy_for_translation(releases("fr").locale)
    french.title = "Troisième"
    publish(french)
    assert entries_of(feed_at(reader, "/fr/news/feed/")) == ["Troisième"]


@pytest.mark.parametrize(
    ("address", "feed"),
    [
        ("/en/news/?kind=speech", "/en/news/feed/?kind=speech"),
        ("/en/news/?kind=speech&kind=nonsense", "/en/news/feed/"),
        ("/en/campaigns/shadeispublic/", "/en/feed/?campaign=shadeispublic"),
        ("/en/organisations/joint-office/", "/en/news/feed/?organisation=joint-office"),
        ("/en/search/?kind=speech&campaign=coolnights", "/en/news/feed/?kind=speech&amp;campaign=coolnights"),
    ],
)
def test_pages_lead_to_the_feed_of_what_they_list(
    archive: None, campaigns: CampaignIndexPage, reader: Client, address: str, feed: str
) -> None:
    CampaignHubPageFactory(parent=campaigns, word="ShadeIsPublic")
    html = reader.get(address).content.decode()
    assert f'<a href="{feed}">' in html.split("<main")[1]
    announced = re.findall(r'<link rel="alternate" type="application/atom\+xml" title="[^"]+" href="([^"]+)">', html)
    assert announced == list(dict.fromkeys(("/en/news/feed/", feed)))


@pytest.mark.parametrize(
    "query", ["q=speech", "kind=organisation", "kind=speech&from=2025-01-01", "campaign=coolnights"]
)
def test_search_that_no_feed_answers_leads_to_none(archive: None, reader: Client, query: str) -> None:
    html = reader.get(f"/en/search/?{query}").content.decode()
    assert "/en/news/feed/?" not in html and "Follow this list" not in html


def queries_of(step: Callable[[], Any]) -> tuple[list[str], list[str]]:
    """What a step that was taken before asks the database within a request: right after a change, and once more."""
    with number_read_once():
        step()
    Change.objects.update(mark=F("mark") + 1)
    asked = []
    for _time in ("after a change", "once more"):
        with number_read_once(), CaptureQueriesContext(connection) as captured:
            step()
        asked.append([query["sql"] for query in captured])
    return asked[0], asked[1]


def test_what_pages_list_takes_as_few_queries_however_much_there_is_and_counts_no_rows(
    archive: None,
    campaigns: CampaignIndexPage,
    index: NewsIndexPage,
    reader: Client,
    rf: RequestFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("news.views.render", lambda *_args: None)
    hub, speaker = CampaignHubPageFactory(parent=campaigns, word="ShadeIsPublic"), PersonFactory(slug="speaker")
    office = Organisation.objects.get(slug="joint-office")
    RoleFactory(person=speaker, organisation=office)
    steps: dict[str, tuple[Callable[[], Any], int]] = {
        "feed": (lambda: reader.get("/en/news/feed/"), 8),
        "front": (front_context, 9),
        "list": (lambda: listing_context(rf.get("/en/news/")), 9),
        "narrowed list": (lambda: listing_context(rf.get("/en/news/?kind=speech&organisation=joint-office")), 9),
        "hub": (lambda: hub_context(hub, rf.get("/")), 8),
        "organisation": (lambda: organisation(rf.get("/en/organisations/joint-office/"), "joint-office"), 14),
        "speaker": (lambda: quotes_shown(Lists().quotes(speaker=("speaker",)).rows), 5),
    }
    numbers = []
    for more in (3, 27):
        for _number in range(more):
            ReleasePageFactory(parent=index, quotes=1, speaker=speaker, organisation=office, hashtags=["ShadeIsPublic"])
        asked = {name: queries_of(step) for name, (step, _most) in steps.items()}
        numbers.append({name: len(first) for name, (first, _again) in asked.items()})
        for name, (first, again) in asked.items():
            assert len(again) <= steps[name][1], (name, again)
            of_the_index = [query for query in (*first, *again) if 'FROM "search_segment" WHERE' in query]
            assert sum("columns" not in query for query in of_the_index) == 1, (name, of_the_index)
            assert not [query for query in (*first, *again) if "COUNT(" in query.upper()], name
    assert all(numbers[1][name] <= number for name, number in numbers[0].items()), numbers
