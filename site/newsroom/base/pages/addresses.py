"""Where pages stand: one slug in all their languages, and each address they had leads to them for good.

The original has the say. Where its row gets another slug, the rows of the other languages get it in the same
transaction, and each address that readers knew becomes a redirect there. Wagtail's own way makes redirects after the
transaction, and for drafts too, whose addresses nobody knew: it is switched off in the settings.
"""

from copy import copy
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from newsroom.base.caching.once import asked_once
from newsroom.base.languages import language_in_words


class AddressRow(NamedTuple):
    """What is stored of a page in one language."""

    pk: int
    slug: str
    url_path: str
    live: bool
    first_published_at: Any
    code: str

    @property
    def was_public(self) -> bool:
        """Whether readers know its address."""
        return self.live or self.first_published_at is not None


class AddressPlace(NamedTuple):
    """An address as redirects name it: the site, the path, and what follows the page's own address in it."""

    site: int
    path: str
    route: str


@asked_once
def address_rows(translation_key: UUID) -> list[AddressRow]:
    """Read what is stored of a page in all its languages. Whoever writes one of them lets this be forgotten."""
    fields = ("pk", "slug", "url_path", "live", "first_published_at", "locale__language_code")
    return [AddressRow(*values) for values in Page.objects.filter(translation_key=translation_key).values_list(*fields)]


def original_of(page: Any, rows: list[AddressRow]) -> AddressRow | None:
    """Return the row that a page takes its slug from; None where the page has the say itself."""
    code = getattr(page, "original_language", "")
    if not page.shares_slug or not code or not page.locale_id or code == page.locale.language_code:
        return None
    return next((row for row in rows if row.code == code and row.pk != page.pk), None)


def takes_its_slug(page: Any) -> bool:
    """Tell whether another language has the say on the address of a page."""
    return original_of(page, address_rows(page.translation_key)) is not None


def is_free(slug: str, page: Any) -> bool:
    """Tell whether no other page of the same list has a slug."""
    parent = page.get_parent()
    return parent is None or not parent.get_children().filter(slug=slug).exclude(pk=page.pk).exists()


def slug_for(page: Any, rows: list[AddressRow]) -> str:
    """Return the slug that a page gets when it is written: its original's, where its list has no other such page."""
    original = original_of(page, rows)
    slug = original.slug if original else page.slug
    return slug if slug == page.slug or is_free(slug, page) else page.slug


def take_slug(page: Any, rows: list[AddressRow]) -> None:
    """Give a page that is about to be written its slug, and what follows from that."""
    slug = slug_for(page, rows)
    if slug != page.slug:
        page.slug = slug
        if page.pk:
            page.set_url_path(page.get_parent())


def lead_on(page: Any, rows: list[AddressRow]) -> None:
    """Follow a new slug: earlier addresses lead to it, other languages get it. `rows` is what stood there before."""
    before = next((row for row in rows if row.pk == page.pk), None)
    if before is None or before.slug == page.slug:
        return
    paths = [place.path for place in places_of(page)]
    own = Redirect.objects.filter(redirect_page__translation_key=page.translation_key, automatically_created=True)
    own.filter(old_path__in=paths).delete()
    if before.was_public:
        lead_from(before.url_path, page)
    if page.shares_slug and original_of(page, rows) is None:
        others = type(page)._default_manager.filter(translation_key=page.translation_key).exclude(pk=page.pk)
        for other in others.exclude(slug=page.slug).select_related("locale"):
            if is_free(page.slug, other):
                other.slug = page.slug
                other.save(clean=False, update_fields=["slug", "url_path"])


def places_of(page: Any) -> list[AddressPlace]:
    """Return every address of a page, itself and all below it; none where it stands in no site."""
    parts = page.get_url_parts()
    if not parts or not parts[2]:
        return []
    site, _root, path = parts
    routes = [Redirect.normalise_page_route_path(route) for route in page.get_route_paths()]
    return [AddressPlace(site, Redirect.normalise_path(path.rstrip("/") + (route or "/")), route) for route in routes]


def lead_from(url_path: str, page: Any) -> None:
    """Send readers to a page from where it stood in the tree before."""
    earlier = copy(page)
    earlier.url_path = url_path
    present = {place.path for place in places_of(page)}
    for place in places_of(earlier):
        if place.path not in present:
            Redirect.objects.update_or_create(
                site_id=place.site,
                old_path=place.path,
                defaults={
                    "redirect_page": page,
                    "redirect_page_route_path": place.route,
                    "redirect_link": "",
                    "is_permanent": True,
                    "automatically_created": True,
                },
            )


def reason_against(page: Any, slug: str, rows: list[AddressRow], parent: Page | None = None) -> str:
    """Say why a page may not become public under a slug, which all its languages would have; empty where it may.

    Another page has the address, or had it, and readers are still led there. What is public under it stays so.
    `parent` is the list of a page that stands in none yet.
    """
    if any(row.pk == page.pk and row.was_public and row.slug == slug for row in rows):
        return ""
    parent = parent or page.get_parent()
    if parent is None:
        return ""
    codes = {page.locale.language_code, *(row.code for row in rows)}
    return reason_of_another(page, slug, parent, codes) or reason_of_the_past(page, slug, parent)


def reason_of_another(page: Any, slug: str, parent: Page, codes: set[str]) -> str:
    """Say that another page has the address in one of some languages; where it is not the page's own, in which."""
    pages = Page.objects.filter(slug=slug, depth=parent.depth + 1).exclude(translation_key=page.translation_key)
    above = {path[: -Page.steplen] for path in pages.order_by().values_list("path", flat=True)}
    taken = [each.locale.language_code for each in lists_beside(parent) if each.path in above] if above else []
    if page.locale.language_code in taken:
        return _("Another page has this address. Choose a different one.")
    if code := next((code for code in taken if code in codes), None):
        words = _("Another page has this address in %(language)s. Choose a different one.")
        return words % {"language": language_in_words(code)}
    return ""


def reason_of_the_past(page: Any, slug: str, parent: Page) -> str:
    """Say that readers are led from the address to another page, which had it once."""
    past = Redirect.objects.filter(
        automatically_created=True, old_path__endswith=f"/{slug}", redirect_page__isnull=False
    )
    was_public = Q(redirect_page__live=True) | Q(redirect_page__first_published_at__isnull=False)
    past = past.exclude(redirect_page__translation_key=page.translation_key).filter(was_public)
    known = list(past.values_list("old_path", "redirect_page__title"))
    addresses = {address_below(each, slug) for each in lists_beside(parent)} if known else set()
    for path, title in known:
        if path in addresses:
            words = _("This address was that of “%(title)s” and still leads there. Choose a different one.")
            return words % {"title": title}
    return ""


def lists_beside(parent: Page) -> list[Page]:
    """Return a list of pages in all its languages."""
    return list(Page.objects.filter(translation_key=parent.translation_key).select_related("locale"))


def address_below(parent: Page, slug: str) -> str:
    """Return the path, as redirects name it, of a page with a slug below a list."""
    parts = parent.get_url_parts()
    return Redirect.normalise_path(f"{parts[2].rstrip('/')}/{slug}") if parts and parts[2] else ""


def earlier_slugs(parent: Page) -> set[str]:
    """Return the slugs of pages below a list that have others by now."""
    start = address_below(parent, "")
    paths = Redirect.objects.filter(automatically_created=True, old_path__startswith=f"{start}/")
    return {path[len(start) + 1 :].split("/")[0] for path in paths.values_list("old_path", flat=True)}
