"""What frames every page and hardly changes: front pages, lists, the languages."""

from typing import Any

from django.apps import apps

from newsroom.base.caching.values import cached_until_change
from newsroom.base.languages import active_code
from newsroom.base.models import ListPage


def public_pages(model: Any) -> Any:
    """The public pages of a type with what their frame needs."""
    return model.objects.released().select_related("locale")


@cached_until_change
def kept_lists(front_page: int) -> dict[str, Any]:
    """The public lists below a front page, by slug."""
    types = [model for model in apps.get_models() if issubclass(model, ListPage)]
    found = [page for model in types for page in public_pages(model) if page.get_parent().pk == front_page]
    return {page.slug: page.ready_to_keep() for page in found}


@cached_until_change
def kept_page_in_language(model: Any) -> Any:
    """The first public page of a type in the reader's language, or None."""
    page = public_pages(model).in_language(active_code()).first()
    return page.ready_to_keep() if page else None
