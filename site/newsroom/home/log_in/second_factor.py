"""Who showed the password and not yet the second factor is nobody: neither the CMS nor a private file opens."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import LazyObject, SimpleLazyObject
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.log_actions import log

from newsroom.base.models import User
from newsroom.base.requests.middleware import ADMIN
from newsroom.home.audit.access import FORGOT_SECOND

#: So many recovery codes somebody gets, each good for one log-in.
RECOVERY_CODES = 10
#: Names of devices, for those who look into the database.
TELEPHONE, RECOVERY = "telephone", "recovery codes"
#: What opens in the CMS before the second factor is shown, as to strangers.
OPEN_BEFORE = ("wagtailadmin_login", "wagtailadmin_logout", "second_factor")


class AskSecondFactor:
    """Takes the account off each request of somebody who has not shown the second factor, and asks for it in the CMS.

    Does nothing where the setting is off, and nothing for strangers.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.user = SimpleLazyObject(partial(account_itself, request.user))  # type: ignore[assignment]
        if settings.NEWSROOM_SECOND_FACTOR and settings.SESSION_COOKIE_NAME in request.COOKIES:
            user: Any = request.user
            if user.is_authenticated and not user.is_verified():
                request.half_way = user  # type: ignore[attr-defined]
                request.user = AnonymousUser()
                if request.path_info.startswith(ADMIN) and request.path_info not in map(reverse, OPEN_BEFORE):
                    asked = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
                    return redirect(f"{reverse('second_factor')}?{asked}")
        return self.get_response(request)


def account_itself(user: Any) -> Any:
    """Return the account behind django-otp's lazy one, which holds Django's: Wagtail's log looks behind one alone."""
    bool(user.is_authenticated)
    while isinstance(user, LazyObject):
        user = user._wrapped
    return user


def confirmed_telephone(user: User) -> TOTPDevice | None:
    """Return the telephone that somebody set up, or None."""
    found: TOTPDevice | None = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    return found


def telephone_to_set_up(user: User) -> TOTPDevice:
    """Return the telephone that somebody is setting up; its secret stays the same until that is done."""
    with transaction.atomic():
        found: TOTPDevice = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": TELEPHONE})[
            0
        ]
    return found


@transaction.atomic
def new_recovery_codes(user: User) -> Iterable[str]:
    """Make recovery codes in place of those that somebody had; they are shown this once."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name=RECOVERY)
    codes = [StaticToken.random_token() for _number in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return codes


def recovery_codes_left(user: User) -> int:
    """Count the recovery codes that somebody has not used."""
    number: int = StaticToken.objects.filter(device__user=user, device__confirmed=True).count()
    return number


@transaction.atomic
def take_off_second_factor(user: User) -> None:
    """Take the telephone and the recovery codes off an account; the next log-in sets new ones up."""
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    log(user, FORGOT_SECOND, title=user.get_username())
