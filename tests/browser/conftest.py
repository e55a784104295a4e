"""A browser for the officer and one for the reader, on Debian's Chromium."""

import shutil
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright
from press_officer import Officer

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from newsroom.base.factories import UserFactory
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory, RoleFactory

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE = 30_000


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One Chromium for all scenarios. Playwright waits in an event loop, which Django must not mind."""
    path = shutil.which("chromium")
    if not path:
        pytest.skip("install Chromium (Debian: apt-get install chromium)")
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


def keep_inside(context: BrowserContext, address: str) -> None:
    """Let nothing leave this machine: avatars and fonts of others are not part of a scenario."""

    def decide(route: Route) -> None:
        if route.request.url.startswith((address, "data:", "blob:")):
            route.continue_()
        else:
            route.abort()

    context.route("**/*", decide)
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)


@pytest.fixture
def directory(newsroom: HomePage) -> None:
    """What an officer chooses from: a speaker with a role, an organisation, a contact, a campaign."""
    office = OrganisationFactory(name="Joint Office for Urban Heat", slug="joint-office")
    RoleFactory(person=PersonFactory(name="Wairimu Tendeka"), title="Mayor of Mito Miwili", organisation=office)
    PersonFactory(name="Oleg Brandvik")
    MediaContactFactory(name="Halima Okoth")
    CampaignHubPageFactory(parent=CampaignIndexPage.objects.child_of(newsroom).get(), word="ShadeIsPublic")


@pytest.fixture(scope="session")
def server(live_server: Any) -> Any:
    """The site, answering one request after the other: all its threads share one SQLite in memory."""
    answer, turn = live_server.thread.httpd.get_app(), threading.Lock()

    def answer_in_turn(environ: dict[str, Any], start_response: Any) -> Any:
        with turn:
            return answer(environ, start_response)

    live_server.thread.httpd.set_app(answer_in_turn)
    return live_server


@pytest.fixture
def unhurried(settings: Any) -> None:
    """No request but those of the scenario: the CMS neither saves by itself nor says who else is there."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 600_000


@pytest.fixture
def officer(chromium: Browser, server: Any, directory: None, unhurried: None) -> Iterator[Officer]:
    """A press officer with a browser, logged in."""
    user = UserFactory(username="halima")
    user.groups.add(Group.objects.get(name=OFFICERS))
    context = chromium.new_context(locale="en-GB", viewport={"width": 1280, "height": 900})
    keep_inside(context, server.url)
    officer = Officer(context.new_page(), server.url)
    officer.log_in("halima")
    yield officer
    officer.page.goto("about:blank")
    officer.page.goto(f"{server.url}/health/")  # answered in turn: what the editor still asked for is answered by then
    context.close()


@pytest.fixture
def stranger(chromium: Browser, server: Any) -> Iterator[Page]:
    """A reader's browser: no cookies, no scripts."""
    context = chromium.new_context(locale="en-GB", java_script_enabled=False, base_url=server.url)
    keep_inside(context, server.url)
    yield context.new_page()
    context.close()
