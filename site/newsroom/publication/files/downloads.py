from typing import Any

from django.http import HttpRequest
from wagtail.log_actions import log

from newsroom.base.requests.visitors import client_address

#: What the log calls it when somebody gets a file that the public cannot have.
DOWNLOADED = "publication.download"


def note_download(file: Any, request: HttpRequest) -> None:
    """Write down who got a private file. Who only asks whether it is there gets nothing."""
    if request.method == "GET":
        log(file, DOWNLOADED, user=request.user, data={"address": client_address(request) or ""})
