"""A quote as one copies it: the words, who said them, where and when."""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import prefetch_related_objects
from django.utils import translation
from django.utils.translation import gettext as _

from news.choices import QuoteStatus
from news.editions.document import DocumentQuote, ReleaseDocument
from news.models.quote import Quote
from newsroom.base.dates import full_date
from newsroom.base.languages import active_code, language_in_words, localised_in
from newsroom.language.catalogue import language_row
from newsroom.language.separators import in_brackets, in_quotation_marks, side_by_side
from newsroom.language.spacing import spaced

#: Where a quote keeps what its speaker and organisation are called in its own language.
CITED = "names_in_citation"


@dataclass(frozen=True)
class CitedRelease:
    """The release that a quote is from, as it is cited: its language, title and instant (aware)."""

    language: str
    title: str
    released_at: datetime | None

    @cached_property
    def day(self) -> str:
        """The day of the release in its language."""
        with nullcontext() if self.language == active_code() else translation.override(self.language):
            return full_date(self.released_at)


def localise_recorded_quotes(quotes: Iterable[Quote]) -> None:
    """Put speakers and organisations of quotes into the reader's language, with as many queries for thirty as
    for three.

    A quote in another language keeps for its citation what they are called in that.
    """
    rows = list(quotes)
    prefetch_related_objects(rows, "speaker", "organisation")
    named = [record for row in rows for record in (row.speaker, row.organisation) if record]
    found = localised_in(named, {active_code(), *(row.locale.language_code for row in rows)})
    for row in rows:
        if row.locale.language_code != active_code():
            put_in_language(row, found[row.locale.language_code])
            setattr(row, CITED, names_on(row))
        put_in_language(row, found[active_code()])


def put_in_language(quote: Quote, found: Mapping[UUID, Any]) -> None:
    """Put what is found of its speaker and its organisation where they stand."""
    quote.speaker = found[quote.speaker.translation_key]
    if quote.organisation:
        quote.organisation = found[quote.organisation.translation_key]


def names_on(quote: Quote) -> tuple[str, str]:
    """Return what the speaker and the organisation on a quote are called; "" where it has no organisation."""
    return quote.speaker.name, quote.organisation.name if quote.organisation else ""


def citation(quote: Quote, address: str) -> str:
    """A recorded quote as one copies it; it comes from `localise_recorded_quotes`, `address` is its permanent one."""
    name, body = getattr(quote, CITED, None) or names_on(quote)
    source = CitedRelease(quote.locale.language_code, quote.release.title, quote.release.released_at)
    return written_citation(quote.words, (name, quote.role, body), source, address)


def cited(said: DocumentQuote, source: CitedRelease, address: str) -> str:
    """A quote of a document as one copies it; `address` is its permanent one."""
    body = said.organisation.name if said.organisation else ""
    return written_citation(said.words, (said.speaker.name, said.role, body), source, address)


def cited_document(document: ReleaseDocument) -> CitedRelease:
    """A document as its quotes cite it."""
    return CitedRelease(document.language, document.headline, document.released_at)


def written_citation(words: str, who: tuple[str, str, str], source: CitedRelease, address: str) -> str:
    """Exactly “words” — Name, role (Organisation), release title, date, URL, in this order.

    In the marks, separators, names and date of the quote's language; what is not known is left out with its comma.
    """
    code, (name, role, body) = source.language, who
    speaker = f"{side_by_side((name, role), code)}{in_brackets(body, code) if body else ''}"
    line = side_by_side((speaker, source.title, source.day), code)
    cited_words = spaced(f"{in_quotation_marks(words, code)}{language_row(code).dash}{line}", code)
    return side_by_side((cited_words, address), code)


def standing_notes(standing: Any) -> list[tuple[str, str]]:
    """What a reader must know of a quote's words before printing them, as pairs of a class and words: whose translation
    they are, and whether that is out of date.

    `standing` is a recorded quote, one of a document, or how a draft's quote stands.
    """
    found = []
    if standing.status == QuoteStatus.OFFICIAL:
        words = _("Official translation, approved by %(name)s, %(day)s")
        found.append(("note", words % {"name": standing.approver, "day": full_date(standing.approved_at)}))
    elif standing.status == QuoteStatus.COURTESY:
        words = _("Courtesy translation from %(language)s")
        found.append(("note", words % {"language": language_in_words(standing.language)}))
    elif standing.status == QuoteStatus.MACHINE:
        words = _("Machine translation from %(language)s")
        found.append(("note caution", words % {"language": language_in_words(standing.language)}))
    if getattr(standing, "stale_since", None):
        found.append(("note caution", _("The original has been changed since this was translated.")))
    return found
