from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from newsroom.base.models import NewsroomPage
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.base.rights.doors import is_of_the_api
from newsroom.language.separators import as_list, in_quotation_marks
from newsroom.publication.gates import RefusedError


class RedirectToWhatIsPublic(RedirectMiddleware):
    """Wagtail's redirects, but none to a page of which a stranger hears nothing: its address alone would tell of it."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer: HttpResponse = super().process_response(request, response)
        if answer is response:
            return response
        return answer if leads_to_something_public(request) else response


def leads_to_something_public(request: HttpRequest) -> bool:
    """Whether the redirect kept for an address, with or without its query string, leads where anybody may go.

    A page that was taken off counts: a notice, or a further redirect, stands in its place.
    """
    for address in (request.get_full_path(), request.path):
        redirect = get_redirect(request, Redirect.normalise_path(address, decode_unicode=False))
        if redirect is not None:
            page = redirect.redirect_page.specific if redirect.redirect_page else None
            return not isinstance(page, NewsroomPage) or type(page).objects.answering().filter(pk=page.pk).exists()
    return False


class TakeChangesAsDeclared:
    """The editor's button says in which manner it changes what is public: its value is that of an `Amendment`.

    Another value, such as that of Wagtail's own button, declares nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if is_minor_change(request):
            with changing(Amendment.MINOR):
                return self.get_response(request)
        return self.get_response(request)


def is_minor_change(request: HttpRequest) -> bool:
    """Whether somebody pressed the editor's button that publishes a minor change."""
    if request.method != "POST" or not request.path.startswith(reverse("wagtailadmin_home")):
        return False
    try:
        is_editor = resolve(request.path_info).view_name == "wagtailadmin_pages:edit"
    except Resolver404:
        return False
    return is_editor and request.POST.get("action-publish") == Amendment.MINOR


class SayWhatWasRefused:
    """What a gate refuses is told to whoever asked for it, on the page where they asked.

    Every way to publish in the CMS, Wagtail's and those of its extensions, passes here; none of them knows of gates.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Back to where it was asked, with the reason; to programs the reason. Other exceptions are none of ours."""
        words = reasons(request, exception)
        if words is None:
            return None
        if is_of_the_api(request):
            return JsonResponse({"detail": words}, status=409)
        if request.headers.get("Accept", "").startswith("application/json"):
            return JsonResponse({"success": False, "error_message": words}, status=409)
        messages.error(request, words)
        came_from = request.headers.get("Referer", "")
        is_ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure())
        return redirect(came_from if is_ours else "wagtailadmin_home")


def reasons(request: HttpRequest, exception: Exception) -> str | None:
    """What a refusal says to a person: a gate's, the database's that keeps what is used, or a page's that may not go
    public as it is. None for other errors."""
    if isinstance(exception, RefusedError):
        return str(exception)
    if isinstance(exception, ProtectedError):
        names = as_list(map(in_quotation_marks, exception.protected_objects))
        return _("This is not deleted: it is used by %(names)s. Take it out of there first.") % {"names": names}
    if isinstance(exception, ValidationError) and request.path.startswith(reverse("wagtailadmin_home")):
        return " ".join(exception.messages)
    return None
