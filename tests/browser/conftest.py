"""A browser for the officer and one for the reader, on Debian's Chromium."""

import shutil
import threading
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from press_officer import Officer

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from newsroom.base.factories import UserFactory
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory, RoleFactory

#: Nothing leaves this machine: avatars and fonts of others are not part of a scenario. Chromium itself keeps to it, for
#: to be asked about each request costs more than to answer it, and Playwright then lets the browser keep no file.
INSIDE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", INSIDE]
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


@pytest.fixture
def directory(newsroom: HomePage) -> None:
    """What an officer chooses from: a speaker with a role, an organisation, a contact, a campaign."""
    office = OrganisationFactory(name="Joint Office for Urban Heat", slug="joint-office")
    RoleFactory(person=PersonFactory(name="Wairimu Tendeka"), title="Mayor of Mito Miwili", organisation=office)
    PersonFactory(name="Oleg Brandvik")
    MediaContactFactory(name="Halima Okoth")
    CampaignHubPageFactory(parent=CampaignIndexPage.objects.child_of(newsroom).get(), word="ShadeIsPublic")


class InTurn:
    """A site that answers one request after the other: all its threads share one SQLite in memory."""

    def __init__(self, answer: Callable[..., Any]) -> None:
        self.answer, self.turn, self.number, self.open = answer, threading.Lock(), threading.Condition(), 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.count(1)
        try:
            with self.turn:
                return self.answer(environ, start_response)
        finally:
            self.count(-1)

    def count(self, change: int) -> None:
        """One request more or less that waits for its answer."""
        with self.number:
            self.open += change
            self.number.notify_all()

    def settle(self) -> None:
        """Wait until every request is answered: the database must not change under one that nobody waits for."""
        with self.number:
            assert self.number.wait_for(lambda: not self.open, PATIENCE / 1000), "a request is never answered"


@pytest.fixture(scope="session")
def server(live_server: Any) -> Any:
    """The site, answering in turn."""
    live_server.in_turn = InTurn(live_server.thread.httpd.get_app())
    live_server.thread.httpd.set_app(live_server.in_turn)
    return live_server


@pytest.fixture
def browse(chromium: Browser, server: Any) -> Iterator[Callable[..., Page]]:
    """Opens a page in a browser of its own; after the test nothing that one of them asked for is still answered."""
    contexts: list[BrowserContext] = []

    def open_browser(**options: Any) -> Page:
        size = {"width": 1280, "height": 900}
        context = chromium.new_context(**{"locale": "en-GB", "viewport": size, "base_url": server.url, **options})
        context.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield open_browser
    for context in contexts:
        context.close()
    urllib.request.urlopen(f"{server.url}/health/").close()  # what came before is at least begun by then
    server.in_turn.settle()


@pytest.fixture
def unhurried(settings: Any) -> None:
    """No request but those of the scenario: the CMS neither saves by itself nor says who else is there."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 0
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 600_000


@pytest.fixture
def officer(browse: Callable[..., Page], server: Any, directory: None, unhurried: None) -> Officer:
    """A press officer with a browser, logged in."""
    UserFactory(username="halima", roles=[OFFICERS])
    officer = Officer(browse(), server.url)
    officer.log_in("halima")
    return officer


@pytest.fixture
def stranger(browse: Callable[..., Page]) -> Page:
    """A reader's browser: no cookies, no scripts."""
    return browse(java_script_enabled=False)
