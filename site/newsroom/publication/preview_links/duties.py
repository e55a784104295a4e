"""What is done about preview links once a day."""

import datetime

from django.utils import timezone
from django_tasks import task

from newsroom.publication.models.preview_link import PreviewLink

#: So long after it expired or was revoked it is still listed, with when it was opened.
KEPT = datetime.timedelta(days=90)


@task(backend="worker")
def preview_link_duties_of_the_day() -> None:
    """Do the worker's part; the scheduler asks for it once a day. Harmless when called again."""
    delete_old_links()


def delete_old_links(now: datetime.datetime | None = None) -> int:
    """Delete links that opened nothing for ninety days, with when they were opened; comments that came by them stay.

    `now` is aware, the present by default. Returns how many links went.
    """
    old = PreviewLink.objects.long_over(now or timezone.now(), KEPT)
    return int(old.delete()[1].get(PreviewLink._meta.label, 0))
