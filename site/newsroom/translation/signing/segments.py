"""The segments of a source beside their translation, and what changed in them since somebody signed."""

import json
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from wagtail_localize.models import StringSegment, StringTranslation, Translation

from newsroom.translation.choices import SegmentChange
from newsroom.translation.memory.search import FILLED_BY
from newsroom.translation.signing.kept import is_kept
from newsroom.translation.signing.overrides import overrides_of

Signed = dict[str, Any]


@dataclass(frozen=True)
class TaskSegment:
    """One piece of text as the translator sees it. `target` is None while it is not translated.

    `is_kept` where it stays as it is in the original; then that is its target.
    `path` says where it stands in the page, `links` what its links lead to, by their ids in the text.
    """

    pk: int
    path: str
    field_path: str
    source: str
    links: str
    target: str | None
    is_machine: bool
    source_code: str
    target_code: str
    is_remembered: bool = False
    is_kept: bool = False

    @property
    def is_as_original(self) -> bool:
        """Whether the original's words are all that stands there."""
        return self.target is None or self.target == self.source

    @property
    def signed(self) -> Signed:
        """What a signature keeps of it."""
        return {"path": self.path, "source": self.source, "links": self.links, "target": self.target}


def segments_of(translation: Translation) -> list[TaskSegment]:
    """The segments of a translation in the order of the page, in two queries."""
    rows = StringSegment.objects.filter(source=translation.source_id).select_related("string", "context")
    rows = list(rows.order_by("order", "pk"))
    written = StringTranslation.objects.filter(
        locale=translation.target_locale_id, context__in={row.context_id for row in rows}, has_error=False
    )
    by_place = {(each.translation_of_id, each.context_id): each for each in written}
    source_code = translation.source.locale.language_code
    target_code = translation.target_locale.language_code
    return [
        TaskSegment(
            pk=row.pk,
            path=row.context.path,
            field_path=row.context.field_path,
            source=row.string.data,
            links="" if row.attrs == "{}" else row.attrs,
            target=found.data if (found := by_place.get((row.string_id, row.context_id))) else None,
            is_machine=bool(found and found.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE),
            source_code=source_code,
            target_code=target_code,
            is_remembered=bool(found and found.tool_name == FILLED_BY),
            is_kept=is_kept(found, row.string.data),
        )
        for row in rows
    ]


def signed_of(translation: Translation) -> list[Signed]:
    """What a signature keeps of a translation: its segments, and the files and images that are its own."""
    return [*(segment.signed for segment in segments_of(translation)), *overrides_of(translation)]


def changes_since(signed: list[Signed], now: list[Signed]) -> list[dict[str, str]]:
    """What differs from what was signed: each change names its place, the source before and the source now.

    A text that merely moved within its field is no change. One that went and one that came at the same place are
    one that changed.
    """
    changes = []
    for path in dict.fromkeys(each["path"] for each in [*now, *signed]):
        before, after = without_common(
            [each for each in signed if each["path"] == path], [each for each in now if each["path"] == path]
        )
        changes += [segment_change(path, old, new) for old, new in zip_longest(before, after)]
    changes += rewritten(signed, now, {(each["path"], each["new"]) for each in changes})
    return changes


def without_common(before: list[Signed], after: list[Signed]) -> tuple[list[Signed], list[Signed]]:
    """Two lists of segments without those whose source stands in both."""
    kept = Counter(map(source_key, before)) & Counter(map(source_key, after))
    return rest(before, Counter(kept)), rest(after, Counter(kept))


def rest(segments: list[Signed], kept: Counter[str]) -> list[Signed]:
    """Return the segments without a given number of each source text."""
    left = []
    for segment in segments:
        key = source_key(segment)
        if kept[key]:
            kept[key] -= 1
        else:
            left.append(segment)
    return left


def source_key(segment: Signed) -> str:
    """What makes the source of two segments the same: its text and where its links lead."""
    return json.dumps([segment["source"], segment["links"]])


def segment_change(path: str, old: Signed | None, new: Signed | None) -> dict[str, str]:
    """One change at a place."""
    kind = SegmentChange.NEW if old is None else SegmentChange.REMOVED if new is None else SegmentChange.CHANGED
    return {
        "kind": kind.value,
        "path": path,
        "old": old["source"] if old else "",
        "new": new["source"] if new else "",
        "links": json.dumps([old["links"], new["links"]]) if old and new and old["source"] == new["source"] else "",
    }


def rewritten(signed: list[Signed], now: list[Signed], changed: set[tuple[str, str]]) -> list[dict[str, str]]:
    """The segments whose source is as it was signed and whose translation is not."""
    texts: dict[tuple[str, str], list[Any]] = {}
    for each in signed:
        texts.setdefault((each["path"], source_key(each)), []).append(each["target"])
    return [
        {
            "kind": SegmentChange.REWRITTEN.value,
            "path": each["path"],
            "old": each["source"],
            "new": each["source"],
            "links": "",
        }
        for each in now
        if (each["path"], each["source"]) not in changed
        and each["target"] not in texts.get((each["path"], source_key(each)), [each["target"]])
    ]
