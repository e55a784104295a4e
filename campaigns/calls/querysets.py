import datetime
from typing import Any, NamedTuple, Self

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from wagtail.models.pages import PageManager

from campaigns.calls.states import SOON, next_change
from newsroom.base.caching.holding import holds_until
from newsroom.base.caching.values import cached_until_change
from newsroom.publication.querysets import EmbargoedPageQuerySet


class Bounds(NamedTuple):
    """The instants between which a call is open."""

    opens_at: datetime.datetime | None
    closes_at: datetime.datetime | None
    has_outcome: bool = False
    is_extended: bool = False


class CallQuerySet(EmbargoedPageQuerySet):
    """Calls, one page a language. What asks the clock tells the page that is being made until when it holds."""

    def _now(self) -> datetime.datetime:
        now = timezone.now()
        holds_until(next_change(bounds_of_calls(self.model), now))
        return now

    def open(self) -> Self:
        """Those that take answers now, the first to close first."""
        now = self._now()
        begun = Q(opens_at__isnull=True) | Q(opens_at__lte=now)
        return self.filter(begun, closes_at__gt=now, outcome_on__isnull=True).order_by("closes_at", "pk")

    def closing_soon(self) -> Self:
        """Those of the open ones that close within 72 hours."""
        return self.open().filter(closes_at__lte=timezone.now() + SOON)

    def upcoming(self) -> Self:
        """Those that are announced and not open yet, the first to open first."""
        return self.filter(opens_at__gt=self._now(), outcome_on__isnull=True).order_by("opens_at", "pk")

    def closed(self) -> Self:
        """Those that are over, the last to close first; with or without an outcome."""
        over = Q(closes_at__lte=self._now()) | Q(outcome_on__isnull=False)
        return self.filter(over).order_by(F("closes_at").desc(), "-pk")

    def for_listing(self) -> Self:
        """With what a row of a list needs and without the long texts."""
        return self.select_related("locale", "life").defer("why", "closing_words", "outcome")


CallManager = PageManager.from_queryset(CallQuerySet)


@cached_until_change
def bounds_of_calls(model: Any) -> list[Bounds]:
    """The instants of all public calls; those of other languages are the same."""
    return [Bounds(*each) for each in set(model.objects.released().values_list("opens_at", "closes_at"))]


class CallAnswerQuerySet(QuerySet):
    """What was answered to calls."""

    def standing(self) -> Self:
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at__isnull=True)

    def to(self, call: Any) -> Self:
        """Those to one call in whatever language, in the order in which they came."""
        return self.filter(call_key=call.translation_key).order_by("number")
