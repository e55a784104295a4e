import datetime
from typing import Any, TypeVar

from django.db import models
from django.db.models import Q

from newsroom.links.choices import LinkState

#: So many times in a row nobody answers before a link counts as broken.
TWICE = 2
LinkT = TypeVar("LinkT", bound=models.Model)


def is_broken(prefix: str = "") -> Q:
    """What holds for a link that leads nowhere; `prefix` leads to it from another table, as "link__"."""
    silent = Q(**{f"{prefix}state": LinkState.SILENT, f"{prefix}failed_times__gte": TWICE})
    return Q(**{f"{prefix}state": LinkState.BROKEN}) | silent


class CheckedLinkQuerySet(models.QuerySet[LinkT]):
    """Links by what is known of them."""

    def broken(self) -> Any:
        """Those that lead nowhere."""
        return self.filter(is_broken())

    def to_see_to(self) -> Any:
        """Those that lead nowhere and those that have moved for good."""
        return self.filter(is_broken() | Q(state=LinkState.MOVED))

    def due(self, before: datetime.datetime) -> Any:
        """Those that nobody has checked since an aware instant, the longest unchecked first."""
        unchecked = Q(checked_at=None) | Q(checked_at__lt=before)
        return self.filter(unchecked).order_by(models.F("checked_at").asc(nulls_first=True), "pk")
