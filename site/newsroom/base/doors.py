"""Which of Wagtail's addresses ask for which act, so that a refusal can be told in words.

Nothing is refused here: every one of these addresses asks the permission tester itself, and says no more than that
something is not permitted.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.contrib import messages
from django.db.models import BigIntegerField
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch
from wagtail.models import Page

from newsroom.base.permissions import Act, NewsroomPagePermissionTester

#: Pages of the CMS, by name: what the address is for and what it calls the page.
PAGES = {
    "wagtailadmin_pages:delete": (Act.DELETE, "page_id"),
    "wagtailadmin_pages:move": (Act.MOVE, "page_to_move_id"),
    "wagtailadmin_pages:move_confirm": (Act.MOVE, "page_to_move_id"),
    "wagtailadmin_pages:copy": (Act.COPY, "page_id"),
    "wagtailadmin_pages:set_privacy": (Act.MAKE_PRIVATE, "page_id"),
    "wagtailadmin_pages:lock": (Act.LOCK, "page_id"),
    "wagtailadmin_pages:unlock": (Act.UNLOCK, "page_id"),
}
API = "wagtailadmin_api:pages:action"
SEVERAL = "wagtail_bulk_action"
#: What the admin API and the bulk actions call an act.
CALLED = {"create_alias": Act.ALIAS} | {
    act.value: act for act in (Act.DELETE, Act.MOVE, Act.COPY, Act.PUBLISH, Act.UNPUBLISH)
}


class SayWhyNot:
    """In place of Wagtail's "no permission": what the tester refuses is told with its reason."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        """The answer in place of the page's, for those who work here."""
        match = request.resolver_match
        act, numbers = asked(request, match) if match else (None, [])
        if match is None or act is None or not request.user.has_perms(["wagtailadmin.access_admin"]):
            return None
        tester = next(refused(request, act, numbers), None)
        return answer(request, match, tester, tester.refusal(act) or "") if tester else None


def refused(request: HttpRequest, act: Act, numbers: list[int]) -> Iterator[NewsroomPagePermissionTester]:
    """The testers of the pages that a rule keeps as they are."""
    possible = [number for number in numbers if number <= BigIntegerField.MAX_BIGINT]
    for page in Page.objects.filter(pk__in=possible).specific():
        tester = page.permissions_for_user(request.user)
        if isinstance(tester, NewsroomPagePermissionTester) and tester.refusal(act):
            yield tester


def asked(request: HttpRequest, match: ResolverMatch) -> tuple[Act | None, list[int]]:
    """What is asked of which pages."""
    kwargs = match.kwargs
    if match.view_name in PAGES:
        act, name = PAGES[match.view_name]
        return act, [kwargs[name]]
    if match.view_name == API:
        return CALLED.get(kwargs["action_name"]), [kwargs["pk"]]
    if match.view_name == SEVERAL and (kwargs["app_label"], kwargs["model_name"]) == ("wagtailcore", "page"):
        numbers = [int(number) for number in request.GET.getlist("id") if number.isdecimal()]
        return CALLED.get(kwargs["action"]), numbers
    return None, []


def answer(
    request: HttpRequest, match: ResolverMatch, tester: NewsroomPagePermissionTester, words: str
) -> HttpResponse:
    """The reason: as JSON to a program, else as a message where the page is edited, or else at home."""
    if match.view_name == API or request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return JsonResponse({"detail": words}, status=403)
    if not tester.can_edit():
        messages.error(request, words)
        return redirect("wagtailadmin_home")
    messages.error(request, f"{tester.page.get_admin_display_title()}: {words}")
    return redirect("wagtailadmin_pages:edit", tester.page.pk)
