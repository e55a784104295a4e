"""What programs may ask: is it alive, may it take traffic, and, with a token, what is the matter."""

import dataclasses

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from newsroom.home.readiness import missing
from newsroom.home.state import state


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing else, so that whatever watches it ends no process for another's fault."""
    return said("ok")


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """Whether readers may be sent here: 200 and "ready", else 503 and a plain word for each thing that is missing."""
    wrong = missing()
    return said(" ".join(wrong), 503) if wrong else said("ready")


@never_cache
@require_safe
def monitor(request: HttpRequest) -> HttpResponse:
    """The state of the newsroom as JSON, for a program that shows the token. Raises Http404 where none is set."""
    token = settings.NEWSROOM_MONITOR_TOKEN
    if not token:
        raise Http404
    if not constant_time_compare(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode()):
        response = said("unauthorised", 401)
        response["WWW-Authenticate"] = "Bearer"
        return response
    wrong = missing()
    if {"database", "migrations"} & set(wrong):
        return JsonResponse({"is_well": False, "not_ready": wrong})
    now = state()
    return JsonResponse({"is_well": now.is_well and not wrong, "not_ready": wrong, **dataclasses.asdict(now)})


def said(words: str, status: int = 200) -> HttpResponse:
    """An answer of a few words."""
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")


urlpatterns = [
    path("health/", alive, name="health"),
    path("ready/", ready, name="ready"),
    path("monitor/", monitor, name="monitor"),
]
