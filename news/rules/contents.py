"""What the rules look at in a release: read from a page, a draft or a form, so that whoever asks is told the same."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.models import COMMENTS_RELATION_NAME

from news.rules.passages import passages_in
from newsroom.base.rules.registry import Passage, Text
from newsroom.publication.record import reason_against_its_address
from organisations.models import MediaContact

if TYPE_CHECKING:
    from news.models.release import ReleasePage
    from news.releases.missing_records import Gone

#: The fields of a page that are looked at by their own names.
FIELDS = (
    *("title", "kind", "subheadline", "dateline_place", "summary", "body", "notes_to_editors"),
    *("image", "image_alt", "image_caption", "image_credit", "image_licence", "embargoed_until"),
)


def nothing() -> str:
    """What keeps a release from an address that was asked for already."""
    return ""


def none_open() -> int:
    """How many comments there are where nobody comments."""
    return 0


@dataclass(eq=False)
class Contents(Text):
    """A release in one language as it would be published now."""

    code: str
    #: The day on which it will be public; the day from which a date without a year is understood.
    day: datetime.date
    title: str
    kind: str
    subheadline: str
    dateline_place: str
    summary: str
    body: Any
    notes_to_editors: str
    image: Any
    image_alt: str
    image_caption: str
    image_credit: str
    image_licence: str
    embargoed_until: datetime.datetime | None
    #: Whether each organisation issues the release.
    leads: list[bool]
    contacts: list[MediaContact]
    participants: Sequence[Any]
    attachments: Sequence[Any]
    #: Records that were chosen and that nobody has any more.
    gone: "list[Gone]"
    #: Whether it is the original; whether it has been public; whether readers see it; whether translators are at it.
    is_original: bool
    was_public: bool
    is_public: bool
    is_in_translation: bool
    #: The language its quotes were spoken in that name no other.
    spoken: str
    #: Whether somebody keeps all of it from becoming public.
    is_confidential: bool = False
    #: Why it may not have its address; how many comments nobody has resolved. Each asks the database.
    address_lack: Callable[[], str] = nothing
    open_comments: Callable[[], int] = none_open

    @cached_property
    def passages(self) -> list[Passage]:  # type: ignore[override]
        """Everything a reader reads in it; what translators are still at is in no language yet."""
        found = [each for each in passages_in(self, self.participants, self.attachments) if each.text]
        if self.is_in_translation:
            return [
                Passage(each.place, each.text, each.field, each.block, is_of_language=False, record=each.record)
                for each in found
            ]
        return found

    @property
    def quotes(self) -> list[Any]:
        """Its quotes, each with the id of its block."""
        return [block for block in self.body or () if block.block_type == "quote"]

    @cached_property
    def body_text(self) -> str:
        """The words of its body alone, quotes and tables among them."""
        return "\n".join(passage.text for passage in self.passages if passage.field == "body")


def contents_of(page: "ReleasePage", is_public: bool | None = None) -> Contents:
    """A page as it is, or as a draft of it was read.

    `is_public`: whether readers see it, where that is known; what is being published says already that it is live.
    """
    if is_public is None:
        is_public = type(page).objects.filter(pk=page.pk, live=True).exists()
    code = page.locale.language_code
    now = timezone.now()
    return Contents(
        code=code,
        day=(page.embargoed_until or page.released_at or now).date(),
        **{name: getattr(page, name) for name in FIELDS},
        leads=[link.is_lead for link in page.organisation_links.all()],
        contacts=[link.contact for link in page.contact_links.all()],
        participants=list(page.participant_links.all()),
        attachments=list(page.attachments.all()),
        gone=list(getattr(page, "gone", ())),
        is_original=code == (page.original_language or code),
        was_public=bool(page.released_at),
        is_public=is_public,
        is_in_translation=page.is_in_translation,
        spoken=page.original_language or code,
        is_confidential=page.is_confidential,
        address_lack=lambda: reason_against_its_address(page),
        open_comments=lambda: open_among(getattr(page, COMMENTS_RELATION_NAME).all()),
    )


def open_among(comments: Iterable[Any]) -> int:
    """How many comments nobody has resolved."""
    return sum(comment.resolved_at is None for comment in comments)
