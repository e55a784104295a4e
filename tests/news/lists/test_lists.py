"""Lists of releases: filters, paging, languages, and queries that do not grow."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import time_machine
from django.test import Client
from wagtail.models import Locale

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from organisations.factories import OrganisationFactory, PersonFactory, RoleFactory


def titles(answer: Any) -> list[str]:
    """The headlines a list shows, in its order."""
    return [release.title for release in answer.context["releases"]]


@pytest.fixture
def archive(index: NewsIndexPage) -> list[ReleasePage]:
    """Three releases of three years, kinds, organisations and campaigns."""
    made = []
    for year, kind, name, tag in (
        (2024, "speech", "Tell Sirra", "CoolNights"),
        (2025, "statement", "Lindmouth", "TellTheRiver"),
        (2026, "press-release", "Qinghui", "ShadeIsPublic"),
    ):
        with time_machine.travel(datetime.datetime(year, 5, 8, tzinfo=datetime.UTC), tick=False):
            organisation = OrganisationFactory(name=name, slug=name.lower().replace(" ", "-"))
            made.append(
                ReleasePageFactory(
                    parent=index, title=f"News of {year}", kind=kind, organisation=organisation, hashtags=[tag]
                )
            )
    return made


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("", ["News of 2026", "News of 2025", "News of 2024"]),
        ("kind=speech", ["News of 2024"]),
        ("kind=speech&kind=statement", ["News of 2025", "News of 2024"]),
        ("year=2025", ["News of 2025"]),
        ("organisation=qinghui", ["News of 2026"]),
        ("campaign=telltheriver", ["News of 2025"]),
        ("campaign=telltheriver&kind=speech", []),
        ("kind=nonsense", []),
        ("year=nonsense", []),
        ("year=0000", []),
        ("year=99999999999999999999", []),
        ("page=nonsense", ["News of 2026", "News of 2025", "News of 2024"]),
        ("organisation=" + "x" * 5000, []),
    ],
)
def test_filters(archive: list[ReleasePage], reader: Client, choice: str, expected: list[str]) -> None:
    answer = reader.get(f"/en/news/?{choice}")
    assert answer.status_code == 200
    assert titles(answer) == expected


def test_facets_count_what_a_further_choice_would_leave(archive: list[ReleasePage], reader: Client) -> None:
    facets = {facet.name: facet for facet in reader.get("/en/news/?kind=speech").context["response"].facets}
    assert [(option.label, option.count) for option in facets["kind"].options] == [
        *(("Press release", 1), ("Statement", 1), ("Speech", 1)),
    ]
    assert [(option.label, option.count) for option in facets["year"].options] == [("2024", 1)]
    assert [(option.label, option.count) for option in facets["organisation"].options] == [("Tell Sirra", 1)]


def test_choices_can_be_taken_back(archive: list[ReleasePage], reader: Client) -> None:
    answer = reader.get("/en/news/?kind=speech&year=2024")
    assert [(choice.label, choice.query_without) for choice in answer.context["response"].chosen] == [
        ("Speech", "year=2024"),
        ("2024", "kind=speech"),
    ]


def test_long_list_is_paged(index: NewsIndexPage, reader: Client) -> None:
    for _number in range(21):
        ReleasePageFactory(parent=index)
    assert len(titles(reader.get("/en/news/"))) == 20
    assert len(titles(reader.get("/en/news/?page=2"))) == 1
    assert len(titles(reader.get("/en/news/?page=999"))) == 1


def test_untranslated_release_is_listed_in_its_original_and_marked(archive: list[ReleasePage], reader: Client) -> None:
    arabic = archive[2].copy_for_translation(Locale.objects.get(language_code="ar"))
    arabic.title = "أخبار عام 2026"
    publish(arabic)
    answer = reader.get("/ar/news/")
    assert titles(answer) == ["أخبار عام 2026", "News of 2025", "News of 2024"]
    html = answer.content.decode()
    assert '<h2 lang="en" dir="ltr"><a href="/en/news/' in html
    assert titles(reader.get("/en/news/")) == ["News of 2026", "News of 2025", "News of 2024"]


def test_feed_says_whose_list_it_is(index: NewsIndexPage, reader: Client) -> None:
    ReleasePageFactory(parent=index)
    feed = reader.get("/en/news/feed/").content.decode()
    assert f"<title>{index.title} · {index.get_parent().title}</title>" in feed


def fill(index: NewsIndexPage, campaigns: CampaignIndexPage, number: int) -> None:
    """So many releases, speakers, organisations and hubs, each with parts of its own."""
    locale = Locale.objects.get(language_code="fr")
    for _count in range(number):
        speaker = PersonFactory()
        RoleFactory(person=speaker, organisation=OrganisationFactory())
        page = ReleasePageFactory(
            parent=index, quotes=1, speaker=speaker, hashtags=["ShadeIsPublic", f"Word{speaker.pk}"]
        )
        publish(page.copy_for_translation(locale))
        CampaignHubPageFactory(parent=campaigns, word=f"Word{speaker.pk}")


LISTS = (
    *(
        "/en/",
        "/fr/",
        "/en/news/",
        "/en/news/?campaign=shadeispublic",
        "/en/campaigns/",
        "/en/campaigns/shadeispublic/",
    ),
    *("/en/people/", "/en/organisations/", "/en/people/the-speaker/", "/en/organisations/the-office/"),
    *("/en/news/feed/", "/en/search/?q=ferry", "/en/nothing-here/"),
)


def test_queries_do_not_grow_with_the_archive(
    index: NewsIndexPage,
    campaigns: CampaignIndexPage,
    reader: Client,
    count_queries: Callable[[Callable[[], Any]], int],
) -> None:
    CampaignHubPageFactory(parent=campaigns)
    speaker, office = PersonFactory(slug="the-speaker"), OrganisationFactory(slug="the-office")
    RoleFactory(person=speaker, organisation=office)
    counts = []
    for number in (3, 27):
        fill(index, campaigns, number)
        for _count in range(number):
            ReleasePageFactory(parent=index, quotes=1, speaker=speaker, organisation=office)
        counts.append({address: count_queries(partial(reader.get, address)) for address in LISTS})
    with_three, with_thirty = counts
    assert with_thirty == with_three
