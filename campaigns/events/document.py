"""The document: everything that a reader gets of an event in one language, as a value that asks for no row.

Its rules are those of the document of a release (`news.editions.document`).
"""

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from campaigns.events.times import EventSpan
from news.editions.document import (
    LINK_TO_DOCUMENT,
    AttachedFile,
    CampaignWord,
    DocumentPart,
    Picture,
    RecordName,
    TextPart,
)

#: The version of this form.
FORM = 1


class EventWhen(DocumentPart, frozen=True):
    """When something takes place, in an IANA zone. Instants are in UTC and None where no hour is known; a month alone
    is "2027-03"."""

    first_day: date | None
    last_day: date | None
    begins_at: datetime | None
    ends_at: datetime | None
    month: str
    zone: str

    @classmethod
    def of(cls, span: EventSpan, zone: str) -> "EventWhen":
        """The same as a span in a zone."""
        return cls(span.first_day, span.last_day, span.begins_at, span.ends_at, span.month, zone)


class EventSpeaker(DocumentPart, frozen=True):
    """Who speaks: a person, an organisation, or what is said of them in words; "" in `confirmation` is not known."""

    person: RecordName | None
    words: str
    role: str
    organisation: RecordName | None
    confirmation: str
    minutes: int | None
    is_moderator: bool

    @property
    def name(self) -> str:
        """What stands first: the person, the words, or else the organisation."""
        named = self.person or (None if self.words else self.organisation)
        return named.name if named else self.words

    @property
    def is_body(self) -> bool:
        """Whether an organisation alone is named."""
        return self.organisation is not None and not self.person and not self.words


class EventRoom(DocumentPart, frozen=True):
    """What runs beside others within a session."""

    id: UUID | None
    title: str
    room: str
    text: tuple[TextPart, ...]
    speakers: tuple[EventSpeaker, ...]


class ProgrammeSession(DocumentPart, frozen=True):
    """A session. `is_derived` where its start follows from the end of the one before."""

    id: UUID
    title: str
    day: date | None
    begins_at: datetime | None
    ends_at: datetime | None
    minutes: int | None
    is_derived: bool
    is_cancelled: bool
    room: str
    text: tuple[TextPart, ...]
    speakers: tuple[EventSpeaker, ...]
    parallel: tuple[EventRoom, ...]


class EventPart(DocumentPart, frozen=True):
    """An organisation and what it does in the event."""

    organisation: RecordName
    part: str


class EventGroup(DocumentPart, frozen=True):
    """A group of those invited."""

    group: str
    note: str
    organisations: tuple[RecordName, ...]


class EventFigure(DocumentPart, frozen=True):
    """A number, what it counts and who counted."""

    value: str
    label: str
    source: str


class EventLink(DocumentPart, frozen=True):
    """An address elsewhere."""

    label: str
    url: str


class EventFocus(DocumentPart, frozen=True):
    """Somebody to ask who is no media contact."""

    name: str
    role: str
    organisation: RecordName | None
    email: str


class EventMandate(DocumentPart, frozen=True):
    """What the event rests on."""

    reference: str
    url: str
    adopted_by: str
    adopted_on: date | None
    given_by: str
    holder: RecordName | None
    task: tuple[TextPart, ...]


class EventDocument(DocumentPart, frozen=True):
    """An event in one language. Instants are in UTC; `registration_closes_at` is the end of its day where no hour was
    stated."""

    form: int
    translation_key: UUID
    language: str
    original_language: str
    kind: str
    status: str
    status_note: str
    title: str
    summary: str
    when: EventWhen
    zone_label: str
    duration: int | None
    earlier: tuple[EventWhen, ...]
    attendance: str
    venue: str
    place: str
    address: str
    online_url: str
    online_note: str
    is_streamed: bool
    webcast_url: str
    recording_url: str
    capacity_on_site: int | None
    capacity_on_site_words: str
    capacity_online: int | None
    capacity_online_words: str
    registration_url: str
    registration_note: str
    registration_opens_at: datetime | None
    registration_closes_at: datetime | None
    is_registration_day: bool
    working_languages: tuple[str, ...]
    has_interpretation: bool
    interpretation_note: str
    project: str
    series: str
    regions: tuple[str, ...]
    mandate: EventMandate | None
    background: tuple[TextPart, ...]
    concept_note: tuple[TextPart, ...]
    figures: tuple[EventFigure, ...]
    themes: tuple[str, ...]
    objective: tuple[TextPart, ...]
    objectives_introduction: str
    objectives: tuple[str, ...]
    expected_outcomes: tuple[str, ...]
    description: tuple[TextPart, ...]
    format: str
    format_note: str
    invitees: tuple[EventGroup, ...]
    preparation: tuple[str, ...]
    guiding_questions: tuple[str, ...]
    agenda_status: str
    sessions: tuple[ProgrammeSession, ...]
    outcome: tuple[TextPart, ...]
    links: tuple[EventLink, ...]
    footnotes: tuple[EventLink, ...]
    organisations: tuple[EventPart, ...]
    focal_points: tuple[EventFocus, ...]
    hashtags: tuple[CampaignWord, ...]
    attachments: tuple[AttachedFile, ...]
    picture: Picture | None

    @property
    def headline(self) -> str:
        """What it is called, as of every document."""
        return self.title

    @property
    def texts(self) -> Iterator[TextPart]:
        """Its texts that may hold links."""
        for text in (self.background, self.concept_note, self.objective, self.description, self.outcome):
            yield from text
        if self.mandate:
            yield from self.mandate.task
        for session in self.sessions:
            yield from session.text
            for room in session.parallel:
                yield from room.text

    @property
    def files(self) -> Iterator[tuple[str, int]]:
        """The files that it shows or leads to, as ("image", number) or ("document", number)."""
        if self.picture:
            yield "image", self.picture.image
        yield from (("document", file.document) for file in self.attachments)
        for part in self.texts:
            yield from (("document", int(number)) for number in LINK_TO_DOCUMENT.findall(part.element))
