"""Wagtail's choice of pages with or without children below them: those that somebody knows nothing of do not count.

Wagtail asks the number that the tree keeps, for whoever it is: where it is asked is replaced. This goes when a hook is
asked there.
"""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.models import Page

from newsroom.base.rights.sight import asking, having_children, withheld_keys

WANTED = {"true": True, "false": False}


def count_within_sight() -> None:
    """Have lists and the admin API choose so. Raises AttributeError where they choose otherwise now."""
    from wagtail.admin.api.filters import HasChildrenFilter  # an application's filters, which need all models
    from wagtail.admin.views.pages.listing import HasChildPagesFilter

    in_lists, by_api = HasChildPagesFilter.filter, HasChildrenFilter.filter_queryset

    def choose_in_lists(self: Any, pages: QuerySet[Page], value: str) -> QuerySet[Page]:
        if value in WANTED and withheld_keys(asking.get()):
            return having_children(asking.get(), pages, WANTED[value])
        found: QuerySet[Page] = in_lists(self, pages, value)
        return found

    def choose_by_api(self: Any, request: HttpRequest, pages: QuerySet[Page], view: Any) -> QuerySet[Page]:
        value = request.GET.get("has_children", "")
        if value in WANTED and withheld_keys(request.user):
            return having_children(request.user, pages, WANTED[value])
        found: QuerySet[Page] = by_api(self, request, pages, view)
        return found

    HasChildPagesFilter.filter, HasChildrenFilter.filter_queryset = choose_in_lists, choose_by_api
