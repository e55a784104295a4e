"""Notes whom and what a page names, as published and as somebody is writing it (organisations/uses.py)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from django.apps import apps
from django.db.models import Model, Q, Subquery
from wagtail.models import Revision

from newsroom.base.pages.named_records import NamedRecords
from newsroom.base.pages.references import named_in
from organisations.choices import NamedAs, Version
from organisations.models.organisation import Organisation
from organisations.models.person import Person
from organisations.models.use import RecordUse, identity
from organisations.naming.kinds import all_naming_pages, naming_pages
from organisations.uses import Named, note_uses


def named_parts(page_type: type[Model]) -> Mapping[str, NamedAs]:
    """As what pages of a type name records, by where their content names them."""
    pages = naming_pages(page_type._meta.label_lower)
    return pages.parts if pages else {}


def uses_in(page_type: type[Model], content: dict[str, Any], records: NamedRecords | None = None) -> set[Named]:
    """What stored content of a page names; one query for each kind of record in it that is not among `records`."""
    parts = named_parts(page_type)
    found: dict[type[Model], set[tuple[Any, str]]] = defaultdict(set)
    for model, number, path in named_in(page_type, content):
        if path in parts and number:
            found[model].add((number, parts[path]))
    uses: set[Named] = set()
    for model, named in found.items():
        known = records.found.get(model, {}) if records else {}
        unknown = {number for number, _part in named if not known.get(number)}
        there = known | (model._base_manager.in_bulk(unknown) if unknown else {})
        uses |= {
            (str(model._meta.model_name), tuple(identity(there[number]).items()), part)
            for number, part in named
            if there.get(number)
        }
    return uses


def note_published(page: Any) -> None:
    """What a page names as it is published. Called inside the transaction of the publication."""
    version = page.live_revision
    content = version.content if version else page.serializable_data()
    note_uses(page.pk, Version.PUBLISHED, uses_in(type(page), content, getattr(page, "records", None)))


def note_draft(instance: Revision, **kwargs: Any) -> None:
    """What the newest revision of a page names, and those that wait for their hour."""
    page_type: Any = instance.content_type.model_class()
    if page_type is None or not named_parts(page_type):
        return
    page = instance.content_object
    revisions = Revision.objects.for_instance(page)
    newest = revisions.order_by("-created_at", "-pk").values("pk")[:1]
    others = revisions.filter(Q(approved_go_live_at__isnull=False) | Q(pk=Subquery(newest))).exclude(pk=instance.pk)
    rows = list(others.order_by().values_list("created_at", "pk", "content"))
    contents = [content for _created_at, _pk, content in rows]
    is_newest = not any((created_at, pk) > (instance.created_at, instance.pk) for created_at, pk, _content in rows)
    if is_newest or instance.approved_go_live_at:
        contents.append(instance.content)
    records = getattr(page, "records", None)
    uses: set[Named] = set().union(*(uses_in(page_type, content, records) for content in contents))
    note_uses(int(instance.object_id), Version.DRAFT, uses)


def note_first_draft(instance: Any, update_fields: Any = None, **kwargs: Any) -> None:
    """What a draft names that has no revision yet."""
    if not instance.live and update_fields is None and not instance.latest_revision_id:
        note_uses(instance.pk, Version.DRAFT, uses_in(type(instance), instance.serializable_data()))


def named_on(page: Any) -> Iterator[Model]:
    """Return the people and organisations that become public with a page, in every language, and what these are part
    of."""
    uses = RecordUse.objects.filter(page=page).exclude(version=Version.DRAFT)
    people, bodies = (uses.filter(kind=kind).values("record") for kind in ("person", "organisation"))
    yield from Person.objects.filter(translation_key__in=people).order_by()
    above = Organisation.objects.filter(translation_key__in=bodies).values("parent__translation_key")
    is_named = Q(translation_key__in=bodies) | Q(translation_key__in=above)
    yield from Organisation.objects.filter(is_named).order_by()


def pages_that_name(record: Model) -> Iterator[Model]:
    """Return the published pages that name a record, of those types that make public whom they name."""
    pages = RecordUse.objects.of(record).filter(version=Version.PUBLISHED).values("page")
    for kind in all_naming_pages():
        if kind.makes_public:
            rows: Any = apps.get_model(kind.model)._default_manager
            yield from rows.filter(pk__in=pages)
