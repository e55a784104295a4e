"""Two records that are one: everything that named the duplicate names the kept record afterwards.

In every language and every version: foreign keys, bodies, revisions, what translators work from, addresses. Where
that would list a record twice on the same page it is listed once. All of it happens or nothing does.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ManyToOneRel, Model, Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from modelsearch import index
from wagtail.log_actions import log
from wagtail.models import Page, ReferenceIndex, Revision
from wagtail_localize.models import TranslationSource

from newsroom.base.pages.references import bodies_that_may_name, exchanged, exchanged_body
from organisations.doubles import Numbers, drop_doubles, without_doubles
from organisations.models.address import FormerAddress
from organisations.models.use import RecordUse, identity
from search.indexing import refresh_index

MERGED = "organisations.merge"


def versions_of(record: Any) -> dict[int | None, Any]:
    """The rows of a record by language; a record without languages has one."""
    key = getattr(record, "translation_key", None)
    if key is None:
        return {None: record}
    rows = type(record)._default_manager.filter(translation_key=key).select_related("locale")
    return {row.locale_id: row for row in rows}


def hold(*records: Any) -> None:
    """Lock records until the transaction ends."""
    for record in records:
        list(type(record)._default_manager.select_for_update().filter(**identity_of_rows(record)).values_list("pk"))


def identity_of_rows(record: Any) -> dict[str, Any]:
    """What finds a record's rows in all languages."""
    key = getattr(record, "translation_key", None)
    return {"translation_key": key} if key else {"pk": record.pk}


def obstacle(kept: Any, duplicate: Any) -> str:
    """Why two records cannot be merged; empty where they can."""
    if identity(kept) == identity(duplicate):
        return _("These are the same record.")
    own = getattr(kept, "obstacle_to_merging", None)
    return str(own(duplicate)) if own else ""


@transaction.atomic
def merge(kept: Any, duplicate: Any, user: Any) -> None:
    """Makes one record of two. Raises ValidationError where they cannot be.

    The kept record keeps its own words; a language that only the duplicate has becomes a language of it. A record that
    has something to do before says so in `before_merging`.
    """
    hold(kept, duplicate)
    if reason := obstacle(kept, duplicate):
        raise ValidationError(reason)
    model, name = type(kept), str(duplicate)
    if follow := getattr(kept, "before_merging", None):
        follow(duplicate, user)
    survivors, duplicates = versions_of(kept), versions_of(duplicate)
    touched = set(objects_naming(duplicates.values()))
    numbers = Numbers(
        model=model,
        instead_of={row.pk: survivors[locale].pk for locale, row in duplicates.items() if locale in survivors},
        of_record={row.pk for row in (*survivors.values(), *duplicates.values())},
    )
    keep_addresses(kept, duplicates.values())
    move_languages(kept, [row for row in duplicates.values() if row.pk not in numbers.instead_of])
    move_rows(numbers)
    move_bodies(numbers)
    move_versions(numbers)
    move_uses(kept, duplicate)
    for row in duplicates.values():
        if row.pk in numbers.instead_of:
            row.delete()
    for content_type, object_id in touched:
        index_again(content_type.model_class(), object_id)
    find_again(touched, numbers)
    log(instance=kept, action=MERGED, user=user, data={"duplicate": name}, content_changed=True)


def objects_naming(rows: Iterable[Model]) -> Iterable[tuple[Any, str]]:
    """What Wagtail's index knows to name any of the rows: its type and number."""
    for row in rows:
        for reference in ReferenceIndex.get_references_to(row).select_related("base_content_type"):
            yield reference.base_content_type, reference.object_id


def keep_addresses(kept: Any, duplicates: Iterable[Any]) -> None:
    """The duplicate's addresses, present and former, lead to the kept record."""
    view_name = getattr(kept, "view_name", None)
    if view_name is None:
        return
    for row in duplicates:
        FormerAddress.objects.filter(record=row.translation_key).update(record=kept.translation_key)
        if row.slug != kept.slug:
            FormerAddress.objects.remember(view_name, row.slug, kept.translation_key)
    FormerAddress.objects.of(view_name, kept.slug).delete()


def move_languages(kept: Any, rows: Iterable[Any]) -> None:
    """Languages that only the duplicate has become languages of the kept record, at its address."""
    values = {"translation_key": kept.translation_key} if hasattr(kept, "translation_key") else {}
    if hasattr(kept, "view_name"):
        values["slug"] = kept.slug
    for row in rows:
        type(row)._default_manager.filter(pk=row.pk).update(**values)


def move_rows(numbers: Numbers) -> None:
    """Every row that points at the duplicate points at the kept record; nothing points at itself."""
    for relation in numbers.model._meta.get_fields(include_hidden=True):
        if not (isinstance(relation, ManyToOneRel) and relation.one_to_many):
            continue
        rows: Any = relation.related_model._base_manager
        drop_doubles(relation.related_model, relation.field.name, numbers)
        for duplicate, survivor in numbers.instead_of.items():
            rows.filter(**{relation.field.name: duplicate}).update(**{relation.field.name: survivor})
        if relation.related_model is numbers.model:
            within = {"pk__in": numbers.of_record, f"{relation.field.name}__in": numbers.of_record}
            rows.filter(**within).update(**{relation.field.name: None})


def may_name(column: str, numbers: Numbers) -> tuple[Cast, Q]:
    """A column as text, and a quick look whether the number of a duplicate can be in it."""
    found = Q(pk__in=[])
    for number in numbers.instead_of:
        found |= Q(as_text__contains=str(number))
    return Cast(column, TextField()), found


def move_bodies(numbers: Numbers) -> None:
    """Blocks in what is published."""
    for field in bodies_that_may_name(numbers.model, iter(apps.get_models())):
        as_text, found = may_name(field.name, numbers)
        rows: Any = field.model._base_manager
        for pk, stored in list(rows.annotate(as_text=as_text).filter(found).values_list("pk", "as_text")):
            changed = exchanged_body(field, stored, numbers.exchange, field.name)
            if json.loads(changed) != json.loads(stored):
                rows.filter(pk=pk).update(**{field.name: field.to_python(changed)})


def content_after(model: type[Model], content: dict[str, Any], numbers: Numbers) -> dict[str, Any]:
    """Stored content that names the kept record where it named either, and lists it once."""
    return without_doubles(model, exchanged(model, content, numbers.exchange), numbers)


def move_versions(numbers: Numbers) -> None:
    """Every revision of everything, drafts and those that wait for their hour, and what translators work from."""
    as_text, found = may_name("content", numbers)
    for revision in Revision.objects.alias(as_text=as_text).filter(found).iterator():
        model = revision.content_type.model_class()
        changed = content_after(model, revision.content, numbers)
        if changed != revision.content:
            Revision.objects.filter(pk=revision.pk).update(content=changed)
    as_text, found = may_name("content_json", numbers)
    for source in TranslationSource.objects.alias(as_text=as_text).filter(found):
        model = source.specific_content_type.model_class()
        content = json.loads(source.content_json)
        changed = content_after(model, content, numbers)
        if changed != content:
            TranslationSource.objects.filter(pk=source.pk).update(content_json=json.dumps(changed))


def move_uses(kept: Any, duplicate: Any) -> None:
    """What is noted of the duplicate is noted of the kept record, each use once."""
    known = set(RecordUse.objects.of(kept).values_list("page_id", "part", "version"))
    for use in RecordUse.objects.of(duplicate):
        if (use.page_id, use.part, use.version) in known:
            use.delete()
        else:
            RecordUse.objects.filter(pk=use.pk).update(**identity(kept))


def index_again(model: type[Model], object_id: str) -> None:
    """Tell the index of references and the search what an object names now, if it is still there."""
    row: Any = model._default_manager.filter(pk=object_id).first()
    if row is not None:
        specific = getattr(row, "specific", row)
        ReferenceIndex.create_or_update_for_object(specific)
        if isinstance(specific, index.Indexed):
            index.insert_or_update_object(specific)


def find_again(touched: Iterable[tuple[Any, str]], numbers: Numbers) -> None:
    """Let readers find what named the duplicate under the kept record, and both under what they are called now."""
    keys: dict[type[Model], set[Any]] = defaultdict(set, {numbers.model: set(numbers.of_record)})
    for content_type, object_id in touched:
        keys[content_type.model_class()].add(object_id)
    for model, wanted in keys.items():
        rows: Any = model._default_manager.filter(pk__in=wanted)
        refresh_index(rows.specific() if issubclass(model, Page) else rows)
