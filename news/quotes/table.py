"""Every quote of a release in every language as it is drafted, beside what is public and who has cleared it."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from django.utils.safestring import SafeString

from news.choices import QuoteStatus
from news.models import Quote, QuoteClearance, ReleasePage
from news.quotes.approvals import may_approve
from news.quotes.status import QuoteStanding, exact_words, quote_blocks, standings
from newsroom.base.diffs import difference
from newsroom.base.languages import own_names
from newsroom.base.models import User
from newsroom.base.pages.drafts import draft_of
from organisations.models import Person


@dataclass(frozen=True)
class AskedClearance:
    """A clearance beside the words of today: whether it still speaks of them."""

    record: QuoteClearance
    words: str

    @property
    def is_void(self) -> bool:
        """Whether the words have changed since they were sent."""
        return self.words != self.record.words

    @property
    def is_waiting(self) -> bool:
        """Whether an answer can still come."""
        record = self.record
        return not (record.answer or record.revoked_at or record.is_expired or self.is_void)

    @property
    def is_revocable(self) -> bool:
        """Whether the link still opens something."""
        return not (self.record.revoked_at or self.record.is_expired)

    @property
    def change(self) -> SafeString:
        """From the words that were sent to those of today."""
        return difference(self.record.words, self.words)

    @property
    def proposal(self) -> SafeString:
        """From the words that were sent to those proposed."""
        return difference(self.record.words, self.record.proposed_words)

    @property
    def is_taken(self) -> bool:
        """Whether the draft has the proposed words."""
        return self.record.is_proposal and exact_words(self.record.proposed_words) == self.words


@dataclass(frozen=True)
class TableEntry:
    """A quote in one language."""

    page: ReleasePage
    quote_id: UUID
    words: str
    role: str
    speaker: Person | None
    standing: QuoteStanding
    recorded: Quote | None
    clearances: list[AskedClearance] = field(default_factory=list)
    may_edit: bool = False
    may_approve: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether readers see other words."""
        return self.recorded is not None and exact_words(self.recorded.words) != self.words

    @cached_property
    def change(self) -> SafeString:
        """From the words that are public to those of the draft."""
        return difference(self.recorded.words if self.recorded else "", self.words)

    @property
    def can_be_approved(self) -> bool:
        """Whether somebody may call this translation official now."""
        return self.may_approve and self.standing.status == QuoteStatus.COURTESY


def quote_table(release: ReleasePage, user: User) -> list[list[TableEntry]]:
    """The quotes of a release, each with its languages in the newsroom's order, that of the given page's text.

    The number of queries depends on the number of languages, not on that of quotes.
    """
    pages = ReleasePage.objects.filter(translation_key=release.translation_key).select_related("locale")
    order = list(own_names())
    by_quote: dict[UUID, list[TableEntry]] = {quote_id: [] for quote_id in quote_blocks(draft_of(release).body)}
    for page in sorted(pages, key=lambda each: order.index(each.locale.language_code)):
        for entry in entries(page, user):
            by_quote.setdefault(entry.quote_id, []).append(entry)
    return [rows for rows in by_quote.values() if rows]


def entries(page: ReleasePage, user: User) -> list[TableEntry]:
    """The quotes of one language of a release."""
    draft = draft_of(page)
    values, standing = quote_blocks(draft.body), standings(draft)
    recorded = {row.quote_id: row for row in Quote.objects.filter(release=page, withdrawn_at__isnull=True)}
    asked: dict[UUID, list[Any]] = defaultdict(list)
    clearances = QuoteClearance.objects.filter(release=page).select_related("release", "locale")
    for record in clearances.prefetch_related("events").order_by("-sent_at", "-pk"):
        asked[record.quote_id].append(record)
    may_edit, is_officer = page.permissions_for_user(user).can_edit(), may_approve(page, user)
    return [
        TableEntry(
            page=page,
            quote_id=quote_id,
            words=(words := exact_words(value["words"])),
            role=value["role"],
            speaker=value["speaker"],
            standing=standing[quote_id],
            recorded=recorded.get(quote_id) if page.live else None,
            clearances=[AskedClearance(record, words) for record in asked[quote_id]],
            may_edit=may_edit,
            may_approve=is_officer,
        )
        for quote_id, value in values.items()
    ]
