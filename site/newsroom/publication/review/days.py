"""What is to be looked at again: a mail on the day, and what of it is due."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.models import Page
from wagtail.permissions import policy_registry

from newsroom.base.models import User
from newsroom.base.rights.sight import is_withheld
from newsroom.base.users import as_read_by, send_to_colleague
from newsroom.publication.embargoes.service import pages_of
from newsroom.publication.models.life import Life


def due_again(day: datetime.date) -> QuerySet[Life]:
    """What is to be looked at again on a day or was before it, the longest due first."""
    due: QuerySet[Life] = Life.objects.filter(review_on__lte=day).order_by("review_on", "pk")
    return due


def remind_of_days(day: datetime.date | None = None) -> int:
    """Write about what is due on a day (UTC, today by default); each day that was set is written about once.

    Returns about how many things.
    """
    day = day or timezone.now().astimezone(datetime.UTC).date()
    untold = due_again(day).filter(Q(review_told_on=None) | ~Q(review_told_on=F("review_on")))
    return sum(remind_of_life(life) for life in untold)


def remind_of_life(life: Life) -> bool:
    """One reminder. Two workers at once send one: only one of them notes it; a failure is tried again next day."""
    own = Life.objects.filter(pk=life.pk, review_on=life.review_on)
    if not own.filter(Q(review_told_on=None) | ~Q(review_told_on=life.review_on)).update(review_told_on=life.review_on):
        return False
    pages = pages_of(life)
    is_sent = bool(pages) and all([send_day_mail(user, pages[0]) for user in people_behind(pages[0])])
    if not is_sent:
        own.update(review_told_on=None)
    return is_sent


def people_behind(page: Any) -> Iterable[User]:
    """Whoever began a page; where they are gone, those who may publish it."""
    if page.owner and page.owner.is_active:
        return [page.owner]
    found: Iterable[User] = policy_registry.get_by_type(Page).users_with_permission_for_instance("publish", page)
    return found


def send_day_mail(user: User, page: Any) -> bool:
    """Send one mail, in the language of whoever gets it. A failure is logged without the page's title."""
    if not user.email or not user.is_active or is_withheld(user, page):
        return True
    with as_read_by(user):
        title = " ".join((page.draft_title or page.title).split())
        address = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk])
        context = {"title": title, "day": page.life.review_on, "address": address}
        body = render_to_string("publication/review_day.txt", context)
        subject = _("To look at again: %(title)s") % {"title": title}
        return send_to_colleague(user, subject, body, f"about page {page.pk}, due again,")


@task(backend="worker")
def review_days_of_the_day() -> None:
    """Do the worker's part; the scheduler asks for it once a day. Harmless when called again."""
    remind_of_days()
