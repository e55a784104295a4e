"""A release as clean text, to paste into a story or an e-mail."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from news.choices import QuoteStatus
from newsroom.base.dates import full_date
from newsroom.base.languages import language_in_words
from newsroom.language.catalogue import language_row
from newsroom.language.html import text_of_html
from newsroom.language.separators import in_quotation_marks, side_by_side
from newsroom.language.spacing import spaced

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def plain_text(release: "ReleasePage", context: dict[str, Any], address: str) -> str:
    """The whole release as text, a blank line between its parts.

    `context` is what its page shows, `address` its own. Ends with the reference and the address, so that a
    copy says where it is from.
    """
    text = "\n\n".join(part for part in parts(release, context, address) if part) + "\n"
    return spaced(text, release.locale.language_code)


def parts(release: "ReleasePage", context: dict[str, Any], address: str) -> Iterator[str]:
    """The parts in the order of the page."""
    yield str(release.get_kind_display()).upper()
    yield release.title
    yield release.subheadline
    for correction in context["corrections"]:
        words = _("Corrected on %(day)s.") % {"day": full_date(correction.corrected_at)}
        said = _("It said: %(words)s") % {"words": correction.said} if correction.said else ""
        says = _("It says now: %(words)s") % {"words": correction.says} if correction.says else ""
        yield "\n".join(filter(None, (words, correction.reason, said, says)))
    for number, block in enumerate(release.body):
        is_opening = number == context["dateline_block"]
        written = text_of_html(context["opening"]) if is_opening else block_text(block, release.locale.language_code)
        standing = context["standings"].get(block.id) if block.block_type == "quote" else None
        yield " ".join(filter(None, (written, translation_note(standing))))
    yield pgettext("end mark of a release", "###")
    if release.notes_to_editors:
        yield f"{_('Notes to editors')}\n{text_of_html(release.notes_to_editors)}"
    if context["participants"]:
        people = (side_by_side((link.person.name, link.role)) for link in context["participants"])
        yield "\n".join((_("Participants"), *people))
    for boilerplate in context["boilerplates"]:
        yield f"{boilerplate.organisation.name}\n{text_of_html(boilerplate.text)}"
    for duty in context["contacts"]:
        contact = duty.contact
        yield "\n".join(filter(None, (side_by_side((contact.name, contact.role)), contact.phone, contact.email)))
    yield "\n".join(filter(None, (release.reference, address)))


def block_text(block: Any, code: str) -> str:
    """One block of the body."""
    if block.block_type == "quote":
        speaker = side_by_side((block.value["speaker"].name, block.value["role"]), code)
        return f"{in_quotation_marks(block.value['words'], code)}{language_row(code).dash}{speaker}"
    if block.block_type == "text":
        return text_of_html(block.value.source)
    return str(block.value) if block.block_type == "heading" else ""


def translation_note(standing: Any) -> str:
    """What a journalist must know before printing a translation: that it is not official, that it is out of date."""
    if standing is None or standing.status == QuoteStatus.ORIGINAL:
        return ""
    notes = {
        QuoteStatus.COURTESY: _("Courtesy translation from %(language)s"),
        QuoteStatus.MACHINE: _("Machine translation from %(language)s"),
    }
    note = notes.get(standing.status, "") % {"language": language_in_words(standing.language)}
    stale = _("The original has been changed since this was translated.") if standing.stale_since else ""
    return " ".join(f"[{words}]" for words in (note, stale) if words)
