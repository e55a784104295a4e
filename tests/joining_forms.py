"""The editor's forms of an event and of a call, as a browser sends them."""

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from campaigns.models import CallPage, EventPage

EVENT_LISTS = (
    *("regions", "figures", "themes", "objectives", "expected_outcomes", "invitees", "preparation"),
    *("guiding_questions", "programme", "links", "footnotes"),
)
EVENT_TEXTS = ("mandate_task", "background", "concept_note", "objective", "description", "outcome")
EVENT_ROWS = ("organisation_links", "focal_points", "earlier_dates", "attachments", "release_links", "comments")
CALL_ROWS = (
    *("organisation_links", "steps", "meetings", "audiences", "focal_points", "working_languages", "attachments"),
    *("signatories", "form_fields", "officers", "comments"),
)
CALL_LINES = (
    *("summary", "issued_place", "salutation", "leads_to", "steps_intro", "steps_note", "meetings_rhythm"),
    *("meetings_note", "scope", "extension_note", "focal_points_intro", "valediction", "form_title", "form_intro"),
    *("consent_text", "image_alt", "image_caption", "pasted_steps", "pasted_meetings"),
)
CALL_TEXTS = ("why", "closing_words", "outcome")


def event_form(**changes: Any) -> Any:
    """All fields of an event; `changes` replaces some."""
    return nested_form_data(
        {
            "title": "A consultation",
            "slug": "a-consultation",
            "kind": "consultation",
            "status": "scheduled",
            "time_zone": "Africa/Nairobi",
            "place": "Nairobi",
            "hashtags": "",
            "original_language": "en",
            **{name: streamfield([]) for name in EVENT_LISTS},
            **{name: rich_text("") for name in EVENT_TEXTS},
            **{name: inline_formset([]) for name in EVENT_ROWS},
            **changes,
        }
    )


def call_form(**changes: Any) -> Any:
    """All fields of a call; `changes` replaces some."""
    return nested_form_data(
        {
            **dict.fromkeys(CALL_LINES, ""),
            **{name: inline_formset([]) for name in CALL_ROWS},
            **{name: rich_text("") for name in CALL_TEXTS},
            **{"title": "Benches", "slug": "benches", "kind": "invitation", "time_zone": "UTC", "hashtags": ""},
            **{"original_language": "en"},
            **changes,
        }
    )


def standing_rows(rows: Iterable[Any], *names: str) -> Any:
    """The rows of a list that are there, with some of their fields; related records by their numbers."""
    sent = [{"id": row.pk, **{name.removesuffix("_id"): getattr(row, name) for name in names}} for row in rows]
    return inline_formset(sent, initial=len(sent))


def form_of_standing_event(event: Any, **changes: Any) -> Any:
    """The form of an event as `EventPageFactory` makes it."""
    names = ("slug", "kind", "time_zone", "starts_on", "starts_time", "ends_time", "attendance", "place")
    facts = {name: getattr(event, name) for name in names}
    organisers = standing_rows(event.organisation_links.all(), "organisation_id", "part")
    return event_form(**{**facts, "organisation_links": organisers, "original_language": "fr", **changes})


def form_of_standing_call(call: Any, **changes: Any) -> Any:
    """The form of a call as `CallPageFactory` makes it."""
    names = ("slug", "summary", "time_zone", "closes_on", "consent_text", "consent_text_of", "answers_deleted_on")
    rows = {
        "organisation_links": ("organisation_id",),
        "steps": ("text",),
        "audiences": ("text",),
        "focal_points": ("name", "email"),
        "form_fields": ("label", "field_type", "required"),
    }
    facts = {name: getattr(call, name) for name in names}
    lists = {name: standing_rows(getattr(call, name).all(), *fields) for name, fields in rows.items()}
    return call_form(**{**facts, "why": rich_text(call.why), "original_language": "fr", **lists, **changes})


#: The form of a page that is there, by its type.
STANDING: dict[type, Callable[..., Any]] = {CallPage: form_of_standing_call, EventPage: form_of_standing_event}
