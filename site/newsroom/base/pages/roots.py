"""Where the languages begin: what Wagtail looks up for every address and every link, kept until it changes."""

import re
from copy import copy
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale, PageViewRestriction, Site

from newsroom.base.caching.changes import is_read_once
from newsroom.base.caching.once import asked_once
from newsroom.base.caching.values import cached_until_change

#: Paths that stand in an address as they are.
PLAIN_PATH = re.compile(r"[A-Za-z0-9_/-]*")


class LanguageRoot(NamedTuple):
    """The front page of a language: its path in the tree, and its address."""

    path: str
    address: str


@asked_once
@cached_until_change
def locales_by_id() -> dict[int, Locale]:
    """Return the languages that have a row, by its number."""
    found: dict[int, Locale] = Locale.objects.in_bulk()
    return found


@cached_until_change
def language_roots() -> tuple[LanguageRoot, ...]:
    """Return the front pages of the newsroom; none where it has several sites, which Wagtail tells apart."""
    Site.clear_site_root_paths_cache()
    paths = Site.get_site_root_paths()
    if len({path.site_id for path in paths}) != 1:
        return ()
    return tuple(LanguageRoot(path.root_path, address_in(path.language_code)) for path in paths)


def address_in(code: str) -> str:
    """Return the address under which the pages of a language stand."""
    with translation.override(code):
        return reverse("wagtail_serve", args=("",))


def plain_address(url_path: str) -> str | None:
    """Return the address of a page from its path in the tree; None where only Wagtail can say it."""
    if not is_read_once() or not PLAIN_PATH.fullmatch(url_path):
        return None
    for root in language_roots():
        if url_path.startswith(root.path):
            return root.address + url_path[len(root.path) :]
    return None


@cached_until_change
def kept_site() -> Site | None:
    """Return the site with its front page in the reader's language; None where only Wagtail can say which it is."""
    sites = list(Site.objects.select_related("root_page")[:2])
    front: Any = sites[0].root_page.localized.specific if len(sites) == 1 else None
    if not hasattr(front, "ready_to_keep"):
        return None
    sites[0].root_page = front.ready_to_keep()
    return sites[0]


def site_for_reader() -> Site | None:
    """Return a site of the request's own, whose front page is that of the reader's language; None as above."""
    kept = kept_site()
    site = copy(kept) if kept else None
    if kept and site:
        site.root_page = copy(kept.root_page)
    return site


@cached_until_change
def has_restrictions() -> bool:
    """Whether any page is kept to a few readers."""
    return PageViewRestriction.objects.exists()


def restrictions_of(found: Any) -> Any:
    """Return Wagtail's restrictions of a page, from what finds them; nothing is asked where no page has any."""
    return PageViewRestriction.objects.none() if is_read_once() and not has_restrictions() else found()
