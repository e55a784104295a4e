"""Log-ins, log-outs and failed attempts, written into Wagtail's log as Django tells of them."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from wagtail.log_actions import log
from wagtail.models import Site

from newsroom.base.models import User
from newsroom.base.public_forms.rate import is_too_often
from newsroom.base.requests.visitors import client_address

LOGGED_IN, LOGGED_OUT = "home.access.log_in", "home.access.log_out"
FAILED, LOCKED_OUT = "home.access.failed", "home.access.locked_out"
SHOWN_SECOND, FAILED_SECOND = "home.access.second_factor", "home.access.second_factor_failed"
SET_UP_SECOND, FORGOT_SECOND = "home.access.second_factor_set_up", "home.access.second_factor_forgotten"
EXPORTED = "home.access.export"
GROUPS_GIVEN = "home.access.groups"
#: How somebody got in, where it was not by a password.
BY_PROVIDER = "single sign-on"
#: So much of what a browser calls itself is kept.
LONGEST_BROWSER = 200


def where_from(request: HttpRequest | None) -> dict[str, str]:
    """Return the address and the browser that something was asked from, as the log keeps them for a time.

    Also the way, of log-ins by the institution's provider.
    """
    if request is None:
        return {}
    way = getattr(request, "log_in_way", "")
    return {
        "address": client_address(request) or "",
        "browser": request.headers.get("User-Agent", "")[:LONGEST_BROWSER],
        **({"way": way} if way else {}),
    }


def note_log_in(user: User, request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Somebody got in."""
    log(user, LOGGED_IN, user=user, title=user.get_username(), data=where_from(request))


def note_log_out(user: User | None, request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Somebody left."""
    if user:
        log(user, LOGGED_OUT, user=user, title=user.get_username(), data=where_from(request))


def note_failed_log_in(credentials: dict[str, Any], request: HttpRequest | None = None, **kwargs: Any) -> None:
    """Somebody did not get in. Tries that the brake does not hear are one entry for an address while it is on.

    What was typed as a name is kept where an account is called so; it may be a password otherwise.
    """
    found = where_from(request)
    is_braked = bool(getattr(request, "axes_locked_out", False))
    if is_braked and is_too_often("locked out", found.get("address", ""), 1, settings.AXES_COOLOFF_TIME):
        return
    typed = str(credentials.get(User.USERNAME_FIELD) or credentials.get("username") or "")
    account = User.objects.filter(username=typed).first()
    subject = account or Site.objects.filter(is_default_site=True).first()
    if subject:
        title = account.get_username() if account else found.get("address") or "-"
        log(subject, LOCKED_OUT if is_braked else FAILED, title=title, data=found | {"is_known": bool(account)})
