"""What a campaign hub gathers, kind by kind: how its rows look, and under which day each stands."""

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import QuerySet

from news.releases.presentation import with_languages, with_states


@dataclass(frozen=True)
class GatheredKind:
    """Pages of one model that carry hashtags. `prepare` reads what their template shows, in a fixed number of queries;
    `by_the_hour` gives them what depends on the hour, in none.

    `begins` and `ends` name the columns of what has a date of its own, and `is_awaited` says of such a page whether it
    is among what comes next: neither called off nor over. What has none stands under the instant of its release.
    """

    model: str
    template: str
    prepare: Callable[[Iterable[Any]], Sequence[Any]]
    begins: str = ""
    ends: str = ""
    is_awaited: Callable[[Any], bool] = lambda thing: False
    by_the_hour: Callable[[Sequence[Any]], Any] | None = None

    @property
    def model_class(self) -> Any:
        """The model itself."""
        return apps.get_model(self.model)

    @property
    def pages(self) -> QuerySet[Any]:
        """The pages that a reader gets, each in one language, with what a row shows."""
        found: QuerySet[Any] = self.model_class._default_manager.for_reader().for_listing()
        return found

    def instant(self, thing: Any) -> datetime | None:
        """The instant under whose day a page stands: its beginning, or its release."""
        found: datetime | None = getattr(thing, self.begins or "released_at")
        return found

    def over_at(self, thing: Any) -> datetime | None:
        """The instant at which a dated page is over; None where it states none."""
        found: datetime | None = getattr(thing, self.ends) if self.ends else None
        return found


@dataclass(frozen=True)
class GatheredRow:
    """One thing in a list of a hub."""

    thing: Any
    kind: GatheredKind

    @property
    def template(self) -> str:
        """How it looks."""
        return self.kind.template

    @property
    def instant(self) -> datetime | None:
        """The instant under whose day it stands."""
        return self.kind.instant(self.thing)


def as_of_now(rows: Iterable[GatheredRow]) -> tuple[GatheredRow, ...]:
    """Rows that were kept, with what depends on the hour; none of what is kept is changed."""
    fresh = [replace(row, thing=copy(row.thing)) if row.kind.by_the_hour else row for row in rows]
    for kind in _gathered.values():
        if kind.by_the_hour and (own := [row.thing for row in fresh if row.kind is kind]):
            kind.by_the_hour(own)
    return tuple(fresh)


RELEASE_ROWS = GatheredKind(
    "news.releasepage", "includes/release_row.html", lambda rows: with_states(with_languages(rows))
)
_gathered: dict[str, GatheredKind] = {RELEASE_ROWS.model: RELEASE_ROWS}


def register_gathered(kind: GatheredKind) -> None:
    """Let hubs gather pages of a further model."""
    _gathered[kind.model] = kind


def all_gathered() -> tuple[GatheredKind, ...]:
    """Every kind that hubs gather."""
    return tuple(_gathered.values())


def dated_kinds() -> tuple[GatheredKind, ...]:
    """The kinds that have dates of their own."""
    return tuple(kind for kind in _gathered.values() if kind.begins)


def gathered_kind(model: str) -> GatheredKind | None:
    """How hubs gather pages of a model, given as "news.releasepage"; None where they do not."""
    return _gathered.get(model)


def rows_to_show(things: Iterable[Any]) -> tuple[GatheredRow, ...]:
    """Rows for things in their order, prepared model by model."""
    things = list(things)
    prepared: dict[Any, GatheredRow] = {}
    for label, kind in _gathered.items():
        if own := [thing for thing in things if thing._meta.label_lower == label]:
            prepared |= {row: GatheredRow(row, kind) for row in kind.prepare(own)}
    return tuple(prepared[thing] for thing in things if thing in prepared)
