"""The validator of an answer: another one as soon as the answer may be another one."""

import datetime
import hmac
import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language

from newsroom.base.caching.answers import address_asked
from newsroom.base.caching.changes import change_number

VALIDATOR = re.compile(r'(?:W/)?"(\d{1,12})-([0-9a-f]{64})"')
#: What decides how an answer looks beside the database: what is written by developers.
SOURCES = ("*.py", "*.html", "*.txt", "*.mo", "*.css", "*.js", "*.svg", "*.json")
ROOMS_AND_TEMPLATES = ("site", "organisations", "news", "campaigns", "importing", "search", "templates")


def validator_of(request: HttpRequest, until: datetime.datetime) -> str | None:
    """Return the validator of the answer to a request that holds until an instant; None where nothing can be promised.

    Nobody can guess it: whoever has it was answered with the page.
    """
    number = change_number()
    if number is None:
        return None
    seconds = int(until.timestamp())
    return f'"{seconds}-{seal(request, number, seconds)}"'


def valid_still(request: HttpRequest) -> str | None:
    """Return which of the validators that a request shows still stands for what it would be answered; None for none."""
    number = change_number()
    if number is None:
        return None
    for seconds, seal_shown in VALIDATOR.findall(request.headers.get("If-None-Match", "")):
        is_in_time = timezone.now().timestamp() < int(seconds)
        if is_in_time and hmac.compare_digest(seal_shown, seal(request, number, int(seconds))):
            return f'"{seconds}-{seal_shown}"'
    return None


def seal(request: HttpRequest, number: int, seconds: int) -> str:
    """Sign what decides an answer: the state of the database, the address, the language, the code and the time."""
    parts = (number, address_asked(request), get_language(), code_release(), seconds)
    return salted_hmac("newsroom.base.caching", "\n".join(map(str, parts)), algorithm="sha256").hexdigest()


@cache
def code_release() -> str:
    """Return what changes with the code, the templates, the texts and the settings that this process runs."""
    digest = salted_hmac("newsroom.base.caching.code", settings.SETTINGS_MODULE or "", algorithm="sha256")
    for folder in ROOMS_AND_TEMPLATES:
        for pattern in SOURCES:
            for path in sorted((Path(settings.PROJECT_DIR) / folder).rglob(pattern)):
                stat = path.stat()
                digest.update(f"{path}:{stat.st_size}:{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
