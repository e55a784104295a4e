"""Where the CMS names pages, it names those alone that somebody may know of."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.api.v2.utils import page_models_from_string
from wagtail.models import Page

from newsroom.base.rights.sight import (
    counted_within_sight,
    having_children,
    sees_all_pages,
    sees_page,
    visible_pages,
    withheld_keys,
)

#: Names the page of each type that was edited last, whoever may see it.
NAMES_ANY_PAGE = "page-types-usage"
#: What the address of the chooser calls the page whose children are listed.
PARENT = "parent_page_id"
#: Finds pages by their words and of the types that may be chosen alone, and shows no way to what is below them.
SEARCH = "wagtailadmin_choose_page_search"


@hooks.register("construct_page_chooser_queryset")
def pages_to_choose(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """In the chooser and its search. Raises PermissionDenied for what lies below a page that is not told of."""
    match = request.resolver_match
    number = match.kwargs.get(PARENT) if match else None
    above = Page.objects.filter(pk=number).first() if number else None
    if above is not None and not sees_page(request.user, above):
        raise PermissionDenied
    known = visible_pages(request.user, pages)
    if not withheld_keys(request.user) or (match and match.view_name == SEARCH):
        return known
    return without_dead_ends(counted_within_sight(request.user, known), request)


def without_dead_ends(pages: Any, request: HttpRequest) -> Any:
    """Without pages that cannot be chosen and are shown for what is below them, where nobody is told of any of it."""
    kinds = page_models_from_string(request.GET.get("page_type") or "wagtailcore.page")
    return pages.type(*kinds) | having_children(request.user, pages)


@hooks.register("construct_explorer_page_queryset")
def pages_to_explore(parent: Page, pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """In the lists of pages, and in the menu that opens beside them."""
    return counted_within_sight(request.user, visible_pages(request.user, pages))


@hooks.register("construct_reports_menu")
def reports_within_sight(request: HttpRequest, menu_items: list[Any]) -> None:
    """The way to what they are refused is not offered."""
    if not sees_all_pages(request.user):
        menu_items[:] = [item for item in menu_items if item.name != NAMES_ANY_PAGE]
