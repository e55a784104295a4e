"""Telling people that something did not lift: by mail, from the queue of the worker and never from the lift itself."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page
from wagtail.permissions import policy_registry

from newsroom.base.models import User
from newsroom.base.rights.sight import is_withheld
from newsroom.base.users import as_read_by, send_to_colleague
from newsroom.publication.embargoes.service import pages_of
from newsroom.publication.models.life import LiftFailure

#: Who must hear of a failure beside those who may publish: functions of a room above, given the failure.
CONCERNED = ("newsroom.translation.signing.gate.translators_waited_for",)


def tell_of_failures() -> int:
    """Write to those who may publish, and to whoever is waited for, about each lift that failed.

    Only what was really sent is remembered; whoever could not be written to is tried again at the next call. Returns
    how many mails were sent.
    """
    return sum(tell_of(failure) for failure in LiftFailure.objects.filter(is_told=False).select_related("life"))


def tell_of(failure: LiftFailure) -> int:
    """Write about one failure to whoever does not know of it. Returns how many mails were sent."""
    pages = pages_of(failure.life)
    if not pages:
        return 0
    people = {user.email: user for user in recipients(failure, pages[0]) if is_told(user, pages[0])}
    sent = [
        address
        for address, user in people.items()
        if address not in failure.told and send_failure_mail(user, failure, pages[0])
    ]
    told = sorted({*failure.told, *sent})
    LiftFailure.objects.filter(pk=failure.pk, note=failure.note).update(told=told, is_told=set(people) <= set(told))
    return len(sent)


def is_told(user: User, page: Page) -> bool:
    """Whether somebody can be written to about a page, and may know of it."""
    return bool(user.email) and user.is_active and not is_withheld(user, page)


def recipients(failure: LiftFailure, page: Page) -> Iterable[User]:
    """Return those who may publish a page, and those whom the rooms above name."""
    yield from policy_registry.get_by_type(Page).users_with_permission_for_instance("publish", page)
    for path in CONCERNED:
        yield from import_string(path)(failure)


def send_failure_mail(user: User, failure: LiftFailure, page: Any) -> bool:
    """Send one mail, in the language and zone of whoever gets it. A failure is logged without the page's title."""
    with as_read_by(user):
        title = " ".join((page.draft_title or page.title).split())
        context = {
            "failure": failure,
            "title": title,
            "life": failure.life,
            "user": user,
            "address": settings.WAGTAILADMIN_BASE_URL + reverse("publication_embargo", args=[page.pk]),
        }
        body = render_to_string("publication/lift_failure.txt", context)
        subject = _("Could not be published: %(title)s") % {"title": title}
        return send_to_colleague(user, subject, body, f"about failed lift {failure.pk}")


@task(backend="worker")
def mail_failures() -> int:
    """Do the worker's part."""
    return tell_of_failures()


def call_for_telling() -> None:
    """Ask the worker to write, unless it was asked already or there is nothing to tell."""
    waiting = DBTaskResult.objects.filter(task_path=mail_failures.module_path, status=TaskResultStatus.READY)
    if LiftFailure.objects.filter(is_told=False).exists() and not waiting.exists():
        mail_failures.enqueue()
