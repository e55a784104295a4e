"""What an event or a call says, in its fields, as the importer proposes it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any


class OccasionPart(StrEnum):
    """What a paragraph is in an event or a call."""

    TITLE = "title"
    PARENT = "parent"
    SUMMARY = "summary"
    WHEN = "when"
    PLACE = "place"
    REGISTRATION = "registration"
    ORGANISERS = "organisers"
    PARTNERS = "partners"
    FOCAL_POINTS = "focal_points"
    THEMES = "themes"
    CONCEPT_NOTE = "concept_note"
    BACKGROUND = "background"
    OBJECTIVES = "objectives"
    OUTCOMES = "outcomes"
    DESCRIPTION = "description"
    FORMAT = "format"
    INVITEES = "invitees"
    PREPARATION = "preparation"
    QUESTIONS = "questions"
    AGENDA = "agenda"
    LANGUAGES = "languages"
    LINKS = "links"
    FOOTNOTES = "footnotes"
    ISSUED = "issued"
    SALUTATION = "salutation"
    WHY = "why"
    STEPS = "steps"
    MEETINGS = "meetings"
    DEADLINE = "deadline"
    AUDIENCES = "audiences"
    ATTACHMENTS = "attachments"
    CLOSING = "closing"
    VALEDICTION = "valediction"
    SIGNATORIES = "signatories"
    EMBARGO = "embargo"
    HASHTAGS = "hashtags"
    KIND = "kind"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class WrittenPerson:
    """Somebody with what is told of them: a focal point or a signatory; a name alone is enough."""

    name: str | None = None
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaSpeaker:
    """Who speaks in a session. `kind` is person, organisation or group; of the last `name` is what is written.

    `confirmation` is pending, confirmed or "" where nothing is told.
    """

    kind: str
    name: str
    role: str | None = None
    organisation: str | None = None
    confirmation: str = ""
    minutes: int | None = None
    is_moderator: bool = False


@dataclass(frozen=True, slots=True)
class ParallelRoom:
    """What runs beside others within a session; `is_proposed` where the document names no rooms."""

    title: str
    description: str = ""
    is_proposed: bool = False


@dataclass(frozen=True, slots=True)
class AgendaSession:
    """A row of an agenda. Days are ISO 8601, `starts` is "HH:MM" as written, `description` clean HTML."""

    title: str
    source: tuple[int, ...]
    day: str | None = None
    starts: str | None = None
    minutes: int | None = None
    description: str = ""
    speakers: tuple[AgendaSpeaker, ...] = ()
    parallel: tuple[ParallelRoom, ...] = ()
    room: str = ""


@dataclass(frozen=True, slots=True)
class WrittenMoment:
    """When something takes place, as the document says it: days in ISO 8601, hours as "HH:MM" on the clocks of `zone`.

    `zone` is an IANA name; `zone_label` is how the document calls it. `is_zone_proposed` says that it was told from the
    place.
    """

    starts_on: str | None = None
    starts_time: str | None = None
    ends_on: str | None = None
    ends_time: str | None = None
    month: str | None = None
    zone: str | None = None
    zone_label: str | None = None
    is_zone_proposed: bool = False


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an event takes place and how one takes part. `attendance` is on-site, online, both or ""."""

    attendance: str = ""
    venue: str | None = None
    place: str | None = None
    online_url: str | None = None
    webcast_url: str | None = None
    is_streamed: bool = False
    capacity_on_site: int | None = None
    capacity_on_site_words: str | None = None
    capacity_online: int | None = None
    capacity_online_words: str | None = None
    online_note: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class WrittenMandate:
    """By what decision somebody was asked to do something, as far as it is told."""

    reference: str | None = None
    adopted_by: str | None = None
    adopted_on: str | None = None
    holder: str | None = None
    given_by: str | None = None
    task: str | None = None


@dataclass(frozen=True, slots=True)
class NamedLink:
    """An address and the words beside it."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class InvitedGroup:
    """A group that is invited, with what is said of it behind a comma, and acronyms in brackets."""

    group: str
    note: str = ""
    organisations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProposedEvent:
    """The fields of an event. Texts of several paragraphs are clean HTML; lists hold their points without marks."""

    kind: str = "meeting"
    title: str | None = None
    summary: str | None = None
    parent: str | None = None
    moment: WrittenMoment = WrittenMoment()
    where: Whereabouts = Whereabouts()
    registration_url: str | None = None
    registration_note: str | None = None
    organisers: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    focal_points: tuple[WrittenPerson, ...] = ()
    mandate: WrittenMandate = WrittenMandate()
    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    concept_note: str = ""
    background: str = ""
    objective: str = ""
    objectives_introduction: str | None = None
    objectives: tuple[str, ...] = ()
    expected_outcomes: tuple[str, ...] = ()
    description: str = ""
    format: str | None = None
    duration: int | None = None
    working_languages: tuple[str, ...] = ()
    has_interpretation: bool = False
    languages_note: str | None = None
    invitees: tuple[InvitedGroup, ...] = ()
    preparation: tuple[str, ...] = ()
    guiding_questions: tuple[str, ...] = ()
    agenda_status: str = ""
    agenda: tuple[AgendaSession, ...] = ()
    links: tuple[NamedLink, ...] = ()
    footnotes: tuple[NamedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenMeeting:
    """A meeting of a series: a day or a month alone ("2031-05"), how long, and what is said of it."""

    day: str | None = None
    month: str | None = None
    minutes: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProposedCall:
    """The fields of a call. Texts of several paragraphs are clean HTML; a deadline without an hour is a day."""

    kind: str = "invitation"
    title: str | None = None
    summary: str | None = None
    issued_place: str | None = None
    issued_on: str | None = None
    salutation: str | None = None
    organisations: tuple[str, ...] = ()
    why: str = ""
    leads_to: str | None = None
    steps_introduction: str | None = None
    steps: tuple[str, ...] = ()
    meetings: tuple[WrittenMeeting, ...] = ()
    meetings_rhythm: str | None = None
    meetings_note: str | None = None
    audiences: tuple[str, ...] = ()
    closes_on: str | None = None
    closes_time: str | None = None
    zone: str | None = None
    is_zone_proposed: bool = False
    focal_points: tuple[WrittenPerson, ...] = ()
    working_languages: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    closing: str = ""
    valediction: str | None = None
    signatories: tuple[WrittenPerson, ...] = ()


Occasion = ProposedEvent | ProposedCall


def occasion_as_json(occasion: Occasion, placement: tuple[str, ...]) -> dict[str, Any]:
    """Return an event or a call with all its keys; `sources` says which paragraphs each part was read from."""
    told = {each.name: _plain_value(getattr(occasion, each.name)) for each in fields(occasion)}
    sources: dict[str, list[int]] = {}
    for number, place in enumerate(placement):
        sources.setdefault(str(place), []).append(number)
    return told | {"sources": sources}


def _plain_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain_value(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        told: Mapping[str, Any] = asdict(value)
        return {name: _plain_value(each) for name, each in told.items()}
    return value
