"""A quote as one copies it: the words, who said them, where and when."""

from collections.abc import Iterable

from django.utils import translation

from news.models.quote import Quote
from newsroom.base.dates import full_date
from newsroom.base.languages import active_code, localise_on
from newsroom.language.catalogue import language_row
from newsroom.language.separators import in_brackets, in_quotation_marks, side_by_side
from newsroom.language.spacing import spaced

#: Where a quote keeps what its speaker and organisation are called in its own language.
CITED = "names_in_citation"


def localise_recorded_quotes(quotes: Iterable[Quote]) -> None:
    """Put speakers and organisations of quotes into the reader's language, with as many queries for thirty as
    for three.

    A quote in another language keeps for its citation what they are called in that.
    """
    rows = list(quotes)
    for code in {row.locale.language_code for row in rows} - {active_code()}:
        foreign = [row for row in rows if row.locale.language_code == code]
        localise_on(foreign, "speaker", "organisation", code=code)
        for row in foreign:
            setattr(row, CITED, names_on(row))
    localise_on(rows, "speaker", "organisation")


def names_on(quote: Quote) -> tuple[str, str]:
    """Return what the speaker and the organisation on a quote are called; "" where it has no organisation."""
    return quote.speaker.name, quote.organisation.name if quote.organisation else ""


def citation(quote: Quote, address: str) -> str:
    """Exactly “words” — Name, role (Organisation), release title, date, URL, in this order.

    In the marks, separators, names and date of the quote's language; what is not known is left out with its comma.
    `quote` comes from `localise_recorded_quotes`, `address` is the quote's permanent address.
    """
    code = quote.locale.language_code
    name, body = getattr(quote, CITED, None) or names_on(quote)
    speaker = f"{side_by_side((name, quote.role), code)}{in_brackets(body, code) if body else ''}"
    with translation.override(code):
        day = full_date(quote.release.released_at)
    source = side_by_side((speaker, quote.release.title, day), code)
    words = spaced(f"{in_quotation_marks(quote.words, code)}{language_row(code).dash}{source}", code)
    return side_by_side((words, address), code)
