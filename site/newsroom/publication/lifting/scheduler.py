"""The scheduler: it lifts what is due at its second and does nothing else, so that nothing holds it up."""

import datetime
import logging
import threading
import time

from django.db import InterfaceError, OperationalError, close_old_connections, connections
from django.utils import timezone
from django.utils.module_loading import import_string

from newsroom.publication.lifting.failure_mail import call_for_telling
from newsroom.publication.lifting.lift import lift_due, mark_what_was_scheduled
from newsroom.publication.models.heartbeat import Heartbeat
from newsroom.publication.models.life import Life

logger = logging.getLogger(__name__)

#: What the worker is asked for once a day: tasks of rooms above this one.
DAILY = (
    "newsroom.publication.review.days.review_days_of_the_day",
    "organisations.roles_due.roles_of_the_day",
    "campaigns.calls.duties.call_duties_of_the_day",
    "news.letters.duties.letter_duties_of_the_day",
    "newsroom.links.duties.link_duties_of_the_day",
    "newsroom.home.audit.retention.audit_duties_of_the_day",
    "newsroom.publication.preview_links.duties.preview_link_duties_of_the_day",
)
#: In seconds: how often it looks for an instant that somebody has set meanwhile.
LOOK = 0.5
#: In seconds: how often it looks for whatever fell through.
SWEEP = 60.0
#: In seconds: how often it says that it is alive.
BEAT = 10.0
#: In seconds: how long it waits for a database that is away.
PATIENCE = 1.0


class Scheduler:
    """Sleeps until the next instant; sweeps at its start and every minute; outlives a database that is away.

    Two may run side by side: whoever locks a life first lifts it.
    """

    def __init__(self) -> None:
        self.stopping = threading.Event()
        self.swept_at: float | None = None
        self.day: datetime.date | None = None
        self.beaten_at: float | None = None
        self.is_away = False

    def run(self) -> None:
        """Work until `stop` is called; what is under way is finished."""
        while not self.stopping.is_set():
            self.stopping.wait(self.turn())

    def stop(self) -> None:
        """End after what is under way."""
        self.stopping.set()

    def turn(self) -> float:
        """Do what is due. Returns how many seconds may pass before the next turn."""
        try:
            close_old_connections()
            self.beat()
            self.sweep_now_and_then()
            pause = self.lift()
        except (OperationalError, InterfaceError) as error:
            if not self.is_away:
                logger.error("The database is away; trying again each second: %s", type(error).__name__)
            self.is_away = True
            connections.close_all()
            return PATIENCE
        if self.is_away:
            logger.warning("The database is back.")
            self.is_away = False
        return pause

    def beat(self) -> None:
        """Say that it is alive, for whoever watches."""
        if self.beaten_at is None or time.monotonic() - self.beaten_at >= BEAT:
            self.beaten_at = time.monotonic()
            Heartbeat.beat("scheduler")

    def lift(self) -> float:
        """Lift what is due. Returns the seconds until the next instant, or until the next look if that is sooner."""
        now = timezone.now()
        instant = Life.objects.next_instant(now)
        if instant is not None and instant <= now:
            lift_due(now, is_patient=True)
            return 0
        return min(LOOK, (instant - now) / datetime.timedelta(seconds=1)) if instant else LOOK

    def sweep_now_and_then(self) -> None:
        """Look for what fell through: killed half-way, scheduled by Wagtail's own dates, told to nobody."""
        if self.swept_at is not None and time.monotonic() - self.swept_at < SWEEP:
            return
        self.swept_at = time.monotonic()
        mark_what_was_scheduled()
        lift_due(is_patient=True)
        call_for_telling()
        self.call_for_the_day()

    def call_for_the_day(self) -> None:
        """Ask the worker for what is due once a day (UTC), and after each start."""
        today = timezone.now().date()
        if self.day != today:
            self.day = today
            for path in DAILY:
                import_string(path).enqueue()
