"""A session that ends or a line that drops while somebody types: it is said in five seconds, nothing is lost."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect
from playwright.sync_api import Error as PlaywrightError
from press_officer import PASSWORD, Officer

from news.factories import ReleasePageFactory, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.home.roles import OFFICERS
from organisations.models import Person

pytestmark = pytest.mark.browser

#: Milliseconds within which an officer is told.
SAID_WITHIN = 5_000
WORDS = "The last ferry waits for the bus."


@pytest.fixture
def writer(browse: Callable[..., Page], server: Any, directory: None, settings: Any) -> Officer:
    """A press officer whose editor saves by itself, as it does outside tests."""
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 600_000
    UserFactory(username="halima", first_name="Halima", last_name="Okoth", roles=[OFFICERS])
    officer = Officer(browse(), server.url)
    officer.log_in("halima")
    return officer


@pytest.fixture
def draft(index: NewsIndexPage, directory: None) -> ReleasePage:
    """A draft that was saved once."""
    page: ReleasePage = ReleasePageFactory(
        parent=index, title="Night buses", live=False, subheadline="", body=[text_block("<p>They run until two.</p>")]
    )
    page.save_revision()
    return page


def subheadline(page: Page) -> Locator:
    return page.locator("[name=subheadline]")


def notice(page: Page, state: str) -> Locator:
    return page.locator(f".newsroom-kept [data-state={state}]")


def stored(page: Page) -> list[str]:
    """What the browser keeps, as it lies there."""
    found: list[str] = page.evaluate(
        "() => Object.entries({...localStorage}).filter(([name]) => name.startsWith('newsroom-kept')).map(String)"
    )
    return found


def open_editor(officer: Officer, draft: Any, address: str = "/admin/pages/{}/edit/") -> Page:
    """The editor, when its fields have come to rest."""
    officer.page.goto(f"{officer.address}{address.format(draft.pk)}")
    expect(officer.page.locator("[name=kept_stamp]")).to_be_attached()
    officer.page.wait_for_timeout(2_200)
    return officer.page


@contextmanager
def between_requests(server: Any) -> Iterator[None]:
    """While no request is answered."""
    with server.in_turn.turn:
        yield


def end_sessions(server: Any) -> None:
    with between_requests(server):
        Session.objects.all().delete()


def latest_words(server: Any, draft: ReleasePage) -> str:
    with between_requests(server):
        words: str = ReleasePage.objects.get(pk=draft.pk).get_latest_revision_as_object().subheadline
        return words


def wait_for(page: Page, server: Any, draft: ReleasePage, words: str) -> None:
    """Until the newsroom has some words; the browser goes on meanwhile."""
    until = time.monotonic() + 20
    while latest_words(server, draft) != words:
        assert time.monotonic() < until, latest_words(server, draft)
        page.wait_for_timeout(200)


def type_and_time(page: Page, words: str, state: str) -> float:
    """Type; after how many seconds the officer is told."""
    subheadline(page).fill(words)
    begun = time.monotonic()
    expect(page.locator(".newsroom-kept > div").first).to_be_visible()
    taken = time.monotonic() - begun
    expect(notice(page, state)).to_be_visible()
    return taken


def cut_offline(context: BrowserContext) -> Callable[[], None]:
    context.set_offline(True)
    return lambda: context.set_offline(False)


def cut_refused(context: BrowserContext) -> Callable[[], None]:
    context.route("**/*", lambda route: route.abort())
    return lambda: context.unroute_all(behavior="ignoreErrors")


def cut_silent(context: BrowserContext) -> Callable[[], None]:
    held: list[Route] = []
    context.route("**/*", lambda route: held.append(route))

    def mend() -> None:
        for route in held:
            with suppress(PlaywrightError):  # the browser has given some up
                route.abort()
        context.unroute_all(behavior="ignoreErrors")

    return mend


@pytest.mark.parametrize("cut", [cut_offline, cut_refused, cut_silent])
def test_line_that_drops_is_said_and_what_was_typed_is_sent_when_it_is_back(
    writer: Officer, draft: ReleasePage, server: Any, cut: Callable[[BrowserContext], Callable[[], None]]
) -> None:
    page = open_editor(writer, draft)
    mend = cut(page.context)
    assert type_and_time(page, WORDS, "off") < SAID_WITHIN / 1000
    expect(notice(page, "off")).to_contain_text("What you type stays in this browser")
    page.wait_for_function("() => Object.keys(localStorage).some((name) => name.startsWith('newsroom-kept'))")
    assert WORDS not in " ".join(stored(page))
    mend()
    wait_for(page, server, draft, WORDS)
    page.wait_for_function("() => !Object.keys(localStorage).some((name) => name.startsWith('newsroom-kept'))")
    expect(page.locator(".newsroom-kept [data-state=off]")).to_have_count(0)


def test_session_that_ends_is_said_and_log_in_beside_the_text_sends_the_words(
    writer: Officer, draft: ReleasePage, server: Any
) -> None:
    page = open_editor(writer, draft)
    end_sessions(server)
    assert type_and_time(page, WORDS, "out") < SAID_WITHIN / 1000
    with page.context.expect_page() as opened:
        notice(page, "out").get_by_role("button", name="Log in beside the text").click()
    beside = opened.value
    beside.get_by_label("Username").fill("halima")
    beside.get_by_label("Password").fill(PASSWORD)
    with beside.expect_event("close"):
        beside.get_by_role("button", name="Sign in").click()
    wait_for(page, server, draft, WORDS)
    expect(notice(page, "out")).to_have_count(0)
    assert subheadline(page).input_value() == WORDS
    # the editor goes on: Wagtail saves with the token of the new session
    subheadline(page).fill(f"{WORDS} And the tram.")
    wait_for(page, server, draft, f"{WORDS} And the tram.")


def test_words_of_a_window_that_was_closed_are_put_in_later_and_forgotten_when_saved(
    writer: Officer, draft: ReleasePage, server: Any
) -> None:
    page = open_editor(writer, draft)
    mend = cut_refused(page.context)
    type_and_time(page, WORDS, "off")
    page.wait_for_function("() => Object.keys(localStorage).some((name) => name.startsWith('newsroom-kept'))")
    mend()
    page.goto("about:blank")
    assert latest_words(server, draft) == ""
    writer.page.goto(f"{writer.address}/admin/pages/{draft.pk}/edit/")
    notice(page, "found").get_by_role("button", name="Put them in now").click()
    wait_for(page, server, draft, WORDS)
    expect(subheadline(page)).to_have_value(WORDS)
    assert stored(page) == []


def test_another_officer_at_the_same_browser_sees_nothing_and_sends_nothing(
    writer: Officer, draft: ReleasePage, server: Any
) -> None:
    with between_requests(server):
        UserFactory(username="ines", first_name="Inés", last_name="Calderón", roles=[OFFICERS])
    page = open_editor(writer, draft)
    end_sessions(server)
    type_and_time(page, WORDS, "out")
    other = page.context.new_page()
    colleague = Officer(other, writer.address)
    colleague.log_in("ines")
    expect(notice(page, "other")).to_contain_text("Inés Calderón is logged in here.")
    open_editor(colleague, draft)
    expect(notice(other, "found")).to_have_count(0)
    expect(subheadline(other)).to_have_value("")
    assert latest_words(server, draft) == ""
    lying = " ".join(stored(other))
    assert lying and WORDS not in lying


def test_log_out_asks_and_leaves_nothing(writer: Officer, draft: ReleasePage, server: Any) -> None:
    page = open_editor(writer, draft)
    mend = cut_refused(page.context)
    type_and_time(page, WORDS, "off")
    page.wait_for_function("() => Object.keys(localStorage).some((name) => name.startsWith('newsroom-kept'))")
    page.remove_listener("dialog", writer.hear)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto("about:blank")
    mend()
    page.goto(f"{writer.address}/admin/")
    assert stored(page)
    page.get_by_role("button", name=re.compile("Halima")).click()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_label("Password")).to_be_visible()
    assert stored(page) == []


def test_record_that_nothing_saves_by_itself_is_kept_until_it_is_saved(writer: Officer, server: Any) -> None:
    person = Person.objects.get(name="Oleg Brandvik")
    page = open_editor(writer, person, "/admin/snippets/organisations/person/edit/{}/")
    end_sessions(server)
    page.locator("[name=name]").fill("Oleg Brandvik-Moe")
    expect(notice(page, "out")).to_be_visible()
    with page.context.expect_page() as opened:
        notice(page, "out").get_by_role("button", name="Log in beside the text").click()
    beside = opened.value
    beside.get_by_label("Username").fill("halima")
    beside.get_by_label("Password").fill(PASSWORD)
    with beside.expect_event("close"):
        beside.get_by_role("button", name="Sign in").click()
    expect(notice(page, "back")).to_be_visible()
    assert stored(page)
    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_function("() => !Object.keys(localStorage).some((name) => name.startsWith('newsroom-kept'))")
    with between_requests(server):
        assert Person.objects.get(pk=person.pk).name == "Oleg Brandvik-Moe"
