from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase, HttpResponseNotModified
from django.utils.translation import get_language_from_path

from newsroom.base.caching.answers import keep_answer, kept_answer
from newsroom.base.caching.changes import change_number, is_read_once, number_read_once
from newsroom.base.caching.holding import heard_until
from newsroom.base.caching.validators import valid_still, validator_of
from newsroom.base.pages.roots import site_for_reader

#: Requests that change nothing.
READING = ("GET", "HEAD")
#: For everybody, to be kept, and to be asked about each time.
FOR_EVERYBODY = "public, max-age=0, must-revalidate"


class ReadChangesOnce:
    """Asks at most once within a request that only reads whether what is kept still holds."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in READING:
            return self.get_response(request)
        with number_read_once():
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Spares Wagtail the look for the site and for the front page of the reader's language."""
        if is_read_once() and request.resolver_match and request.resolver_match.url_name == "wagtail_serve":
            site = site_for_reader()
            if site:
                request._wagtail_site = site  # type: ignore[attr-defined]


class AnswerConditionally:
    """Gives each public answer a validator, and whoever shows a valid one an empty answer, before any view is asked.

    To others it gives the same answer again, as long as nothing changed, if it was asked for lately.

    Public is what `NEWSROOM_PUBLIC_ANSWERS` names and was answered with 200 to somebody without a session: no preview,
    no refusal, nothing that sets a cookie or says by itself who may keep it. Everything else stays as it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not may_be_for_everybody(request):
            return self.get_response(request)
        if "If-None-Match" in request.headers and (validator := valid_still(request)):
            return HttpResponseNotModified(headers={"ETag": validator, "Cache-Control": FOR_EVERYBODY})
        if kept := kept_answer(request):
            return kept
        with heard_until() as holding:
            response = self.get_response(request)
        if isinstance(response, HttpResponse) and is_for_everybody(request, response):
            response["Cache-Control"] = FOR_EVERYBODY
            if validator := validator_of(request, holding.until):
                response["ETag"] = validator
                # An instant cannot tell that something went: the newest of what is left may be older.
                del response["Last-Modified"]
                keep_answer(request, response, holding.until)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:
        """Reads the number before anything that an answer is made of: a later change then makes it another one."""
        if request.resolver_match and request.resolver_match.url_name in settings.NEWSROOM_PUBLIC_ANSWERS:
            change_number()


def may_be_for_everybody(request: HttpRequest) -> bool:
    """Whether a request reads an address of readers, and nothing tells who asks."""
    if request.method not in READING or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    return bool(get_language_from_path(request.path_info)) or request.path_info.startswith("/sitemap")


def is_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether anybody would be answered the same."""
    name = request.resolver_match.url_name if request.resolver_match else None
    is_own = response.cookies or response.has_header("Cache-Control") or getattr(request, "is_preview", False)
    return response.status_code == 200 and not is_own and name in settings.NEWSROOM_PUBLIC_ANSWERS
