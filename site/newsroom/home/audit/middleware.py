from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.log_actions import log

from newsroom.base.requests.middleware import ADMIN
from newsroom.home.audit.access import EXPORTED, where_from


class LogExports:
    """Writes down who took what out of the CMS: each answer below /admin/ that is a file to save."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if is_export(request, response):
            log(request.user, EXPORTED, user=request.user, title=request.get_full_path(), data=where_from(request))
        return response


def is_export(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether somebody who is logged in was given a file of the CMS."""
    is_file = response.status_code == 200 and response.get("Content-Disposition", "").startswith("attachment")
    return is_file and request.path_info.startswith(ADMIN) and request.user.is_authenticated
