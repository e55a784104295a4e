"""The lift: what is scheduled goes public at the end of its embargo, all its languages in one transaction.

`lift_due` is called by the scheduler, by a command, by anybody: each life is locked and looked at again inside its
transaction, so that two who call at once publish once. Nothing slow is done in between: who must hear of a failure is
written down and written to later (`publication.lifting.failure_mail`).
"""

import datetime
import logging
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from newsroom.publication import chain
from newsroom.publication.choices import LifeAct, LifeState
from newsroom.publication.embargoes.service import EmbargoError, approved_revisions, lifting, locked, pages_of
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.failure_mail import call_for_telling
from newsroom.publication.lifting.prepared import NotAsPreparedError, publish_prepared
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.life import Life, LiftFailure
from newsroom.publication.publishing import require_the_required

logger = logging.getLogger(__name__)

#: How many lives go public in one transaction: so many share what telling the search costs.
BATCH = 10
TRY_AGAIN = datetime.timedelta(seconds=30)
#: How long the log keeps quiet about what holds a lift back, unless the reason changes.
SAY_AGAIN = datetime.timedelta(hours=1)
LIFTED = "wagtail.publish.scheduled"


def lift_due(now: datetime.datetime | None = None, is_patient: bool = False) -> int:
    """Make public whatever is due at `now` (an aware instant; the present by default).

    One failure does not stop the others: it is written down and the life stays scheduled. `is_patient`: leave alone
    what failed less than half a minute ago. Returns how many pages went public.
    """
    now = now or timezone.now()
    due = Life.objects.due(now).rested(now) if is_patient else Life.objects.due(now)
    keys = list(due.order_by("embargoed_until", "pk").values_list("pk", flat=True))
    batches = (keys[first : first + BATCH] for first in range(0, len(keys), BATCH))
    return sum(lift_some(batch, now) for batch in batches) + publish_others_due(now)


def lift_some(keys: list[int], now: datetime.datetime) -> int:
    """Lift a few lives that are still due and that nobody else is at; the search is told of them once.

    Each stands or falls by itself: where something fails that they share, they are tried one after the other. Returns
    how many pages went public.
    """
    try:
        return lift_together(keys, now)
    except Exception as error:
        if len(keys) > 1:
            return sum(lift_some([key], now) for key in keys)
        note_failure(keys[0], error, now)
        return 0


def lift_together(keys: list[int], now: datetime.datetime) -> int:
    """Lift a few lives in one transaction. Returns how many pages went public.

    Raises whatever keeps the search from being told of them; then none of them has lifted.
    """
    went: list[Any] = []
    failed: list[tuple[int, Exception]] = []
    with transaction.atomic():
        due = Life.objects.due(now).select_for_update(skip_locked=True, of=("self",)).filter(pk__in=keys)
        for life in due.order_by("embargoed_until", "pk"):
            try:
                with transaction.atomic():
                    went += lift(life)
            except Exception as failure:
                failed.append((life.pk, failure))
        chain.make_findable([page for page in went if page.live])
    for pk, error in failed:
        note_failure(pk, error, now)
    return len(went)


def lift(life: Life, user: Any = None) -> list[Page]:
    """Publish what was approved in each language; called inside a transaction that holds the life's lock.

    A language that is refused holds back all of them if the life waits for it; else it loses its hour and stays a
    draft. Returns the pages that went public; the search must still be told of them. Raises RefusedError, and whatever
    keeps a page from being published.
    """
    approved = {int(each.object_id): each for each in approved_revisions(life)}
    token = lifting.set(life.pk)
    try:
        went = [
            page
            for page in pages_of(life)
            if page.pk in approved and publish_language(life, page, approved[page.pk], user)
        ]
    finally:
        lifting.reset(token)
    if not went:
        raise RefusedError(_("No language of this is approved any more. Call it off."), "nothing is approved")
    require_the_required(life)
    life.failures.filter(locale=None).delete()
    return went


def publish_language(life: Life, page: Any, revision: Revision, user: Any) -> bool:
    """Publish one language. Returns False for one that may stay behind and is refused."""
    try:
        try:
            with transaction.atomic():
                if page.prepared_revision_id != revision.pk:
                    raise NotAsPreparedError(page.pk)
                publish_prepared(page, revision, user, LIFTED)
        except NotAsPreparedError:
            with transaction.atomic():
                revision.publish(user=user, log_action=LIFTED, skip_permission_checks=True)
    except RefusedError as refusal:
        if refusal.holds_the_others:
            raise
        logger.warning("%s lifts without one language: %s", life.translation_key, refusal.note)
        leave_behind(life, page, refusal)
        return False
    return True


def leave_behind(life: Life, page: Any, refusal: RefusedError) -> None:
    """Let a language that nothing waits for lose its hour."""
    approved_revisions(life).filter(object_id=str(page.pk)).update(approved_go_live_at=None)
    Page.objects.filter(pk=page.pk).update(go_live_at=None)
    told = {"note": refusal.note, "message": str(refusal), "failed_at": timezone.now(), "told": [], "is_told": False}
    LiftFailure.objects.update_or_create(life=life, locale=page.locale, defaults=told)


@transaction.atomic
def lift_now(life: Life, user: Any = None) -> list[Page]:
    """Lift what is scheduled at once, in all its languages; it states this instant.

    Returns the pages that went public. Raises EmbargoError where nothing is scheduled, and RefusedError with nothing
    changed where something keeps it back.
    """
    stands = locked(life)
    if stands.state != LifeState.SCHEDULED:
        raise EmbargoError(_("Nothing is scheduled here any more."), "nothing is scheduled")
    now = timezone.now().replace(microsecond=0)
    stands.note(LifeAct.MOVED, user, before=str(stands.embargoed_until), until=now.isoformat())
    stands.embargoed_until = now
    stands.save(update_fields=["embargoed_until"])
    went = lift(stands, user)
    chain.make_findable([page for page in went if page.live])
    return went


def approve_late(page: Any, revision: Revision) -> bool:
    """Give a version an hour that has passed already, and lift what waited for it. Returns whether it went public.

    Raises RefusedError where it may not be given its hour; a lift that fails after that is written down as any other.
    """
    revision.approved_go_live_at = page.life.embargoed_until
    revision.save(update_fields=["approved_go_live_at"])
    return bool(lift_some([page.life_id], timezone.now()))


def note_failure(pk: int, error: Exception, now: datetime.datetime) -> None:
    """Write down that a life did not lift; the log hears each reason once when it comes up and then once an hour."""
    refusal = error if isinstance(error, RefusedError) else None
    note, message = (refusal.note, str(refusal)) if refusal else (f"{type(error).__name__}: {error}", "")
    failure, is_new = LiftFailure.objects.get_or_create(
        life_id=pk, locale=None, defaults={"note": note, "message": message, "failed_at": now}
    )
    is_news = is_new or failure.note != note
    if is_news:
        failure.note, failure.message, failure.told, failure.is_told = note, message, [], False
    if is_news or failure.logged_at is None or failure.logged_at + SAY_AGAIN <= now:
        failure.logged_at = now
        logger.error(
            "Could not lift %s; it stays scheduled: %s",
            failure.life.translation_key,
            note,
            exc_info=None if refusal else error,
        )
    failure.try_again_at = now + TRY_AGAIN
    failure.save()
    call_for_telling()


def publish_others_due(now: datetime.datetime) -> int:
    """Publish scheduled versions of pages that have no life. Returns how many went public."""
    count = 0
    due = Revision.objects.page_revisions().filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk")
    for revision in due:
        if isinstance(revision.content_object, Embargo):
            continue
        try:
            revision.publish(log_action=LIFTED)
            count += 1
        except Exception:
            logger.exception("Could not publish revision %s; it stays scheduled.", revision.pk)
    return count


def mark_what_was_scheduled() -> int:
    """Put on the schedule what was approved by a process that died before it said so. Returns how many lives."""
    approved = Revision.objects.page_revisions().filter(approved_go_live_at__isnull=False)
    pages = Page.objects.filter(pk__in=[int(number) for number in approved.values_list("object_id", flat=True)])
    waiting = Life.objects.filter(state=LifeState.DRAFT, embargoed_until__isnull=False)
    keys = list(pages.values_list("translation_key", flat=True))
    return waiting.filter(translation_key__in=keys).update(state=LifeState.SCHEDULED)
