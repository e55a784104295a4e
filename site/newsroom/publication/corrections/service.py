"""Correcting what is public: in view, dated, with the earlier version kept, in all chosen languages or in none."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from wagtail.log_actions import LogContext, log

from newsroom.base.models import User
from newsroom.publication.changing import Amendment, changing
from newsroom.publication.choices import CorrectionKind

if TYPE_CHECKING:
    from newsroom.publication.models.edition import CorrectionBase, RecordedInEditions

#: As logs have called it from the first day.
CORRECTED = "news.release.correct"


class NothingToCorrectError(Exception):
    """A language that was to be corrected is not public, or has nothing in its draft that is not public already."""


@dataclass(frozen=True)
class Note:
    """What readers of one language are told of a correction."""

    page: "RecordedInEditions"
    said: str
    says: str
    reason: str


def languages_to_correct(page: "RecordedInEditions") -> "list[RecordedInEditions]":
    """The public languages of a page, in the newsroom's order of languages."""
    pages = type(page)._default_manager.released().filter(translation_key=page.translation_key)
    return list(pages.select_related("locale", "latest_revision").order_by("locale_id"))


@transaction.atomic
def correct(
    notes: Iterable[Note], kind: CorrectionKind, user: User | None, corrected_at: datetime | None = None
) -> "list[CorrectionBase]":
    """Publish the newest draft of each language with its note, at one instant, or none of them.

    `corrected_at` is an aware instant, the present by default; another only for what was corrected before it was
    entered here. The edition that stood is kept with the note. Raises NothingToCorrectError where a language is not
    public or its draft brings nothing new, and whatever refuses a publication.
    """
    correction_id, now = uuid.uuid4(), corrected_at or timezone.now()
    corrections = []
    for note in notes:
        # Wagtail shows one entry of a kind for each context, on whatever pages they are: each language gets its own.
        with LogContext(user=user):
            corrections.append(correct_language(note, kind, correction_id, now, user))
    return corrections


def correct_language(
    note: Note, kind: CorrectionKind, correction_id: uuid.UUID, now: datetime, user: User | None
) -> "CorrectionBase":
    """One language of a correction; called inside its transaction."""
    public = type(note.page)._default_manager.released().select_for_update(of=("self", "page_ptr"))
    standing = public.filter(pk=note.page.pk).first()
    if standing is None or not standing.has_unpublished_changes or not standing.latest_revision:
        raise NothingToCorrectError(str(note.page))
    last = standing.corrections.aggregate(last=Max("number"))["last"] or 0
    correction: CorrectionBase = standing.corrections.model._default_manager.create(
        **{standing.corrections.field.name: standing},
        correction_id=correction_id,
        number=last + 1,
        kind=kind,
        said=note.said,
        says=note.says,
        reason=note.reason,
        corrected_at=now,
        corrected_by=user,
        earlier=standing.editions.latest("number"),
    )
    with changing(Amendment.CORRECTION):
        standing.latest_revision.publish(user=user)
    log(
        instance=standing,
        action=CORRECTED,
        user=user,
        data={"kind": kind, "said": note.said, "says": note.says, "reason": note.reason},
        content_changed=True,
    )
    return correction
