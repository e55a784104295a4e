"""A release as named passages of text, for people who compare two versions of it."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from news.blocks import text_of_block
from news.choices import ReleaseKind
from newsroom.base.rules.registry import Passage
from newsroom.language.html import text_of_html
from newsroom.language.separators import side_by_side

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def passages_of(release: "ReleasePage") -> Iterator[Passage]:
    """Everything a reader reads in a release, in the order of its page."""
    yield from passages_in(release, release.participant_links.all(), release.attachments.all())
    for each in release.signatory_links.all() if release.kind == ReleaseKind.OPEN_LETTER else ():
        text = one_line(each.shown_name, each.role, each.place, each.country)
        yield Passage(_("Signatories"), text, "signatory_links", is_of_language=False)


def passages_in(words: Any, participants: Iterable[Any], attachments: Iterable[Any]) -> Iterator[Passage]:
    """The same of a page or of what was typed in its form, with the rows of its lists."""
    yield Passage(_("Headline"), words.title, "title")
    yield Passage(_("Subheadline"), words.subheadline, "subheadline")
    yield Passage(_("Dateline"), words.dateline_place, "dateline_place")
    yield Passage(_("Summary"), words.summary, "summary")
    if words.image:
        text = one_line(words.image.title, words.image_alt, words.image_caption)
        yield Passage(_("Image"), text, "image", is_of_language=False)
    for block in words.body or ():
        yield from passages_of_block(block)
    for line in text_of_html(words.notes_to_editors).splitlines():
        yield Passage(_("Notes to editors"), line, "notes_to_editors")
    for link in participants:
        text = side_by_side((link.person.name, link.role))
        yield Passage(_("Participants"), text, "participant_links", is_of_language=False)
    for attachment in attachments:
        yield Passage(_("Attachments"), attachment_in_words(attachment), "attachments", is_of_language=False)


def passages_of_block(block: Any) -> Iterator[Passage]:
    """What a block of the body says: a picture or a quote in one piece, else a paragraph a piece."""
    number = str(block.id or "")
    if block.block_type == "image":
        yield Passage(_("Image"), image_in_words(block.value), "body", number, is_of_language=False)
    elif block.block_type == "quote":
        yield Passage(_("Quote"), quote_in_words(block.value), "body", number)
    else:
        place = _("Table") if block.block_type == "table" else _("Text")
        for line in text_of_block(block.get_prep_value()).splitlines():
            yield Passage(place, line.strip(), "body", number)


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
