"""What `manage.py check --deploy` says of an installation: one line each, with an id and what to do about it."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import DatabaseError, connection
from modelsearch.backends import import_backend

from newsroom.base.sqlite import database_files
from newsroom.home.readiness import has_static_files, has_unapplied_migrations
from newsroom.settings.environment import unknown

#: A token that nobody guesses.
TOKEN_LENGTH = 32


@register(deploy=True)
def check_settings_addresses(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E010 to E013: names and addresses that cannot be meant."""
    if not settings.ALLOWED_HOSTS:
        hint = "Name the hosts that are answered, separated by commas: newsroom.example."
        yield Error("NEWSROOM_ALLOWED_HOSTS is empty: every request is refused.", hint=hint, id="newsroom.E010")
    base = urlsplit(settings.BASE_URL)
    if base.scheme not in ("http", "https") or not base.hostname or base.path or base.query or base.fragment:
        hint = "Write the scheme and the host, and no slash at the end: https://newsroom.example."
        yield Error(f"NEWSROOM_BASE_URL is no such address: {settings.BASE_URL}", hint=hint, id="newsroom.E011")
    try:
        validate_email(settings.DEFAULT_FROM_EMAIL.rpartition("<")[2].rstrip(">"))
    except ValidationError:
        hint = "Write an address such as newsroom@newsroom.example."
        yield Error("NEWSROOM_FROM_EMAIL is no address: mail is refused.", hint=hint, id="newsroom.E012")
    if (url := settings.NEWSROOM_SEARCH_SERVER["URL"]) and not is_address(url):
        hint = "Write the scheme, the host and the port: https://search.example:9200."
        yield Error("NEWSROOM_ELASTICSEARCH_URL is no address: it is not asked.", hint=hint, id="newsroom.E013")


def is_address(url: str) -> bool:
    """Whether something names a server of the web. The value itself may hold a password and is shown nowhere."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


@register(deploy=True)
def check_folders(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E014: a folder that is missing or may not be written to."""
    needed = {"NEWSROOM_DATA_DIR": settings.DATA_DIR} if connection.vendor == "sqlite" else {}
    for name, folder in {**needed, "The media folder": Path(settings.MEDIA_ROOT)}.items():
        if name == "The media folder" and not folder.exists():
            # It is made with the first upload.
            folder = folder.parent
        if not folder.is_dir():
            hint = f"Make it: install --directory --mode=0700 {folder}."
            yield Error(f"{name} does not exist: {folder}", hint=hint, id="newsroom.E014")
        elif not os.access(folder, os.W_OK | os.X_OK):
            hint = "Give it to the user whom the newsroom runs as."
            yield Error(f"{name} may not be written to: {folder}", hint=hint, id="newsroom.E014")


@register(deploy=True)
def check_packages(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E015 and E016: what a variable names is not installed."""
    backend = str(settings.WAGTAILSEARCH_BACKENDS["default"]["BACKEND"])
    if not is_backend(backend):
        hint = "Name a module such as modelsearch.backends.elasticsearch9, or leave the variable out."
        yield Error(f"NEWSROOM_ADMIN_SEARCH cannot be imported: {backend}", hint=hint, id="newsroom.E015")
    if "redis" in settings.CACHES["default"]["BACKEND"].lower() and not importlib.util.find_spec("redis"):
        hint = "Install the package redis, or leave NEWSROOM_CACHE_URL out."
        yield Error("NEWSROOM_CACHE_URL needs the package redis.", hint=hint, id="newsroom.E016")


def is_backend(name: str) -> bool:
    """Whether the search of the CMS can be had from what is named."""
    try:
        import_backend(name)
    except (ImportError, AttributeError, ValueError):
        return False
    return True


@register(deploy=True)
def check_installation(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E017 to E019: a step of the installation is missing."""
    try:
        if has_unapplied_migrations():
            hint = "Run manage.py migrate."
            yield Error("The database lacks migrations of this program.", hint=hint, id="newsroom.E017")
    except DatabaseError as error:
        words = f"The database cannot be asked: {' '.join(str(error).split())[:200]}"
        yield Error(words, hint="See NEWSROOM_DATABASE_URL and whether it runs.", id="newsroom.E018")
    if not has_static_files():
        hint = "Run manage.py collectstatic --noinput, then start the web process again."
        yield Error("The list of static files is missing: no page can be shown.", hint=hint, id="newsroom.E019")


@register(deploy=True)
def check_secrets(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.W010 to W012: what others could read, and variables that nobody reads."""
    if connection.vendor == "sqlite":
        for path in database_files(str(connection.settings_dict["NAME"])):
            if path.stat().st_mode & 0o077:
                hint = f"Run the newsroom as its owner, or: chmod 0600 {path}."
                yield Warning(f"Others may read the database file {path}.", hint=hint, id="newsroom.W010")
    if settings.NEWSROOM_MONITOR_TOKEN and len(settings.NEWSROOM_MONITOR_TOKEN) < TOKEN_LENGTH:
        hint = "Make one: python -c 'import secrets; print(secrets.token_urlsafe(32))'."
        words = f"NEWSROOM_MONITOR_TOKEN has fewer than {TOKEN_LENGTH} characters."
        yield Warning(words, hint=hint, id="newsroom.W011")
    for name, near in unknown().items():
        hint = f"Did you mean {near}?" if near else "docs/operators.md lists those that there are."
        yield Warning(f"{name} is not a variable of the newsroom.", hint=hint, id="newsroom.W012")
