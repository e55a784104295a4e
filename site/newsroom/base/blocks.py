"""Blocks for running text that any page may use."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from copy import copy
from functools import cache
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from newsroom.base.fields import INLINE_FEATURES, TEXT_FEATURES
from newsroom.base.files.licences import Licence
from newsroom.base.pages.choosing import NO_ROW
from newsroom.language.normalisation import normalise_text
from newsroom.language.quoting import without_outer_marks

#: Longer numbers are no record's.
LONGEST_NUMBER = 19


class HeadingBlock(blocks.CharBlock):
    """A heading inside the text."""

    class Meta:
        icon = "title"
        label = _("Heading")
        group = _("Text")
        description = _("A line that names what the next paragraphs say.")
        template = "base/blocks/heading.html"
        preview_value = "What the cities have agreed"


class TextBlock(blocks.RichTextBlock):
    """One or more paragraphs and lists."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.setdefault("features", TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text")
        description = _("Paragraphs and lists.")
        template = "base/blocks/text.html"
        preview_value = "<p>Each city will count its stops and publish what it finds.</p>"


class SpokenWordsBlock(blocks.TextBlock):
    """Words that somebody said. The page sets quotation marks around them, so those that were typed go."""

    @staticmethod
    def normalise_words(text: str) -> str:
        """The words as they are stored, without a pair of quotation marks around all of them."""
        return without_outer_marks(normalise_text(text))

    def to_python(self, value: Any) -> Any:
        """The words as they would be stored today, whenever they were."""
        return self.normalise_words(value) if isinstance(value, str) else value


def records_named_in(data: Mapping[str, Any], page_type: type[Model]) -> dict[type[Model], list[str]]:
    """The numbers of records that the blocks of a page name in what its form sent, by model.

    Some that other fields name may be among them.
    """
    found: dict[type[Model], list[str]] = {}
    for name, model in choosers_of(page_type):
        found.setdefault(model, []).extend(str(data[each]) for each in data if each.endswith(f"-{name}"))
    return found


@cache
def choosers_of(page_type: type[Model]) -> frozenset[tuple[str, type[Model]]]:
    """The choosers of records in the blocks of a type: what a form calls the last part of each, and its model."""
    fields = (field for field in page_type._meta.concrete_fields if isinstance(field, StreamField))
    return frozenset(chooser for field in fields for chooser in choosers_in(field.stream_block))


def choosers_in(block: Any, name: str = "value") -> Iterator[tuple[str, type[Model]]]:
    """The same of one block, at any depth; `name` is what a form calls what stands in it."""
    if isinstance(block, RecordChooserBlock):
        yield name, block.model_class
    elif isinstance(block, blocks.ListBlock):
        yield from choosers_in(block.child_block)
    else:
        for key, child in getattr(block, "child_blocks", {}).items():
            yield from choosers_in(child, "value" if isinstance(block, blocks.BaseStreamBlock) else key)


#: Records that were read already, by type and number, while a form is read that names many.
in_hand: ContextVar[Mapping[tuple[type[Model], str], Model] | None] = ContextVar("in_hand", default=None)


@contextmanager
def records_in_hand(numbers: Mapping[type[Model], Iterable[str]]) -> Iterator[None]:
    """Read records by their numbers, in a query for each type; blocks that name them ask no more while it lasts."""
    found: dict[tuple[type[Model], str], Model] = {}
    for model, named in numbers.items():
        wanted = {int(number) for number in named if number.isdecimal() and len(number) < LONGEST_NUMBER}
        records = model._default_manager.in_bulk(wanted) if wanted else {}
        found |= {(model, str(number)): record for number, record in records.items()}
    token = in_hand.set(found)
    try:
        yield
    finally:
        in_hand.reset(token)


class RecordChooserBlock(SnippetChooserBlock):
    """A record chosen by reference, the same in every language; pages show it in the reader's (decision 0005).

    wagtail-localize would otherwise submit the record for translation with the page, and readers would get an
    untranslated copy of it as if it were in their language.
    """

    def value_from_form(self, value: Any) -> Any:
        """The record that was chosen; asked of the database unless it was read with the others."""
        if value == NO_ROW:
            return self.model_class()  # one that nobody stored, so that it is refused and not forgotten
        known = (in_hand.get() or {}).get((self.model_class, str(value)))
        return copy(known) if known is not None else super().value_from_form(value)

    def clean(self, value: Any) -> Any:
        """What was read from the form is a record; Wagtail would read it once more. Raises ValidationError for none."""
        if not isinstance(value, self.model_class):
            return super().clean(value)
        return value if value.pk else super().clean(NO_ROW)

    def get_form_state(self, value: Any) -> Any:
        """What the editor shows of the record; nothing of one that is not there."""
        return super().get_form_state(value if value is None or value.pk else None)

    def get_translatable_segments(self, value: Any) -> list[Any]:
        """Nothing of a record is translated with the page that chooses it."""
        return []

    def restore_translated_segments(self, value: Any, segments: list[Any]) -> Any:
        """The record as it was chosen."""
        return value


class ImageBlock(blocks.StructBlock):
    """An image with its words; without some of its own it shows those kept with the image, in their language."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Image in words"),
        required=False,
        default="",
        max_length=300,
        help_text=_("For those who cannot see it. Left empty: the image's own, in one language only."),
    )
    caption = blocks.RichTextBlock(
        label=_("Caption"),
        required=False,
        features=INLINE_FEATURES,
        help_text=_("Left empty: the image's own, in one language only."),
    )
    credit = blocks.CharBlock(
        label=_("Credit"),
        required=False,
        default="",
        max_length=150,
        help_text=_("Whose picture it is. Left empty: the image's own."),
    )
    licence = blocks.ChoiceBlock(
        label=_("May be used by others"),
        required=False,
        choices=Licence.choices,
        help_text=_("Left empty: as it stands with the image."),
    )

    class Meta:
        icon = "image"
        label = _("Image")
        group = _("Media")
        description = _("A photograph or drawing with caption and credit.")
