"""What the tests of a whole file look at, built once."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils import translation


@contextmanager
def for_the_file(django_db_blocker: Any) -> Iterator[None]:
    """A transaction for a fixture of a module: what it builds is there for all tests of the file and then taken back.

    Each test takes back by itself what it changes. One that commits (`transaction=True`, `live_server`) would empty the
    database for all that follow: it stands in another file.
    """
    cache.clear()
    translation.activate("en")
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
