"""What the editor asks while the line or the session is in doubt: who is here, and what has arrived."""

import base64

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_GET

from newsroom.base.users import name_of

#: Under which name a form says which words of a browser it brings, and where the session notes that they arrived.
STAMP = "kept_stamp"
ARRIVED = "arrived_words"
MOST_STAMPS = 20
LONGEST_STAMP = 40


def key_of(user_id: int | None) -> str:
    """Return the key that locks what a browser keeps for somebody; nobody else is ever given it."""
    return base64.b64encode(salted_hmac("newsroom.kept_words", str(user_id), algorithm="sha256").digest()).decode()


def note_arrival(request: HttpRequest) -> None:
    """Note in the session that the words of a form were saved, so that the browser forgets its copy.

    What an editor saves by itself it hears of by itself, while newer words are kept under the same stamp.
    """
    stamp = request.POST.get(STAMP, "")[:LONGEST_STAMP]
    if stamp and request.accepts("text/html"):
        arrived = request.session.get(ARRIVED, [])
        request.session[ARRIVED] = [*arrived, stamp][-MOST_STAMPS:]


@require_GET
def who_is_here(request: HttpRequest) -> HttpResponse:
    """Who is logged in, a token for the forms of that session, the key of their words, and which have arrived."""
    answer = JsonResponse(
        {
            "user": request.user.pk,
            "name": name_of(request.user),
            "token": get_token(request),
            "key": key_of(request.user.pk),
            "arrived": request.session.get(ARRIVED, []),
        }
    )
    add_never_cache_headers(answer)
    return answer


@require_GET
def back_at_the_text(request: HttpRequest) -> HttpResponse:
    """Where the window of a log-in beside the text ends: it closes itself."""
    return render(request, "home/writing/back.html")
