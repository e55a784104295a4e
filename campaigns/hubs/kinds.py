"""What a campaign hub gathers, kind by kind: how its rows look, and on which day each stands.

A kind that the search knows joins by being registered here.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from news.releases.lists import RELEASE_KINDS
from news.releases.presentation import with_languages, with_states
from search.registry import result_kinds


@dataclass(frozen=True)
class GatheredKind:
    """Kinds of results whose rows are of one model. `prepare` reads what their template shows, in a fixed number of
    queries; `day` is the one under which a row stands. What `lies_ahead` can be of a day to come."""

    kinds: tuple[str, ...]
    model: str
    template: str
    prepare: Callable[[Iterable[Any]], Sequence[Any]]
    day: Callable[[Any], date]
    lies_ahead: bool = False


@dataclass(frozen=True)
class GatheredRow:
    """One thing in a list of a hub."""

    thing: Any
    template: str
    day: date


RELEASE_ROWS = GatheredKind(
    RELEASE_KINDS,
    "news.releasepage",
    "includes/release_row.html",
    lambda rows: with_states(with_languages(rows)),
    lambda release: release.released_at.date(),
)
_gathered: dict[str, GatheredKind] = {RELEASE_ROWS.model: RELEASE_ROWS}


def register_gathered(kind: GatheredKind) -> None:
    """Let hubs gather a further kind."""
    _gathered[kind.model] = kind


def gathered_kinds(*, ahead: bool = False) -> tuple[str, ...]:
    """The kinds that hubs gather, as the search calls them; with `ahead` those that may lie in the future."""
    known = result_kinds()
    chosen = (kind for kind in _gathered.values() if kind.lies_ahead or not ahead)
    return tuple(name for kind in chosen for name in kind.kinds if name in known)


def gathered_models() -> tuple[str, ...]:
    """The models whose pages can be pinned on a hub: "news.releasepage"."""
    return tuple(_gathered)


def rows_to_show(things: Iterable[Any]) -> tuple[GatheredRow, ...]:
    """Rows for things in their order, prepared model by model."""
    things = list(things)
    prepared: dict[Any, GatheredRow] = {}
    for label, kind in _gathered.items():
        if own := [thing for thing in things if thing._meta.label_lower == label]:
            prepared |= {row: GatheredRow(row, kind.template, kind.day(row)) for row in kind.prepare(own)}
    return tuple(prepared[thing] for thing in things if thing in prepared)
