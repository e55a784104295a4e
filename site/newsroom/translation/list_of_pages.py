"""What the explorer offers for each page of a list, of facts that are read with the list.

wagtail-localize asks for each row which languages it lacks and whether it is translated from. Its button is taken out
of the menu of the rows, and ours, with the same words and ways, takes its place; in the header of a page its own stays.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button, ListingButton
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.wagtail_hooks import page_listing_more_buttons

ROWS = "register_page_listing_more_buttons"
hooks._hooks[ROWS].remove((page_listing_more_buttons, 0))


@hooks.register("construct_explorer_page_queryset")
def with_facts_of_translation(parent: Page, pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """In the explorer each page knows whether it lacks a language, and the source of its translations."""
    there = Page.objects.filter(translation_key=OuterRef(OuterRef("translation_key")), locale=OuterRef("pk"))
    lacking = Locale.objects.filter(~Exists(there.filter(alias_of=None)))
    sources = TranslationSource.objects.filter(
        Exists(Translation.objects.filter(source=OuterRef("pk"), enabled=True)),
        object=OuterRef("translation_key"),
        locale=OuterRef("locale"),
    )
    return pages.annotate(lacks_a_language=Exists(lacking), translated_from=Subquery(sources.values("pk")[:1]))


@hooks.register(ROWS)
def translating_from_the_list(page: Page, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """What wagtail-localize offers for a page: to translate it, and to bring its translations up to date."""
    if not hasattr(page, "lacks_a_language"):
        yield from page_listing_more_buttons(page, user, next_url=next_url)
        return
    if page.is_root() or not user.has_perm("wagtail_localize.submit_translation"):
        return
    if page.lacks_a_language:
        address = reverse("wagtail_localize:submit_page_translation", args=[page.alias_of_id or page.pk])
        yield ListingButton(_("Translate this page"), address, priority=60, icon_name="wagtail-localize-language")
    if page.translated_from:
        address = reverse("wagtail_localize:update_translations", args=[page.translated_from])
        address += "?" + urlencode({"next": next_url}) if next_url is not None else ""
        yield ListingButton(_("Sync translated pages"), address, priority=60, icon_name="resubmit")
