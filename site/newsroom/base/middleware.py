import logging
import re
import secrets
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from newsroom.base.logs import request_id
from newsroom.base.storage import NotStoredError

logger = logging.getLogger(__name__)
#: What a proxy may call a request: nothing that could break a line of the log.
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")


class GiveRequestId:
    """Gives each request a name that every line of the log carries: the proxy's X-Request-ID, or one of our own.

    It stays until the answer has left, since Django writes of an answer when all middleware is done with it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = request.headers.get("X-Request-ID", "")
        request_id.set(given if REQUEST_ID.fullmatch(given) else secrets.token_hex(8))
        response = self.get_response(request)
        response["X-Request-ID"] = request_id.get()
        return response


class AnswerHeadWithoutBody:
    """Drops the body of answers to HEAD, which no server may send; their headers stay as they are for GET."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.method == "HEAD":
            if isinstance(response, StreamingHttpResponse):
                response.streaming_content = ()
            elif isinstance(response, HttpResponse):
                response.content = b""
        return response


class RefuseUnreadableAddresses:
    """Answers 400 in one line to addresses with a NUL in them, which no database can look up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return HttpResponseBadRequest(_("This address cannot be read."), content_type="text/plain; charset=utf-8")
        return self.get_response(request)


class SayWhatWasNotStored:
    """A file that could not be stored is told to whoever uploaded it, and to the log."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Back to the form with the reason; other exceptions are none of ours, nor is what readers ask for."""
        if not isinstance(exception, NotStoredError) or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        logger.error("A file could not be stored: %s", exception.strerror or exception)
        words = _(
            "The file could not be stored: the newsroom's disk is full or may not be written to. Tell whoever "
            "runs it, then try again."
        )
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # What Wagtail's pages for uploads read of a file that was refused.
            return JsonResponse({"success": False, "error_message": words})
        messages.error(request, words)
        came_from = request.headers.get("Referer", "")
        is_ours = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure())
        return redirect(came_from if is_ours else "wagtailadmin_home")
