"""When a form was shown to whoever sends it: a signed instant inside the form, written as the answer leaves.

The page with the form may be one that was made for everybody and kept. It holds a placeholder then, in whose place each
reader gets an instant of their own.
"""

import datetime
from collections.abc import Callable

from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

#: What stands in a page in the place of the instant.
PLACEHOLDER = "shown-when-this-answer-leaves"
#: Quicker nobody reads a form and fills it in.
LEAST = datetime.timedelta(seconds=3)
#: Who takes longer is asked to send it once more.
MOST = datetime.timedelta(days=14)
_signer = TimestampSigner(salt="newsroom.base.public_forms")


def shown_now() -> str:
    """Return the signed instant at which a form is shown, as it stands in the form."""
    return _signer.sign("shown")


def shown_since(signed: str) -> datetime.timedelta | None:
    """Return for how long a form has been shown; None where the instant is none of ours or too long ago."""
    for least in (LEAST, MOST):
        try:
            _signer.unsign(signed, max_age=least)
        except BadSignature:
            continue
        return datetime.timedelta() if least == LEAST else LEAST
    return None


class SayWhenShown:
    """Writes into each form for strangers when it is shown, also into those of answers that were kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        if is_page and isinstance(response, HttpResponse) and PLACEHOLDER.encode() in response.content:
            response.content = response.content.replace(PLACEHOLDER.encode(), shown_now().encode())
            response["Content-Length"] = str(len(response.content))
        return response
