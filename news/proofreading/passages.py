"""A release as named passages of text, for people who compare two versions of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from news.blocks import text_of_block
from newsroom.language.html import text_of_html
from newsroom.language.separators import side_by_side
from newsroom.publication.corrections.passages import Passage

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def passages_of(release: "ReleasePage") -> Iterator[Passage]:
    """Everything a reader reads in a release, in the order of its page."""
    yield Passage(_("Headline"), release.title)
    yield Passage(_("Subheadline"), release.subheadline)
    yield Passage(_("Dateline"), release.dateline_place)
    yield Passage(_("Summary"), release.summary)
    if release.image:
        yield Passage(_("Image"), one_line(release.image.title, release.image_alt, release.image_caption))
    for block in release.body:
        if block.block_type == "image":
            yield Passage(_("Image"), image_in_words(block.value))
        elif block.block_type == "quote":
            yield Passage(_("Quote"), quote_in_words(block.value))
        else:
            place = _("Table") if block.block_type == "table" else _("Text")
            for line in text_of_block(block.get_prep_value()).splitlines():
                yield Passage(place, line.strip())
    for line in text_of_html(release.notes_to_editors).splitlines():
        yield Passage(_("Notes to editors"), line)
    for link in release.participant_links.all():
        yield Passage(_("Participants"), side_by_side((link.person.name, link.role)))
    for attachment in release.attachments.all():
        yield Passage(_("Attachments"), attachment_in_words(attachment))


def image_in_words(value: dict) -> str:
    """A picture in the text: its title and the words it has here."""
    title = value["image"].title if value["image"] else ""
    return one_line(title, value.get("alt") or "", str(value.get("caption") or ""))


def attachment_in_words(attachment: Any) -> str:
    """A file as readers see it: its title here, and its own where that is another."""
    return one_line(*dict.fromkeys((attachment.title, attachment.document.title)))


def one_line(*texts: str) -> str:
    """Some texts as one line."""
    return ". ".join(filter(None, texts))


def quote_in_words(value: dict) -> str:
    """The words of a quote with their speaker and role, in which an attribution may be wrong."""
    speaker = value["speaker"].name if value["speaker"] else ""
    return f"{value['words']} — {side_by_side((speaker, value['role']))}"
