"""The front page: what is new, whose words, whom to call; and the command that makes it."""

import datetime
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page, Site

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of, publish
from newsroom.home.models import HomePage
from organisations.factories import MediaContactFactory, PersonFactory

pytestmark = pytest.mark.vital
DAY = datetime.datetime(2026, 7, 14, 10, 0, tzinfo=datetime.UTC)


def release(index: NewsIndexPage, title: str, days: int = 0, **parts: Any) -> Any:
    """A release some days after the first."""
    with time_machine.travel(DAY + datetime.timedelta(days=days), tick=False):
        return ReleasePageFactory(parent=index, title=title, **parts)


def test_newest_release_leads_and_the_others_follow(index: NewsIndexPage, reader: Client) -> None:
    for number, title in enumerate(("The first", "The second", "The third")):
        release(index, title, days=number)
    answer = reader.get("/en/")
    assert answer.context["lead"].title == "The third"
    assert [each.title for each in answer.context["latest"]] == ["The second", "The first"]
    html = answer.content.decode()
    assert html.index("The third") < html.index("The second") < html.index("The first")
    assert "All 3 releases" in html
    assert "PR/2026/003" in html


def test_lead_shows_its_first_quote_and_no_other(index: NewsIndexPage, reader: Client) -> None:
    speaker = PersonFactory(name="Wairimu Tendeka")
    quotes = [quote_block("The first words.", speaker, "Mayor"), quote_block("The second words.", speaker)]
    release(index, "Older", body=[quote_block("Words of another day.", speaker)])
    release(index, "Newer", days=1, body=[text_block("<p>Text.</p>"), *quotes])
    html = reader.get("/en/").content.decode()
    assert '<blockquote class="words">The first words.</blockquote>' in html
    assert "Wairimu Tendeka" in html and "Mayor" in html
    assert "The second words." not in html and "Words of another day." not in html


def test_lead_without_a_quote_shows_none(index: NewsIndexPage, reader: Client) -> None:
    release(index, "Silent")
    assert "<blockquote" not in reader.get("/en/").content.decode()


def test_campaigns_are_named_with_what_they_hold(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client
) -> None:
    CampaignHubPageFactory(parent=campaigns, introduction="Shade is a service.")
    release(index, "One", hashtags=["ShadeIsPublic"])
    html = reader.get("/en/").content.decode()
    assert '<a href="/en/campaigns/shadeispublic/"><span class="hash">#</span>ShadeIsPublic</a>' in html
    assert "Shade is a service." in html
    assert "since Jul 2026" in html


def test_desk_that_answers_now_is_named_first(newsroom: HomePage, reader: Client) -> None:
    nine, five = datetime.time(9), datetime.time(17)
    for role, zone in (("Desk of the east", "Asia/Shanghai"), ("Desk of the west", "America/Bogota")):
        MediaContactFactory(role=role, time_zone=zone, opens_at=nine, closes_at=five, is_press_desk=True)
    MediaContactFactory(role="No desk of the newsroom")
    for hour, first in ((2, "Desk of the east"), (20, "Desk of the west")):
        with time_machine.travel(DAY.replace(hour=hour), tick=False):
            answer = reader.get("/en/")
        desks = answer.context["masthead"].desks
        assert desks[0].contact.role == first and desks[0].answers_now and not desks[1].answers_now
        html = answer.content.decode()
        assert "Press desk, answering now" in html
        assert "answers now" in html
        assert "No desk of the newsroom" not in html


def test_untranslated_lead_is_shown_in_its_original_and_marked(index: NewsIndexPage, reader: Client) -> None:
    page = release(index, "Only in English")
    html = reader.get("/fr/").content.decode()
    assert f'lang="en" dir="ltr"><a href="{page.url}">Only in English</a>' in html
    french = page.copy_for_translation(locale_of("fr"))
    french.title = "Aussi en français"
    publish(french)
    html = reader.get("/fr/").content.decode()
    assert "Aussi en français" in html and "Only in English" not in html


def test_empty_newsroom_answers_in_every_language(newsroom: HomePage, reader: Client) -> None:
    for code, _name in settings.LANGUAGES:
        for path in ("", "news/", "campaigns/", "people/", "organisations/", "search/", "news/feed/"):
            assert reader.get(f"/{code}/{path}").status_code == 200, (code, path)
    html = reader.get("/en/").content.decode()
    assert "Nothing has been released yet." in html
    assert "Who answers" not in html


def test_address_without_a_language_leads_to_the_readers_own(newsroom: HomePage, reader: Client) -> None:
    answer = reader.get("/", headers={"accept-language": "ar, en;q=0.5"})
    assert (answer.status_code, answer["Location"]) == (302, "/ar/")
    assert reader.get("/", headers={"accept-language": "sw"})["Location"] == "/en/"


def test_language_without_a_front_page_still_answers_404(newsroom: HomePage, reader: Client) -> None:
    HomePage.objects.get(locale__language_code="fr").delete()
    answer = reader.get("/fr/news/nothing-here/")
    assert answer.status_code == 404
    assert '<html lang="fr"' in answer.content.decode()


def prepare() -> None:
    """The command, as an operator calls it."""
    call_command("prepare_newsroom", "Assembly of Confluent Cities")


def test_command_prepares_a_newsroom_and_a_second_call_changes_nothing(
    newsroom: HomePage, reader: Client, capsys: Any
) -> None:
    for home in HomePage.objects.all():
        home.delete()
    prepare()
    first = list(Page.objects.order_by("pk").values_list("pk", "title", "slug", "live", "url_path"))
    assert len(HomePage.objects.released()) == len(settings.LANGUAGES)
    assert Site.objects.get().hostname == "testserver"
    prepare()
    assert list(Page.objects.order_by("pk").values_list("pk", "title", "slug", "live", "url_path")) == first
    assert Site.objects.get().root_page.specific.institution == "Assembly of Confluent Cities"
    assert "createsuperuser" in capsys.readouterr().out
    assert reader.get("/zh-hans/").status_code == 200


def test_command_replaces_wagtails_welcome_page(newsroom: HomePage, reader: Client) -> None:
    for home in HomePage.objects.all():
        home.delete()
    Page.get_first_root_node().add_child(instance=Page(title="Welcome", slug="home", locale=locale_of("en")))
    prepare()
    assert not Page.objects.filter(depth=2).not_type(HomePage).exists()
    assert "Assembly of Confluent Cities" in reader.get("/en/").content.decode()
