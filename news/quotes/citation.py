"""A quote as one copies it: the words, who said them, where and when."""

from django.utils import translation

from news.models.quote import Quote
from newsroom.base.dates import full_date
from newsroom.language.catalogue import language_row
from newsroom.language.separators import in_brackets, in_quotation_marks, side_by_side
from newsroom.language.spacing import spaced


def citation(quote: Quote, address: str) -> str:
    """Exactly “words” — Name, role (Organisation), release title, date, URL, in this order.

    In the marks, separators and date of the quote's language; what is not known is left out with its comma. Speaker
    and organisation are shown as they stand on the row, `address` is the quote's permanent address.
    """
    code = quote.locale.language_code
    organisation = in_brackets(quote.organisation.name, code) if quote.organisation else ""
    speaker = f"{side_by_side((quote.speaker.name, quote.role), code)}{organisation}"
    with translation.override(code):
        day = full_date(quote.release.released_at)
    source = side_by_side((speaker, quote.release.title, day), code)
    words = spaced(f"{in_quotation_marks(quote.words, code)}{language_row(code).dash}{source}", code)
    return side_by_side((words, address), code)
