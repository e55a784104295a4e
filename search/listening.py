"""What changes what is public without a row being saved: rows deleted, pages kept to a few."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page, PageViewRestriction

from search.indexing import BATCH, refresh_index, remove
from search.registry import sources


def take_out(instance: Model, **kwargs: Any) -> None:
    """What is deleted leaves the index in the same transaction."""
    remove(instance)


def listen() -> None:
    """Hear of deletions of what can be found, and of nothing else: a listener makes Django read all it deletes."""
    for source in sources().values():
        post_delete.connect(take_out, sender=source.model)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def read_again(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Index pages anew, with what is indexed with them, after a view restriction was added or removed."""
    with transaction.atomic():
        for source in sources().values():
            if issubclass(source.model, Page):
                pages = list(source.model._default_manager.filter(path__startswith=instance.page.path))
                for first in range(0, len(pages), BATCH):
                    refresh_index(pages[first : first + BATCH])
