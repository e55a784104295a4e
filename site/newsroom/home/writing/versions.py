"""Two versions of a page that met: what each changed since the one both began with, and where they differ."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.compare import StreamFieldComparison, get_comparison_class_for_block
from wagtail.blocks import StreamValue
from wagtail.models import Page, Revision

from newsroom.language.html import text_of_html
from newsroom.language.script.cutting import cut_text

FIRST_WORDS = 60
#: What the editor writes into its markup to find paragraphs again.
BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


@dataclass(frozen=True)
class ChangedPlace:
    """A part of a page that at least one of the two versions changed."""

    #: The name of the field or list; of a block, with its id behind a colon.
    key: str
    label: str
    mine_changed: bool
    theirs_changed: bool
    differs: bool
    #: What each changed, as marked-up text.
    mine: SafeString
    theirs: SafeString

    @property
    def needs_a_choice(self) -> bool:
        """Whether both changed it, and not alike."""
        return self.mine_changed and self.theirs_changed and self.differs


@dataclass(frozen=True)
class Meeting:
    """Two versions of a page, the one they began with where it is known, and the places that changed."""

    page: Page
    base: Page | None
    mine: Page
    theirs: Page
    latest: Revision
    places: list[ChangedPlace]

    @property
    def choices(self) -> list[ChangedPlace]:
        """Where somebody must say which holds."""
        return [place for place in self.places if place.needs_a_choice]

    @property
    def together(self) -> list[ChangedPlace]:
        """What only one of them changed, or both alike."""
        return [place for place in self.places if not place.needs_a_choice]


#: Under which names an editor says which version it has sent by itself: where it would write it over, and else.
OWN_VERSION = ("overwrite_revision_id", "known_revision_id")


def own_version(data: Any) -> str:
    """The number of the version that an editor has sent by itself; nothing where it has sent none."""
    return next((str(data[name]) for name in OWN_VERSION if data.get(name)), "")


def is_unseen(latest: Revision, data: Any) -> bool:
    """Tell whether the latest version is one that an editor was neither opened with nor has sent."""
    if own := own_version(data):
        return own != str(latest.pk)
    loaded = (data.get("loaded_revision_id"), data.get("loaded_revision_created_at"))
    return loaded != (str(latest.pk), latest.created_at.isoformat())


def base_of(page: Page, data: Any, latest: Revision) -> Revision | None:
    """The version that an editor began with, by what its form says; None where it was written over since."""
    number = own_version(data) or str(data.get("loaded_revision_id") or "")
    if not number.isdecimal() or int(number) == latest.pk:
        return None
    revision: Revision | None = page.revisions.filter(pk=int(number)).first()
    if revision and (own_version(data) or revision.created_at.isoformat() == data.get("loaded_revision_created_at")):
        return revision
    return None


def without_keys(value: Any) -> Any:
    """A stored value without what the editor alone writes into it."""
    if isinstance(value, str):
        return BLOCK_KEY.sub("", value)
    if isinstance(value, dict):
        return {name: without_keys(each) for name, each in value.items() if name != "id"}
    if isinstance(value, list):
        return [without_keys(each) for each in value]
    return value


def changed_places(request: HttpRequest, base: Page | None, mine: Page, theirs: Page) -> list[ChangedPlace]:
    """Every part of a page in which the two versions, or one of them and the earlier, are not alike."""
    panel = mine.get_edit_handler().get_bound_panel(instance=mine, request=request, form=None)
    found = (place for compare in panel.get_comparison() for place in places_in(compare, base, mine, theirs))
    return [place for place in found if place.mine_changed or place.theirs_changed]


def places_in(compare: Callable[..., Any], base: Page | None, mine: Page, theirs: Page) -> Iterator[ChangedPlace]:
    """The places of one field; of a text made of blocks, its blocks."""
    between = compare(theirs, mine)
    if isinstance(between, StreamFieldComparison):
        streams = (getattr(each, between.field.name) if each else None for each in (base, mine, theirs))
        yield from places_of_blocks(between.field.name, *streams)
        return
    own, other = (compare(base, each) if base else compare(theirs, each) for each in (mine, theirs))
    differs = between.has_changed()
    name = getattr(between.field, "related_name", None) or between.field.name
    yield ChangedPlace(
        key=str(name),
        label=str(between.field_label()),
        mine_changed=own.has_changed(),
        theirs_changed=other.has_changed() if base else differs,
        differs=differs,
        mine=shown(own),
        theirs=shown(other),
    )


def shown(comparison: Any) -> SafeString:
    """What a comparison shows; a list shows its rows one after the other."""
    if not comparison.is_child_relation:
        return comparison.htmldiff()
    rows = (
        field.htmldiff()
        for child in comparison.get_child_comparisons()
        if child.has_changed()
        for field in child.get_field_comparisons()
        if field.has_changed()
    )
    return a_line_each(rows)


def a_line_each(parts: Iterable[SafeString]) -> SafeString:
    """Pieces of marked-up text, a line each."""
    return format_html_join(SafeString("<br>"), "{}", ((part,) for part in parts))


def places_of_blocks(
    name: str, base: StreamValue | None, mine: StreamValue, theirs: StreamValue
) -> Iterator[ChangedPlace]:
    """The blocks of a text that either changed, in the order of mine, then those that only the others have."""
    old, own, other = ({block.id: block for block in stream or ()} for stream in (base, mine, theirs))
    for number in dict.fromkeys([*own, *other]):
        before, left, right = old.get(number), own.get(number), other.get(number)
        differs = stored(left) != stored(right)
        block = left or right
        show = partial(block_difference, before if base is not None else right)
        yield ChangedPlace(
            key=f"{name}:{number}",
            label=block_label(block),
            mine_changed=stored(before) != stored(left) if base is not None else differs,
            theirs_changed=stored(before) != stored(right) if base is not None else differs,
            differs=differs,
            mine=show(left),
            theirs=show(right),
        )


def stored(block: Any) -> Any:
    """What is kept of a block; None where there is none."""
    return without_keys(block.get_prep_value()["value"]) if block else None


def block_label(block: Any) -> str:
    """The kind of a block and its first words."""
    words = cut_text(" ".join(text_of_html(str(block.render())).split()), FIRST_WORDS, "…")
    return f"{block.block.label}: {words}" if words else str(block.block.label)


def block_difference(before: Any, after: Any) -> SafeString:
    """What changed from one state of a block to another, where either may not exist."""
    block = (after or before).block if after or before else None
    if block is None:
        return SafeString()
    comparison = get_comparison_class_for_block(block)
    values = (each.value if each else block.get_default() for each in (before, after))
    found = comparison(block, before is not None, after is not None, *values)
    if found.is_new() or found.is_deleted():
        value = (after or before).value
        mark = "addition" if found.is_new() else "deletion"
        return (
            SafeString(f'<div class="comparison__child-object {mark}">') + found.htmlvalue(value) + SafeString("</div>")
        )
    return found.htmldiff()
