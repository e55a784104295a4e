from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from newsroom.publication.lift import lift_due_releases
from newsroom.publication.models import Embargo


@receiver(page_published)
def call_the_worker(instance: Any, **kwargs: Any) -> None:
    """Set the worker for the second at which a page that was just scheduled goes live.

    Wagtail sends this signal for a scheduled publication too; the page is not live then.
    """
    if isinstance(instance, Embargo) and not instance.live and instance.go_live_at:
        lift_due_releases.using(run_after=instance.go_live_at).enqueue()
