"""The way to the institution's provider and back, and out again."""

from typing import Any
from urllib.parse import urlencode

import requests
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET
from mozilla_django_oidc.views import OIDCAuthenticationCallbackView, OIDCAuthenticationRequestView
from wagtail.admin.views.account import LogoutView

from newsroom.home.audit.access import BY_PROVIDER
from newsroom.home.log_in.single_sign_on import is_single_sign_on, provider, provider_setting

#: Where a session says that its log-in came by the provider.
CAME_BY_PROVIDER = "came_by_provider"


class ToProvider(OIDCAuthenticationRequestView):
    """Sends somebody to the provider, with a state, a nonce and a challenge that their session keeps."""

    get_settings = staticmethod(provider_setting)


class FromProvider(OIDCAuthenticationCallbackView):
    """Takes somebody back from the provider."""

    get_settings = staticmethod(provider_setting)

    @property
    def success_url(self) -> str:
        """Where they wanted to go within the CMS, which was asked before, or else its front page."""
        return self.request.session.pop("oidc_login_next", None) or reverse("wagtailadmin_home")

    def login_success(self) -> HttpResponse:
        answer: HttpResponse = super().login_success()
        self.request.session[CAME_BY_PROVIDER] = True
        return answer

    def login_failure(self) -> HttpResponse:
        return not_let_in(self.request)


def not_let_in(request: HttpRequest) -> HttpResponse:
    """Say so, and no more: whether an account is there is nobody's business."""
    words = _("You were not logged in. If this happens again, ask an administrator whether you have an account here.")
    messages.error(request, words)
    return redirect("wagtailadmin_login")


@never_cache
@require_GET
def single_sign_on(request: HttpRequest) -> HttpResponse:
    """To the provider. Raises Http404 where none is named."""
    if not is_single_sign_on():
        raise Http404
    try:
        answer: HttpResponse = ToProvider.as_view()(request)
    except (requests.RequestException, SuspiciousOperation, KeyError, ValueError):
        messages.error(request, _("Your institution's log-in does not answer. Please try again later."))
        return redirect("wagtailadmin_login")
    return answer


@never_cache
@require_GET
@sensitive_variables()
def back_from_provider(request: HttpRequest) -> HttpResponse:
    """From the provider. Raises Http404 where none is named."""
    if not is_single_sign_on():
        raise Http404
    request.log_in_way = BY_PROVIDER  # type: ignore[attr-defined]
    try:
        answer: HttpResponse = FromProvider.as_view()(request)
    except SuspiciousOperation:  # a state that this session did not send out
        return not_let_in(request)
    return answer


class LogOutOfProvider(LogoutView):
    """Wagtail's log-out; whoever came by the provider is then led to its own, where it has one."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        came_by_provider = request.method == "POST" and is_single_sign_on() and request.session.get(CAME_BY_PROVIDER)
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        address = address_to_leave() if came_by_provider else ""
        if not address:
            return answer
        leaving = HttpResponseRedirect(address)
        leaving.cookies = answer.cookies
        return leaving


def address_to_leave() -> str:
    """Where the provider ends its own session; "" where it has no such address or does not answer."""
    try:
        end = provider().get("end_session_endpoint", "")
    except (requests.RequestException, SuspiciousOperation, ValueError):
        return ""
    back = settings.BASE_URL + reverse("wagtailadmin_login")
    asked = {"client_id": settings.OIDC_RP_CLIENT_ID, "post_logout_redirect_uri": back}
    return f"{end}?{urlencode(asked)}" if end else ""
