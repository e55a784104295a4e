from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from newsroom.base.requests.middleware import plain_refusal


def for_strangers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let anybody send a form to a view: no cookie and no session stand behind it, so there is nothing to forge.

    What a page elsewhere makes a browser send is refused; nothing of what is answered is kept or found by a search
    engine.
    """

    @csrf_exempt
    @sensitive_post_parameters()
    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site") == "cross-site":
            return plain_refusal(_("This form was sent from another website. Open the page here and send it again."))
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        response["X-Robots-Tag"] = "noindex"
        return response

    return asked
