"""Quotes are written where they stand and recorded when they are published (domain.md, rule 1)."""

from typing import Any
from uuid import UUID

from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_unpublished

from news.models import Quote, ReleasePage


def record_quotes(release: ReleasePage) -> None:
    """One row for each quote of a release that goes public; a removed block withdraws its row.

    Called inside the transaction of the publication.
    """
    present: list[UUID] = []
    for order, block in enumerate(release.body):
        if block.block_type != "quote":
            continue
        present.append(UUID(block.id))
        Quote.objects.update_or_create(
            quote_id=UUID(block.id),
            release=release,
            defaults={
                "locale": release.locale,
                "sort_order": order,
                "words": block.value["words"],
                "speaker": block.value["speaker"],
                "role": block.value["role"],
                "organisation": block.value["organisation"],
                "language": block.value["language"] or release.original_language,
                "withdrawn_at": None,
            },
        )
    withdraw(release.quotes.exclude(quote_id__in=present))


@receiver(page_unpublished, sender=ReleasePage)
def withdraw_quotes(instance: ReleasePage, **kwargs: Any) -> None:
    """A release that is no longer public takes its quotes with it."""
    withdraw(instance.quotes.all())


def withdraw(quotes: Any) -> None:
    """Marks quotes as withdrawn now, keeping the instant of those that already were."""
    quotes.filter(withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
