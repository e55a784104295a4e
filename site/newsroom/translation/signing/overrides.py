"""What a language has of its own in place of what is shared: a file, an image.

Whoever signs a translation signs these too. Where the original's changes, somebody looks whether they still fit.
"""

import json
from collections import defaultdict
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, Model
from wagtail_localize.models import OverridableSegment, SegmentOverride, Translation

from newsroom.base.models import NewsroomDocument


def overrides_of(translation: Translation) -> list[dict[str, Any]]:
    """What a signature keeps of each override, in a number of queries that does not grow with them."""
    given = SegmentOverride.objects.filter(
        locale_id=translation.target_locale_id, context__object_id=translation.source.object_id, has_error=False
    )
    by_context = {each.context_id: number_or_words(each.data_json) for each in given}
    if not by_context:
        return []
    shared = OverridableSegment.objects.filter(source=translation.source_id, context__in=by_context)
    rows = list(shared.select_related("context").order_by("context__path", "pk"))
    source_model: Any = translation.source.specific_content_type.model_class()
    models = {row.pk: named_at(source_model, row.context.field_path) for row in rows}
    originals = {row.pk: number_or_words(row.data_json) for row in rows}
    wanted: dict[type[Model], set[Any]] = defaultdict(set)
    for row in rows:
        if model := models[row.pk]:
            wanted[model] |= {originals[row.pk], by_context[row.context_id]}
    found = {model: model._default_manager.in_bulk(list(numbers)) for model, numbers in wanted.items()}

    def told(row: OverridableSegment, value: Any) -> tuple[str, str]:
        model = models[row.pk]
        thing = found[model].get(value) if model else None
        return (f"{thing} ({value})", getattr(thing, "file_hash", "")) if thing else (str(value), "")

    signed = []
    for row in rows:
        (source, source_file), (target, target_file) = (
            told(row, originals[row.pk]),
            told(row, by_context[row.context_id]),
        )
        target = f"{target} {target_file}".strip()
        signed.append({"path": row.context.path, "source": source, "links": source_file, "target": target})
    return signed


def number_or_words(data_json: str) -> Any:
    """The value of an override, which the editor gives now as a number and now as its digits."""
    value = json.loads(data_json)
    return int(value) if isinstance(value, str) and value.isdecimal() else value


def named_at(model: Any, field_path: str) -> type[Model] | None:
    """The kind of record that a field names, on a page or in a row of it; None where it names none."""
    for name in field_path.split("."):
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            return None
        model = field.related_model
        if model is None:
            return None
    return model if isinstance(field, ForeignKey) else None


def state_language(override: SegmentOverride) -> None:
    """A file that is given for a language is in that language, unless its record says otherwise or it is given for
    itself."""
    number = number_or_words(override.data_json)
    segments = OverridableSegment.objects.filter(context_id=override.context_id).select_related("context", "source")
    if any(names_record(each, NewsroomDocument) and number_or_words(each.data_json) != number for each in segments):
        NewsroomDocument.objects.filter(pk=number, language="").update(language=override.locale.language_code)


def names_record(segment: OverridableSegment, model: type[Model]) -> bool:
    """Whether a segment names a record of a model."""
    source_model: Any = segment.source.specific_content_type.model_class()
    return named_at(source_model, segment.context.field_path) is model


def override_values(file: Model) -> list[str]:
    """A file as segments and overrides name it."""
    return [str(file.pk), json.dumps(str(file.pk))]


def keys_that_show(file: Model) -> set[Any]:
    """The translation keys of all whose original shows a file that some language may have another one for."""
    segments = OverridableSegment.objects.filter(data_json__in=override_values(file)).select_related(
        "context", "source"
    )
    return {each.context.object_id for each in segments if names_record(each, type(file))}


def let_go_of(file: Model) -> None:
    """A file was deleted: no language has it in place of the original's any more."""
    overrides = SegmentOverride.objects.filter(data_json__in=override_values(file))
    segments = OverridableSegment.objects.filter(context__in=overrides.values("context"))
    segments = segments.select_related("context", "source")
    places = [each.context_id for each in segments if names_record(each, type(file))]
    for override in overrides.filter(context__in=places):
        override.delete()
