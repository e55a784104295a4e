"""What changes what is public without a row being saved: rows deleted, pages kept to a few."""

from typing import Any

from django.db import transaction
from django.db.models import Model
from wagtail.models import Page, PageViewRestriction

from search.indexing import BATCH, refresh_index, remove
from search.registry import sources


def take_out(instance: Model, **kwargs: Any) -> None:
    """What is deleted leaves the index in the same transaction."""
    remove(instance)


def read_again(instance: PageViewRestriction, **kwargs: Any) -> None:
    """Index pages anew, with what is indexed with them, after a view restriction was added or removed."""
    with transaction.atomic():
        for source in sources().values():
            if issubclass(source.model, Page):
                pages = list(source.model._default_manager.filter(path__startswith=instance.page.path))
                for first in range(0, len(pages), BATCH):
                    refresh_index(pages[first : first + BATCH])
