"""The one way in which things become public (domain.md, rule 5).

`make_public` is called by every publication, whoever asks. With an embargo still to run Wagtail hands the
revision to its schedule instead, since `schedule_of` makes the one follow the other, and the worker calls
`lift_due` at that second: it makes public what has come due, all the languages of a release in one transaction.
"""

import datetime
import logging
from collections.abc import Callable
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.models import Page, Revision

from newsroom.publication.gates import RefusedError, ask_gates, ask_joint_gates, lift_refused

if TYPE_CHECKING:
    from newsroom.publication.models import Embargo

logger = logging.getLogger(__name__)

TRY_AGAIN = datetime.timedelta(seconds=30)
#: In seconds: how long the log keeps quiet about what holds a lift back, unless the reason changes.
SAY_AGAIN = 3600


class EmbargoError(RefusedError):
    """Something tried to make a page public before its embargo ended."""


def schedule_of(embargo: datetime.datetime | None) -> datetime.datetime | None:
    """When a page with this embargo may go live: at its end, or at once where it has none or it has passed."""
    return embargo if embargo and embargo > timezone.now() else None


def make_public(page: "Embargo", write: Callable[[], None]) -> None:
    """Write a page that goes or stays live, with all that hangs on its publication, or nothing of it.

    The first time it states when the page was released: with its other languages, when it was first issued, at
    the second for which it was set, or now. Raises EmbargoError where the embargo has not ended, whoever asks.
    """
    if schedule_of(page.embargoed_until):
        words = _("“%(title)s” is under embargo until %(instant)s.")
        instant = f"{page.embargoed_until:%Y-%m-%d %H:%M:%S %Z}"
        raise EmbargoError(words % {"title": page, "instant": instant}, "its embargo has not ended")
    with transaction.atomic():
        if page.released_at is None:
            page.released_at = released_with(page) or page.first_issued_at or due_instant(page) or timezone.now()
        page.before_release()
        write()
        page.after_release()


def released_with(page: "Embargo") -> datetime.datetime | None:
    """The instant at which another language of the page was released first: one release, one instant."""
    pages: Any = type(page)._default_manager
    key = getattr(page, "translation_key", None)
    siblings = pages.filter(translation_key=key, released_at__isnull=False).exclude(pk=page.pk)
    first: datetime.datetime | None = siblings.order_by("released_at").values_list("released_at", flat=True).first()
    return first


def due_instant(page: "Embargo") -> datetime.datetime | None:
    """The second for which the publication was set, so that a release states that and not the worker's tick."""
    scheduled = page.scheduled_for
    return scheduled if scheduled and scheduled <= timezone.now() else None


def lift_due(now: datetime.datetime | None = None) -> int:
    """Make public every scheduled revision that is due at `now` (an aware instant; the present by default).

    The languages of one page go in one transaction; see `lift_together`. One failure does not stop the others: it is
    logged, the revision stays scheduled and the next call tries again. Returns how many revisions went public.
    """
    due = Revision.objects.filter(approved_go_live_at__lte=now or timezone.now()).order_by("approved_go_live_at", "pk")
    together = sorted(due, key=group_of)
    lifted = 0
    for key, group in groupby(together, key=group_of):
        revisions = list(group)
        try:
            with transaction.atomic():
                going = lift_together(revisions)
            lifted += len(going)
        except RefusedError as refusal:
            if is_news(key, refusal.note):
                logger.error("Could not lift %s; it stays scheduled: %s", key, refusal.note)
            lift_refused.send(Revision, pages=[revision.content_object for revision in revisions], refusal=refusal)
        except Exception as error:
            if is_news(key, f"{type(error).__name__}: {error}"):
                logger.exception("Could not lift %s; it stays scheduled.", key)
    return lifted


def is_news(key: str, reason: str) -> bool:
    """Whether the log does not say yet why something is held back: each reason once when it comes up and then once an
    hour, though it is tried every half minute."""
    name, digest = f"held-lift:{key}", sha256(reason.encode()).hexdigest()
    if cache.get(name) == digest:
        return False
    cache.set(name, digest, SAY_AGAIN)
    return True


def lift_together(revisions: list[Revision]) -> list[Revision]:
    """Publish the languages of one page. One that a gate refuses holds back all of them, if they wait for it.

    One that is not waited for loses its hour and stays a draft. Raises RefusedError. Returns what was published.
    """
    going = [revision for revision in revisions if may_go(revision)]
    if going and isinstance(page := going[0].content_object, Page):
        ask_joint_gates(page)
    for revision in going:
        revision.publish(log_action="wagtail.publish.scheduled")
    return going


def may_go(revision: Revision) -> bool:
    """Whether the gates let a due revision go; one whose refusal holds nothing back is taken off the schedule."""
    page = revision.content_object
    try:
        if isinstance(page, Page):
            ask_gates(page)
    except RefusedError as refusal:
        if refusal.holds_the_others:
            raise
        logger.warning("%s lifts without one language: %s", group_of(revision), refusal.note)
        Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
        Page.objects.filter(pk=page.pk).update(go_live_at=None)
        lift_refused.send(Revision, pages=[page], refusal=refusal)
        return False
    return True


def group_of(revision: Revision) -> str:
    """What lifts together: all languages of one thing share a translation key."""
    own = f"{revision.content_type_id}/{revision.object_id}"
    return str(getattr(revision.content_object, "translation_key", own))


@task(backend="worker")
def lift_due_releases() -> int:
    """The worker's part: set for the second at which an embargo ends; what failed is tried again soon."""
    lifted = lift_due()
    if Revision.objects.filter(approved_go_live_at__lte=timezone.now()).exists():
        lift_due_releases.using(run_after=timezone.now() + TRY_AGAIN).enqueue()
    return lifted
