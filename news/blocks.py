"""The quote: the one block that no other newsroom has."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from news.choices import QuoteStatus
from newsroom.base.blocks import HeadingBlock, ImageBlock, RecordChooserBlock, SpokenWordsBlock, TextBlock
from newsroom.base.languages import own_names
from newsroom.base.tables.block import TableBlock
from newsroom.language.html import text_of_html
from newsroom.language.tables import table_of, text_of_table


class QuoteBlock(blocks.StructBlock):
    """Words attributed to a named person, with the function they held that day."""

    words = SpokenWordsBlock(
        label=pgettext_lazy("words of a quote", "Words"),
        rows=3,
        help_text=_("Without quotation marks: each language sets its own. A pair around all of it is removed."),
    )
    speaker = RecordChooserBlock("organisations.Person", label=_("Speaker"))
    role = blocks.CharBlock(
        label=pgettext_lazy("held by a person", "Role"),
        required=False,
        max_length=250,
        help_text=_("As stated in this release. Left empty: the role the speaker holds that day."),
    )
    organisation = RecordChooserBlock("organisations.Organisation", label=_("Organisation"), required=False)
    language = blocks.ChoiceBlock(
        choices=list(own_names().items()),
        required=False,
        label=_("Language spoken"),
        help_text=_("Left empty: the original language of the release."),
    )

    status = blocks.ChoiceBlock(
        choices=[(each.value, each.label) for each in QuoteStatus if each != QuoteStatus.ORIGINAL],
        required=False,
        label=_("Status of a translation"),
        help_text=_(
            "Left empty: original where this is the language spoken, official where somebody has approved exactly "
            "these words, else courtesy translation. “Official” is approved in your name when you save."
        ),
    )

    class Meta:
        icon = "openquote"
        #: Three fields until more is wanted. The organisation follows from the speaker and stands in the heading.
        form_layout = blocks.BlockGroup(
            [
                *("words", "speaker", "role"),
                blocks.BlockGroup(
                    ["organisation", "language", "status"],
                    heading=_("More about this quote"),
                    classname="collapsed newsroom-more",
                    label_format="{organisation}",
                ),
            ]
        )
        label = _("Quote")
        group = _("Voices")
        description = _("The words of a named speaker, recorded when the release is published.")


class ReleaseBodyBlock(blocks.StreamBlock):
    """The text of a release."""

    text = TextBlock()
    quote = QuoteBlock()
    heading = HeadingBlock()
    image = ImageBlock()
    table = TableBlock()


def text_of_block(block: Any) -> str:
    """The words of one block of a body, read as it is stored so that no record it names is fetched."""
    if block["type"] == "text":
        return text_of_html(block["value"])
    if block["type"] == "quote":
        return str(block["value"]["words"])
    if block["type"] == "table":
        return text_of_table(table_of(block["value"]))
    return str(block["value"]) if block["type"] == "heading" else ""
