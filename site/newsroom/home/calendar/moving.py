"""Another instant for a release, in all its languages at once: what is asked before, and what stands afterwards."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from newsroom.base.languages import language_in_words
from newsroom.publication.choices import LifeState
from newsroom.publication.embargoes.instants import instant_in_words
from newsroom.publication.embargoes.service import move, pages_of, set_embargo
from newsroom.publication.embargoes.views import MOVED, log_for_each_language, may_decide
from newsroom.translation.models import TranslationTask


@dataclass(frozen=True)
class Consequences:
    """What moving a release means: which languages go with it, and what is late by then."""

    pages: list[Any]
    is_scheduled: bool
    #: Open translations, as words and the instant at which each is due.
    open_tasks: list[tuple[str, datetime.datetime | None]]


def may_move(page: Any, user: Any) -> bool:
    """Whether somebody may give a release another instant: what is scheduled, as they may publish each language; a
    draft, as they may write each language and nobody has locked it."""
    state = page.life.state
    if state == LifeState.SCHEDULED:
        return may_decide(page, user)
    testers = [each.permissions_for_user(user) for each in pages_of(page.life)]
    return state == LifeState.DRAFT and all(each.can_edit() and not each.page_locked() for each in testers)


def consequences_of(page: Any) -> Consequences:
    """What moving a release means now."""
    tasks = TranslationTask.objects.open().filter(translation_key=page.translation_key).select_related("target_locale")
    waiting = [(language_in_words(task.target_locale.language_code), task.due_at) for task in tasks]
    return Consequences(pages_of(page.life), page.life.state == LifeState.SCHEDULED, waiting)


def move_release(page: Any, until: datetime.datetime, zone: str, user: Any) -> None:
    """Move a release to an aware instant and write it into the history of each language. Raises EmbargoError."""
    life = page.life
    if life.state == LifeState.SCHEDULED:
        move(life, until, zone, user)
    else:
        set_embargo(life, until, zone, user)
    log_for_each_language(pages_of(life), MOVED, user, until=instant_in_words(life.embargoed_until))


def on_day(instant: datetime.datetime | None, day: datetime.date | None) -> datetime.datetime | None:
    """An instant on another day at the same hour, on the clocks of whoever moves it. As it is where no day is named."""
    if instant is None or day is None:
        return instant
    local = timezone.localtime(instant)
    return datetime.datetime.combine(day, local.time(), tzinfo=local.tzinfo)
