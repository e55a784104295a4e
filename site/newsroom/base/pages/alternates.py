"""The same thing in other languages: for switchers, `hreflang` and the page that says "not in this language"."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url

from newsroom.base.caching.changes import is_read_once
from newsroom.base.languages import active_code, direction, html_code, own_name
from newsroom.base.pages.roots import locales_by_id, plain_address

if TYPE_CHECKING:
    from newsroom.base.models.page import NewsroomPage

LONGEST_QUERY_STRING = 2000


@dataclass(frozen=True)
class Alternate:
    """One language that something can be read in, and its address there."""

    code: str
    url: str

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return own_name(self.code)

    @property
    def lang(self) -> str:
        """The language for `lang` and `hreflang` attributes."""
        return html_code(self.code)

    @property
    def dir(self) -> str:
        """The direction it is written in."""
        return direction(self.code)

    @property
    def is_active(self) -> bool:
        """Whether this is the language being read."""
        return self.code == active_code()


def in_order(alternates: dict[str, str]) -> list[Alternate]:
    """Alternates from addresses by language code, in the newsroom's own order."""
    return [Alternate(code, alternates[code]) for code, _name in settings.LANGUAGES if code in alternates]


def addresses_by_language(pages: Any) -> dict[UUID, dict[str, str]]:
    """The addresses of pages by translation key and language; `pages` is what finds them, and is asked once.

    The rows themselves, with their long texts, are read only where Wagtail alone can say an address.
    """
    found: dict[UUID, dict[str, str]] = defaultdict(dict)
    facts = pages.order_by().values_list("translation_key", "locale_id", "url_path")
    rows = list(facts) if is_read_once() else []
    plain = [plain_address(path) for _key, _locale, path in rows]
    if not is_read_once() or None in plain:
        for page in pages.order_by().select_related("locale"):
            found[page.translation_key][page.locale.language_code] = page.url or ""
        return found
    locales = locales_by_id() if rows else {}
    for (key, locale_id, _path), address in zip(rows, plain, strict=True):
        found[key][locales[locale_id].language_code] = address or ""
    return found


def alternates_of_page(page: "NewsroomPage") -> list[Alternate]:
    """The languages in which a page is released, itself included even in a preview."""
    translations = type(page).objects.released().filter(translation_key=page.translation_key).exclude(pk=page.pk)
    others = addresses_by_language(translations)[page.translation_key]
    return in_order({**others, page.locale.language_code: page.url or ""})


def alternates_of_address(request: HttpRequest) -> list[Alternate]:
    """Every language for an address that exists in all of them, such as the search or a speaker's page.

    A query string longer than any that a page of ours makes is left out: it would stand there seven times.
    """
    is_ours = len(request.META.get("QUERY_STRING", "")) <= LONGEST_QUERY_STRING
    address = request.get_full_path() if is_ours else request.path
    return in_order({code: translate_url(address, code) for code, _name in settings.LANGUAGES})
