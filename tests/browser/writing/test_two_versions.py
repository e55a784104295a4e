"""A second editor is warned by name; two versions that meet are shown, and overwriting is never the main button."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from press_officer import Officer
from test_kept_words import between_requests, latest_words, notice, open_editor, subheadline, wait_for

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.home.roles import OFFICERS

pytestmark = pytest.mark.browser

HALIMA, INES = "They run until two.", "They run until three."


@pytest.fixture
def draft(index: NewsIndexPage, directory: None) -> ReleasePage:
    """A draft that was saved once."""
    page: ReleasePage = ReleasePageFactory(
        parent=index,
        title="Night buses",
        live=False,
        subheadline="",
        summary="",
        body=[text_block("<p>From the harbour.</p>")],
    )
    page.save_revision()
    return page


@pytest.fixture
def both(browse: Callable[..., Page], server: Any, directory: None, settings: Any) -> tuple[Officer, Officer]:
    """Two officers, each with a browser."""
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 1_500
    people = []
    for username, first, last in (("halima", "Halima", "Okoth"), ("ines", "Inés", "Calderón")):
        UserFactory(username=username, first_name=first, last_name=last, roles=[OFFICERS])
        people.append(Officer(browse(), server.url))
        people[-1].log_in(username)
    return people[0], people[1]


@pytest.fixture
def met(both: tuple[Officer, Officer], draft: ReleasePage, server: Any) -> Page:
    """Halima's editor, after Inés has saved another subheadline and a summary, and Halima has typed."""
    halima, ines = both
    page = open_editor(halima, draft)
    other = open_editor(ines, draft)
    subheadline(other).fill(INES)
    other.locator("[name=summary]").fill("Buses wait for the boat.")
    wait_for(other, server, draft, INES)
    page.locator("[name=dateline_place]").fill("Karsund")
    subheadline(page).fill(HALIMA)
    expect(notice(page, "met")).to_contain_text("Inés Calderón has saved this while you were writing.")
    return page


def test_second_editor_is_warned_by_name_and_what_is_typed_is_saved_by_itself(
    both: tuple[Officer, Officer], draft: ReleasePage, server: Any
) -> None:
    halima, ines = both
    open_editor(halima, draft)
    other = open_editor(ines, draft)
    other.locator("#w-editing-sessions button").first.hover()
    expect(other.locator(".tippy-box").filter(has_text="Halima Okoth")).to_be_visible()
    subheadline(other).fill(INES)
    expect(other.locator("#w-autosave-indicator")).to_contain_text("Saved")
    wait_for(other, server, draft, INES)
    warned = halima.page.locator("#w-editing-sessions").get_by_label("Inés Calderón saved a new version")
    expect(warned.first).to_be_attached()


def test_name_is_said_though_the_save_was_refused_before_it_was_known(
    both: tuple[Officer, Officer], draft: ReleasePage
) -> None:
    page = open_editor(both[0], draft)
    page.evaluate(
        "() => document.querySelector('form[data-edit-form]').dispatchEvent(new CustomEvent("
        "'w-autosave:error', { bubbles: true, detail: { type: 'invalid_revision' } }))"
    )
    expect(notice(page, "met")).to_contain_text("Somebody has saved this")
    page.evaluate(
        "() => document.dispatchEvent(new CustomEvent('w-swap:json', { detail: { data: "
        "{ other_sessions: [{ user: 'Inés Calderón', revision_id: 7 }] } } }))"
    )
    expect(notice(page, "met")).to_contain_text("Inés Calderón has saved this")


def test_two_versions_are_one_with_the_choices_of_whoever_came_second(
    met: Page, draft: ReleasePage, server: Any
) -> None:
    assert latest_words(server, draft) == INES
    notice(met, "met").get_by_role("button", name="See both versions").click()
    expect(met.get_by_role("heading", name="1 place differs")).to_be_visible()
    place = met.get_by_role("group", name="Subheadline")
    expect(place).to_contain_text(HALIMA)
    expect(place).to_contain_text(INES)
    assert met.locator(".newsroom-versions-acts > button").all_inner_texts() == [
        "Keep both, with these choices",
        "Go on with the version of Inés Calderón",
    ]
    expect(met.get_by_role("button", name="Overwrite the version of Inés Calderón with mine")).to_be_hidden()
    met.get_by_role("button", name="Keep both, with these choices").click()
    expect(place).to_be_visible()  # nothing goes on without a choice
    assert latest_words(server, draft) == INES
    place.get_by_label("Yours").check()
    met.get_by_role("button", name="Keep both, with these choices").click()
    expect(met.locator("[name=subheadline]")).to_have_value(HALIMA)
    with between_requests(server):
        page = ReleasePage.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert (page.subheadline, page.summary, page.dateline_place) == (HALIMA, "Buses wait for the boat.", "Karsund")
    met.wait_for_function("() => !Object.keys(localStorage).some((name) => name.startsWith('newsroom-kept'))")


def test_whoever_saves_all_the_same_sees_both_versions_first(met: Page, draft: ReleasePage, server: Any) -> None:
    met.get_by_role("button", name="Save draft").click()
    expect(met.get_by_role("group", name="Subheadline")).to_be_visible()
    assert latest_words(server, draft) == INES


def test_going_on_with_the_other_version_leaves_both_in_the_history(met: Page, draft: ReleasePage, server: Any) -> None:
    notice(met, "met").get_by_role("button", name="See both versions").click()
    met.get_by_role("button", name="Go on with the version of Inés Calderón").click()
    expect(met.locator("[name=subheadline]")).to_have_value(INES)
    with between_requests(server):
        kept = [revision.as_object().subheadline for revision in draft.revisions.order_by("created_at")]
    assert kept[-2:] == [HALIMA, INES]


def test_overwriting_takes_two_steps(met: Page, draft: ReleasePage, server: Any) -> None:
    notice(met, "met").get_by_role("button", name="See both versions").click()
    met.get_by_text("More", exact=True).click()
    met.get_by_role("button", name="Overwrite the version of Inés Calderón with mine").click()
    expect(met.locator("[name=subheadline]")).to_have_value(HALIMA)
    assert latest_words(server, draft) == HALIMA
