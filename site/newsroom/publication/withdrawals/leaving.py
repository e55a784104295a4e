"""Which pages are being taken off just now: nothing else makes what is public cease to be so."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from wagtail.models import Page

#: The pages that are being taken off now.
leaving_now: ContextVar[frozenset[int]] = ContextVar("leaving_now", default=frozenset())


@contextmanager
def leaving(page: Page) -> Iterator[None]:
    """For `take_off` alone: inside, the page may cease to be live, and what follows it."""
    token = leaving_now.set(leaving_now.get() | {page.pk, *page.aliases.values_list("pk", flat=True)})
    try:
        yield
    finally:
        leaving_now.reset(token)
