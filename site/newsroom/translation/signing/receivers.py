"""What happens elsewhere and moves a task: a string is translated, a source saved, a page published or deleted.

`newsroom.translation.apps` connects each with its senders.
"""

from functools import partial
from typing import Any

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page, Revision
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationSource

from newsroom.base.normalising import normaliser_at
from newsroom.language.normalisation import normalise_text
from newsroom.publication.models import Embargo
from newsroom.translation.memory.search import fill_in
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.signing.overrides import keys_that_show, let_go_of, state_language
from newsroom.translation.signing.signoff import publish_signed
from newsroom.translation.signing.source import fill_in_all, follow_saved, review
from newsroom.translation.tasks.transitions import start


def source_was_saved(instance: Revision, raw: bool = False, update_fields: Any = None, **kwargs: Any) -> None:
    """Compare the tasks of a source with its newest version; those that changed are opened again."""
    is_content = update_fields is None or "content" in update_fields
    if is_content and not raw and issubclass(instance.base_content_type.model_class(), Page):
        follow_saved(instance)


def source_was_synced(instance: TranslationSource, created: bool, **kwargs: Any) -> None:
    """Do the same after wagtail-localize's "sync", which renews the segments after it saved the source."""
    if not created:
        transaction.on_commit(partial(review_all, instance))


def translation_begins(instance: Translation, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Fill a new translation with what the memory knows, however it was asked for."""
    if created and not raw:
        fill_in(instance)


def review_all(source: TranslationSource) -> None:
    """Fill in what is known of new segments, and look again at the tasks of a source."""
    fill_in_all(source)
    for task in TranslationTask.objects.filter(translation_key=source.object_id).select_related(
        "target_locale", "page__locale", "assignee"
    ):
        review(task)


def segment_comes_in(instance: StringTranslation, **kwargs: Any) -> None:
    """Put words into the form in which the place that they go to keeps them: what is signed will stand there."""
    context: Any = instance.context
    sources = (
        TranslationSource.objects.filter(object=context.object_id) if context else TranslationSource.objects.none()
    )
    source = sources.select_related("specific_content_type").first()
    model: Any = source.specific_content_type.model_class() if source else None
    instance.data = (normaliser_at(model, context.path) if model else normalise_text)(instance.data)


def segment_was_translated(instance: StringTranslation, **kwargs: Any) -> None:
    """The first segment begins a task; another text than the signed one opens it again."""
    context: Any = instance.context
    if context is None:
        return
    found = TranslationTask.objects.filter(translation_key=context.object_id, target_locale=instance.locale_id)
    task = found.first()
    if task and task.signed_at is not None:
        review(task)
    elif task and kwargs.get("created"):
        start(task, instance.last_translated_by)


def override_was_given(instance: SegmentOverride, created: bool | None = None, **kwargs: Any) -> None:
    """Another file or image than the signed one opens the task again."""
    if instance.context is None:
        return
    if created is not None:
        state_language(instance)
    tasks = TranslationTask.objects.filter(translation_key=instance.context.object_id, target_locale=instance.locale_id)
    for task in tasks.select_related("target_locale", "page__locale", "assignee"):
        review(task)


def file_was_exchanged(instance: Any, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """Look again at the languages with a file of their own when the file of a record was replaced."""
    if created or raw:
        return
    tasks = TranslationTask.objects.filter(translation_key__in=keys_that_show(instance), signed_at__isnull=False)
    for task in tasks.select_related("target_locale", "page__locale", "assignee"):
        review(task)


def file_was_deleted(instance: Any, **kwargs: Any) -> None:
    """Delete the overrides that name a deleted file, over which wagtail-localize would stumble."""
    let_go_of(instance)


def source_was_published(instance: Page, **kwargs: Any) -> None:
    """Publish the signed languages with their source. Wagtail sends this for a scheduled publication too."""
    if instance.live:
        task = TranslationTask.objects.of_page(instance).filter(target_locale=instance.locale_id)
        task.update(is_shown_unchecked=Q(unchecked_machine__gt=0))
    if not (instance.live and isinstance(instance, Embargo)):  # what is held back asks in its own transaction
        publish_signed(instance)


def translation_was_deleted(instance: Translation, **kwargs: Any) -> None:
    """Delete the task of a deleted page; a page that let go of one of its two sources keeps its task."""
    keys = TranslationSource.objects.filter(pk=instance.source_id).values("object_id")
    if Translation.objects.filter(source__object_id__in=keys, target_locale=instance.target_locale_id).exists():
        return
    TranslationTask.objects.filter(translation_key__in=keys, target_locale=instance.target_locale_id).delete()
