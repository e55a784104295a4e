"""An officer asks for languages; each becomes a task, and asking again changes the task there is."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from newsroom.base.models import User
from newsroom.base.pages.drafts import draft_of
from newsroom.publication.choices import LifeAct, Requirement
from newsroom.publication.models import Embargo, Life
from newsroom.translation.choices import Priority
from newsroom.translation.models.record_task import RecordTask
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.signing.source import fill_in_all, take_over
from newsroom.translation.tasks.mail import Occasion, notify_translator
from newsroom.translation.tasks.reminders import A_DAY, call_for_reminders
from newsroom.translation.tasks.transitions import ASKED, record


def request_translation(
    page: Page,
    locales: Iterable[Locale],
    due_at: datetime.datetime | None = None,
    priority: int = Priority.NORMAL,
    wishes: dict[str, Any] | None = None,
    asked_by: User | None = None,
) -> list[TranslationTask]:
    """Make or change the task of each language. Whoever is newly named as its translator is told.

    `wishes` maps language codes to `assignee` (a user's id) and `requirement`.
    """
    fill_in_all(take_over(draft_of(page.specific)))
    return [
        ask_for_language(page, locale, due_at, priority, (wishes or {}).get(locale.language_code, {}), asked_by)
        for locale in locales
        if locale.pk != page.locale_id
    ]


def ask_for_record(
    translations: Iterable[Translation],
    due_at: datetime.datetime | None = None,
    priority: int = Priority.NORMAL,
    wishes: dict[str, Any] | None = None,
    asked_by: User | None = None,
) -> list[RecordTask]:
    """The same for a record, in each language; nothing waits for it."""
    tasks = []
    for translation in translations:
        wish = (wishes or {}).get(translation.target_locale.language_code, {})
        defaults = {"created_by": asked_by}
        task, _is_new = RecordTask.objects.get_or_create(translation=translation, defaults=defaults)
        give(task, due_at, priority, wish)
        tasks.append(task)
    return tasks


def give(
    task: TranslationTask | RecordTask, due_at: datetime.datetime | None, priority: int, wish: dict[str, Any]
) -> None:
    """Say by whom and until when; whoever is newly named is told, and the reminders begin anew with another instant."""
    earlier_assignee, earlier_due = task.assignee_id, task.due_at
    task.assignee = User.objects.filter(pk=wish.get("assignee") or 0, is_active=True).first()
    task.priority, task.due_at = priority, due_at
    if due_at != earlier_due:
        is_soon = due_at is not None and due_at - A_DAY <= timezone.now()
        task.due_soon_told_at, task.overdue_told_at = (timezone.now() if is_soon else None), None
    task.save()
    if task.assignee_id and task.assignee_id != earlier_assignee:
        notify_translator(task, Occasion.ASSIGNED)
    if due_at and due_at != earlier_due:
        call_for_reminders(due_at)


def ask_for_language(
    page: Page,
    locale: Locale,
    due_at: datetime.datetime | None,
    priority: int,
    wish: dict[str, Any],
    asked_by: User | None,
) -> TranslationTask:
    """The task of one language."""
    task, is_new = TranslationTask.objects.get_or_create(
        translation_key=page.translation_key,
        target_locale=locale,
        defaults={"page": page, "created_by": asked_by},
    )
    task.page = page
    give(task, due_at, priority, wish)
    require(page, locale, wish.get("requirement", Requirement.REQUIRED), asked_by)
    if is_new:
        record(task, ASKED, asked_by)
    return task


@transaction.atomic
def require(page: Page, locale: Locale, requirement: str, asked_by: User | None) -> None:
    """Say what a language is to its release. What is public already waits for none: there required means optional."""
    if not issubclass(page.specific_class, Embargo):
        return
    life = Life.objects.select_for_update().get(translation_key=page.translation_key)
    if life.was_public and requirement == Requirement.REQUIRED:
        requirement = Requirement.OPTIONAL
    before = life.languages.filter(locale=locale).values_list("requirement", flat=True).first()
    if before != requirement:
        life.languages.update_or_create(locale=locale, defaults={"requirement": requirement})
        life.note(LifeAct.LANGUAGE, asked_by, language=locale.language_code, requirement=requirement)
