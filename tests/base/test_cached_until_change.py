"""What hardly changes is read once, and whoever changes it however is seen by the next request."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from treebeard.mp_tree import MP_Node
from wagtail.models import Page, PageViewRestriction, Site

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import Hashtag, NewsIndexPage, ReleasePage
from news.models.hashtag import with_hubs
from newsroom.base.caching import triggers
from newsroom.base.caching.changes import change_number, number_read_once
from newsroom.base.caching.values import cached_until_change, values_under
from newsroom.base.factories import ImageFactory, locale_of
from newsroom.base.models import Change
from newsroom.home.models import HomePage
from newsroom.publication.models import Heartbeat
from organisations.factories import MediaContactFactory, OrganisationFactory
from organisations.models import MediaContact

pytestmark = [pytest.mark.django_db, pytest.mark.vital]
#: The list of speakers: its own content asks nothing of the frame.
PLAIN = "/en/people/"


def shown(reader: Client, address: str = PLAIN) -> str:
    """What a reader gets."""
    answer = reader.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def by_save(home: HomePage) -> None:
    home.institution = "Sunken Cities"
    home.save()


def by_update(home: HomePage) -> None:
    HomePage.objects.filter(pk=home.pk).update(institution="Sunken Cities")


def by_bulk_update(home: HomePage) -> None:
    home.institution = "Sunken Cities"
    HomePage.objects.bulk_update([home], ["institution"])


def by_hand(home: HomePage) -> None:
    """As another process does: no signal is sent here."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE home_homepage SET institution = 'Sunken Cities' WHERE page_ptr_id = %s", [home.pk])


def by_publication(home: HomePage) -> None:
    home.institution = "Sunken Cities"
    home.save_revision().publish()


DOORS = (by_save, by_update, by_bulk_update, by_hand, by_publication)


@pytest.mark.parametrize("change", DOORS, ids=lambda door: door.__name__)
def test_a_change_through_any_door_is_seen_by_the_next_request(
    change: Callable[[HomePage], None], newsroom: HomePage, reader: Client
) -> None:
    assert "<b>Confluent Cities</b>" in shown(reader)
    change(newsroom)
    html = shown(reader)
    assert "<b>Sunken Cities</b>" in html and "<b>Confluent Cities</b>" not in html


def test_what_is_taken_back_was_never_there(newsroom: HomePage, reader: Client) -> None:
    before = change_number()
    shown(reader)
    with transaction.atomic():
        by_update(newsroom)
        assert "Sunken Cities" in shown(reader)
        assert change_number() != before
        transaction.set_rollback(True)
    assert change_number() == before
    assert "Confluent Cities" in shown(reader)
    HomePage.objects.filter(pk=newsroom.pk).update(institution="Other Cities")
    assert "Other Cities" in shown(reader)


def test_what_a_request_reads_before_it_takes_back_its_own_change_is_not_kept(newsroom: HomePage) -> None:
    names = cached_until_change(lambda: HomePage.objects.get(pk=newsroom.pk).institution)
    with number_read_once():
        assert names() == "Confluent Cities"
        with transaction.atomic():
            by_update(newsroom)
            assert names() == "Sunken Cities"
            transaction.set_rollback(True)
        assert names() == "Confluent Cities"


def test_no_page_is_framed_in_another_language(newsroom: HomePage, reader: Client) -> None:
    for code in ("fr", "en", "ar"):
        HomePage.objects.filter(locale=locale_of(code)).update(institution=f"Cities in {code}")
    for _round in range(2):
        for code in ("fr", "en", "ar"):
            html = shown(reader, f"/{code}/people/")
            assert f"Cities in {code}" in html
            assert f'href="/{code}/news/"' in html
            assert [other for other in ("fr", "en", "ar") if f"Cities in {other}" in html] == [code]


def test_a_page_that_leaves_or_is_kept_to_a_few_leaves_the_frame(index: NewsIndexPage, reader: Client) -> None:
    link = f'<a href="{index.url}">All releases</a>'
    assert link in shown(reader)
    restriction = PageViewRestriction.objects.create(page=index, restriction_type=PageViewRestriction.LOGIN)
    assert link not in shown(reader)
    assert reader.get(index.url).status_code == 404
    restriction.delete()
    assert link in shown(reader)
    Page.objects.filter(pk=index.pk).update(live=False)
    assert link not in shown(reader)
    assert reader.get(index.url).status_code == 404


def test_a_list_that_moves_is_found_where_it_stands(newsroom: HomePage, index: NewsIndexPage, reader: Client) -> None:
    release = ReleasePageFactory(parent=index, slug="night-buses")
    assert reader.get("/en/news/night-buses/").status_code == 200
    french = HomePage.objects.get(locale=locale_of("fr"))
    # The tree's own move, in SQL written by hand, past the gates.
    MP_Node.move(Page.objects.get(pk=index.pk), french, pos="last-child")
    assert reader.get("/en/news/night-buses/").status_code == 404
    assert ReleasePage.objects.get(pk=release.pk).path.startswith(french.path)


def test_who_answers_depends_on_the_hour_and_not_on_what_is_kept(newsroom: HomePage, reader: Client) -> None:
    hours = {"opens_at": datetime.time(8), "closes_at": datetime.time(18)}
    MediaContactFactory(is_press_desk=True, phone="+44 20 1", time_zone="UTC", **hours)
    with time_machine.travel(datetime.datetime(2026, 7, 14, 10, tzinfo=datetime.UTC), tick=False):
        assert "answering now" in shown(reader)
    with time_machine.travel(datetime.datetime(2026, 7, 14, 19, tzinfo=datetime.UTC), tick=False):
        assert "answering now" not in shown(reader)


def test_a_deputy_takes_over_on_the_day_though_nothing_is_written(newsroom: HomePage, reader: Client) -> None:
    body = OrganisationFactory(name="Office of the Mayor")
    deputy = MediaContactFactory(name="Deputy", phone="+44 20 2", organisation=body)
    MediaContactFactory(
        is_press_desk=True, name="Desk", phone="+44 20 1", valid_until=datetime.date(2026, 7, 14), deputy=deputy
    )
    with time_machine.travel(datetime.datetime(2026, 7, 14, 10, tzinfo=datetime.UTC), tick=False):
        assert "+44 20 1" in shown(reader)
    with time_machine.travel(datetime.datetime(2026, 7, 15, 10, tzinfo=datetime.UTC), tick=False):
        assert "+44 20 2" in shown(reader)
    MediaContact.objects.filter(pk=deputy.pk).delete()
    with time_machine.travel(datetime.datetime(2026, 7, 15, 10, tzinfo=datetime.UTC), tick=False):
        assert "+44 20 2" not in shown(reader)


def test_a_campaign_is_known_by_its_hashtag_as_soon_as_it_is_public(campaigns: CampaignIndexPage) -> None:
    hashtag = Hashtag.objects.create(name="CountShade")
    assert with_hubs([hashtag])[0].hub is None
    hub = CampaignHubPageFactory(parent=campaigns, hashtag=hashtag)
    assert with_hubs([hashtag])[0].hub == hub
    with translation.override("fr"):
        assert with_hubs([hashtag])[0].hub == hub
    Page.objects.filter(pk=hub.pk).update(live=False)
    assert with_hubs([hashtag])[0].hub is None


def test_the_frame_costs_one_query(newsroom: HomePage, reader: Client) -> None:
    MediaContactFactory(is_press_desk=True, organisation=OrganisationFactory())
    shown(reader)
    with CaptureQueriesContext(connection) as captured:
        shown(reader)
    asked = [query["sql"] for query in captured]
    of_the_frame = ("home_homepage", "wagtailcore_site", "organisations_mediacontact", 'FROM "wagtailcore_locale"')
    assert [sql for sql in asked if any(name in sql for name in of_the_frame)] == []
    assert sum("base_change" in sql for sql in asked) == 1


def test_a_release_is_found_with_one_query(index: NewsIndexPage, reader: Client) -> None:
    release = ReleasePageFactory(parent=index)
    shown(reader, release.url)
    with CaptureQueriesContext(connection) as captured:
        shown(reader, release.url)
    asked = [query["sql"] for query in captured]
    assert "base_change" in asked[0]
    assert "news_releasepage" in asked[1] and release.slug in asked[1]
    of_the_way = ("wagtailcore_site", 'FROM "wagtailcore_locale"', '"wagtailcore_pageviewrestriction"."page_id" IN')
    assert [sql for sql in asked if any(name in sql for name in of_the_way)] == []


def test_addresses_are_those_that_wagtail_says(index: NewsIndexPage) -> None:
    ReleasePageFactory(parent=index, slug="night-buses")
    for page in Page.objects.specific():
        with number_read_once():
            found = page.url
        assert found == Page.get_url(page)


def test_several_sites_are_left_to_wagtail(newsroom: HomePage, reader: Client) -> None:
    shown(reader, "/en/news/")
    french = HomePage.objects.get(locale=locale_of("fr"))
    Site.objects.create(hostname="other.example", root_page=french)
    with number_read_once():
        assert NewsIndexPage.objects.get(locale=locale_of("en")).url == Page.get_url(
            NewsIndexPage.objects.get(locale=locale_of("en"))
        )
    assert reader.get("/en/news/").status_code == 200


def test_a_draft_and_a_sign_of_life_change_nothing_for_readers(index: NewsIndexPage) -> None:
    release = ReleasePageFactory(parent=index)
    release.save_revision()
    before = change_number()
    Heartbeat.beat("scheduler")
    release.title = "Another title"
    Page.objects.filter(pk=release.pk).update(draft_title="Another title", has_unpublished_changes=True)
    assert change_number() == before


def test_every_table_that_readers_see_is_watched(newsroom: HomePage) -> None:
    tables = triggers.seen_tables()
    for named in ("wagtailcore_page", "news_quote", "news_correction", "publication_withdrawal", "search_entry"):
        assert named in tables
    with connection.cursor() as cursor:
        names = triggers.trigger_names(cursor)
    for table in tables:
        number = sum(name.endswith(f"_{table}"[:50]) for name in names)
        assert number >= (1 if connection.vendor == "postgresql" else len(triggers.seen_operations(table))), table


def test_who_is_not_watched_says_so() -> None:
    from django.apps import apps

    unseen = {model._meta.label for model in apps.get_models() if not getattr(model, "is_for_readers", True)}
    assert unseen == {
        *("base.User", "publication.Heartbeat", "publication.LiftFailure", "search.Outgoing"),
        *("base.FormUse", "base.RuleSettings", "importing.ImportedFile"),
        *("campaigns.AnswerFile", "campaigns.CallAnswer", "links.CheckedLink", "links.LinkUse"),
        *("home.AuditLog", "home.SavedView", "news.SignatureReminder"),
        *(
            "publication.PreviewLink",
            "publication.PreviewOpening",
            "publication.OutsideComment",
            "publication.Restriction",
        ),
        *("publication.ReviewTask", "publication.ReviewTaskState", "publication.ReviewSettings"),
        "publication.UnapprovedPublication",
    }
    assert triggers.seen_operations("base_newsroomrendition") == ("delete",)


def test_picture_that_is_made_is_no_change_and_one_that_goes_is(newsroom: HomePage) -> None:
    image = ImageFactory()
    before = change_number()
    rendition = image.get_rendition("max-96x96")
    assert change_number() == before
    rendition.delete()
    assert change_number() != before


def test_no_more_is_kept_than_fits(monkeypatch: pytest.MonkeyPatch, newsroom: HomePage) -> None:
    monkeypatch.setattr("newsroom.base.caching.values.MOST_VALUES", 3)
    asked = cached_until_change(lambda number: number)
    for number in range(10):
        assert asked(number) == number
    assert len(values_under(change_number() or 0)) <= 3


def test_rows_that_come_and_go_in_bulk_are_noted(newsroom: HomePage) -> None:
    numbers = [change_number()]
    two = [Hashtag(name=name, slug=name, key=name) for name in ("one", "two")]
    made = Hashtag.objects.bulk_create(two)
    numbers.append(change_number())
    Hashtag.objects.bulk_create(two[:1], ignore_conflicts=True)
    Hashtag.objects.filter(pk__in=[each.pk for each in made])._raw_delete("default")
    numbers.append(change_number())
    assert len(set(numbers)) == len(numbers)


def test_nothing_is_kept_while_tables_change(newsroom: HomePage, reader: Client) -> None:
    shown(reader)
    triggers.remove_triggers(plan=["a migration"])
    assert change_number() is None
    by_update(newsroom)
    assert "Sunken Cities" in shown(reader)
    HomePage.objects.filter(pk=newsroom.pk).update(institution="Other Cities")
    assert "Other Cities" in shown(reader)
    triggers.install_triggers()
    assert "Other Cities" in shown(reader)
    by_update(newsroom)
    assert "Sunken Cities" in shown(reader)


def test_migrations_find_no_triggers_and_leave_them_all(newsroom: HomePage) -> None:
    with connection.cursor() as cursor:
        before = set(triggers.trigger_names(cursor))
    call_command("migrate", verbosity=0)
    triggers.remove_triggers(plan=["a migration"])
    with connection.cursor() as cursor:
        assert triggers.trigger_names(cursor) == []
    triggers.install_triggers()
    with connection.cursor() as cursor:
        assert set(triggers.trigger_names(cursor)) == before
    assert Change.objects.exists()


def test_values_are_kept_for_what_a_function_was_given(newsroom: HomePage) -> None:
    asked: list[Any] = []

    @cached_until_change
    def doubled(number: int) -> int:
        asked.append(number)
        return 2 * number

    assert [doubled(1), doubled(2), doubled(1)] == [2, 4, 2]
    assert asked == [1, 2]
    by_update(newsroom)
    assert doubled(1) == 2
    assert asked == [1, 2, 1]
