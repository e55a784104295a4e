"""The page of the CMS on which links to a draft are made and revoked, with who opened them and what they said."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from newsroom.publication.models.preview_link import OutsideComment, PreviewLink, PreviewOpening
from newsroom.publication.preview_links.commenting import takes_comments
from newsroom.publication.preview_links.forms import PreviewLinkForm
from newsroom.publication.preview_links.service import make_link, may_share, not_outside_words, revoke_link

#: So many openings, links and comments are shown, the newest first.
MOST_OPENINGS, MOST_LINKS, MOST_COMMENTS = 50, 50, 50


def shareable(request: HttpRequest, pk: int) -> Any:
    """A page whose draft whoever asks may show outside. Raises Http404, and PermissionDenied for others."""
    page = get_object_or_404(Page, pk=pk).specific
    if not may_share(page, request.user):
        raise PermissionDenied
    return page


@sensitive_variables("token", "address")
def preview_links(request: HttpRequest, pk: int) -> HttpResponse:
    """The links to a draft, and the form for another. Its address is shown once, in the answer to the form."""
    page = shareable(request, pk)
    user: Any = request.user
    form = PreviewLinkForm(request.POST or None)
    if not takes_comments(page):
        del form.fields["may_comment"]
    made, address = None, ""
    if request.method == "POST" and form.is_valid() and not page.is_confidential:
        made, token = make_link(page, user, {"may_comment": False, **form.cleaned_data})
        address, form = preview_address(page, token), PreviewLinkForm()
    links = PreviewLink.objects.filter(life=page.life).select_related("life")
    context = {
        "page": page,
        "form": form,
        "made": made,
        "address": address,
        "links": list(with_openings(links)[:MOST_LINKS]),
        "comments": list(comments_on(page)[:MOST_COMMENTS]),
        "why_not": not_outside_words() if page.is_confidential else "",
        "page_title": _("Share outside"),
    }
    answer = render(request, "publication/admin/preview_links.html", context)
    answer["Cache-Control"] = "private, no-store"
    return answer


def revoke_preview_link(request: HttpRequest, pk: int, link_id: int) -> HttpResponse:
    """Close a link before its time. Raises Http404 for a link to something else."""
    page = shareable(request, pk)
    user: Any = request.user
    link = get_object_or_404(PreviewLink, pk=link_id, life=page.life)
    if request.method == "POST":
        revoke_link(link, page, user)
        messages.success(request, _("The link is revoked and opens nothing any more."))
    return redirect("preview_links", page.pk)


def preview_address(page: Any, token: str) -> str:
    """The whole address of a link, in the language of a page."""
    with translation.override(page.locale.language_code):
        return settings.BASE_URL + reverse("shared_draft", args=[token])


def with_openings(links: Any) -> Any:
    """Links with how often and when they were opened last; as many queries for all as for one."""
    shown = PreviewOpening.objects.order_by("-opened_at", "-pk")[:MOST_OPENINGS]
    counted = links.annotate(times_opened=Count("openings"), last_opened_at=Max("openings__opened_at"))
    return counted.select_related("made_by").prefetch_related(Prefetch("openings", shown, to_attr="last_openings"))


def comments_on(page: Any) -> Any:
    """The comments that came by links to a draft, in whatever language, the newest first, with where they stand."""
    comments = OutsideComment.objects.filter(comment__page__translation_key=page.translation_key)
    return comments.select_related("comment__page__locale", "comment__resolved_by").order_by("-pk")
