"""What somebody typed into the form of a release, read as the rules read a page."""

from collections.abc import Iterator
from typing import Any

from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone

from news.releases.missing_records import gone_in
from news.rules.contents import Contents

CHOSEN_IN_ROWS = {"organisation_links": "organisation", "contact_links": "contact"}


def chosen_rows_of(formset: Any, field: str) -> Iterator[Any]:
    """The rows of a list that can be read, that choose something and that nobody takes away."""
    for row in formset.forms if formset is not None else ():
        if row.is_valid() and row.cleaned_data.get(field) and not row.cleaned_data.get(DELETION_FIELD_NAME):
            yield row


def chosen(row: Any) -> Any:
    """The record chosen in a row of the form, unless somebody takes the row away."""
    if not row.is_valid() or row.cleaned_data.get(DELETION_FIELD_NAME):
        return None
    return next((row.cleaned_data[name] for name in CHOSEN_IN_ROWS.values() if row.cleaned_data.get(name)), None)


def contents_of_form(form: Any) -> Contents:
    """A release as it was typed; what could not be read is empty, and is said by the form itself."""
    page, data, now = form.instance, form.cleaned_data, timezone.now()
    sets = form.formsets
    code = page.locale.language_code
    until = data.get("embargoed_until")
    spoken = data.get("original_language") or page.original_language or code
    return Contents(
        code=code,
        day=(until or page.released_at or now).date(),
        title=data.get("title") or "",
        kind=data.get("kind") or "",
        subheadline=data.get("subheadline") or "",
        dateline_place=data.get("dateline_place") or "",
        summary=data.get("summary") or "",
        body=data.get("body"),
        notes_to_editors=data.get("notes_to_editors") or "",
        image=data.get("image"),
        image_alt=data.get("image_alt") or "",
        image_caption=data.get("image_caption") or "",
        image_credit=data.get("image_credit") or "",
        image_licence=data.get("image_licence") or "",
        embargoed_until=until,
        leads=[
            bool(row.cleaned_data.get("is_lead")) for row in chosen_rows_of(sets["organisation_links"], "organisation")
        ],
        contacts=[row.cleaned_data["contact"] for row in chosen_rows_of(sets["contact_links"], "contact")],
        participants=[row.instance for row in chosen_rows_of(sets.get("participant_links"), "person")],
        attachments=[row.instance for row in chosen_rows_of(sets.get("attachments"), "document")],
        gone=gone_in(form),
        is_original=code == spoken,
        was_public=bool(page.released_at),
        is_public=bool(page.pk and page.live),
        is_in_translation=False,
        spoken=spoken,
        is_confidential=page.is_confidential,
        open_comments=lambda: sum(
            not row.cleaned_data.get("resolved") for row in chosen_rows_of(sets.get("comments"), "text")
        ),
    )
