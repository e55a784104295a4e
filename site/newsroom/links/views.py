"""What the CMS says of links: what broke where, and the way to mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from newsroom.base.rights.sight import sees_page, visible_pages
from newsroom.links.duties import check_links_of
from newsroom.links.mending import NotMendedError, mend
from newsroom.links.models import CheckedLink, LinkUse
from newsroom.links.service import ask_for_check

LINKS_ON_A_PAGE = 40
CHANGE = frozenset({"change", "publish"})


@dataclass(frozen=True)
class ShownUse:
    """A place where a link stands, and whether its new address can be written there in one step."""

    use: LinkUse
    can_be_mended: bool
    follows_original: bool


def sees_links(user: Any) -> bool:
    """Whether somebody writes pages anywhere, and so can mend what broke."""
    return bool(policy_registry.get_by_type(Page).user_has_any_permission(user, CHANGE))


def links_with_uses(links: Iterable[CheckedLink], uses: QuerySet[LinkUse], user: Any) -> list[Any]:
    """Some links, each with `shown_uses`; a number of queries that does not grow with them."""
    shown: dict[int, Any] = {link.pk: link for link in links}
    for link in shown.values():
        link.shown_uses = []
    found = list(uses.filter(link__in=shown).select_related("page__locale").order_by("page_id", "pk"))
    pages = {use.page_id for use in found}
    may_change = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, CHANGE)
    changeable = set(may_change.filter(pk__in=pages).values_list("pk", flat=True))
    keys = {use.page.translation_key for use in found}
    translated = set(
        Translation.objects.filter(source__object_id__in=keys, enabled=True).values_list(
            "source__object_id", "target_locale"
        )
    )
    for use in found:
        link = shown[use.link_id]
        follows = (use.page.translation_key, use.page.locale_id) in translated
        can = bool(link.target) and use.is_in_draft and use.page_id in changeable and not follows
        link.shown_uses.append(ShownUse(use, can, follows))
    return list(shown.values())


def links_report(request: HttpRequest) -> HttpResponse:
    """Every link that leads nowhere or has moved, with the pages that somebody may know of, what broke last first.

    Raises PermissionDenied for those who write no pages.
    """
    if not sees_links(request.user):
        raise PermissionDenied
    uses = LinkUse.objects.filter(page__in=visible_pages(request.user).order_by().values("pk"))
    links = CheckedLink.objects.to_see_to().filter(Exists(uses.filter(link=OuterRef("pk"))))
    ordered = links.order_by(F("broken_since").desc(nulls_last=True), "pk")
    page = Paginator(ordered, LINKS_ON_A_PAGE).get_page(request.GET.get("p"))
    context = {"links": links_with_uses(page.object_list, uses, request.user), "page": page}
    return render(request, "links/admin/report.html", context)


def page_of_links(request: HttpRequest, pk: int) -> Page:
    """The page whose links somebody asks for. Raises Http404, and PermissionDenied for those who may not change it."""
    page = get_object_or_404(Page, pk=pk).specific
    if not sees_page(request.user, page) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def visible_uses(page: Page, user: Any) -> QuerySet[LinkUse]:
    """Where a page links to in the languages that somebody may know of."""
    languages = visible_pages(user, Page.objects.filter(translation_key=page.translation_key))
    return LinkUse.objects.filter(page__in=languages.order_by().values("pk"))


def links_of_page(request: HttpRequest, pk: int) -> HttpResponse:
    """All links of a page in its languages and what is known of them. Raises Http404 and PermissionDenied."""
    page = page_of_links(request, pk)
    uses = visible_uses(page, request.user)
    links = CheckedLink.objects.filter(Exists(uses.filter(link=OuterRef("pk")))).order_by(
        F("broken_since").desc(nulls_last=True), "pk"
    )
    shown = Paginator(links, LINKS_ON_A_PAGE).get_page(request.GET.get("p"))
    context = {
        "of": page,
        "links": links_with_uses(shown.object_list, uses, request.user),
        "page": shown,
        "waiting": links.filter(asked_at__isnull=False).count(),
    }
    return render(request, "links/admin/links_of_page.html", context)


def check_links(request: HttpRequest, pk: int) -> HttpResponse:
    """With POST: let the worker check the links of a page. How far that is, in words, for whoever waits with a script.

    Raises Http404 and PermissionDenied.
    """
    page = page_of_links(request, pk)
    if request.method == "POST":
        ask_for_check(page.translation_key)
        check_links_of.enqueue(str(page.translation_key))
        if "application/json" not in request.headers.get("Accept", ""):
            return redirect("links_of_page", page.pk)
    links = list(CheckedLink.objects.filter(Exists(visible_uses(page, request.user).filter(link=OuterRef("pk")))))
    waiting = sum(link.is_waiting for link in links)
    return JsonResponse({"waiting": waiting, "words": words_for_links(links, waiting)})


def words_for_links(links: list[CheckedLink], waiting: int) -> str:
    """What is known of some links, in a sentence."""
    if waiting:
        words = ngettext("%(number)d link is being checked …", "%(number)d links are being checked …", waiting)
        return words % {"number": waiting}
    if broken := sum(link.is_broken for link in links):
        return ngettext("%(number)d link is broken.", "%(number)d links are broken.", broken) % {"number": broken}
    return _("No link is known to be broken.")


@require_POST
def mend_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the new address of a link into the draft of the page where it stands, and go back.

    Raises Http404 for a place that is there no more, PermissionDenied for those who may not know of the page.
    """
    use = get_object_or_404(LinkUse.objects.select_related("link", "page"), pk=pk)
    if not sees_page(request.user, use.page):
        raise PermissionDenied
    try:
        mend(use.page, use.link, request.user)
    except NotMendedError as refusal:
        messages.error(request, str(refusal))
    else:
        said = {"title": use.page.draft_title or use.page.title}
        messages.success(request, _("The new address stands in the draft of “%(title)s”.") % said)
    back = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}, require_https=request.is_secure()):
        return redirect(back)
    return redirect("links_report")
