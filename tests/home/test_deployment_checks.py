"""What `check --deploy` says of an installation: a line for each thing that is wrong."""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from django.core.checks import CheckMessage
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder

from newsroom.home import checks
from newsroom.settings import environment

Check = Callable[[None], Iterable[CheckMessage]]


def said(check: Check) -> list[str | None]:
    """The ids of what a check finds; each has one line and a hint."""
    found = list(check(None))
    assert all(message.hint and "\n" not in str(message.msg) for message in found)
    return [message.id for message in found]


@pytest.mark.parametrize(
    ("setting", "value", "expected"),
    [
        ("ALLOWED_HOSTS", [], "newsroom.E010"),
        ("BASE_URL", "https://newsroom.example/", "newsroom.E011"),
        ("BASE_URL", "newsroom.example", "newsroom.E011"),
        ("DEFAULT_FROM_EMAIL", "nonsense", "newsroom.E012"),
        ("NEWSROOM_SEARCH_SERVER", {"URL": "nonsense", "PREFIX": "x"}, "newsroom.E013"),
        ("NEWSROOM_SEARCH_SERVER", {"URL": "http://search:port", "PREFIX": "x"}, "newsroom.E013"),
    ],
)
def test_address_that_cannot_be_meant(setting: str, value: Any, expected: str, settings: Any) -> None:
    assert said(checks.check_settings_addresses) == []
    setattr(settings, setting, value)
    assert said(checks.check_settings_addresses) == [expected]


def test_sender_may_have_a_name(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Newsroom <newsroom@newsroom.example>"
    assert said(checks.check_settings_addresses) == []


def test_folder_that_is_missing_or_not_writable(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "vendor", "sqlite")
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    assert said(checks.check_folders) == []
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    assert said(checks.check_folders) == ["newsroom.E014", "newsroom.E014"]
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path / "away", tmp_path / "away" / "media"
    assert said(checks.check_folders) == ["newsroom.E014", "newsroom.E014"]


@pytest.mark.parametrize("backend", ["no.such.backend", "nonsense", "newsroom.base.admin_search.nothing"])
def test_search_of_the_cms_that_cannot_be_imported(backend: str, settings: Any) -> None:
    assert said(checks.check_packages) == []
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": backend}}
    assert said(checks.check_packages) == ["newsroom.E015"]


def test_search_of_the_cms_may_be_any_backend_there_is(settings: Any) -> None:
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.elasticsearch9"}}
    assert said(checks.check_packages) == []


def test_redis_without_its_package(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://x"}}
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert said(checks.check_packages) == ["newsroom.E016"]


@pytest.mark.django_db
def test_steps_of_the_installation(settings: Any, tmp_path: Path) -> None:
    assert said(checks.check_installation) == []
    settings.STATIC_ROOT = tmp_path
    static = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": static}
    MigrationRecorder(connection).record_unapplied("search", "0004_postings_as_they_are")
    assert said(checks.check_installation) == ["newsroom.E017", "newsroom.E019"]


def test_database_that_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> bool:
        raise DatabaseError("unable to open\ndatabase file")

    monkeypatch.setattr(checks, "has_unapplied_migrations", broken)
    assert said(checks.check_installation) == ["newsroom.E018"]


def test_database_file_that_others_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "newsroom.sqlite3"
    path.touch(mode=0o600)
    monkeypatch.setattr(connection, "vendor", "sqlite")
    monkeypatch.setitem(connection.settings_dict, "NAME", path)
    assert "newsroom.W010" not in said(checks.check_secrets)
    path.chmod(0o644)
    assert "newsroom.W010" in said(checks.check_secrets)


def test_token_that_could_be_guessed(settings: Any) -> None:
    settings.NEWSROOM_MONITOR_TOKEN = "x" * 31
    assert "newsroom.W011" in said(checks.check_secrets)
    settings.NEWSROOM_MONITOR_TOKEN = "x" * 32
    assert "newsroom.W011" not in said(checks.check_secrets)


def test_variable_that_nobody_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSROOM_DATABSE_URL", "postgres://elsewhere")
    found = [message for message in checks.check_secrets(None) if "NEWSROOM_DATABSE_URL" in str(message.msg)]
    assert [message.hint for message in found] == ["Did you mean NEWSROOM_DATABASE_URL?"]
    assert environment.unknown(["NEWSROOM_WEATHER", "PATH"]) == {"NEWSROOM_WEATHER": ""}
