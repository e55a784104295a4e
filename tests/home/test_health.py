"""What programs and people are told of the newsroom's state, and what strangers are not."""

import datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from people import at_work

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory
from newsroom.home import readiness
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.home.state import state
from newsroom.publication.models import Heartbeat, Life
from search import indexing
from search.models import Generation

TOKEN = "a-word-that-nobody-guesses-in-a-hundred-years"
EASTER = datetime.datetime(2027, 3, 28, 9, 0, tzinfo=datetime.UTC)


def late(index: NewsIndexPage, number: int = 1) -> None:
    """Releases that should have been public ten minutes ago."""
    for _each in range(number):
        page = ReleasePageFactory(parent=index, embargoed_until=timezone.now() + datetime.timedelta(days=1))
        Life.objects.filter(pk=page.life_id).update(embargoed_until=timezone.now() - datetime.timedelta(minutes=10))


def ask(reader: Client, word: str = TOKEN) -> Any:
    """What the monitoring program is told."""
    return reader.get("/monitor/", headers={"Authorization": f"Bearer {word}"})


def test_alive_is_said_without_the_database(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: Any, **kwargs: Any) -> None:
        raise DatabaseError("host=database.internal refused")

    monkeypatch.setattr(connection, "cursor", broken)
    answer = reader.get("/health/")
    assert (answer.status_code, answer.content) == (200, b"ok")
    assert answer["Cache-Control"].endswith("private") and "no-store" in answer["Cache-Control"]


def test_alive_says_nothing_of_what_is_late(index: NewsIndexPage, reader: Client) -> None:
    late(index)
    Generation.objects.update(is_serving=False)
    assert (reader.get("/health/").status_code, reader.get("/health/").content) == (200, b"ok")


def test_probes_need_no_https(reader: Client, settings: Any, newsroom: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    assert reader.get("/health/").status_code == 200
    assert reader.get("/ready/").status_code in (200, 503)
    assert reader.get("/en/").status_code == 301


@pytest.fixture
def searchable(newsroom: Any) -> None:
    """The index that readers search."""
    indexing.rebuild_index()


def test_ready_where_nothing_is_missing(searchable: None, index: NewsIndexPage, reader: Client) -> None:
    late(index)  # an editorial state, and no reason to send readers away
    assert (reader.get("/ready/").status_code, reader.get("/ready/").content) == (200, b"ready")


def test_not_ready_without_an_index(searchable: None, reader: Client) -> None:
    Generation.objects.update(is_serving=False)
    assert (reader.get("/ready/").status_code, reader.get("/ready/").content) == (503, b"index")


def test_not_ready_without_a_migration(searchable: None, reader: Client) -> None:
    MigrationRecorder(connection).record_unapplied("search", "0004_postings_as_they_are")
    assert (reader.get("/ready/").status_code, reader.get("/ready/").content) == (503, b"migrations")


def test_not_ready_without_the_database(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bool:
        raise DatabaseError("host=database.internal refused")

    monkeypatch.setattr(readiness, "has_unapplied_migrations", broken)
    answer = reader.get("/ready/")
    assert (answer.status_code, answer.content) == (503, b"database")


def test_not_ready_without_static_files(
    searchable: None, reader: Client, settings: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    use_manifest(settings, tmp_path)
    assert (reader.get("/ready/").status_code, reader.get("/ready/").content) == (503, b"static")


def use_manifest(settings: Any, empty: Path) -> None:
    """Production's storage of static files, in which nothing was gathered."""
    settings.STATIC_ROOT = empty
    static = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": static}


@pytest.mark.django_db
def test_page_for_errors_needs_no_static_files(reader: Client, settings: Any, tmp_path: Path) -> None:
    use_manifest(settings, tmp_path)
    reader.raise_request_exception = False
    for address, start in (("/en/", '<html lang="en" dir="ltr">'), ("/ar/", '<html lang="ar" dir="rtl">')):
        answer = reader.get(address)
        assert answer.status_code == 500
        assert start in answer.content.decode()
        assert "static" not in answer.content.decode()


def test_page_for_errors_is_in_each_language(reader: Client, settings: Any, newsroom: Any, tmp_path: Path) -> None:
    use_manifest(settings, tmp_path)
    reader.raise_request_exception = False
    found = {code: reader.get(f"/{code}/").content.decode() for code, _name in settings.LANGUAGES}
    assert '<html lang="zh-Hans" dir="ltr">' in found["zh-hans"]
    assert len({page[page.index("<h1>") : page.index("</h1>")] for page in found.values()}) == len(found)


@pytest.mark.django_db
def test_monitoring_has_no_address_without_a_token(reader: Client, settings: Any) -> None:
    settings.NEWSROOM_MONITOR_TOKEN = ""
    assert reader.get("/monitor/", follow=True).status_code == 404
    assert reader.get("/monitor/", follow=True, headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.parametrize("given", ["", "Bearer", f"Basic {TOKEN}", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", TOKEN])
@pytest.mark.django_db
def test_monitoring_tells_nobody_without_the_token(given: str, reader: Client, settings: Any) -> None:
    settings.NEWSROOM_MONITOR_TOKEN = TOKEN
    answer = reader.get("/monitor/", headers={"Authorization": given})
    assert (answer.status_code, answer.content) == (401, b"unauthorised")


def test_monitoring_tells_what_is_late_and_dead(index: NewsIndexPage, reader: Client, settings: Any) -> None:
    settings.NEWSROOM_MONITOR_TOKEN = TOKEN
    with time_machine.travel(EASTER, tick=False) as clock:
        indexing.rebuild_index()
        Heartbeat.beat("scheduler")
        assert ask(reader).json()["is_well"] is True
        late(index, 2)
        clock.shift(90)
        told = ask(reader).json()
    assert told["is_well"] is False
    assert (told["overdue"], told["scheduler_seconds"], told["not_ready"]) == (2, 90, [])
    assert told["overdue_since"].startswith("2027-03-28T08:50:00")


@pytest.mark.parametrize("wrong", ["database", "migrations"])
def test_monitoring_is_told_of_a_database_that_cannot_be_asked(
    wrong: str, reader: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.NEWSROOM_MONITOR_TOKEN = TOKEN
    monkeypatch.setattr("newsroom.home.health.missing", lambda: [wrong])
    assert ask(reader).json() == {"is_well": False, "not_ready": [wrong]}


@pytest.mark.django_db
def test_process_that_never_ran_or_stopped_is_not_alive() -> None:
    with time_machine.travel(EASTER, tick=False) as clock:
        assert Heartbeat.age("scheduler") is None
        assert not state().scheduler_is_alive
        Heartbeat.beat("scheduler")
        Heartbeat.beat("scheduler")
        assert state().scheduler_is_alive
        clock.shift(61)
        assert Heartbeat.age("scheduler") == datetime.timedelta(seconds=61)
        assert not state().scheduler_is_alive


@pytest.mark.django_db
def test_failed_and_waiting_tasks_are_counted() -> None:
    with time_machine.travel(EASTER, tick=False) as clock:
        common = {"args_kwargs": {"args": [], "kwargs": {}}, "task_path": "x", "backend_name": "worker"}
        DBTaskResult.objects.create(status="READY", run_after=EASTER, **common)
        DBTaskResult.objects.create(status="READY", run_after=EASTER + datetime.timedelta(days=9), **common)
        for days in (1, 8):
            finished_at = EASTER - datetime.timedelta(days=days)
            DBTaskResult.objects.create(status="FAILED", run_after=EASTER, finished_at=finished_at, **common)
        assert (state().tasks_late, state().tasks_failed) == (0, 1)
        clock.shift(61)
        assert (state().tasks_late, state().tasks_late_since) == (1, EASTER)


@pytest.mark.usefixtures("unsearched")
def test_state_takes_as_many_queries_for_thirty_as_for_three(index: NewsIndexPage, count_queries: Any) -> None:
    late(index, 3)
    few = count_queries(state)
    late(index, 27)
    assert count_queries(state) == few


def test_those_who_publish_see_the_state_and_translators_do_not(index: NewsIndexPage) -> None:
    officer, translator = at_work(OFFICERS), at_work(translators_of("fr"))
    late(index)
    page = officer.get("/admin/reports/state/")
    assert page.status_code == 200
    assert "Something needs a person" in page.content.decode()
    assert "Has never run" in page.content.decode()
    assert "/admin/reports/state/" in officer.get("/admin/").content.decode()
    assert translator.get("/admin/reports/state/").status_code == 302
    assert "/admin/reports/state/" not in translator.get("/admin/").content.decode()
    assert Client().get("/admin/reports/state/").status_code == 302


def test_state_that_is_well_says_so(index: NewsIndexPage, searchable: None) -> None:
    Heartbeat.beat("scheduler")
    browser = Client()
    browser.force_login(UserFactory(roles=(OFFICERS,)))
    assert "All is well" in browser.get("/admin/reports/state/").content.decode()


@pytest.mark.django_db
def test_search_server_that_hangs_costs_no_request(reader: Client, settings: Any) -> None:
    settings.NEWSROOM_SEARCH_SERVER = {"URL": "http://127.0.0.1:9", "PREFIX": "none"}
    settings.NEWSROOM_MONITOR_TOKEN = TOKEN
    from search.server import client

    asked: list[str] = []
    original, client.connected = client.connected, lambda url: asked.append(url)  # type: ignore[assignment, func-returns-value]
    try:
        Heartbeat.beat("follower", "the server cannot be reached")
        told = ask(reader).json()
        reader.get("/health/"), reader.get("/ready/")
    finally:
        client.connected = original
    assert not asked
    assert told["search_trouble"] == "the server cannot be reached"


@pytest.mark.django_db
def test_watchers_of_containers_hear_whether_a_process_is_alive() -> None:
    with time_machine.travel(EASTER, tick=False) as clock:
        with pytest.raises(CommandError, match="No sign of life from the follower"):
            call_command("is_alive", "follower")
        Heartbeat.beat("follower")
        call_command("is_alive", "follower", stdout=StringIO())
        clock.shift(61)
        with pytest.raises(CommandError, match="for 61 s"):
            call_command("is_alive", "follower")
