"""Which pages somebody who works here may know of: what is under embargo is not told by its title."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

#: Given somebody, says which pages they know of; None where it keeps nothing from them.
Limit = Callable[[Any], Q | None]
LIMITS: list[Limit] = []


def limits_sight(limit: Limit) -> Limit:
    """Decorator: what a room keeps from whom. It is asked wherever the CMS names pages."""
    LIMITS.append(limit)
    return limit


def sees_all_pages(user: Any) -> bool:
    """Tell whether no room keeps a page from somebody."""
    return all(limit(user) is None for limit in LIMITS)


def visible_pages(user: Any, among: QuerySet[Page] | None = None) -> QuerySet[Page]:
    """The pages that somebody may know of: all for who publishes; see what the rooms registered."""
    pages = Page.objects.all() if among is None else among
    for limit in LIMITS:
        allowed = limit(user)
        if allowed is not None:
            pages = pages.filter(pk__in=Page.objects.filter(allowed).order_by().values("pk"))
    return pages


def sees_page(user: Any, page: Page) -> bool:
    """Whether somebody may know of one page."""
    return visible_pages(user, Page.objects.filter(pk=page.pk)).exists()
