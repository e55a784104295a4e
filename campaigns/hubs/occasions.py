"""The events and calls that name a person or an organisation, for the page of that record."""

from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from campaigns.hubs.gathering import dated_things
from campaigns.hubs.kinds import GatheredRow, as_of_now, rows_to_show
from newsroom.base.caching.values import cached_until_change
from organisations.choices import Version
from organisations.models import RecordUse

MOST = 10


def occasions_naming(record: Any) -> tuple[GatheredRow, ...]:
    """What is to come, the next first, then what was, the last first; each in the reader's language or its own."""
    return as_of_now(kept_occasions(record._meta.model_name, record.translation_key, timezone.now().date()))


@cached_until_change
def kept_occasions(kind: str, record: UUID, today: date) -> tuple[GatheredRow, ...]:
    """The same for a record by its kind and translation key, seen from a day in UTC; two queries a kind of page."""
    uses = RecordUse.objects.filter(kind=kind, record=record, version=Version.PUBLISHED)
    named = {"translation_key__in": uses.values("page__translation_key")}
    coming, held, _is_cut = dated_things(today, MOST, **named)
    return rows_to_show((*coming, *held))
