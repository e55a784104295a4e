"""One newsroom for all the questions about rights: built once, and taken back after the last."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from corpus import Corpus, build
from django.conf import settings as django_settings
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.utils import translation

BLANK = [
    {
        **django_settings.TEMPLATES[0],
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {**django_settings.TEMPLATES[0]["OPTIONS"], "loaders": ["blank.BlankLoader"]},
    }
]


@pytest.fixture(scope="module")
def corpus(django_db_setup: None, django_db_blocker: Any) -> Iterator[Corpus]:
    """All the things and all the people; the log is silent, since half of what is asked is refused."""
    cache.clear()
    translation.activate("en")
    with django_db_blocker.unblock(), transaction.atomic():
        found = build()
        logging.disable()
        with override_settings(TEMPLATES=BLANK):
            yield found
        logging.disable(logging.NOTSET)
        transaction.set_rollback(True)
