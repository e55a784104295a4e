"""The pages of the CMS on which officers say what stands first on a campaign hub."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST
from wagtail.models import Page

from campaigns.hubs.gathering import dates_of, pinned_on
from campaigns.models import CampaignHubPage, PinnedItem
from campaigns.pinning.service import can_be_pinned, may_pin, pin, put_at, unpin
from newsroom.base.rights.sight import is_withheld
from newsroom.publication.page_states import PageStates


@dataclass
class ShownPin:
    """Something pinned as the CMS lists it, in the language of the hub where it has that; do readers see it?"""

    item: PinnedItem
    page: Page
    state: Any
    is_shown: bool


def arrangeable(request: HttpRequest, pk: int) -> CampaignHubPage:
    """A hub. Raises PermissionDenied for those who may not publish it, Http404 where there is none."""
    hub: CampaignHubPage = get_object_or_404(CampaignHubPage.objects.select_related("locale", "hashtag"), pk=pk)
    if not may_pin(hub, request.user):
        raise PermissionDenied
    return hub


def arrange_hub(request: HttpRequest, pk: int) -> HttpResponse:
    """What is pinned on a hub, to be put in order, and what could be; each change holds at once."""
    hub = arrangeable(request, pk)
    if request.method == "POST":
        change(request, hub)
        return redirect("arrange_hub", hub.pk)
    pins = shown_pins(hub, PageStates.of(request), request.user)
    pinned = {pin.page.translation_key for pin in pins}
    with override(hub.locale.language_code):
        offered = list(dates_of(hub.hashtag.slug, timezone.now().date()))
    context = {
        "hub": hub,
        "pins": pins,
        "offered": [page for page in offered if page.live and page.translation_key not in pinned],
        "place_address": reverse("place_on_hub", args=[hub.pk, 999999]),
        "page_title": _("Arrange the hub"),
    }
    return render(request, "campaigns/admin/arrange.html", context)


def change(request: HttpRequest, hub: CampaignHubPage) -> None:
    """Pin, take off or move one thing, as the button that was pressed says."""
    act, number = request.POST.get("act", ""), request.POST.get("page", "")
    page = get_object_or_404(Page, pk=number if number.isdecimal() else 0)
    if act == "pin":
        pin_it(request, hub, page)
    elif act == "unpin":
        unpin(hub, page, request.user)
    elif act in ("up", "down"):
        items = list(PinnedItem.objects.on_hub(hub.translation_key).select_related("page"))
        place = next((place for place, item in enumerate(items) if item.page_id == page.pk), None)
        if place is not None:
            put_at(hub, items[place], place + (1 if act == "down" else -1), request.user)


def pin_it(request: HttpRequest, hub: CampaignHubPage, page: Page) -> None:
    """Pin a page, and say so where it cannot be: it lost the hashtag meanwhile."""
    try:
        pin(hub, page, request.user)
    except ValueError:
        messages.error(request, _("Only what carries #%(hashtag)s can be pinned here.") % {"hashtag": hub.hashtag.name})


@require_POST
def place_on_hub(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Where something was dropped: at the place that the address gives; 400 for none. Raises Http404 for what is not
    pinned."""
    hub = arrangeable(request, pk)
    row = get_object_or_404(PinnedItem.objects.on_hub(hub.translation_key).select_related("page"), pk=item)
    position = request.GET.get("position", "")
    if not position.isdecimal():
        return HttpResponse(status=400)
    put_at(hub, row, int(position[:6]), request.user)
    return HttpResponse(status=204)


def shown_pins(hub: CampaignHubPage, states: PageStates, user: Any) -> list[ShownPin]:
    """What is pinned on a hub and somebody may know of, in its order, however much in four queries, and what of it
    readers see."""
    rows = PinnedItem.objects.on_hub(hub.translation_key).select_related("page")
    items = [item for item in rows if not is_withheld(user, item.page)]
    keys = [item.page.translation_key for item in items]
    found = Page.objects.filter(translation_key__in=keys, locale=hub.locale).prefetch_workflow_states()
    own = {page.translation_key: page for page in found}
    with override(hub.locale.language_code):
        seen = {row.thing.translation_key for row in pinned_on(hub.translation_key)}
    pages = [own.get(item.page.translation_key, item.page) for item in items]
    return [
        ShownPin(item, page, states.status(page), page.translation_key in seen)
        for item, page in zip(items, pages, strict=True)
    ]


def pin_on_hub(request: HttpRequest, pk: int) -> HttpResponse:
    """The campaign hubs whose hashtag a page carries, and whether it is pinned there; one press changes that.

    Raises PermissionDenied for those who may not publish the page, Http404 for one that no hub gathers.
    """
    page = get_object_or_404(Page.objects.select_related("locale"), pk=pk)
    if not can_be_pinned(page):
        raise Http404
    if not page.permissions_for_user(request.user).publishes:
        raise PermissionDenied
    hubs = [hub for hub in hubs_for(page) if may_pin(hub, request.user)]
    if request.method == "POST":
        hub = next((hub for hub in hubs if str(hub.pk) == request.POST.get("hub")), None)
        if hub is None:
            raise Http404
        act = unpin if request.POST.get("act") == "unpin" else pin
        act(hub, page, request.user)
        return redirect("pin_on_hub", page.pk)
    pinned = set(PinnedItem.objects.of_thing(page.translation_key).values_list("hub", flat=True))
    context = {
        "page": page,
        "rows": [(hub, hub.translation_key in pinned) for hub in hubs],
        "page_title": _("Pin on a campaign hub"),
    }
    return render(request, "campaigns/admin/pin.html", context)


def hubs_for(page: Page) -> list[CampaignHubPage]:
    """The hubs whose hashtag a page carries, each once: in the page's language or else its original."""
    tags = page.specific.hashtags.all()
    rows = CampaignHubPage.objects.filter(hashtag__in=[tag.pk for tag in tags]).select_related("locale", "hashtag")
    ordered = sorted(rows, key=lambda hub: (hub.locale_id != page.locale_id, not hub.is_original))
    found: dict[Any, CampaignHubPage] = {}
    for hub in ordered:
        found.setdefault(hub.translation_key, hub)
    return list(found.values())


ADMIN_URLS = [
    path("pages/<int:pk>/arrange/", arrange_hub, name="arrange_hub"),
    path("pages/<int:pk>/arrange/<int:item>/place/", place_on_hub, name="place_on_hub"),
    path("pages/<int:pk>/pin/", pin_on_hub, name="pin_on_hub"),
]
