"""What is late, held, dead or far behind: for people with a log-in and for monitoring, never for strangers."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Min, Q
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from newsroom.publication.models import Heartbeat, Life, LiftFailure
from search.engines import server_trouble
from search.models import Outgoing

#: How late a publication or a task may be before it counts as late: the time of a restart.
PATIENCE = datetime.timedelta(minutes=1)
#: How old a sign of life may be.
ALIVE = datetime.timedelta(seconds=60)
#: For how long a failed task is spoken of.
RECENT = datetime.timedelta(days=7)
SCHEDULER, FOLLOWER = "scheduler", "follower"


@dataclass(frozen=True)
class NewsroomState:
    """The state of the newsroom at an instant. Numbers and instants, no titles."""

    overdue: int
    overdue_since: datetime.datetime | None
    scheduler_seconds: int | None
    tasks_late: int
    tasks_late_since: datetime.datetime | None
    tasks_failed: int
    untold: int
    has_search_server: bool
    follower_seconds: int | None
    search_trouble: str
    search_waiting: int

    @property
    def scheduler_is_alive(self) -> bool:
        """Whether the process that makes things public gave a sign of life a moment ago."""
        return is_recent(self.scheduler_seconds)

    @property
    def follower_is_alive(self) -> bool:
        """Whether the process that tells the search server of changes did."""
        return is_recent(self.follower_seconds)

    @property
    def is_well(self) -> bool:
        """Whether nobody has to do anything."""
        search_is_well = not self.has_search_server or (self.follower_is_alive and not self.search_trouble)
        late = self.overdue or self.tasks_late or self.tasks_failed or self.untold
        return self.scheduler_is_alive and search_is_well and not late


def is_recent(seconds: int | None) -> bool:
    """Whether a sign of life of so many seconds ago is one of something alive."""
    return seconds is not None and seconds <= ALIVE.total_seconds()


def state() -> NewsroomState:
    """The state now, by a handful of queries and without asking any other server."""
    now = timezone.now()
    limit = now - PATIENCE
    late = Life.objects.due(limit)
    overdue = late.aggregate(number=Count("pk"), since=Min("embargoed_until"))
    waits = Q(status=TaskResultStatus.READY, run_after__lt=limit, enqueued_at__lt=limit)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__gte=now - RECENT)
    tasks = DBTaskResult.objects.aggregate(
        late=Count("pk", filter=waits), since=Min("enqueued_at", filter=waits), failed=Count("pk", filter=failed)
    )
    signs = {sign.name: sign for sign in Heartbeat.objects.filter(name__in=(SCHEDULER, FOLLOWER))}
    has_server = bool(settings.NEWSROOM_SEARCH_SERVER["URL"])
    noted = signs[FOLLOWER].trouble if has_server and FOLLOWER in signs else ""
    return NewsroomState(
        overdue=overdue["number"],
        overdue_since=overdue["since"],
        scheduler_seconds=age_of(signs.get(SCHEDULER), now),
        tasks_late=tasks["late"],
        tasks_late_since=tasks["since"],
        tasks_failed=tasks["failed"],
        untold=LiftFailure.objects.filter(is_told=False, failed_at__lt=limit).count(),
        has_search_server=has_server,
        follower_seconds=age_of(signs.get(FOLLOWER), now),
        search_trouble=noted or server_trouble(),
        search_waiting=Outgoing.objects.pending().count() if has_server else 0,
    )


def age_of(sign: Any, now: datetime.datetime) -> int | None:
    """How many seconds ago a process gave its last sign of life; None if it never did."""
    return max(0, int((now - sign.beaten_at).total_seconds())) if sign else None
