"""Which event a release was issued at, said by the release or by the event."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from campaigns.hubs.dated import EVENT_ROWS
from campaigns.hubs.kinds import GatheredRow, as_of_now, rows_to_show
from newsroom.base.caching.values import cached_until_change


def events_of_release(release: Any) -> tuple[GatheredRow, ...]:
    """The public events at which a release was issued, each in the reader's language or its original."""
    return as_of_now(kept_events_of(release.translation_key, release.issued_at_event_id))


@cached_until_change
def kept_events_of(release: UUID, event: int | None) -> tuple[GatheredRow, ...]:
    """The same by the translation key of the release and the number of the event that it names, the first day first;
    one query."""
    events: Any = EVENT_ROWS.model_class._default_manager
    is_named = Q(pk=event) | Q(release_links__release__translation_key=release)
    found = EVENT_ROWS.pages.filter(translation_key__in=events.filter(is_named).values("translation_key"))
    return rows_to_show(found.order_by("happens_from", "pk"))
