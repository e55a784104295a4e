"""How the document of a call is made from its page, published or not, in a number of queries that does not grow."""

from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils import timezone, translation

from campaigns.calls.document import (
    CALL_FORM,
    AskedPerson,
    AskedQuestion,
    AskedStep,
    CallDocument,
    MeetingToCome,
    SignedBy,
)
from news.editions.composing import attached_files, in_utc, picture_of_page, record_name
from news.editions.document import CampaignWord, PlaceAndDay, RecordName
from news.editions.rich_text import parts_of_rich_text
from newsroom.base.languages import localised

Names = dict[UUID, RecordName]


def compose_call(call: Any) -> CallDocument:
    """The document of a call as it is written. Names are those of the records in the call's language."""
    with translation.override(call.locale.language_code):
        return call_as_written(call, names_in_call(call))


def call_as_written(call: Any, names: Names) -> CallDocument:
    """The document of a call; its language is the active one."""
    code = call.locale.language_code
    return CallDocument(
        form=CALL_FORM,
        reference=call.reference,
        translation_key=call.translation_key,
        language=code,
        original_language=call.original_language or code,
        kind=call.kind,
        headline=call.title,
        summary=call.summary,
        released_at=in_utc(call.released_at or call.embargoed_until or timezone.now()),
        issued=PlaceAndDay(call.issued_place, call.issued_on, call.time_zone) if call.issued_on else None,
        salutation=call.salutation,
        why=parts_of_rich_text(call.why),
        leads_to=call.leads_to,
        picture=picture_of_page(call, code),
        organisations=tuple(names[link.organisation.translation_key] for link in call.organisation_links.all()),
        steps_intro=call.steps_intro,
        steps=tuple(AskedStep(step.text, step.due_on) for step in call.steps.all()),
        steps_note=call.steps_note,
        meetings=meetings_as_written(call),
        meetings_rhythm=call.meetings_rhythm,
        meetings_note=call.meetings_note,
        audiences=tuple(row.text for row in call.audiences.all()),
        scope=call.scope,
        focal_points_intro=call.focal_points_intro,
        focal_points=tuple(asked_person(row, names) for row in call.focal_points.all()),
        working_languages=tuple(row.language for row in call.working_languages.all()),
        attachments=tuple(attached_files(call, code)),
        closing_words=parts_of_rich_text(call.closing_words),
        valediction=call.valediction,
        signatories=tuple(
            SignedBy(names[row.person.translation_key], row.role, called_in_call(row.organisation, names))
            for row in call.signatories.all()
        ),
        form_title=call.form_title,
        form_intro=call.form_intro,
        questions=tuple(
            AskedQuestion(row.clean_name, row.label, row.field_type, row.required) for row in call.form_fields.all()
        ),
        consent_text=call.consent_text,
        consent_text_of=call.consent_text_of,
        answers_deleted_on=call.answers_deleted_on,
        extension_note=call.extension_note,
        outcome=parts_of_rich_text(call.outcome),
        outcome_due_on=call.outcome_due_on,
        hashtags=tuple(CampaignWord(tag.name, tag.slug, tag.language) for tag in call.hashtags.all()),
        leads_to_event=call.leads_to_event.translation_key if call.leads_to_event else None,
    )


def names_in_call(call: Any) -> Names:
    """What the people and organisations that a call names are called in its language, by translation key."""
    signed, asked, callers = (
        list(getattr(call, name).all()) for name in ("signatories", "focal_points", "organisation_links")
    )
    both = [*signed, *asked]
    for rows, names in ((signed, ("person", "organisation")), (asked, ("person", "organisation"))):
        prefetch_related_objects(rows, *names)
    prefetch_related_objects(callers, "organisation")
    named = (
        *(row.person for row in both),
        *(row.organisation for row in both),
        *(row.organisation for row in callers),
    )
    code = call.locale.language_code
    return {key: record_name(record) for key, record in localised(filter(None, named), code).items()}


def called_in_call(record: Any, names: Names) -> RecordName | None:
    """What a record is called; None for none."""
    return names[record.translation_key] if record else None


def meetings_as_written(call: Any) -> tuple[MeetingToCome, ...]:
    """The meetings of a call, their events read in one query."""
    rows = list(call.meetings.all())
    prefetch_related_objects(rows, "event")
    return tuple(map(meeting_as_written, rows))


def meeting_as_written(row: Any) -> MeetingToCome:
    """A meeting from its row."""
    event = row.event.translation_key if row.event else None
    return MeetingToCome(row.title, row.month, row.day, row.begins, row.minutes, row.note, event)


def asked_person(row: Any, names: Names) -> AskedPerson:
    """Whom to ask, from the row."""
    person = called_in_call(row.person, names)
    return AskedPerson(
        person.name if person else row.name,
        person,
        row.role,
        called_in_call(row.organisation, names),
        row.email,
        row.phone,
    )
