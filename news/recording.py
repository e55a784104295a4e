"""Quotes are written where they stand and recorded when they are published (domain.md, rule 1)."""

from typing import Any
from uuid import UUID, uuid5

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


def give_own_quote_ids(release: ReleasePage) -> None:
    """A copy of a release brings the block ids of its quotes along; what is another release's quote gets its own id.

    Worked out from both, so that all languages of the copy come to the same. Called before the page is written.
    """
    blocks = {block.id: block for block in release.body if block.block_type == "quote"}
    others = Quote.objects.exclude(release__translation_key=release.translation_key)
    for taken in others.filter(quote_id__in=blocks).values_list("quote_id", flat=True).distinct():
        blocks[str(taken)].id = str(uuid5(release.translation_key, str(taken)))


@receiver(page_unpublished, sender=ReleasePage)
def withdraw_quotes(instance: ReleasePage, **kwargs: Any) -> None:
    """A release that is no longer public takes its quotes with it."""
    withdraw(instance.quotes.all())


def withdraw(quotes: Any) -> None:
    """Marks quotes as withdrawn now, keeping the instant of those that already were."""
    quotes.filter(withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
