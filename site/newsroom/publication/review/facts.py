"""Two facts of a life that no reader sees: that it is confidential, and when it is to be looked at again."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from newsroom.publication.choices import LifeAct, LifeState
from newsroom.publication.embargoes.service import locked
from newsroom.publication.gates import RefusedError
from newsroom.publication.models.life import Life


@transaction.atomic
def set_confidential(life: Life, is_confidential: bool, user: Any = None) -> None:
    """Keep all languages from becoming public, or let them. Raises RefusedError for what is public already."""
    stands = locked(life)
    if stands.is_confidential != is_confidential:
        if is_confidential and stands.state == LifeState.PUBLIC:
            raise RefusedError(public_already_words(), f"{stands.translation_key} is public and stays so")
        stands.is_confidential = is_confidential
        stands.save(update_fields=["is_confidential"])
        stands.note(LifeAct.CONFIDENTIAL if is_confidential else LifeAct.OPEN, user)
    life.is_confidential = is_confidential


@transaction.atomic
def set_review_day(life: Life, day: datetime.date | None, user: Any = None) -> None:
    """Set the day on which somebody is reminded to look at it again, or none."""
    stands = locked(life)
    if stands.review_on != day:
        stands.review_on, stands.review_told_on = day, None
        stands.save(update_fields=["review_on", "review_told_on"])
        stands.note(LifeAct.REVIEW_DAY, user, day=day.isoformat() if day else None)
    life.review_on = day


def refuse_confidential(page: Any) -> None:
    """Raises RefusedError for what is confidential, whoever would publish it and by whichever door, a lift too."""
    if page.life.is_confidential:
        words = _("“%(title)s” cannot be published yet. %(lacks)s")
        told = words % {"title": page.title, "lacks": confidential_words()}
        raise RefusedError(told, f"page {page.pk} is confidential")


def confidential_words() -> str:
    """What is said to whoever would publish what is confidential."""
    return _("It is confidential: take that off first, if it may become public.")


def public_already_words() -> str:
    """What is said to whoever would make confidential what everybody can read."""
    return _("This is public already; it cannot be made confidential.")
