from typing import Self

from django.db.models import Q
from django.utils import timezone

from newsroom.base.querysets import NewsroomPageQuerySet


class EmbargoedPageQuerySet(NewsroomPageQuerySet):
    """Pages that may be under embargo."""

    def released(self) -> Self:
        """As for every page, and no embargo runs. Such a page is not live either; this is the second lock."""
        lifted = Q(embargoed_until__isnull=True) | Q(embargoed_until__lte=timezone.now())
        return super().released().filter(lifted)
