"""Until when something is held back: set, moved and called off for all its languages at once, or not at all.

Wagtail keeps for each language which version was approved and for when (`approved_go_live_at`); its own lists and
panels read that. It follows the life and decides nothing: the lift asks the life alone.
"""

import datetime
import logging
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Revision

from newsroom.base.languages import language_in_words
from newsroom.language.separators import as_list
from newsroom.publication.choices import LifeAct, LifeState
from newsroom.publication.embargoes.above import page_above_lifts_first, pages_below_lift_later
from newsroom.publication.gates import RefusedError

if TYPE_CHECKING:
    from newsroom.publication.models.life import Life


logger = logging.getLogger(__name__)
#: The life that is being lifted, in the thread or task that lifts it.
lifting: ContextVar[int | None] = ContextVar("lifting", default=None)


class EmbargoError(RefusedError):
    """Something was to become public before its embargo ended, or the embargo cannot be what somebody wished."""


def schedule_of(embargo: datetime.datetime | None) -> datetime.datetime | None:
    """Return when something with this embargo may go live: at its end; None, which is at once, where it has passed."""
    return embargo if embargo and embargo > timezone.now() else None


def pages_of(life: "Life") -> list[Any]:
    """Return the pages of a life in all languages, the original first."""
    pages = list(Page.objects.filter(translation_key=life.translation_key).order_by("pk").specific())
    locales = Locale.objects.in_bulk([page.locale_id for page in pages])
    for page in pages:
        page.locale, page.life = locales[page.locale_id], life
    return sorted(pages, key=lambda page: not getattr(page, "is_original", True))


def language_names(pages: list[Any]) -> str:
    """Name the languages of pages in the reader's words."""
    return as_list(language_in_words(page.locale.language_code) for page in pages)


def approved_revisions(life: "Life") -> Any:
    """Return the versions that go public at the end of the embargo, one a language."""
    keys = Page.objects.filter(translation_key=life.translation_key).values_list("pk", flat=True)
    return Revision.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(key) for key in keys],
        approved_go_live_at__isnull=False,
    )


def locked(life: "Life") -> "Life":
    """Return the life as it stands in the database, locked until the transaction ends."""
    return type(life).objects.select_for_update().get(pk=life.pk)


@transaction.atomic
def set_embargo(life: "Life", until: datetime.datetime | None, time_zone: str = "", user: Any = None) -> None:
    """Set the embargo of all languages; of what is scheduled it is moved.

    `until` is aware, None takes a wish away. Raises EmbargoError where it is too late for an embargo, and where what is
    scheduled would be left without its instant: that is called off or lifted by name.
    """
    stands = locked(life)
    zone = time_zone or stands.time_zone
    if (until, zone) == (stands.embargoed_until, stands.time_zone):
        return
    if stands.state == LifeState.SCHEDULED and until != stands.embargoed_until:
        move(life, until, zone, user)
        return
    if stands.was_public and schedule_of(until):
        raise EmbargoError(_("This is public already; it cannot be put under embargo."), "it is public already")
    stands.embargoed_until, stands.time_zone = until, zone
    stands.save(update_fields=["embargoed_until", "time_zone"])
    stands.note(LifeAct.SET, user, until=until.isoformat() if until else None, time_zone=zone)
    life.refresh_from_db()


@transaction.atomic
def move(life: "Life", until: datetime.datetime | None, time_zone: str = "", user: Any = None) -> None:
    """Move what is scheduled to another instant, in all its languages.

    `until` is aware. Raises EmbargoError where it does not lie ahead or nothing is scheduled, and RefusedError where
    a page above would still not be public then, or one below would be before.
    """
    stands = locked(life)
    if stands.state != LifeState.SCHEDULED:
        raise EmbargoError(_("Nothing is scheduled here any more."), "nothing is scheduled")
    if until is None or not schedule_of(until):
        message = _("What is scheduled needs an instant that lies ahead. Lift it now or call it off instead.")
        raise EmbargoError(message, "the new instant does not lie ahead")
    before = stands.embargoed_until
    stands.embargoed_until, stands.time_zone = until, time_zone or stands.time_zone
    stands.save(update_fields=["embargoed_until", "time_zone"])
    approved_revisions(stands).update(approved_go_live_at=until)
    Page.objects.filter(translation_key=stands.translation_key, live=False).update(go_live_at=until)
    ask_for_another_hour(stands, user)
    stands.failures.all().delete()
    stands.note(LifeAct.MOVED, user, before=before.isoformat() if before else None, until=until.isoformat())
    life.refresh_from_db()


def ask_for_another_hour(life: "Life", user: Any) -> None:
    """Ask of each language that is scheduled whether its place in the tree allows the hour it now has.

    Raises RefusedError.
    """
    approved = set(approved_revisions(life).values_list("object_id", flat=True))
    for page in pages_of(life):
        if str(page.pk) in approved:
            page_above_lifts_first(page)
            pages_below_lift_later(page, user)


@transaction.atomic
def call_off(life: "Life", user: Any = None) -> list[Any]:
    """Take what is scheduled off the schedule, in all its languages: each is a draft again.

    The instant stays as what the draft says. Returns the pages that were scheduled. Raises EmbargoError where nothing
    is scheduled.
    """
    stands = locked(life)
    if stands.state != LifeState.SCHEDULED:
        raise EmbargoError(_("Nothing is scheduled here any more."), "nothing is scheduled")
    approved = dict(approved_revisions(stands).values_list("object_id", "pk"))
    pages = [page for page in pages_of(stands) if str(page.pk) in approved]
    approved_revisions(stands).update(approved_go_live_at=None)
    Page.objects.filter(translation_key=stands.translation_key, live=False).update(go_live_at=None)
    stands.state = LifeState.DRAFT
    stands.save(update_fields=["state"])
    stands.failures.all().delete()
    codes = [page.locale.language_code for page in pages]
    stands.note(LifeAct.CALLED_OFF, user, languages=codes, revisions=approved)
    life.refresh_from_db()
    return pages


def schedule_the_others_again(life: "Life") -> None:
    """Give their hour back to the languages that were called off with an original that is scheduled again.

    One that was changed since stays a draft, and so does one that is refused: the page of the embargo says so.
    """
    last = life.events.filter(act=LifeAct.CALLED_OFF).first()
    for number in last.data.get("revisions", {}).values() if last else ():
        revision = Revision.objects.filter(pk=number, approved_go_live_at=None).first()
        if revision and revision.is_latest_revision() and not revision.content_object.live:
            try:
                with transaction.atomic():
                    revision.publish()
            except RefusedError as refusal:
                logger.warning("%s was not scheduled again: %s", life.translation_key, refusal.note)


def mark_scheduled(life: "Life", user: Any = None) -> bool:
    """Note that a language was approved for the end of the embargo: from now on the lift looks at this life.

    Returns whether it did not before.
    """
    waiting = type(life).objects.filter(pk=life.pk, state=LifeState.DRAFT, embargoed_until__isnull=False)
    if waiting.update(state=LifeState.SCHEDULED):
        life.refresh_from_db()
        until = life.embargoed_until
        life.note(LifeAct.SCHEDULED, user, until=until.isoformat() if until else None)
        return True
    return False


def why_it_stays(page: Any) -> str:
    """Say why a draft cannot be deleted: it is scheduled, or translations would be left without it. "" if it can be."""
    facts = vars(page)  # in the explorer they are read with the list
    state = facts.get("state_of_life") or page.life.state
    if state == LifeState.SCHEDULED:
        return _("This is scheduled in all its languages and cannot be deleted. Call it off first.")
    if "is_one_of_several" in facts:
        is_original = getattr(page, "original_language", "") in ("", facts["code_of_locale"])
        is_left = facts["is_one_of_several"] and is_original
        return _("Other languages would be left without this original. Delete those first.") if is_left else ""
    pages = Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
    if pages.exists() and page.is_original:
        others = [other for other in pages_of(page.life) if other.pk != page.pk]
        message = _("This is the original of %(languages)s, which would be left without it. Delete those first.")
        return message % {"languages": language_names(others)}
    return ""


def keep_what_belongs_together(page: Any) -> None:
    """Refuse to delete what is scheduled, and an original whose translations would be left. Raises RefusedError."""
    if words := why_it_stays(page):
        raise RefusedError(words, f"page {page.pk} is scheduled or has translations")


def refuse_without_right(page: Any, user: Any) -> None:
    """Refuse that somebody who may only change its words decides when a page is public. Raises EmbargoError."""
    if user is not None and page.pk and not page.permissions_for_user(user).keeps_facts:
        raise EmbargoError(_("You do not have permission to do this."), f"no right to the embargo of page {page.pk}")
