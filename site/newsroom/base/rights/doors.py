"""Which of Wagtail's addresses ask for which act, so that a refusal can be told in words.

No right is refused here: every one of these addresses asks the permission tester itself, and says no more than that
something is not permitted. What somebody may not know of is not found here.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.apps import apps
from django.contrib import messages
from django.db.models import BigIntegerField, Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import ResolverMatch
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import CollectionMember, Page
from wagtail.permissions import policy_registry

from newsroom.base.rights.permissions import Act, NewsroomPagePermissionTester
from newsroom.base.rights.sight import asking, sees_all_pages, sees_page, visible_pages

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
API = "wagtailadmin_api"
ACTION = f"{API}:pages:action"
SEVERAL = "wagtail_bulk_action"
#: How addresses call a page that they are about.
NAMES_OF_PAGES = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
NAMES_OF_SEVERAL = ("app_label", "model_name", "action")
#: What the admin API and the bulk actions call an act.
CALLED = {
    "convert_alias": Act.REWRITE,
    "copy": Act.COPY,
    "copy_for_translation": Act.EDIT,
    "create_alias": Act.ALIAS,
    "delete": Act.DELETE,
    "move": Act.MOVE,
    "publish": Act.PUBLISH_UNOPENED,
    "revert_to_page_revision": Act.REWRITE,
    "unpublish": Act.UNPUBLISH,
}


class SayWhyNot:
    """Replace Wagtail's "no permission" by the reason that the permission tester gives, and note who asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = asking.set(request.user)
        try:
            return self.get_response(request)
        finally:
            asking.reset(token)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        """The answer in place of the page's, for those who work here."""
        match = request.resolver_match
        if match is None or not request.user.has_perms(["wagtailadmin.access_admin"]):
            return None
        act, numbers = asked(request, match)
        if act and (tester := next(refusing_testers(request, act, numbers), None)):
            return refusal_response(request, tester, tester.refusal(act) or "")
        if match.view_name == SEVERAL:
            refuse_several_out_of_sight(request, match)
        return permission_denied(request) if names_a_page_out_of_sight(request, match) else None


def refusing_testers(request: HttpRequest, act: Act, numbers: list[int]) -> Iterator[NewsroomPagePermissionTester]:
    """Yield the testers of the pages for which a rule refuses an act."""
    possible = [number for number in numbers if number <= BigIntegerField.MAX_BIGINT]
    for page in Page.objects.filter(pk__in=possible).specific():
        tester = page.permissions_for_user(request.user)
        if isinstance(tester, NewsroomPagePermissionTester) and tester.refusal(act):
            yield tester


def asked(request: HttpRequest, match: ResolverMatch) -> tuple[Act | None, list[int]]:
    """Return which act a request asks for, and for which pages."""
    kwargs = match.kwargs
    if match.view_name in PAGES:
        act, name = PAGES[match.view_name]
        return act, [kwargs[name]]
    if match.view_name == ACTION:
        return CALLED.get(kwargs["action_name"]), [kwargs["pk"]]
    if match.view_name == SEVERAL and (kwargs["app_label"], kwargs["model_name"]) == ("wagtailcore", "page"):
        numbers = [int(number) for number in request.GET.getlist("id") if number.isdecimal()]
        return CALLED.get(kwargs["action"]), numbers
    return None, []


def names_a_page_out_of_sight(request: HttpRequest, match: ResolverMatch) -> bool:
    """Tell whether an address is about a page that the user may not know of: the CMS would show its title."""
    numbers = [match.kwargs[name] for name in NAMES_OF_PAGES if name in match.kwargs]
    if not numbers or sees_all_pages(request.user):
        return False
    possible = [number for number in numbers if number <= BigIntegerField.MAX_BIGINT]
    return not all(sees_page(request.user, page) for page in Page.objects.filter(pk__in=possible))


def refuse_several_out_of_sight(request: HttpRequest, match: ResolverMatch) -> None:
    """Refuse a bulk action on things the user may not know of: its page would list their titles.

    Raises Http404 where one of them is a page, an image or a document that somebody may not know of.
    """
    try:
        model = apps.get_model(match.kwargs["app_label"], match.kwargs["model_name"])
    except LookupError:
        return
    if not issubclass(model, Page | CollectionMember):
        return
    things = model._default_manager.filter(pk__in=numbers_of_several(request, match, model))
    if things.exclude(pk__in=in_sight(request.user, model).order_by().values("pk")).exists():
        raise Http404


def in_sight(user: Any, model: type[Model]) -> QuerySet[Any]:
    """The pages, images or documents that somebody may know of."""
    if issubclass(model, Page):
        return visible_pages(user)
    files: QuerySet[Any] = policy_registry.get_by_type(model).instances_user_has_any_permission_for(
        user, {"choose", "change"}
    )
    return files


def numbers_of_several(request: HttpRequest, match: ResolverMatch, model: type[Model]) -> list[int]:
    """Which things a bulk action is asked for: some by their numbers, or all in a list."""
    asked_for = request.GET.getlist("id")
    if "all" in asked_for:
        action = bulk_action_registry.get_bulk_action_class(*(match.kwargs[name] for name in NAMES_OF_SEVERAL))
        parent = request.GET.get("childOf")
        return list(action(request, model).get_all_objects_in_listing_query(parent)) if action else []
    return [int(number) for number in asked_for if number.isdecimal() and int(number) <= BigIntegerField.MAX_BIGINT]


def is_of_the_api(request: HttpRequest) -> bool:
    """Whether a program asks the admin API, which is answered in JSON whatever it says it accepts."""
    return bool(request.resolver_match and API in request.resolver_match.namespaces)


def refusal_response(request: HttpRequest, tester: NewsroomPagePermissionTester, words: str) -> HttpResponse:
    """The reason: as JSON to a program, else as a message where the page is edited, or else at home."""
    if is_of_the_api(request) or request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return JsonResponse({"detail": words}, status=403)
    if not tester.can_edit():
        messages.error(request, words)
        return redirect("wagtailadmin_home")
    messages.error(request, f"{tester.page.get_admin_display_title()}: {words}")
    return redirect("wagtailadmin_pages:edit", tester.page.pk)
