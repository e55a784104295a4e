"""The brake on guessed passwords: who has failed too often waits, and is told until when.

Failures count for an account together with the address they come from, so that a stranger cannot lock an officer out
from elsewhere; and, with more patience, for the address alone, so that nobody tries one password on all accounts.
"""

import datetime
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

#: How often an account may fail from one address, and one address with all accounts, within AXES_COOLOFF_TIME.
MOST_OF_AN_ACCOUNT = settings.AXES_FAILURE_LIMIT
MOST_OF_AN_ADDRESS = 30


class Brake(AxesDatabaseHandler):
    """Counts failures in the database, which all web processes share. `AXES_FAILURE_LIMIT` is that of an account."""

    def get_failures(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> int:
        """How far this try is; at the limit of an account where the address has reached its own."""
        of_account, of_address = recent_failures(request, credentials)
        if total(of_address) >= MOST_OF_AN_ADDRESS:
            return MOST_OF_AN_ACCOUNT
        return total(of_account)


def recent_failures(
    request: Any, credentials: dict[str, Any] | None = None
) -> tuple[QuerySet[AccessAttempt], QuerySet[AccessAttempt]]:
    """The failures that still count: those of the account from this address, and all from this address."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    of_address = AccessAttempt.objects.filter(ip_address=request.axes_ip_address, attempt_time__gt=since)
    return of_address.filter(username=get_client_username(request, credentials)), of_address


def total(attempts: QuerySet[AccessAttempt]) -> int:
    """How many failures some rows hold; a row is an account, an address and a browser."""
    return sum(attempts.values_list("failures_since_start", flat=True))


def locked_until(request: HttpRequest, credentials: dict[str, Any] | None = None) -> datetime.datetime:
    """When a refused try would be heard again: as soon as enough of the failures are old."""
    of_account, of_address = recent_failures(request, credentials)
    ends = timezone.now()
    for attempts, most in ((of_account, MOST_OF_AN_ACCOUNT), (of_address, MOST_OF_AN_ADDRESS)):
        left = total(attempts)
        for row in attempts.order_by("attempt_time"):
            if left < most:
                break
            left -= row.failures_since_start
            ends = max(ends, row.attempt_time + settings.AXES_COOLOFF_TIME)
    return ends


def refuse(
    request: HttpRequest, response: HttpResponse | None = None, credentials: dict[str, Any] | None = None
) -> HttpResponse:
    """The page that says what happened and until when, in place of the form."""
    until = locked_until(request, credentials)
    wait = until - timezone.now()
    context = {"until": until, "minutes": max(1, -(-wait.seconds // 60))}
    answer = render(request, "base/too_many_logins.html", context, status=429)
    answer["Retry-After"] = str(max(1, wait.seconds))
    add_never_cache_headers(answer)
    return answer
