"""What the desk relies on in Wagtail and wagtail-localize without a promise of theirs, asked at the start."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import CheckMessage, Error, register
from wagtail import hooks
from wagtail.admin.menu import reports_menu

from newsroom.base.stand_ins import StandIn, check_stand_ins, match_of, routes_in
from newsroom.translation import middleware, sight_hooks

STAND_INS = (
    StandIn("wagtail_localize:convert_to_alias", "newsroom.translation.localize_workarounds.keep_translation"),
    StandIn("wagtail_localize:download_pofile", "newsroom.translation.exchange.views.po_out"),
    StandIn("wagtail_localize:upload_pofile", "newsroom.translation.exchange.views.po_back"),
)
#: The addresses of wagtail-localize that name no translation, so that nothing is guarded there.
WITHOUT_A_TRANSLATION = {
    *("javascript_catalog", "submit_page_translation", "submit_snippet_translation", "update_translations"),
    *("convert_to_alias", "translations_report", "translations_report_results"),
    *("snippets_api_listing", "snippets_api_detail"),
}
#: Where ours must be asked before wagtail-localize's, which would answer in its place.
ASKED_FIRST = ("before_edit_page", "before_edit_snippet", "register_admin_urls")


@register()
def check_localize_addresses(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """newsroom.E020: an address of wagtail-localize at which it answers again instead of us."""
    return list(check_stand_ins(STAND_INS))


@register()
def check_guard(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E021: an address of wagtail-localize that nobody keeps to a translator's own languages."""
    hint = "Correct TRANSLATIONS in translation/middleware.py, or name it in WITHOUT_A_TRANSLATION."
    found = list(routes_in("wagtail_localize"))
    for name, route in found:
        if middleware.TRANSLATIONS not in route and name not in WITHOUT_A_TRANSLATION:
            yield Error(f"{route} ({name}) is open to translators of every language.", hint=hint, id="newsroom.E021")
    for name in middleware.FOR_OFFICERS:
        if name not in dict(found):
            hint = "Correct FOR_OFFICERS in translation/middleware.py."
            yield Error(f"wagtail-localize has no address {name} to keep to officers.", hint=hint, id="newsroom.E021")


@register()
def check_sight(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E026: a place where Wagtail names pages to everybody, and that is called otherwise now."""
    for name in ("page_types_usage", "page_types_usage_results"):
        match = match_of(f"wagtailadmin_reports:{name}")
        if match is None or middleware.TYPES_IN_USE not in match.route:
            hint = "Correct TYPES_IN_USE in translation/middleware.py."
            yield Error(f"The report {name} is open to translators.", hint=hint, id="newsroom.E026")
    if sight_hooks.NAMES_ANY_PAGE not in [item.name for item in reports_menu.registered_menu_items]:
        hint = "Correct NAMES_ANY_PAGE in translation/sight_hooks.py."
        words = f"No report is called {sight_hooks.NAMES_ANY_PAGE}: some are offered what they are refused."
        yield Error(words, hint=hint, id="newsroom.E026")
    match = match_of("wagtailadmin_choose_page_child", 1)
    if match is None or sight_hooks.PARENT not in match.kwargs:
        hint = "Correct PARENT in translation/sight_hooks.py."
        words = f"The chooser of pages does not name the page above as {sight_hooks.PARENT}."
        yield Error(words, hint=hint, id="newsroom.E026")


@register()
def check_order_of_hooks(app_configs: Any, **kwargs: Any) -> Iterator[CheckMessage]:
    """newsroom.E029: wagtail-localize is asked before us, or no longer by a hook."""
    for name in ASKED_FIRST:
        modules = [hook.__module__ for hook in hooks.get_hooks(name)]
        ours = next((place for place, each in enumerate(modules) if each.startswith("newsroom.translation.")), None)
        theirs = next((place for place, each in enumerate(modules) if each.startswith("wagtail_localize.")), None)
        if ours is None or theirs is None or theirs < ours:
            hint = "See BEFORE_LOCALIZE in translation/wagtail_hooks.py and the hooks of wagtail-localize."
            words = f"Of the hooks {name}, ours no longer stand before wagtail-localize's."
            yield Error(words, hint=hint, id="newsroom.E029")
