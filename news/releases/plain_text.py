"""A release as clean text, to paste into a story or an e-mail."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from news.choices import QuoteStatus, ReleaseKind
from news.editions.document import DocumentQuote, ItemList, Paragraph, ReleaseDocument, SubHeading, Table
from newsroom.base.dates import full_date
from newsroom.language.catalogue import language_row
from newsroom.language.html import text_of_html
from newsroom.language.separators import in_quotation_marks, side_by_side
from newsroom.language.spacing import spaced
from newsroom.language.tables import text_of_table


def plain_text(shown: Any, address: str) -> str:
    """The whole release as text, a blank line between its parts.

    `shown` is what its page shows, `address` its own. Ends with the reference and the address, so that a
    copy says where it is from.
    """
    document: ReleaseDocument = shown.document
    text = "\n\n".join(part for part in parts(document, shown, address) if part) + "\n"
    return spaced(text, document.language)


def parts(document: ReleaseDocument, shown: Any, address: str) -> Iterator[str]:
    """The parts in the order of the page."""
    yield str(ReleaseKind(document.kind).label).upper()
    yield document.headline
    yield document.subheadline
    for correction in shown.corrections:
        words = _("Corrected on %(day)s.") % {"day": full_date(correction.corrected_at)}
        said = _("It said: %(words)s") % {"words": correction.said} if correction.said else ""
        says = _("It says now: %(words)s") % {"words": correction.says} if correction.says else ""
        yield "\n".join(filter(None, (words, correction.reason, said, says)))
    for number, part in enumerate(document.body):
        notes = shown.quotes[part.id].notes if isinstance(part, DocumentQuote) else ()
        opening = shown.dateline if number == 0 else ""
        if opening and isinstance(part, Paragraph):
            yield text_of_html(opening + part.html)
        else:
            yield part_text(part, notes, document)
    yield pgettext("end mark of a release", "###")
    if document.notes:
        yield "\n".join((_("Notes to editors"), *(part_text(part, (), document) for part in document.notes)))
    if document.participants:
        people = (side_by_side((each.person.name, each.role)) for each in document.participants)
        yield "\n".join((_("Participants"), *people))
    if document.signatories:
        signed = (side_by_side((each.name, each.role, each.place, each.country)) for each in document.signatories)
        yield "\n".join((_("First signed by"), *signed))
    for text in document.boilerplates:
        yield f"{text.organisation.name}\n{text_of_html(text.html)}"
    for duty in shown.contacts:
        contact = duty.contact
        yield "\n".join(filter(None, (side_by_side((contact.name, contact.role)), contact.phone, contact.email)))
    yield "\n".join(filter(None, (document.reference, address)))


def part_text(part: Any, notes: Sequence[tuple[str, str]], document: ReleaseDocument) -> str:
    """One part of the text; `notes` is what readers must know of a quote."""
    code = document.language
    if isinstance(part, DocumentQuote):
        speaker = side_by_side((part.speaker.name, part.role), code)
        words = f"{in_quotation_marks(part.words, code)}{language_row(code).dash}{speaker}"
        return " ".join((words, *(f"[{note}]" for _kind, note in notes if part.status != QuoteStatus.OFFICIAL)))
    if isinstance(part, ItemList):
        return "\n".join(map(text_of_html, part.items_html))
    if isinstance(part, Paragraph):
        return text_of_html(part.html)
    if isinstance(part, Table):
        return text_of_table(part.plain)
    return part.text if isinstance(part, SubHeading) else ""
