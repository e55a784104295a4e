"""A restricted draft in the tree: copies, translations and moves tell nobody outside, and what is below is kept too."""

import re
from typing import Any

import pytest
from desk import an_officer
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from wagtail.models import Page
from wagtail_localize.models import Translation

from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage, EventPage
from newsroom.base.factories import UserFactory, locale_of
from newsroom.base.models import User
from newsroom.base.rights.sight import is_withheld, sees_page, withheld_keys
from newsroom.home.roles import WRITERS
from newsroom.publication.choices import LifeState
from newsroom.publication.restrictions.copying import copy_within_sight
from newsroom.publication.restrictions.counting import count_within_sight
from newsroom.publication.restrictions.service import name_those_who_see, nameable, set_restricted

SECRET = "Zorblax summit"


@pytest.fixture
def index(newsroom: object) -> EventIndexPage:
    """The list of events in English."""
    found: EventIndexPage = EventIndexPage.objects.get(locale=locale_of("en"))
    return found


@pytest.fixture
def week(index: EventIndexPage) -> EventPage:
    """A draft that all colleagues know of, with two below it; one of these is restricted, and has one below it."""
    week = EventPageFactory(parent=index, live=False, title="City week", slug="city-week")
    secret = EventPageFactory(parent=week, live=False, title=SECRET, slug="zorblax", owner=None)
    EventPageFactory(parent=week, live=False, title="Open doors", slug="open-doors")
    EventPageFactory(parent=secret, live=False, title="Zorblax dinner", slug="dinner", owner=None)
    set_restricted(secret.life, True)
    for page in EventPage.objects.all():
        page.save_revision()
    found: EventPage = EventPage.objects.get(pk=week.pk)
    return found


def titles_below(page: Page) -> list[str]:
    """What stands below a page, by the tree and by the number that the tree keeps."""
    page = Page.objects.get(pk=page.pk)
    children = Page.objects.child_of(page)
    assert page.numchild == children.count()
    return sorted(Page.objects.descendant_of(page).values_list("title", flat=True))


def copied_week(browser: Client, week: EventPage) -> Page:
    """A copy with all below it, made on the page for that."""
    typed = {"new_title": "Copied", "new_slug": "copied", "new_parent_page": week.get_parent().pk}
    typed["copy_subpages"] = "on"
    browser.post(reverse("wagtailadmin_pages:copy", args=[week.pk]), typed)
    return Page.objects.get(slug="copied")


def test_a_copy_of_all_below_leaves_out_what_is_kept_from_whoever_copies(week: EventPage) -> None:
    assert titles_below(copied_week(browser_of(an_officer()), week)) == ["Open doors"]
    assert not Page.find_problems()[4], "numbers of children"


def test_a_copy_by_the_api_leaves_it_out_too(week: EventPage) -> None:
    address = reverse("wagtailadmin_api:pages:action", args=[week.pk, "copy"])
    answer = browser_of(an_officer()).post(address, {"recursive": True, "keep_live": False, "slug": "by-api"})
    assert answer.status_code == 201
    assert titles_below(Page.objects.get(slug="by-api")) == ["Open doors"]


def test_whoever_knows_of_all_copies_all(week: EventPage) -> None:
    copied = copied_week(browser_of(UserFactory(is_superuser=True)), week)
    assert titles_below(copied) == ["Open doors", "Zorblax dinner", SECRET]


def test_a_translation_of_all_below_leaves_it_out(week: EventPage) -> None:
    address = reverse("wagtail_localize:submit_page_translation", args=[week.pk])
    component = "component-translation_translationrequest"
    asked = {"locales": [locale_of("fr").pk], "include_subtree": "on"}
    answer = browser_of(an_officer()).post(address, asked | {f"{component}-priority": "2", f"{component}-due_at": ""})
    assert answer.status_code == 302
    french = Page.objects.filter(locale=locale_of("fr"), translation_key__in=Page.objects.values("translation_key"))
    assert sorted(french.type(EventPage).values_list("title", flat=True)) == ["City week", "Open doors"]
    assert Translation.objects.count() == 2


def test_an_upgrade_that_copies_otherwise_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.publication.restrictions.copying.CopyPageAction", object)
    with pytest.raises(AttributeError):
        copy_within_sight()


def test_the_place_that_a_page_would_go_to_is_not_named(week: EventPage) -> None:
    secret, doors = EventPage.objects.get(slug="zorblax"), EventPage.objects.get(slug="open-doors")
    address = reverse("wagtailadmin_pages:move_confirm", args=[doors.pk, secret.pk])
    assert SECRET not in browser_of(an_officer()).get(address, follow=True).content.decode()
    assert SECRET in browser_of(UserFactory(is_superuser=True)).get(address, follow=True).content.decode()


def test_what_is_below_is_kept_as_what_is_above(week: EventPage) -> None:
    secret, dinner = EventPage.objects.get(slug="zorblax"), EventPage.objects.get(slug="dinner")
    outside, named = an_officer(), an_officer()
    name_those_who_see(secret.life, [named], [], None)
    assert is_withheld(outside, dinner) and not sees_page(outside, dinner)
    assert not dinner.permissions_for_user(outside).can_edit()
    assert not is_withheld(named, dinner) and not is_withheld(outside, week)
    assert not any("dinner" in str(each) for each in nameable([dinner]))


def test_what_is_public_below_is_public(week: EventPage) -> None:
    dinner = EventPage.objects.get(slug="dinner")
    assert is_withheld(an_officer(), dinner)
    dinner.life.state, dinner.life.released_at = (
        LifeState.PUBLIC,
        timezone.now(),
    )  # as one that went public while the page above still was
    dinner.life.save()
    Page.objects.filter(pk=dinner.pk).update(live=True)
    assert not is_withheld(an_officer(), dinner)


@pytest.mark.parametrize("number", [3, 30])
def test_what_is_below_asks_no_more(index: EventIndexPage, number: int) -> None:
    for each in range(number):
        parent = EventPageFactory(parent=index, live=False, slug=f"parent-{each}")
        EventPageFactory(parent=parent, live=False, slug="child")
        set_restricted(parent.life, True)
    user: Any = User.objects.get(pk=UserFactory(roles=[WRITERS]).pk)
    user.get_all_permissions()
    with CaptureQueriesContext(connection) as queries:
        assert len(withheld_keys(user)) == 2 * number
    assert len(queries) == 1


def below_a_secret(index: EventIndexPage) -> EventPage:
    """A draft with one page below it, which is restricted."""
    parent = EventPageFactory(parent=index, live=False, title="Harbour week", slug="harbour-week")
    set_restricted(EventPageFactory(parent=parent, live=False, title=SECRET, slug="zorblax", owner=None).life, True)
    found: EventPage = EventPage.objects.get(pk=parent.pk)
    return found


def alone(index: EventIndexPage) -> EventPage:
    """A draft with nothing below it."""
    return EventPage.objects.get(pk=EventPageFactory(parent=index, live=False, title="Harbour week", slug="quay").pk)


def listed_row(browser: Client, address: str, page: Page) -> str:
    """What a list says of a page, without its number and its address; nor the ways to delete and to move it."""
    html = browser.get(address).content.decode()
    if address.startswith("/admin/choose"):
        html = html.encode().decode("unicode_escape")
    [row] = [row for row in re.findall(r"<tr.*?</tr>", html, re.DOTALL) if "Harbour week" in row]
    own = rf"<a [^>]*/(delete|move)/.*?</a>|(\b|_){page.pk}(\b|_)|{page.slug}|\s+|[0-9]+\W?minutes?"
    return re.sub(own, "", row, flags=re.DOTALL)


@pytest.mark.parametrize("address", ["/admin/pages/{}/", "/admin/choose-page/{}/?page_type=campaigns.eventpage"])
def test_a_list_says_of_a_page_with_a_secret_below_what_it_says_of_one_with_nothing(
    index: EventIndexPage, address: str
) -> None:
    browser, knowing = browser_of(an_officer()), browser_of(UserFactory(is_superuser=True))
    plain = alone(index)
    without = listed_row(browser, address.format(index.pk), plain)
    Page.objects.get(pk=plain.pk).delete()
    parent = below_a_secret(index)
    told = listed_row(browser, address.format(index.pk), parent)
    assert told == without
    assert listed_row(knowing, address.format(index.pk), parent) != told


@pytest.mark.parametrize("choice", ["true", "false"])
def test_choosing_pages_by_what_is_below_counts_what_somebody_knows_of(index: EventIndexPage, choice: str) -> None:
    below_a_secret(index)
    officer, knowing = browser_of(an_officer()), browser_of(UserFactory(is_superuser=True))
    for browser, is_leaf in ((officer, True), (knowing, False)):
        listed = browser.get(f"/admin/pages/{index.pk}/?has_child_pages={choice}").content.decode()
        by_api = browser.get(f"/admin/api/main/pages/?child_of={index.pk}&has_children={choice}").content.decode()
        is_there = is_leaf == (choice == "false")
        assert ("Harbour week" in listed, "Harbour week" in by_api) == (is_there, is_there)


def test_a_page_that_leads_to_a_secret_alone_is_not_offered_as_a_way(index: EventIndexPage) -> None:
    below_a_secret(index)
    address = f"/admin/choose-page/{index.pk}/?page_type=news.releasepage"
    assert "Harbour week" not in browser_of(an_officer()).get(address).content.decode()
    assert "Harbour week" in browser_of(UserFactory(is_superuser=True)).get(address).content.decode()


def test_a_search_for_a_page_to_choose_answers_whoever_knows_nothing_of_some(index: EventIndexPage) -> None:
    below_a_secret(index)
    address = reverse("wagtailadmin_choose_page_search")
    for words, is_found in (("Harbour", True), ("Zorblax", False)):
        answer = browser_of(an_officer()).get(address, {"q": words, "page_type": "campaigns.eventpage"})
        assert answer.status_code == 200
        assert ("Harbour week" in answer.content.decode()) == is_found


def test_a_copy_and_a_translation_count_what_somebody_knows_of(week: EventPage) -> None:
    officer, knowing = browser_of(an_officer()), browser_of(UserFactory(is_superuser=True))
    for name, one, three in (
        ("wagtailadmin_pages:copy", "This will copy 1 subpage", "This will copy 3 subpages"),
        ("wagtail_localize:submit_page_translation", "Include subtree (1 page)", "Include subtree (3 pages)"),
    ):
        address = reverse(name, args=[week.pk])
        assert one in officer.get(address).content.decode()
        assert three in knowing.get(address).content.decode()


@pytest.mark.parametrize("act", ["delete", "move"])
def test_nobody_deletes_or_moves_what_they_know_nothing_of(index: EventIndexPage, act: str) -> None:
    parent, plain = below_a_secret(index), alone(index)
    officer, knowing = an_officer(), UserFactory(is_superuser=True)
    tester = parent.permissions_for_user(officer)
    assert tester.why_not(act) == "You do not have permission to do this."
    assert not parent.permissions_for_user(knowing).why_not(act) and not plain.permissions_for_user(officer).why_not(
        act
    )
    for address in (
        reverse(f"wagtailadmin_pages:{act}", args=[parent.pk]),
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", act]) + f"?id={parent.pk}",
    ):
        answer = browser_of(officer).post(address, follow=True)
        assert "You do not have permission to do this." in answer.content.decode()
        assert SECRET not in answer.content.decode()
    assert Page.objects.filter(slug="zorblax", path__startswith=parent.path).exists()


def test_a_list_asks_no_more_for_more_that_is_withheld(index: EventIndexPage) -> None:
    browser = browser_of(an_officer())
    address = f"/admin/pages/{index.pk}/"
    counts = []
    for first, last in ((0, 3), (3, 30)):
        for number in range(first, last):
            parent = EventPageFactory(parent=index, live=False, slug=f"parent-{number}")
            set_restricted(EventPageFactory(parent=parent, live=False, slug="child", owner=None).life, True)
        browser.get(address)
        with CaptureQueriesContext(connection) as queries:
            browser.get(address)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_upgrade_that_counts_otherwise_is_heard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wagtail.admin.views.pages.listing.HasChildPagesFilter", object)
    with pytest.raises(AttributeError):
        count_within_sight()
