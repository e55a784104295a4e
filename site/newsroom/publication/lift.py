"""The one way in which things become public (domain.md, rule 5).

`make_public` is called by every publication, whoever asks. With an embargo still to run it hands the
revision to the worker; otherwise it makes the page live. `lift_due` makes public what has come due, all the
languages of a release in one transaction.
"""

import datetime
import logging
from collections.abc import Callable
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task
from wagtail.models import Revision

logger = logging.getLogger(__name__)


def make_public(revision: Revision, publish: Callable[..., None], **options: Any) -> None:
    """Make a revision public now or, while its embargo runs, at the second its embargo ends.

    Until then the page is not live in Wagtail's own sense either, so that code which knows nothing of
    embargoes cannot show it. `publish` is Wagtail's own publication; `options` are its arguments. All of it
    is one transaction: what hangs on the publication (quotes, references) is written with it or not at all.
    """
    with transaction.atomic():
        page = revision.content_object
        embargo = embargo_of(revision)
        is_held = embargo is not None and embargo > timezone.now()
        write_schedule(revision, embargo if is_held else None)
        if is_held:
            lift_due_releases.using(run_after=embargo).enqueue()
        else:
            page.released_at = page.released_at or released_with(page) or scheduled_instant(revision) or timezone.now()
            page.before_release()
        publish(revision, **options)


def embargo_of(revision: Revision) -> datetime.datetime | None:
    """The instant a revision's embargo ends, in UTC; None without an embargo."""
    until: datetime.datetime | None = revision.as_object().embargoed_until
    return until


def write_schedule(revision: Revision, instant: datetime.datetime | None) -> None:
    """Tell Wagtail when a revision goes live: its own schedule always follows the embargo."""
    revision.content["go_live_at"] = instant.isoformat() if instant else None
    revision.save(update_fields=["content"])


def released_with(page: Any) -> datetime.datetime | None:
    """The instant at which another language of the page was released first: one release, one instant."""
    siblings = type(page)._default_manager.filter(translation_key=page.translation_key, released_at__isnull=False)
    return siblings.exclude(pk=page.pk).order_by("released_at").values_list("released_at", flat=True).first()


def scheduled_instant(revision: Revision) -> datetime.datetime | None:
    """The second for which a publication was set, so that a release states that and not the worker's tick."""
    return revision.approved_go_live_at


def lift_due(now: datetime.datetime | None = None) -> int:
    """Make public every scheduled revision that is due at `now` (an aware instant; the present by default).

    The languages of one page go in one transaction. One failure does not stop the others: it is logged, the
    revision stays scheduled and the next call tries again. Returns how many revisions went public.
    """
    due = Revision.objects.filter(approved_go_live_at__lte=now or timezone.now()).order_by("approved_go_live_at", "pk")
    together = sorted(due, key=group_of)
    lifted = 0
    for key, revisions in groupby(together, key=group_of):
        try:
            with transaction.atomic():
                for revision in revisions:
                    revision.publish(log_action="wagtail.publish.scheduled")
                    lifted += 1
        except Exception:
            logger.exception("Could not lift %s; it stays scheduled.", key)
    return lifted


def group_of(revision: Revision) -> str:
    """What lifts together: all languages of one thing share a translation key."""
    key: UUID | str = getattr(
        revision.content_object, "translation_key", f"{revision.content_type_id}/{revision.object_id}"
    )
    return str(key)


@task(backend="worker")
def lift_due_releases() -> int:
    """The worker's part: set for the second at which an embargo ends."""
    return lift_due()
