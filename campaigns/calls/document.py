"""The document of a call: everything that a reader gets of it in one language, as a value.

When it opens and closes stays live: all languages of a call follow its original at once.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from uuid import UUID

from news.editions.document import (
    LINK_TO_DOCUMENT,
    AttachedFile,
    CampaignWord,
    DocumentPart,
    Picture,
    PlaceAndDay,
    RecordName,
    TextPart,
)

#: The version of this form.
CALL_FORM = 1


class AskedStep(DocumentPart, frozen=True):
    """One thing that is asked, and by which day if it has one of its own."""

    text: str
    due_on: date | None


class MeetingToCome(DocumentPart, frozen=True, omit_defaults=True):
    """A meeting of the series: on a day, or in a month ("2026-10") whose day is to come.

    `event` is the translation key of the event that it is: while that is public, its name and date stand here.
    """

    title: str
    month: str
    day: date | None
    begins: time | None
    minutes: int | None
    note: str
    event: UUID | None = None


class AskedPerson(DocumentPart, frozen=True):
    """Whom to ask."""

    name: str
    person: RecordName | None
    role: str
    organisation: RecordName | None
    email: str
    phone: str


class SignedBy(DocumentPart, frozen=True):
    """Who signed, with role and organisation as stated."""

    person: RecordName
    role: str
    organisation: RecordName | None


class AskedQuestion(DocumentPart, frozen=True):
    """A question of the form, as it was asked."""

    name: str
    label: str
    kind: str
    is_required: bool


class CallDocument(DocumentPart, frozen=True, omit_defaults=True):
    """A call in one language. `released_at` is in UTC.

    `leads_to_event` is the translation key of the event that it leads to: while that is public, its name, days and
    place stand beside `leads_to`. A document of a call without one says nothing of it, as those written before any had.
    """

    form: int
    reference: str
    translation_key: UUID
    language: str
    original_language: str
    kind: str
    headline: str
    summary: str
    released_at: datetime
    issued: PlaceAndDay | None
    salutation: str
    why: tuple[TextPart, ...]
    leads_to: str
    picture: Picture | None
    organisations: tuple[RecordName, ...]
    steps_intro: str
    steps: tuple[AskedStep, ...]
    steps_note: str
    meetings: tuple[MeetingToCome, ...]
    meetings_rhythm: str
    meetings_note: str
    audiences: tuple[str, ...]
    scope: str
    focal_points_intro: str
    focal_points: tuple[AskedPerson, ...]
    working_languages: tuple[str, ...]
    attachments: tuple[AttachedFile, ...]
    closing_words: tuple[TextPart, ...]
    valediction: str
    signatories: tuple[SignedBy, ...]
    form_title: str
    form_intro: str
    questions: tuple[AskedQuestion, ...]
    consent_text: str
    consent_text_of: date | None
    answers_deleted_on: date | None
    extension_note: str
    outcome: tuple[TextPart, ...]
    outcome_due_on: date | None
    hashtags: tuple[CampaignWord, ...]
    leads_to_event: UUID | None = None

    @property
    def html(self) -> Iterator[str]:
        """Its texts that may hold links."""
        for part in (*self.why, *self.closing_words, *self.outcome):
            yield part.element

    @property
    def files(self) -> Iterator[tuple[str, int]]:
        """The files that it shows or leads to, as ("image", number) or ("document", number)."""
        if self.picture:
            yield "image", self.picture.image
        yield from (("document", file.document) for file in self.attachments)
        yield from (("document", int(number)) for html in self.html for number in LINK_TO_DOCUMENT.findall(html))
