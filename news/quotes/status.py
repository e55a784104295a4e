"""How the words of a quote in one language stand to the words as they were spoken.

A release is read here as it is written, draft or public: what readers see of a public one was recorded when it was
published (`news.quotes.recording`).
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db.models import F

from news.choices import QuoteStatus
from news.models.approval import QuoteApproval
from news.models.quote import Quote
from newsroom.base.pages.drafts import draft_of
from newsroom.language.normalisation import normalise_text
from newsroom.language.quoting import without_outer_marks

if TYPE_CHECKING:
    from news.models.release import ReleasePage

#: Quotes of a text by block id, as the block holds them.
Values = dict[UUID, Any]


@dataclass(frozen=True)
class QuoteStanding:
    """What is said about a quote beside its words; the same names as on a recorded `Quote`."""

    status: QuoteStatus
    language: str
    approver: str = ""
    approved_at: datetime.datetime | None = None
    stale_since: datetime.datetime | None = None


def exact_words(words: str) -> str:
    """Words as they are compared: how lines end, and marks or spaces around all of them, are not words."""
    return without_outer_marks(normalise_text(words).replace("\r\n", "\n").strip())


def quote_blocks(body: Iterable[Any]) -> Values:
    """The quotes of a body by block id, in its order."""
    return {UUID(block.id): block.value for block in body if block.block_type == "quote" and block.id}


def spoken_in(value: Any, release: "ReleasePage") -> str:
    """The language a quote was spoken in: its own, else that of the release."""
    return str(value["language"] or release.original_language or release.locale.language_code)


def standings(release: "ReleasePage", body: Any = None) -> dict[UUID, QuoteStanding]:
    """How each quote of a release stands, with as many queries for thirty quotes as for three.

    `body` is what is being written instead of the release's own. A translation is official only if an approval
    holds for exactly these words, translated from exactly the original's.
    """
    values = quote_blocks(release.body if body is None else body)
    spoken = {quote_id: spoken_in(value, release) for quote_id, value in values.items()}
    translated = {key: value for key, value in values.items() if spoken[key] != release.locale.language_code}
    held = approvals(release, translated, original_words(release, {key: spoken[key] for key in translated}))
    rows = Quote.objects.filter(release=release, quote_id__in=translated) if translated and release.pk else []
    recorded = {row.quote_id: row for row in rows}
    found = {key: QuoteStanding(QuoteStatus.ORIGINAL, spoken[key]) for key in values if key not in translated}
    for key, value in translated.items():
        found[key] = quote_standing(value, spoken[key], held.get(key), recorded.get(key))
    return found


def quote_standing(value: Any, spoken: str, approval: QuoteApproval | None, recorded: Quote | None) -> QuoteStanding:
    """How one translated quote stands. Stale is what has neither changed nor been approved since the original did."""
    chosen = value.get("status") or ""
    if chosen in (QuoteStatus.MACHINE, QuoteStatus.COURTESY) or approval is None:
        unchanged = recorded and exact_words(recorded.words) == exact_words(value["words"]) and approval is None
        status = QuoteStatus.MACHINE if chosen == QuoteStatus.MACHINE else QuoteStatus.COURTESY
        return QuoteStanding(status, spoken, stale_since=recorded.stale_since if recorded and unchanged else None)
    return QuoteStanding(QuoteStatus.OFFICIAL, spoken, approval.approver, approval.approved_at)


def approvals(release: "ReleasePage", values: Values, originals: dict[UUID, str]) -> dict[UUID, QuoteApproval]:
    """The approvals that hold for quotes in the release's language, the latest of each."""
    if not values:
        return {}
    given = QuoteApproval.objects.filter(quote_id__in=values, locale=release.locale)
    return {
        each.quote_id: each
        for each in given
        if each.words == exact_words(values[each.quote_id]["words"])
        and each.original_words == originals.get(each.quote_id, "")
    }


def original_words(release: "ReleasePage", spoken: dict[UUID, str]) -> dict[UUID, str]:
    """The words as they were spoken, of translated quotes given with their languages.

    As they are public; where they are not, as the draft in that language has them. Nothing where there is none.
    """
    if not spoken:
        return {}
    rows = Quote.objects.filter(
        release__translation_key=release.translation_key,
        quote_id__in=spoken,
        locale__language_code=F("language"),
        withdrawn_at__isnull=True,
    )
    found = {row.quote_id: exact_words(row.words) for row in rows.exclude(release=release.pk)}
    missing = {key: code for key, code in spoken.items() if key not in found}
    others = type(release).objects.filter(translation_key=release.translation_key).exclude(pk=release.pk)
    for page in others.filter(locale__language_code__in=set(missing.values())) if missing else ():
        draft = draft_of(page)
        for key, value in quote_blocks(draft.body).items():
            if missing.get(key) == page.locale.language_code:
                found[key] = exact_words(value["words"])
    return found
