"""More time for what is public: it is written down with the end that was said before, and shown."""

from typing import Any
from uuid import UUID

from django.utils import timezone

from newsroom.publication.deadlines.moments import Moment, lengthened_by
from newsroom.publication.models.extension import ExtensionBase


def note_extension(model: type[ExtensionBase], page_key: UUID, earlier: Moment, later: Moment) -> None:
    """Write down that something public closes later than was said; called inside the transaction of its publication."""
    model._default_manager.create(
        page_key=page_key,
        earlier=earlier.utc,
        later=later.utc,
        was_day_alone=earlier.is_day_alone,
        time_zone=str(earlier.at.tzinfo),
        extended_at=timezone.now(),
    )


def extensions_of(model: type[ExtensionBase], page_key: UUID) -> list[dict[str, Any]]:
    """When something would have closed before, the last extension first, each with how much time it gave; one query."""
    rows = model._default_manager.filter(page_key=page_key).order_by("-extended_at", "-pk")
    return [
        {
            "row": row,
            "earlier": Moment.in_zone(row.earlier, row.time_zone, is_day_alone=row.was_day_alone),
            "gained": lengthened_by(row.gained),
        }
        for row in rows
    ]
