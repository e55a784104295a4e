from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from newsroom.base.caching.changes import is_read_once, number_read_once
from newsroom.base.pages.roots import site_for_reader

#: Requests that change nothing.
READING = ("GET", "HEAD")


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
