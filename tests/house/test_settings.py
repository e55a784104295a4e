"""Production refuses to start without its secrets and passes Django's own deployment checks."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.settings import environment

ROOT = Path(__file__).parents[2]
SECRETS = {
    "NEWSROOM_SECRET_KEY": "x7Kq" * 16 + "!mW2",
    "NEWSROOM_BASE_URL": "https://newsroom.example",
    "NEWSROOM_ALLOWED_HOSTS": "newsroom.example",
    "NEWSROOM_EMAIL_URL": "smtp://user:word@mail.newsroom.example:587",
    "NEWSROOM_FROM_EMAIL": "newsroom@newsroom.example",
}


def check(environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs Django's deployment checks with production's settings and just these values."""
    return run(["manage.py", "check", "--deploy", "--fail-level", "WARNING"], environment)


def run(arguments: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs Python with production's settings and just these values."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("NEWSROOM_", "DJANGO_"))}
    command = [sys.executable, *arguments]
    settings = {"DJANGO_SETTINGS_MODULE": "newsroom.settings.base"}
    return subprocess.run(
        command, cwd=ROOT, env=kept | environment | settings, capture_output=True, text=True, check=False
    )


def test_what_is_left_to_do_is_all_that_the_deployment_checks_say(tmp_path: Path) -> None:
    result = check(SECRETS | {"NEWSROOM_DATA_DIR": str(tmp_path)})
    assert set(re.findall(r"[\w.]+\.[EW]\d+", result.stderr)) == {"newsroom.E017", "newsroom.E019"}, result.stderr
    assert (tmp_path / "newsroom.sqlite3").stat().st_mode & 0o777 == 0o600


def test_what_is_wrong_is_said_in_a_line_each(tmp_path: Path) -> None:
    wrong = {
        "NEWSROOM_BASE_URL": "https://newsroom.example/",
        "NEWSROOM_ALLOWED_HOSTS": "",
        "NEWSROOM_FROM_EMAIL": "nonsense",
        "NEWSROOM_DATA_DIR": str(tmp_path / "away"),
        "NEWSROOM_ADMIN_SEARCH": "no.such.backend",
        "NEWSROOM_ELASTICSEARCH_URL": "nonsense",
        "NEWSROOM_DATABSE_URL": "postgres://elsewhere",
    }
    result = check(SECRETS | wrong)
    found = set(re.findall(r"newsroom\.([EW]\d+)", result.stderr))
    assert found == {"E010", "E011", "E012", "E013", "E014", "E015", "E018", "E019", "W012"}, result.stderr
    assert "Did you mean NEWSROOM_DATABASE_URL?" in result.stderr


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("NEWSROOM_HTTPS_REDIRECT", "maybe", "must be true or false"),
        ("NEWSROOM_HSTS_SUBDOMAINS", "2", "must be true or false"),
        ("NEWSROOM_HSTS_SECONDS", "abc", "must be a whole number"),
        ("NEWSROOM_HSTS_SECONDS", "-1", "must be a whole number"),
        ("NEWSROOM_LOG_FORMAT", "xml", "must be line or json"),
    ],
)
def test_value_that_cannot_be_read_is_refused_by_its_name(name: str, value: str, words: str) -> None:
    result = check(SECRETS | {name: value})
    assert result.returncode != 0
    assert f"ImproperlyConfigured: {name} {words}" in result.stderr.strip().splitlines()[-1]


def test_subdomains_and_preloading_are_asked_for(tmp_path: Path) -> None:
    asked = "from django.conf import settings as s; print(s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_HSTS_PRELOAD)"
    assert run(["-c", asked], SECRETS).stdout.split() == ["False", "False"]
    switched = {"NEWSROOM_HSTS_SUBDOMAINS": "yes", "NEWSROOM_HSTS_PRELOAD": "true"}
    assert run(["-c", asked], SECRETS | switched).stdout.split() == ["True", "True"]


@pytest.mark.parametrize("missing", SECRETS)
def test_production_refuses_to_start_without(missing: str) -> None:
    result = check({name: value for name, value in SECRETS.items() if name != missing})
    assert result.returncode != 0
    assert missing in result.stderr


def test_production_refuses_a_short_key() -> None:
    result = check(SECRETS | {"NEWSROOM_SECRET_KEY": "short"})
    assert result.returncode != 0
    assert "at least 50 characters" in result.stderr


@pytest.mark.parametrize("address", ["sqlite:///:memory:", "postgres://newsroom@127.0.0.1/newsroom"])
def test_a_thread_keeps_its_connection(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """To open one for each request cost five times as much as an answer that is kept."""
    monkeypatch.delenv("NEWSROOM_DATABASE_URL", raising=False)
    assert environment.database(address)["CONN_MAX_AGE"] >= 60
