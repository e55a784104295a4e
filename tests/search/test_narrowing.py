"""Choices, dates and fields narrow what is found, and are counted: the same on every engine."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
from corpora import for_the_file
from django.test import Client

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage
from organisations.factories import OrganisationFactory, PersonFactory
from search.answering import answer_search
from search.request import SearchRequest

pytestmark = [pytest.mark.vital, pytest.mark.usefixtures("newsroom")]


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Three releases about one ferry that differ in everything else."""
    with for_the_file(django_db_blocker):
        build()
        yield


def build() -> None:
    """The releases, their speakers and organisations, and a campaign."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    campaigns = CampaignIndexPage.objects.get(locale__language_code="en")
    office, bridge = OrganisationFactory(name="Harbour Office"), OrganisationFactory(name="Bridge Office")
    CampaignHubPageFactory(parent=campaigns, title="Ferries for all", word="FerryNights")
    for number, (kind, organisation, place, name) in enumerate(
        [
            ("speech", office, "Karsund", "Oleg Brandvik"),
            ("statement", office, "Lindmouth", "Naima Belhadri"),
            ("press-release", bridge, "Karsund", ""),
        ]
    ):
        quotes = [quote_block("A ferry is a bridge.", PersonFactory(name=name))] if name else []
        ReleasePageFactory(
            parent=index,
            title=f"Ferry {number}",
            slug=f"ferry-{number}",
            kind=kind,
            dateline_place=place,
            organisation=organisation,
            hashtags=["FerryNights"] if number else [],
            first_issued_at=datetime.datetime(2023 + number, 5, 17, 23, 30, tzinfo=datetime.UTC),
            body=[text_block("<p>The ferry.</p>"), *quotes],
        )


def found(words: str = "ferry", **more: Any) -> list[str]:
    """Titles of what an English reader finds, in their order."""
    return [hit.shown.title for hit in answer_search(SearchRequest(words=words, language="en", **more)).hits]


def counts(name: str, **more: Any) -> dict[str, int]:
    """The values of a facet with their counts."""
    facets = answer_search(SearchRequest(words="ferry", language="en", **more)).facets
    return {option.value: option.count for facet in facets if facet.name == name for option in facet.options}


def test_choices_narrow_and_each_facet_is_counted_without_its_own() -> None:
    assert set(found()) == {"Ferry 0", "Ferry 1", "Ferry 2", "Ferries for all"}
    assert set(found(kind=("speech", "statement"))) == {"Ferry 0", "Ferry 1"}
    assert set(found(campaign=("ferrynights",))) == {"Ferry 1", "Ferry 2", "Ferries for all"}
    assert set(found(place=("Karsund",))) == {"Ferry 0", "Ferry 2"}
    assert found(place=("Karsund",), kind=("speech",)) == ["Ferry 0"]
    assert set(found(organisation=("harbour-office",))) == {"Ferry 0", "Ferry 1"}
    assert found(place=("Nowhere",)) == []
    assert counts("place", kind=("speech",)) == {"Karsund": 1}
    assert counts("kind", kind=("speech",)) == {
        "speech": 1,
        "statement": 1,
        "press-release": 1,
        "campaign": 1,
        "quote": 2,
    }
    assert counts("kind", place=("Karsund",)) == {"speech": 1, "press-release": 1, "quote": 1}


def test_dates_include_both_ends() -> None:
    day = datetime.date(2024, 5, 17)
    assert found(since=day, until=day) == ["Ferry 1"]
    assert found(since=datetime.date(2024, 5, 18), sort="newest") == ["Ferry 2"]
    assert found(until=day, sort="newest") == ["Ferry 1", "Ferry 0"]
    assert found(until=day, sort="oldest") == ["Ferry 0", "Ferry 1"]


def test_quotes_are_found_by_their_speaker() -> None:
    quotes = answer_search(SearchRequest(language="en", kind=("quote",), speaker=("oleg-brandvik",))).hits
    assert [hit.shown.text for hit in quotes] == ["A ferry is a bridge."]
    assert quotes[0].shown.title.startswith("Oleg Brandvik")
    assert len(answer_search(SearchRequest(words="bridge", language="en", kind=("quote",))).hits) == 2
    assert found("bridge", speaker=("naima-belhadri",)) == ["Ferry 1"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("title:ferry", {"Ferry 0", "Ferry 1", "Ferry 2", "Ferries for all"}),
        ("title:bridge", {"Bridge Office"}),
        ('title:"ferries for"', {"Ferries for all"}),
        ('title:"for ferries"', set()),
        ("bridge -title:office", {"Ferry 0", "Ferry 1", "Ferry 2"}),
        ("ferry NOT title:1", {"Ferry 0", "Ferry 2", "Ferries for all"}),
        ("speaker:belhadri ferry", {"Ferry 1"}),
        ('speaker:"Naima Belhadri"', {"Ferry 1", "Naima Belhadri"}),
        ('speaker:"Belhadri Naima"', set()),
        ("speaker:ferry", set()),
        ("-speaker:oleg title:ferry", {"Ferry 1", "Ferry 2", "Ferries for all"}),
        ("organisation:harbour", {"Ferry 0", "Ferry 1", "Harbour Office"}),
        ("organisation:harbour speaker:oleg", {"Ferry 0"}),
        ("place:karsund", {"Ferry 0", "Ferry 2"}),
        ("place:karsund OR place:lindmouth", {"Ferry 0", "Ferry 1", "Ferry 2"}),
        ("tag:#FerryNights", {"Ferry 1", "Ferry 2", "Ferries for all"}),
        ("campaign:ferrynights place:Karsund", {"Ferry 2"}),
        *((f"{name}:belhadri ferry", {"Ferry 1"}) for name in ("SPEAKER", "orateur", "спикер", "المتحدث", "发言者")),
        *(
            (f"{name}:all", {"Ferries for all"})
            for name in ("titre", "título", "titulo", "заголовок", "العنوان", "标题")
        ),
        ("标题：all", {"Ferries for all"}),
        ("zeppelin:ferry", set()),
        ("title:", set()),
        ("12:30", set()),
    ],
)
def test_words_are_looked_for_in_one_field_alone(words: str, expected: set[str]) -> None:
    response = answer_search(SearchRequest(words=words, language="en"))
    assert (set() if response.is_widened else {hit.shown.title for hit in response.hits}) == expected


def test_field_is_said_in_words_and_its_name_is_no_misspelled_word(reader: Client) -> None:
    asked = {"q": 'speaker:belhadti title:"night bus"', "literal": "1"}
    html = reader.get("/en/search/", asked).content.decode()
    assert "Speaker: <mark>belhadti</mark>, Title: <mark>“night bus”</mark>" in html
    literal = SearchRequest(words="speaker:belhadti", language="en", is_literal=True)
    assert answer_search(literal).suggestion == "speaker:belhadri"
    assert "<mark>Ferry</mark> 0" in reader.get("/en/search/", {"q": "title:ferry"}).content.decode()
    assert "The <mark>ferry</mark>" not in reader.get("/en/search/", {"q": "title:ferry"}).content.decode()


def test_people_organisations_and_campaigns_are_found() -> None:
    assert "Naima Belhadri" in found("belhadri")
    assert "Harbour Office" in found("harbour")
    assert found("ferries for all", kind=("campaign",)) == ["Ferries for all"]
