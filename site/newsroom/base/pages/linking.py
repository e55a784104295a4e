"""Links to pages in what readers read: one to a page that they may not see stays as plain words until it is public."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from html import unescape
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from wagtail.models import Locale, Page, Site
from wagtail.rich_text import expand_db_html

from newsroom.base.caching.values import cached_until_change
from newsroom.base.pages.roots import address_in

#: The opening tag of a link with its address.
LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"[^>]*>')
#: What stands in place of the opening tag of a link that leads nowhere.
NO_LINK = "<a>"
for_the_record: ContextVar[bool] = ContextVar("for_the_record", default=False)


class RootOfSite(NamedTuple):
    """Where a site begins in a language: its path in the tree, its address, and the host it stands on."""

    path: str
    address: str
    host: str


def in_active_language(pages: Iterable[Any]) -> list[Any]:
    """The translations of pages into the active language, without those that are in it."""
    locale = Locale.get_active()
    keys = {page.translation_key for page in pages if page.locale_id != locale.pk}
    return list(Page.objects.filter(translation_key__in=keys, locale=locale).specific()) if keys else []


def answering_among(pages: Iterable[Any]) -> set[int]:
    """The numbers of those among pages whose address tells a stranger something; one query for each type."""
    numbers: dict[Any, set[int]] = defaultdict(set)
    for page in pages:
        numbers[page.specific_class or Page].add(page.pk)
    found: set[int] = set()
    for model, own in numbers.items():
        rows = model._default_manager.filter(pk__in=own)
        rows = rows.answering() if hasattr(rows, "answering") else rows.live().public()
        found.update(rows.values_list("pk", flat=True))
    return found


def html_for_the_record(source: str) -> str:
    """Rich text as it is stored with all its links written out, those to pages that nobody sees yet as well.

    Whoever shows it to readers takes these out with `without_links`.
    """
    token = for_the_record.set(True)
    try:
        html: str = expand_db_html(source)
        return html
    finally:
        for_the_record.reset(token)


def addresses_linked_in(html: str) -> set[str]:
    """The addresses, as they are written, that the links of some HTML lead to."""
    return set(LINK.findall(html))


def without_links(html: str, addresses: set[str]) -> str:
    """HTML in which the links to some addresses are plain words."""
    return LINK.sub(lambda found: NO_LINK if found[1] in addresses else found[0], html)


def hidden_among(addresses: Iterable[str]) -> set[str]:
    """Those among addresses, as they are written in HTML, at which or above which a page stands that is not public.

    One query for the pages and one for each of their types, however many links there are.
    """
    wanted = {address: places for address in addresses if (places := places_in_tree(address))}
    paths = {path for places in wanted.values() for path in places}
    pages = {page.url_path: page for page in Page.objects.filter(url_path__in=paths)} if paths else {}
    nearest = {address: next(filter(None, map(pages.get, places)), None) for address, places in wanted.items()}
    shown = answering_among({page.pk: page for page in nearest.values() if page}.values())
    return {address for address, page in nearest.items() if page and page.pk not in shown}


def places_in_tree(address: str) -> list[str]:
    """The paths in the tree of the page at an address and of those above it, the nearest first; none for what lies
    elsewhere."""
    try:
        parts = urlsplit(unescape(address))
        host = parts.hostname
    except ValueError:
        return []
    if parts.scheme not in ("", "http", "https") or not parts.path.startswith("/"):
        return []
    path = unquote(parts.path).rstrip("/") + "/"
    return [place for root in roots_of_sites() if host in (None, root.host) for place in places_below(root, path)]


def places_below(root: RootOfSite, path: str) -> Iterator[str]:
    """The paths in the tree for an address below a root, from the whole of it up to the root."""
    if path.startswith(root.address):
        names = [name for name in path[len(root.address) :].split("/") if name]
        for count in range(len(names), -1, -1):
            yield root.path + "".join(f"{name}/" for name in names[:count])


@cached_until_change
def roots_of_sites() -> tuple[RootOfSite, ...]:
    """Where all sites begin in each language."""
    Site.clear_site_root_paths_cache()
    roots = Site.get_site_root_paths()
    return tuple(
        RootOfSite(root.root_path, address_in(root.language_code), urlsplit(root.root_url).hostname or "")
        for root in roots
    )
