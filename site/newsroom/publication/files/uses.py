"""What uses an image or a document: what readers see, what was public once, and what waits behind an embargo."""

import json
import re
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Revision

#: What names a file in the index of references: the number of the file's content type, and its own as text.
FileKey = tuple[int, str]


def file_key(media: Model) -> FileKey:
    """How the index of references names a file."""
    return ContentType.objects.get_for_model(media).pk, str(media.pk)


def named_by(thing: Model) -> set[FileKey]:
    """Everything that a page or record names as it stands in memory, files and others."""
    found = ReferenceIndex._extract_references_from_object(thing)
    return {(content_type_id, object_id) for content_type_id, object_id, _model_path, _path in found}


def rows_that_name(media: Model) -> Iterator[Any]:
    """The pages and records whose written rows name a file. Drafts stand in revisions and are not among them."""
    for model, numbers in numbers_by_model(ReferenceIndex.get_references_to(media)):
        yield from model._default_manager.filter(pk__in=numbers)


def numbers_by_model(references: QuerySet[ReferenceIndex]) -> Iterator[tuple[type[Model], set[str]]]:
    """What holds some references: each model with the numbers of its rows."""
    numbers: dict[int, set[str]] = {}
    for content_type_id, object_id in references.values_list("content_type_id", "object_id").distinct():
        numbers.setdefault(content_type_id, set()).add(object_id)
    for content_type_id, object_ids in numbers.items():
        model = ContentType.objects.get_for_id(content_type_id).model_class()
        if model is not None:
            yield model, object_ids


def is_public(thing: Any) -> bool:
    """Whether strangers may see a page or record, as its own public predicate says."""
    released = getattr(type(thing)._default_manager, "released", None)
    return bool(released and released().filter(pk=thing.pk).exists())


def was_public(thing: Any) -> bool:
    """Whether a page was public at some time: it may be asked for again, whole."""
    return isinstance(thing, Page) and thing.first_published_at is not None


def is_under_embargo(page: Any) -> bool:
    """Whether the instant of a page, as written or as drafted, is still to come."""
    until = getattr(page, "embargoed_until", None)
    return bool(until and until > timezone.now())


def held_back(media: Model) -> Iterator[Any]:
    """The pages under embargo or scheduled that name a file, as written or as drafted; each in each language."""
    seen = set()
    for page in rows_that_name(media):
        if isinstance(page, Page) and not page.live and waits(page):
            seen.add(page.pk)
            yield page
    key = file_key(media)
    for revision in drafts_that_mention(media):
        draft = revision.as_object()
        if not draft.live and draft.pk not in seen and key in named_by(draft) and waits(draft):
            seen.add(draft.pk)
            yield draft


def waits(page: Any) -> bool:
    """Whether a page that is not public has an instant to come, or an hour it was given."""
    return is_under_embargo(page) or page.scheduled_revision is not None


def drafts_that_mention(media: Model) -> Iterator[Revision]:
    """The newest drafts of pages and those that wait for their hour, as far as the number of a file is in them.

    A first look at what is stored, so that only a few drafts are made into pages.
    """
    newest = Page.objects.filter(latest_revision=OuterRef("pk"), live=False)
    kind = ContentType.objects.get_for_model(Page)
    wanted = Revision.objects.filter(base_content_type=kind).filter(
        Exists(newest) | Q(approved_go_live_at__isnull=False)
    )
    number = re.compile(rf"\b{media.pk}\b")
    for revision in wanted.order_by("pk"):
        if number.search(json.dumps(revision.content)):
            yield revision


def uses_that_keep(media: Model) -> list[Any]:
    """What a file may not be taken from: what readers see, what they saw once, and what is held back for them."""
    seen: dict[tuple[type, Any], Any] = {}
    for thing in rows_that_name(media):
        if is_public(thing) or was_public(thing):
            seen[type(thing), thing.pk] = thing
    for page in held_back(media):
        seen[type(page), page.pk] = page
    return list(seen.values())
