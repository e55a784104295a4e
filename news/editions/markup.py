"""The HTML of the parts of a document, made without templates: a release has dozens of them.

Whatever is put in is escaped, but for rich text, which Wagtail has cleaned on its way in.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.template.loader import render_to_string
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from news.editions.document import DocumentQuote, ItemList, Paragraph, SubHeading, Table
from news.models.quote import Quote
from newsroom.base.languages import active_code
from newsroom.base.tables.markup import table_markup
from newsroom.base.templatetags.newsroom import foreign_code
from newsroom.language.catalogue import language_row

QUOTE = """<figure class="quote" id="quote-{id}">
<blockquote class="words">{words}</blockquote>
<figcaption>
<div class="attribution"><b>{speaker}</b>{role}{notes}</div>
<div class="acts">{copy}<a href="{address}" aria-label="{link_label}">{link}</a>{original}</div>
</figcaption>
</figure>"""
COPY = '<button type="button" hidden data-copy="{}" data-done="{}" aria-label="{}">{}</button>'


class ShownQuote(NamedTuple):
    """A quote where it stands in a release: its addresses, what is copied of it, and what readers must know of it.

    `notes` are pairs of a class and words; `original` is the recorded quote as it was spoken, for a translation.
    """

    said: DocumentQuote
    address: str
    speaker_address: str
    copied: str
    notes: Sequence[tuple[str, str]]
    original: Quote | None


def linked(name: str, code: str, address: str) -> SafeString:
    """A name that leads to its own page, marked where it is in another language."""
    return format_html('<a href="{}"{}>{}</a>', address, foreign_code(code), name)


def text_markup(part: Paragraph | ItemList | SubHeading | Table) -> SafeString:
    """A paragraph, a list, a heading or a table."""
    if isinstance(part, Table):
        return table_markup(part.plain)
    if isinstance(part, SubHeading):
        return format_html("<h2>{}</h2>", part.text)
    return mark_safe(part.element)  # noqa: S308  (cleaned on its way in)


class QuoteMarkup:
    """Writes the quotes of a page; what all of them say is translated once.

    `is_quotable`: whether names lead to their pages and the words can be copied, as on no earlier version.
    """

    def __init__(self, *, is_quotable: bool) -> None:
        self.is_quotable = is_quotable
        self.comma = language_row(active_code()).comma
        self.copy, self.copied, self.link = _("Copy"), _("Copied"), _("Link to this quote")
        self.copy_label, self.link_label = _("Copy this quote by %(name)s"), _("Link to this quote by %(name)s")

    def markup(self, shown: ShownQuote) -> SafeString:
        """One quote."""
        said = shown.said
        name = {"name": said.speaker.name}
        copy, address = SafeString(""), f"#quote-{said.id}"
        speaker = conditional_escape(said.speaker.name)
        if self.is_quotable:
            address = shown.address
            speaker = linked(said.speaker.name, said.speaker.language, shown.speaker_address)
            copy = format_html(COPY, shown.copied, self.copied, self.copy_label % name, self.copy)
        return format_html(
            QUOTE,
            id=said.id,
            words=said.words,
            speaker=speaker,
            role=format_html("{}<span>{}</span>", self.comma, said.role) if said.role else "",
            notes=format_html_join("", ' <span class="{}">{}</span>', shown.notes),
            copy=copy,
            address=address,
            link_label=self.link_label % name,
            link=self.link,
            original=original_markup(shown.original),
        )


def original_markup(original: Quote | None) -> SafeString:
    """The words as they were spoken, to open in place."""
    if original is None:
        return SafeString("")
    return render_to_string("includes/quote_original.html", {"original": original})
