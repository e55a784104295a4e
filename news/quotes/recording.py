"""Quotes are written where they stand and recorded when published (docs/domain.md, “Quotes”)."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from django.utils import timezone

from news.choices import QuoteStatus
from news.editions.document import ReleaseDocument
from news.models.quote import Quote
from news.quotes.status import QuoteStanding, exact_words, quote_blocks

if TYPE_CHECKING:
    from news.models.release import ReleasePage

#: What a further publication writes anew of a quote that is recorded already.
WRITTEN_ANEW = [
    *("locale", "sort_order", "words", "speaker", "role", "organisation", "withdrawn_at"),
    *(field.name for field in fields(QuoteStanding)),
]


def record_quotes(release: "ReleasePage", document: ReleaseDocument, standing: Mapping[UUID, QuoteStanding]) -> None:
    """One row for each quote of the document with which a release goes public; a removed block withdraws its row.

    The rows are the index of quotes. Called inside the transaction of the publication.
    """
    before = dict(release.quotes.values_list("quote_id", "words"))
    chosen = quote_blocks(release.body)
    changed: list[UUID] = []
    rows = []
    for order, quote in enumerate(document.quotes):
        is_original = quote.status == QuoteStatus.ORIGINAL
        if is_original and exact_words(before.get(quote.id, quote.words)) != exact_words(quote.words):
            changed.append(quote.id)
        rows.append(
            Quote(
                quote_id=quote.id,
                release=release,
                locale=release.locale,
                sort_order=order,
                words=quote.words,
                speaker=chosen[quote.id]["speaker"],
                role=quote.role,
                organisation=chosen[quote.id]["organisation"],
                **asdict(standing[quote.id]),
            )
        )
    Quote.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["quote_id", "release"], update_fields=WRITTEN_ANEW
    )
    if before.keys() - standing.keys():
        withdraw(release.quotes.exclude(quote_id__in=standing))
    if changed:
        mark_translations_stale(release, changed)


def mark_translations_stale(release: "ReleasePage", changed: Iterable[UUID]) -> None:
    """Translations of words that were changed say so from now on; who approved one approved other words."""
    translations = Quote.objects.filter(quote_id__in=changed, release__translation_key=release.translation_key).exclude(
        release=release
    )
    translations.filter(stale_since__isnull=True).update(stale_since=timezone.now())
    translations.filter(status=QuoteStatus.OFFICIAL).update(status=QuoteStatus.COURTESY, approver="", approved_at=None)


def give_own_quote_ids(release: "ReleasePage") -> None:
    """Give the quotes of a copied release block ids of their own, since an id belongs to one release.

    Worked out from both, so that all languages of the copy come to the same. Called before the page is written.
    """
    blocks = {block.id: block for block in release.body if block.block_type == "quote"}
    others = Quote.objects.exclude(release__translation_key=release.translation_key)
    for taken in set(others.filter(quote_id__in=blocks).order_by().values_list("quote_id", flat=True)):
        blocks[str(taken)].id = str(uuid5(release.translation_key, str(taken)))
        release.is_settled_otherwise = True


def withdraw_quotes(instance: "ReleasePage", **kwargs: Any) -> None:
    """Withdraw the quotes of a release that is no longer public."""
    withdraw(instance.quotes.all())


def withdraw(quotes: Any) -> None:
    """Marks quotes as withdrawn now, keeping the instant of those that already were."""
    quotes.filter(withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
