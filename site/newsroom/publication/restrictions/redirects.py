"""Wagtail's list of redirects, which names where each leads, without those that lead to what is withheld."""

from typing import Any

from django.db.models import QuerySet

from newsroom.base.rights.sight import withheld_keys


def list_redirects_within_sight() -> None:
    """Have the list and its export read so. Raises AttributeError where Wagtail reads them otherwise now."""
    from wagtail.contrib.redirects.views import IndexView  # an application's views, which need all models

    read = IndexView.get_base_queryset

    def redirects_known(self: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = read(self)
        withheld = withheld_keys(self.request.user)
        return found.exclude(redirect_page__translation_key__in=withheld) if withheld else found

    IndexView.get_base_queryset = redirects_known
