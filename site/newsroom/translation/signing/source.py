"""What the translators see follows what officers save, at once and without anybody's pressing "sync"."""

from typing import Any
from uuid import UUID

from django.utils import timezone
from wagtail.models import Page, Revision
from wagtail_localize.models import Translation, TranslationSource

from newsroom.base.caching.once import asked_once
from newsroom.translation.choices import SegmentChange, TaskState
from newsroom.translation.memory.search import fill_in
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.signing.segments import changes_since, signed_of
from newsroom.translation.tasks.mail import Occasion, notify_translator
from newsroom.translation.tasks.transitions import REOPENED, record, start


def has_tasks(page: Page) -> bool:
    """Tell whether a page is translated by a task, from whatever language into whatever other."""
    return are_there_tasks(page.translation_key)


@asked_once
def are_there_tasks(translation_key: UUID) -> bool:
    """Tell the same of a page by its translation key."""
    return bool(TranslationTask.objects.filter(translation_key=translation_key).exists())


def take_over(page: Page) -> TranslationSource:
    """Make the segments those of a page as it is given, a draft or not.

    wagtail-localize alone would take the page's row in the database, which for a draft is what was first saved.
    """
    source: TranslationSource = TranslationSource.update_or_create_from_instance(page)[0]
    return source


def fill_in_all(source: TranslationSource) -> None:
    """Write what is known of new segments into each language."""
    for translation in source.translations.select_related("source__locale", "target_locale"):
        fill_in(translation)


def follow_filled(translation: Translation, user: Any) -> None:
    """Somebody took over what is known: that begins a task, and opens one that was signed without it."""
    task = TranslationTask.objects.filter(
        translation_key=translation.source.object_id, target_locale=translation.target_locale_id
    ).first()
    if task:
        start(task, user)
        review(task)


def follow_saved(revision: Revision) -> None:
    """A page was saved: where it is the source of tasks, the segments are renewed and what changed is opened."""
    tasks = TranslationTask.objects.filter(page_id=revision.object_id)
    if not tasks.exists():
        return
    fill_in_all(take_over(revision.as_object()))
    for task in tasks.select_related("target_locale", "page__locale"):
        review(task)


def review(task: TranslationTask) -> None:
    """Open a task that was signed off and no longer stands as it was signed; keep its list of changes up to date."""
    if task.signed_at is None:
        return
    changes = changes_of(task)
    if changes == task.changes:
        return
    was_signed_off = task.is_signed_off
    task.changes = changes
    if changes and was_signed_off:
        task.state, task.reopened_at = TaskState.IN_PROGRESS, timezone.now()
    task.save(update_fields=["changes", "state", "reopened_at"])
    if changes and was_signed_off:
        record(task, REOPENED, segments=len(changes))
    if not is_only_rewritten(changes) and was_signed_off:
        notify_translator(task, Occasion.CHANGED)


def changes_of(task: TranslationTask) -> list[dict[str, str]]:
    """The segments of a task that are not as they were when it was signed off."""
    translation: Translation | None = task.translation
    return changes_since(task.signed_segments, signed_of(translation)) if translation else []


def is_only_rewritten(changes: list[dict[str, Any]]) -> bool:
    """Whether the source stands as it was signed."""
    return all(change["kind"] == SegmentChange.REWRITTEN for change in changes)
