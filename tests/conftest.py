"""What every test can ask for: a prepared newsroom and the steps that people take in it."""

import gc
from collections.abc import Callable, Generator, Iterator
from typing import Any

import database
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils import translation
from post_office import PostOffice
from pytest_django.plugin import blocking_manager_key
from wagtail.contrib.forms.utils import get_form_types
from wagtail.models import Collection, Page

from campaigns.models import CampaignIndexPage
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of
from newsroom.home.models import HomePage
from newsroom.home.roles import prepare_roles
from newsroom.home.tree import plain_texts, prepare_tree
from newsroom.home.workflows import take_off_defaults

gc.set_threshold(50_000, 20, 50)  # much is made and little of it goes in circles: looking for that often is lost time


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None, None, None]:
    """Mark what asks the database, so that `make test-fast` can leave it out, and take what needs a browser last."""
    for item in items:
        asked = {"db", "transactional_db", "django_db_setup"}.intersection(getattr(item, "fixturenames", ()))
        if asked or item.get_closest_marker("django_db"):
            item.add_marker("database")
    yield
    # A browser leaves its event loop running in the worker that drives it, in which no other may be run.
    items.sort(key=lambda item: "chromium" in getattr(item, "fixturenames", ()))
    gc.freeze()  # what is loaded by now stays


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    """Renditions and site roots are cached by numbers that the next test gives to something else."""
    cache.clear()
    translation.activate("en")


def build() -> HomePage:
    """The tree that every newsroom starts with, in six languages, and its roles; the English front page."""
    english = locale_of("en")
    if not Page.objects.exists():
        Page.add_root(instance=Page(title="Root", slug="root", locale=english))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    home = prepare_tree({code: plain_texts("Confluent Cities", code) for code, _name in settings.LANGUAGES})
    prepare_roles()
    take_off_defaults()
    return home


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings: None, django_db_blocker: Any, request: pytest.FixtureRequest
) -> None:
    """The database begins as a copy of one that is migrated already."""
    with django_db_blocker.unblock():
        database.prepare(request.config.cache.mkdir("database"))


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any, request: pytest.FixtureRequest) -> None:
    """The database of the tests has the tree from the start: building it for each of them takes a second."""
    with django_db_blocker.unblock():
        build()
        if at_first := database.snapshot():
            database.go_back_instead_of_emptying(at_first)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """After a test that commits the database is as it was at first; PostgreSQL is emptied instead, and built again."""
    yield
    marker = item.get_closest_marker("django_db")
    commits = bool(marker and marker.kwargs.get("transaction"))
    if commits or {"transactional_db", "live_server"}.intersection(getattr(item, "fixturenames", ())):
        cache.clear()
        get_form_types.cache_clear()  # Wagtail keeps content types for good; emptied, the database numbers them anew
        if connection.vendor != "sqlite":
            with item.config.stash[blocking_manager_key].unblock():
                build()


@pytest.fixture
def newsroom(db: None) -> HomePage:
    """The English front page; the tree is built again where a test has taken it away."""
    return HomePage.objects.filter(locale__language_code="en").first() or build()


@pytest.fixture
def releases(newsroom: HomePage) -> Callable[[str], NewsIndexPage]:
    """The list of releases of a language."""
    return lambda code: NewsIndexPage.objects.get(locale__language_code=code)


@pytest.fixture
def index(releases: Callable[[str], NewsIndexPage]) -> NewsIndexPage:
    """The English list of releases."""
    return releases("en")


@pytest.fixture
def campaigns(newsroom: HomePage) -> CampaignIndexPage:
    """The English list of campaigns."""
    return CampaignIndexPage.objects.get(locale__language_code="en")


@pytest.fixture
def unsearched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is indexed for readers: for tests of the CMS that write much, a third of which would be for the index."""
    monkeypatch.setattr("search.findable.refresh_index", lambda things, are_written=False: None)


@pytest.fixture
def reader(client: Client) -> Client:
    """A stranger with a browser."""
    return client


@pytest.fixture
def post_office(settings: Any) -> Iterator[PostOffice]:
    """A mail server to which the newsroom sends its letters."""
    office = PostOffice()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
    office.controller.start()
    yield office
    office.controller.stop()


@pytest.fixture
def count_queries(django_assert_num_queries: Any) -> Callable[[Callable[[], Any]], int]:
    """How many queries a step needs, the second time it is taken (nothing is warmed up then)."""
    from django.test.utils import CaptureQueriesContext

    def count(step: Callable[[], Any]) -> int:
        step()
        with CaptureQueriesContext(connection) as captured:
            step()
        return len(captured)

    return count
