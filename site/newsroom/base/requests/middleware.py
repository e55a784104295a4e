import codecs
import logging
import re
import secrets
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    JsonResponse,
    StreamingHttpResponse,
)
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from newsroom.base.files.storage import NotStoredError
from newsroom.base.languages import active_code
from newsroom.base.pages.choosing import GREATEST
from newsroom.base.requests.logs import request_id
from newsroom.language.spacing import spaced_html

logger = logging.getLogger(__name__)
#: What a proxy may call a request: nothing that could break a line of the log.
REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
ADMIN = "/admin/"
#: What the views of the CMS call the number of a row where their address takes any text.
NUMBERS = ("pk", "object_id")
#: What the CMS writes in place of numbers where somebody chose every row of a list.
ALL = "all"
#: How the CMS's forms count the blocks of a body and the rows of a list.
COUNTS = ("-count", "-TOTAL_FORMS", "-INITIAL_FORMS")


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


class SetSpaces:
    """Gives readers' pages the spaces that their languages want, whoever wrote the words: in French no line may part a
    sign from its word. Editors see in the CMS what they typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_page = response.get("Content-Type", "").startswith("text/html") and not request.path.startswith(ADMIN)
        if is_page and isinstance(response, HttpResponse):
            response.content = spaced_html(response.content.decode(response.charset), active_code())
            # What stands further in has counted already; a program that asks for no compression waits for the rest.
            response["Content-Length"] = str(len(response.content))
        return response


class RefuseUnreadableRequests:
    """Answers 400 or 404 to what no page of ours sends.

    Nowhere is there an address with a NUL in it, which no database can look up, nor a form in another encoding than
    UTF-8, since what calls itself one may be no encoding of text. In the CMS, an address that names a
    row by what no row is named, in its path or as an `id` in its query, is a 404, a form without what belongs to it a
    400: Wagtail takes them as they come and fails.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\x00" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return plain_refusal(_("This address cannot be read."))
        if request.content_type == "multipart/form-data" and codecs.lookup(request.encoding or "utf-8").name != "utf-8":
            return plain_refusal(_("This form cannot be read."))
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        """Looks at the numbers in the address and at the counts in the form. Raises Http404."""
        if not request.path_info.startswith(ADMIN):
            return None
        chosen = (("pk", number) for number in request.GET.getlist("id") if number != ALL)
        if not all(may_name_a_row(name, value) for name, value in (*kwargs.items(), *chosen)):
            raise Http404
        if request.method == "POST" and not all(is_count(request.POST[name]) for name in counts_in(request)):
            return plain_refusal(_("This form cannot be read."))
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A form of the CMS that was sent without one of its parts; other exceptions are none of ours."""
        is_ours = request.method == "POST" and request.path_info.startswith(ADMIN)
        if is_ours and isinstance(exception, MultiValueDictKeyError):
            return plain_refusal(_("This form cannot be read."))
        return None


def plain_refusal(words: str) -> HttpResponse:
    """One line."""
    return HttpResponseBadRequest(words, content_type="text/plain; charset=utf-8")


def may_name_a_row(name: str, value: Any) -> bool:
    """Whether a part of an address can be what it stands for: the number of a row, or its UUID."""
    if isinstance(value, int):
        return value <= GREATEST
    if name not in NUMBERS or not isinstance(value, str):
        return True
    return is_uuid(value) or (value.isascii() and value.isdecimal() and len(value) < 20 and int(value) <= GREATEST)


def is_uuid(text: str) -> bool:
    """Whether a text is a UUID."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def counts_in(request: HttpRequest) -> list[str]:
    """The fields of a form in which it counts its own parts."""
    return [name for name in request.POST if name.endswith(COUNTS)]


def is_count(text: Any) -> bool:
    """Whether a form can have that many parts."""
    most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    return str(text).isascii() and str(text).isdecimal() and len(text) < 9 and int(text) <= most


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
