"""One newsroom for all the questions about rights: built once, and taken back after the last."""

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from corpora import for_the_file
from corpus import Corpus, build
from django.conf import settings as django_settings
from django.test import override_settings

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
    with for_the_file(django_db_blocker):
        found = build()
        logging.disable()
        with override_settings(TEMPLATES=BLANK):
            yield found
        logging.disable(logging.NOTSET)
