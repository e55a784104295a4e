"""A release goes public only when nothing is lacking, whichever door somebody comes through."""

import datetime
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from doors import the_revision, the_row, wagtails_action
from people import at_work
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from importing import parse
from importing.storing import store_proposal
from news.factories import ReleasePageFactory, block
from news.models import NewsIndexPage, ReleasePage
from news.rules.findings import findings, place_in_words
from newsroom.base.factories import locale_of, publish
from newsroom.home.roles import OFFICERS
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import lift_due
from organisations.models import MediaContact

NOW = datetime.datetime(2026, 11, 21, 9, 0, tzinfo=datetime.UTC)
LIFT = NOW + datetime.timedelta(days=3)


def spoil(page: ReleasePage, lack: str) -> str:
    """Take something away; gives the words that say so."""
    if lack == "text":
        page.body = []
        return "needs a text"
    if lack == "speaker":
        page.body = [block("quote", {"words": "We waited.", "speaker": None, "role": "", "language": ""})]
        return "Nobody is named as its speaker"
    if lack == "place":
        page.dateline_place = ""
        return "the place it is issued from"
    if lack == "organisation":
        page.organisation_links.clear()
        return "Choose the organisation that issues this release"
    if lack == "lead":
        links = list(page.organisation_links.all())
        for link in links:
            link.is_lead = False
        page.organisation_links = links
        return "issues the release"
    if lack == "contact":
        page.contact_links.clear()
        return "Choose at least one media contact"
    MediaContact.objects.update(valid_until=datetime.date(2020, 1, 1))
    return "has no deputy who is valid then"


LACKS = ["text", "speaker", "place", "organisation", "lead", "contact", "reachable contact"]


def a_schedule(page: ReleasePage) -> Any:
    """An embargo, published."""
    page.embargoed_until = LIFT
    page.save_revision().publish()


@pytest.fixture
def draft(index: NewsIndexPage) -> ReleasePage:
    """A complete draft that nobody has published."""
    page: ReleasePage = ReleasePageFactory(parent=index, title="Night buses", live=False)
    return page


@pytest.mark.parametrize("door", [the_revision, wagtails_action, the_row, a_schedule])
@pytest.mark.parametrize("lack", LACKS)
def test_every_door_refuses_what_is_lacking(draft: ReleasePage, lack: str, door: Callable[[ReleasePage], Any]) -> None:
    with time_machine.travel(NOW, tick=False):
        words = spoil(draft, lack)
        draft.save_revision(clean=False)
        with pytest.raises(RefusedError, match=words) as refused:
            door(draft)
    assert "Night buses" in str(refused.value) and "Night buses" not in refused.value.note
    assert not ReleasePage.objects.filter(live=True).exists()
    assert not draft.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("door", [the_revision, wagtails_action, the_row])
def test_every_door_publishes_what_is_complete(draft: ReleasePage, door: Callable[[ReleasePage], Any]) -> None:
    draft.save_revision()
    door(draft)
    assert ReleasePage.objects.get(pk=draft.pk).live


def test_everything_lacking_is_said_at_once(draft: ReleasePage) -> None:
    words = [spoil(draft, lack) for lack in ("text", "place", "organisation", "contact")]
    draft.save_revision(clean=False)
    with pytest.raises(RefusedError) as refused:
        the_revision(draft)
    assert all(each in str(refused.value) for each in words)


@pytest.mark.parametrize("lack", [each for each in LACKS if each != "reachable contact"])  # which both would lack
def test_bulk_publication_lists_it_before_and_publishes_the_others(
    index: NewsIndexPage, draft: ReleasePage, lack: str
) -> None:
    other = ReleasePageFactory(parent=index, live=False)
    other.save_revision()
    words = spoil(draft, lack)
    draft.save_revision(clean=False)
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    address, browser = f"{where}?id={draft.pk}&id={other.pk}&next=/admin/", at_work(OFFICERS)
    assert words in browser.get(address).content.decode()
    assert words in browser.post(address, follow=True).content.decode()
    assert list(ReleasePage.objects.filter(live=True)) == [other]


def test_bulk_publication_says_what_only_awaits_its_hour(index: NewsIndexPage) -> None:
    with time_machine.travel(NOW, tick=False):
        pages = [
            ReleasePageFactory(parent=index, live=False),
            ReleasePageFactory(parent=index, live=False, embargoed_until=LIFT),
        ]
        for page in pages:
            page.save_revision()
        where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        address = f"{where}?{'&'.join(f'id={page.pk}' for page in pages)}&next=/admin/"
        said = at_work(OFFICERS).post(address, follow=True).content.decode()
    assert "1 page has been published" in said
    assert "1 page awaits the end of its embargo; nothing of it is public yet." in said


def test_bulk_publication_from_above_publishes_nothing_while_a_draft_below_lacks_something(
    index: NewsIndexPage, draft: ReleasePage
) -> None:
    words = spoil(draft, "place")
    draft.save_revision()
    where = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    address = f"{where}?id={index.pk}&next=/admin/"
    browser = at_work(OFFICERS)
    assert words in browser.get(address).content.decode()
    assert words in browser.post(address, {"include_descendants": "on"}, follow=True).content.decode()
    assert not ReleasePage.objects.filter(live=True).exists()


def test_a_translation_is_asked_too(draft: ReleasePage) -> None:
    draft.save_revision()
    french = draft.copy_for_translation(locale_of("fr"))
    french.body = []
    french.save_revision()
    with pytest.raises(RefusedError, match="needs a text"):
        the_revision(french)


def test_the_lift_asks_again(index: NewsIndexPage, caplog: pytest.LogCaptureFixture) -> None:
    with time_machine.travel(NOW, tick=False):
        ReleasePageFactory(parent=index, title="Night buses", embargoed_until=LIFT)
    MediaContact.objects.update(valid_until=NOW.date())
    with time_machine.travel(LIFT, tick=False), caplog.at_level(logging.ERROR):
        assert lift_due() == 0
    assert "has no deputy" in caplog.text and "Night buses" not in caplog.text
    assert not ReleasePage.objects.filter(live=True).exists()


def test_what_is_public_is_changed_without_waiting_for_a_contact(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    spoil(page, "reachable contact")
    page.contact_links.clear()
    page.title = "Corrected"
    publish(page)
    assert ReleasePage.objects.get(pk=page.pk).title == "Corrected"


def test_check_names_what_is_lacking_first(draft: ReleasePage) -> None:
    draft.title, draft.subheadline = "Night buses", "It opens on Monday, 5 May 2026."
    words = spoil(draft, "place")
    draft.save_revision()
    first, *others = findings(draft)
    assert first.is_blocking and words in first.message and place_in_words(first.fault, draft) == "Dateline: place"
    assert others and not any(each.is_blocking for each in others)
    html = at_work(OFFICERS).get(reverse("check_release", args=[draft.pk])).content.decode()
    assert "1 thing is lacking before it can be published" in html


def test_form_says_which_organisation_and_contact_instead_of_counting_forms(
    index: NewsIndexPage, admin_client: Client
) -> None:
    empty = (
        "organisation_links",
        "contact_links",
        "boilerplate_links",
        "participant_links",
        "signatory_links",
        "attachments",
        "comments",
    )
    typed = {"title": "Night buses", "slug": "n", "kind": "statement", "body-count": "0", "action-publish": "1"}
    typed |= {name: "" for name in ("dateline_place", "subheadline", "summary", "hashtags", "original_language")}
    data = nested_form_data(typed | {"notes_to_editors": rich_text("")} | {name: inline_formset([]) for name in empty})
    where = reverse("wagtailadmin_pages:add", args=["news", "releasepage", index.pk])
    html = admin_client.post(where, data).content.decode()
    assert "Choose the organisation that issues this release" in html
    assert "Choose at least one media contact" in html
    assert "Please submit at least" not in html


def test_import_makes_drafts_only_and_they_are_asked(index: NewsIndexPage, tmp_path: Path) -> None:
    document = tmp_path / "release.txt"
    document.write_text("Night buses meet the ferry\n\nNobody is left on the landing.\n")
    page = store_proposal(parse(document)).page
    assert not page.live
    with pytest.raises(RefusedError, match="Choose the organisation"):
        the_revision(page)
