"""A hub gathers by itself what carries its hashtag."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db.models import ProtectedError
from django.test import Client

from campaigns.factories import CampaignHubPageFactory, hashtag
from campaigns.models import CampaignHubPage, CampaignIndexPage, KeyFigure
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import Hashtag, NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from organisations.factories import PersonFactory

pytestmark = pytest.mark.vital
DAY = datetime.datetime(2026, 7, 14, 10, 0, tzinfo=datetime.UTC)
ADDRESS = "/en/campaigns/shadeispublic/"


@pytest.fixture
def hub(campaigns: CampaignIndexPage) -> CampaignHubPage:
    """The hub of #ShadeIsPublic."""
    return CampaignHubPageFactory(parent=campaigns, introduction="Shade is a service.")


def tagged(index: NewsIndexPage, title: str, *hashtags: str, days: int = 0, **parts: Any) -> ReleasePage:
    """A release with hashtags, some days after the first."""
    with time_machine.travel(DAY + datetime.timedelta(days=days), tick=False):
        return ReleasePageFactory(parent=index, title=title, hashtags=list(hashtags), **parts)


def titles(answer: Any) -> list[str]:
    """The headlines of the timeline."""
    return [thing.title for thing in answer.context["dates"]]


def test_hub_gathers_what_carries_its_hashtag_newest_first(
    hub: CampaignHubPage, index: NewsIndexPage, reader: Client
) -> None:
    tagged(index, "The first", "ShadeIsPublic")
    tagged(index, "The second", "ShadeIsPublic", "CoolNights", days=1)
    tagged(index, "Another campaign", "CoolNights", days=2)
    tagged(index, "No campaign", days=3)
    answer = reader.get(ADDRESS)
    assert titles(answer) == ["The second", "The first"]
    assert answer.context["dates"].releases == 2
    assert "Another campaign" not in answer.content.decode()


def test_case_of_a_hashtag_does_not_matter(hub: CampaignHubPage, index: NewsIndexPage, reader: Client) -> None:
    for number, word in enumerate(("shadeispublic", "SHADEISPUBLIC", "ShadeIsPublic")):
        tagged(index, f"Written {word}", word, days=number)
    assert len(titles(reader.get(ADDRESS))) == 3
    assert hashtag("sHADEiSpUBLIC") == hub.hashtag
    assert Hashtag.objects.count() == 1
    assert Hashtag.objects.create(name="#CoolNights").name == "CoolNights"


def test_hub_with_nothing_to_gather_says_so(hub: CampaignHubPage, index: NewsIndexPage, reader: Client) -> None:
    tagged(index, "No campaign")
    answer = reader.get(ADDRESS)
    assert answer.status_code == 200
    assert titles(answer) == []
    assert "Nothing has been released yet." in answer.content.decode()
    assert "In their words" not in answer.content.decode()


def test_hub_gathers_quotes_with_speaker_and_role(hub: CampaignHubPage, index: NewsIndexPage, reader: Client) -> None:
    speaker = PersonFactory(name="Wairimu Tendeka")
    body = [text_block("<p>Text.</p>"), quote_block("We light a street.", speaker, "Mayor")]
    tagged(index, "With a quote", "ShadeIsPublic", body=body)
    tagged(index, "Elsewhere", body=[quote_block("Not of this campaign.", speaker)])
    answer = reader.get(ADDRESS)
    assert [quote.words for quote in answer.context["quotes"]] == ["We light a street."]
    html = answer.content.decode()
    assert "Wairimu Tendeka</a></b>, <span>Mayor</span>" in html
    assert "Not of this campaign." not in html


def test_hub_gathers_in_every_language(hub: CampaignHubPage, index: NewsIndexPage, reader: Client) -> None:
    release = tagged(index, "Only in English and Arabic", "ShadeIsPublic", quotes=1)
    arabic = release.copy_for_translation(locale_of("ar"))
    arabic.title = "الظل للجميع"
    publish(arabic)
    for code, _name in settings.LANGUAGES:
        if code != "en":
            publish(hub.copy_for_translation(locale_of(code)))
        answer = reader.get(f"/{code}/campaigns/shadeispublic/")
        assert answer.status_code == 200
        assert titles(answer) == ["الظل للجميع" if code == "ar" else "Only in English and Arabic"]
        assert len(answer.context["quotes"]) == 1
    html = reader.get("/ar/campaigns/shadeispublic/").content.decode()
    assert '<h1 class="hub-name" lang="en" dir="ltr"><span class="hash">#</span><span>Shade<wbr>Is<wbr>' in html
    assert '<h3 lang="en" dir="ltr"><a href="/en/news/' in reader.get("/fr/campaigns/shadeispublic/").content.decode()


@pytest.mark.parametrize("code", ["ar", "fr", "zh-hans"])
def test_figure_with_its_unit_keeps_its_own_direction(hub: CampaignHubPage, reader: Client, code: str) -> None:
    translated = hub.copy_for_translation(locale_of(code))
    translated.key_figures = [KeyFigure(value="28 °C", label="cooler", locale=translated.locale, sort_order=0)]
    publish(translated)
    html = reader.get(translated.url).content.decode()
    assert re.search(r"<dd[^>]*><bdi>28.°C</bdi></dd>", html)


def test_hub_shows_its_figures_in_their_order(hub: CampaignHubPage, reader: Client) -> None:
    figures = (("26", "cities"), ("1,100", "benches"))
    hub.key_figures = [
        KeyFigure(value=value, label=label, locale=hub.locale, sort_order=order)
        for order, (value, label) in enumerate(figures)
    ]
    publish(hub)
    html = reader.get(ADDRESS).content.decode()
    assert re.findall(r"<dt>(\w+)</dt>\s*<dd><bdi>([\d,]+)</bdi></dd>", html) == [
        ("cities", "26"),
        ("benches", "1,100"),
    ]


def test_release_leads_to_the_hub_of_its_hashtag(hub: CampaignHubPage, index: NewsIndexPage, reader: Client) -> None:
    page = tagged(index, "With a hub", "shadeispublic", "CoolNights")
    html = reader.get(page.url).content.decode()
    assert '<a href="/en/campaigns/shadeispublic/">#ShadeIsPublic</a>' in html
    assert '<a href="/en/news/?campaign=coolnights">#CoolNights</a>' in html


def test_list_of_campaigns_counts_what_the_hub_shows(
    hub: CampaignHubPage, index: NewsIndexPage, reader: Client
) -> None:
    tagged(index, "The first", "ShadeIsPublic", quotes=2)
    tagged(index, "The second", "ShadeIsPublic", days=40)
    tagged(index, "Hidden", "ShadeIsPublic", live=False, quotes=1)
    listed = reader.get("/en/campaigns/").context["hubs"][0]
    assert (listed.release_count, listed.quote_count, listed.since) == (2, 2, DAY)
    assert reader.get(ADDRESS).context["quote_count"] == 2


def test_hashtag_that_a_hub_stands_on_cannot_be_deleted(hub: CampaignHubPage) -> None:
    with pytest.raises(ProtectedError):
        hub.hashtag.delete()
