"""What a stranger is told at the address of a page that was taken off."""

from typing import Any

from newsroom.base.alternates import Alternate, in_order
from newsroom.publication.models.withdrawal import Withdrawal


def noticed_languages(page: Any) -> list[Alternate]:
    """The languages in which something answers at a page's address: the page itself, or a notice of it."""
    pages = type(page)._default_manager.filter(translation_key=page.translation_key).unrestricted()
    off = Withdrawal.objects.in_force().filter(page__in=pages).values("page")
    public = type(page)._default_manager.released().filter(pk__in=pages.values("pk"))
    answering = (pages.filter(pk__in=off) | pages.filter(pk__in=public.values("pk"))).select_related("locale")
    return in_order({each.locale.language_code: each.url or "" for each in answering})
