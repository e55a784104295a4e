"""A release goes public only with contacts whom somebody can reach."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from newsroom.base.dates import full_date
from newsroom.base.languages import localise_on, localised
from organisations.models import MediaContact


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
