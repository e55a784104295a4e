"""What readers see, or will see at its hour, is not made private by the collection that it lies in.

A restriction may be put on a collection, a file into a collection, and a collection below another one: each is refused
in words that name the pages, from every door and from the shell.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex, Revision

from newsroom.base.models import NewsroomDocument, NewsroomImage
from newsroom.language.separators import as_list, in_quotation_marks
from newsroom.publication.files.storage import released_of
from newsroom.publication.files.uses import FileKey, named_by, numbers_by_model
from newsroom.publication.gates import RefusedError


def refuse_to_restrict(instance: CollectionViewRestriction, raw: bool = False, **kwargs: Any) -> None:
    """Refuse to make a collection private whose files readers see. Raises RefusedError."""
    if not raw and not is_kept_to_a_few(instance.collection):
        refuse_for(files_in(instance.collection))


def refuse_to_put_away(
    sender: type[Any], instance: Any, raw: bool = False, update_fields: Iterable[str] | None = None, **kwargs: Any
) -> None:
    """Refuse to save a file that readers see into a private collection. Raises RefusedError."""
    says_nothing_of_it = update_fields is not None and not {"collection", "collection_id"} & set(update_fields)
    if not raw and instance.pk and not says_nothing_of_it:
        refuse_to_collect(sender._default_manager.filter(pk=instance.pk), instance.collection)


def refuse_to_collect(files: QuerySet[Any], collection: Any, **kwargs: Any) -> None:
    """Refuse a query that moves files which readers see into a private collection. Raises RefusedError."""
    if not isinstance(collection, Collection):
        collection = Collection.objects.get(pk=collection)
    if is_kept_to_a_few(collection):
        refuse_for([files.exclude(collection__in=kept_to_a_few())])


def asking_first(move: Callable[..., Any]) -> Callable[..., Any]:
    """A collection's `move`, which raises RefusedError where what readers see would come below a restriction.

    A collection is moved by queries alone, without a signal.
    """

    @wraps(move)
    def moving(collection: Collection, target: Collection, pos: str | None = None) -> Any:
        above = target if pos and pos.endswith("child") else target.get_parent()
        if above is not None and is_kept_to_a_few(above) and not is_kept_to_a_few(collection):
            refuse_for(files_in(collection))
        return move(collection, target, pos)

    return moving


def is_kept_to_a_few(collection: Collection) -> bool:
    """Whether a restriction stands on a collection or above it."""
    return bool(collection.get_view_restrictions().exists())


def kept_to_a_few() -> list[Collection]:
    """The collections below which files are private already."""
    restricted = Collection.objects.filter(view_restrictions__isnull=False).distinct()
    return [below for each in restricted for below in each.get_descendants(inclusive=True)]


def files_in(collection: Collection) -> Iterator[QuerySet[Any]]:
    """The images, and the documents, in a collection and below it that are not private already."""
    for model in (NewsroomImage, NewsroomDocument):
        files = model.objects.filter(collection__in=collection.get_descendants(inclusive=True))
        yield files.exclude(collection__in=kept_to_a_few())


def refuse_for(several: Iterable[QuerySet[Any]]) -> None:
    """Raises RefusedError with the first file that readers see, and the pages on which they do."""
    for files in several:
        for file, pages in files_in_sight(files).items():
            names = as_list(map(in_quotation_marks, pages))
            words = _("“%(file)s” stays where everybody may see it: it is shown by %(names)s.")
            note = f"file {file.pk} is shown to readers and was not made private"
            raise RefusedError(words % {"file": file, "names": names}, note)


def files_in_sight(files: QuerySet[Any]) -> dict[Any, list[Any]]:
    """By file the pages and records that show it to strangers, or will at their hour. As many queries for all as for
    one."""
    found: dict[FileKey, list[Any]] = {}
    kind = ContentType.objects.get_for_model(files.model)
    numbers = {str(number) for number in files.values_list("pk", flat=True)}
    if not numbers:
        return {}
    references = ReferenceIndex.objects.filter(to_content_type=kind, to_object_id__in=numbers)
    for model, naming in numbers_by_model(references):
        for thing in released_of(model).filter(pk__in=naming):
            for key in named_by(thing):
                found.setdefault(key, []).append(thing)
    for draft in scheduled_versions():
        for key in named_by(draft):
            found.setdefault(key, []).append(draft)
    things_of = {file: found.get((kind.pk, str(file.pk))) for file in files.order_by("pk")}
    return {file: things for file, things in things_of.items() if things}


def scheduled_versions() -> Iterator[Page]:
    """The versions of pages that wait for their hour."""
    pages = ContentType.objects.get_for_model(Page)
    for revision in Revision.objects.filter(base_content_type=pages, approved_go_live_at__isnull=False):
        yield revision.as_object()
