"""What the worker does for links: every night all of them, in short stretches so that mail goes between, and at once
those that somebody asks for."""

import datetime
import logging
from uuid import UUID

from django.utils import timezone
from django_tasks import task
from wagtail.models import Page

from newsroom.links.models import CheckedLink
from newsroom.links.service import OurNetworkError, check, forget_unused, links_due, links_of, note_links_of

logger = logging.getLogger(__name__)

#: So many pages are read in one stretch, and so many links asked at most.
PAGES, LINKS = 200, 300
#: So many stretches a night.
STRETCHES = 200
#: What was checked since is not asked again in the same night, nor when the scheduler starts anew.
FRESH = datetime.timedelta(hours=20)
#: Behind mail, and between both what somebody waits for.
LAST, SOON = -50, -10


@task(backend="worker", priority=LAST)
def link_duties_of_the_day() -> None:
    """The worker's part; the scheduler asks for it once a day. Harmless when called again."""
    note_links_after.enqueue(0)


@task(backend="worker", priority=LAST)
def note_links_after(number: int) -> None:
    """Note the links of the pages that come after a number, then go on; when all are noted, check."""
    pages = Page.objects.filter(pk__gt=number, alias_of=None, depth__gt=1).select_related("latest_revision")
    read = list(pages.order_by("pk")[:PAGES])
    note_links_of(read)
    if len(read) == PAGES:
        note_links_after.enqueue(read[-1].pk)
        return
    forget_unused()
    check_links_due.enqueue(1)


@task(backend="worker", priority=LAST)
def check_links_due(stretch: int) -> None:
    """Check what has not been checked lately, then go on while there is more."""
    due = links_due(timezone.now() - FRESH, LINKS)
    try:
        answered = check(due)
    except OurNetworkError:
        logger.warning("Links were not checked: not one of the machines that they lead to can be reached.")
        return
    if answered and stretch < STRETCHES and links_due(timezone.now() - FRESH, 1):
        check_links_due.enqueue(stretch + 1)


@task(backend="worker", priority=SOON)
def check_links_of(translation_key: str) -> None:
    """Check the links of a page in all its languages, for somebody who waits for it."""
    links = list(links_of(UUID(translation_key))[:LINKS])
    try:
        check(links)
    except OurNetworkError:
        logger.warning("Links were not checked: not one of the machines that they lead to can be reached.")
    finally:
        CheckedLink.objects.filter(pk__in=[link.pk for link in links]).update(asked_at=None)
