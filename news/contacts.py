"""A release goes public only with contacts whom somebody can reach (features.md, O7, N15)."""

import datetime
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone
from django.utils.translation import gettext as _

from newsroom.base.dates import full_date
from newsroom.base.languages import localise_on, localised
from organisations.models import MediaContact

if TYPE_CHECKING:
    from news.models import ReleasePage


def unreachable(contacts: Iterable[MediaContact], day: datetime.date, code: str) -> dict[Any, str]:
    """Why contacts may not stand on a release on a day, by translation key: expired, with no deputy who is valid.

    Judged by their rows in the release's language, as its readers will see them; a fixed number of queries.
    """
    shown = list(localised(contacts, code).values())
    expired = [contact for contact in shown if not contact.is_valid_on(day)]
    localise_on(expired, "deputy", code=code)
    return {
        contact.translation_key: _(
            "“%(name)s” is valid until %(day)s and has no deputy who is valid then. "
            "Choose another contact, or give this one a deputy or a later day in the directory."
        )
        % {"name": contact.name, "day": full_date(contact.valid_until)}
        for contact in expired
        if not (contact.deputy and contact.deputy.is_valid_on(day))
    }


def refuse_unreachable(release: "ReleasePage") -> None:
    """The gate of everything that makes a release public. Raises ValidationError, which says who is missing.

    A release that is public already passes: whatever is done to it then, a correction or a withdrawal, must not wait
    for a contact. The editor's form has its own rule for those.
    """
    if type(release).objects.filter(pk=release.pk, live=True).exists():
        return
    reasons = [gone.message for gone in getattr(release, "gone", ()) if gone.model is MediaContact]
    contacts = [link.contact for link in release.contact_links.all()]
    reasons += unreachable(contacts, timezone.now().date(), release.locale.language_code).values()
    if reasons:
        raise ValidationError(reasons)


def refuse_unreachable_contacts(form: Any) -> None:
    """The same in the editor, at the contact, for the day on which the release will be public."""
    embargo = form.cleaned_data.get("embargoed_until")
    day = max(embargo or timezone.now(), timezone.now()).date()
    formset = form.formsets.get("contact_links")
    chosen = {row: contact for row in (formset.forms if formset else ()) if (contact := contact_in(row))}
    reasons = unreachable(chosen.values(), day, form.instance.locale.language_code)
    for row, contact in chosen.items():
        if contact.translation_key in reasons:
            row.add_error("contact", reasons[contact.translation_key])


def contact_in(row: Any) -> MediaContact | None:
    """The contact chosen in a row of the form, unless somebody takes the row away."""
    if not row.is_valid() or row.cleaned_data.get(DELETION_FIELD_NAME):
        return None
    contact: MediaContact | None = row.cleaned_data.get("contact")
    return contact
