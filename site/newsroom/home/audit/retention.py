import datetime

from django.conf import settings
from django.utils import timezone
from django_tasks import task
from wagtail.log_actions import registry

from newsroom.publication.files.downloads import DOWNLOADED

#: What tells of people and not of what was published begins so, or is called so.
OF_ACCESS = "home.access."


@task(backend="worker")
def audit_duties_of_the_day() -> None:
    """The worker's part; the scheduler asks for it once a day. Harmless when called again."""
    forget_old_access()


def forget_old_access() -> int:
    """Delete entries of log-ins, failed attempts, downloads and exports that are old; how many went.

    What was changed, published and corrected stays for good.
    """
    days = settings.NEWSROOM_ACCESS_LOG_DAYS
    if not days:
        return 0
    before = timezone.now() - datetime.timedelta(days=days)
    gone = 0
    for model in registry.get_log_entry_models():
        entries = model.objects.filter(timestamp__lt=before)
        gone += entries.filter(action__startswith=OF_ACCESS).delete()[0]
        gone += entries.filter(action=DOWNLOADED).delete()[0]
    return gone
