"""The values that differ from one installation to the next: environment variables, read and refused by their names.

docs/operators.md says what each means; a test compares the two and compose.yaml with them.
"""

import difflib
import os
from collections.abc import Iterable
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

PREFIX = "NEWSROOM_"
#: Every variable that these settings read.
KNOWN = (
    "NEWSROOM_SECRET_KEY",
    "NEWSROOM_BASE_URL",
    "NEWSROOM_ALLOWED_HOSTS",
    "NEWSROOM_EMAIL_URL",
    "NEWSROOM_FROM_EMAIL",
    "NEWSROOM_DATABASE_URL",
    "NEWSROOM_DATA_DIR",
    "NEWSROOM_CACHE_URL",
    "NEWSROOM_ELASTICSEARCH_URL",
    "NEWSROOM_ELASTICSEARCH_PREFIX",
    "NEWSROOM_ADMIN_SEARCH",
    "NEWSROOM_ADMIN_SEARCH_URLS",
    "NEWSROOM_TRUSTED_PROXIES",
    "NEWSROOM_HTTPS_REDIRECT",
    "NEWSROOM_HSTS_SECONDS",
    "NEWSROOM_HSTS_SUBDOMAINS",
    "NEWSROOM_HSTS_PRELOAD",
    "NEWSROOM_LOG_FORMAT",
    "NEWSROOM_MONITOR_TOKEN",
    "NEWSROOM_FORMS_AN_HOUR",
    "NEWSROOM_CHECK_LINKS",
    "NEWSROOM_ACCESS_LOG_DAYS",
    "NEWSROOM_SECOND_FACTOR",
    "NEWSROOM_OIDC_ISSUER",
    "NEWSROOM_OIDC_CLIENT_ID",
    "NEWSROOM_OIDC_CLIENT_SECRET",
    "NEWSROOM_OIDC_NAME",
    "NEWSROOM_OIDC_GROUPS_CLAIM",
    "NEWSROOM_OIDC_GROUPS",
)
YES, NO = ("true", "yes", "on", "1"), ("false", "no", "off", "0")
LOG_FORMATS = ("line", "json")

env = environ.Env()


def text(name: str, default: str | None = None) -> str:
    """A variable's words, without spaces around them. Raises ImproperlyConfigured where it is needed and not set."""
    found: str = env.str(name) if default is None else env.str(name, default=default)
    return found.strip()


def words(name: str, *, is_needed: bool = False) -> list[str]:
    """The parts of a variable that holds several, separated by commas."""
    return [word.strip() for word in text(name, None if is_needed else "").split(",") if word.strip()]


def pairs(name: str) -> dict[str, str]:
    """A variable that holds several pairs, "this=that", separated by commas. Raises ImproperlyConfigured for others."""
    found = [each.partition("=") for each in words(name)]
    if any(not (before.strip() and after.strip()) for before, _sign, after in found):
        raise ImproperlyConfigured(f"{name} must be pairs such as press=Writers, separated by commas.")
    return {before.strip(): after.strip() for before, _sign, after in found}


def flag(name: str, default: bool) -> bool:
    """A variable that says yes or no. Raises ImproperlyConfigured for anything else."""
    found = text(name, "").lower()
    if found and found not in YES + NO:
        raise ImproperlyConfigured(f"{name} must be true or false, not {found!r}.")
    return found in YES if found else default


def number(name: str, default: int) -> int:
    """A variable that is a whole number of 0 or more. Raises ImproperlyConfigured for anything else."""
    found = text(name, "")
    if found and not (found.isascii() and found.isdigit()):
        raise ImproperlyConfigured(f"{name} must be a whole number such as {default}, not {found!r}.")
    return int(found) if found else default


def one_of(name: str, choices: tuple[str, ...]) -> str:
    """A variable that is one of a few words, the first by default. Raises ImproperlyConfigured for anything else."""
    found = text(name, "") or choices[0]
    if found not in choices:
        raise ImproperlyConfigured(f"{name} must be {' or '.join(choices)}, not {found!r}.")
    return found


SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "cached_statements": 1000,  # a publication alone takes more than the 128 that Python would keep compiled
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
}
#: So many seconds a thread keeps its connection. To open SQLite's anew for each request, with its settings and the
#: statements that it has compiled, cost five times as much as an answer that is kept.
CONNECTED = 60


def database(default: str) -> dict[str, Any]:
    """Where the database is, and how it is spoken to. Set to nothing is not set."""
    found: dict[str, Any] = env.db_url_config(text("NEWSROOM_DATABASE_URL", "") or default)
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found |= {"OPTIONS": SQLITE}
    return {**found, "CONN_MAX_AGE": CONNECTED}


def cache() -> dict[str, Any]:
    """Where what was computed is kept for a while."""
    found: dict[str, Any] = env.cache_url_config(text("NEWSROOM_CACHE_URL", "") or "locmemcache://")
    return found


def email() -> dict[str, Any]:
    """How mail leaves."""
    found: dict[str, Any] = env.email_url("NEWSROOM_EMAIL_URL")
    return found


def unknown(names: Iterable[str] = os.environ) -> dict[str, str]:
    """Variables that look like ours and that nobody reads, each with the nearest one that is; "" where none is."""
    strange = sorted(name for name in names if name.startswith(PREFIX) and name not in KNOWN)
    return {name: next(iter(difflib.get_close_matches(name, KNOWN, n=1, cutoff=0.8)), "") for name in strange}
