"""A quote as one copies it: the words, who said them, where and when."""

from django.utils.translation import pgettext

from news.models.quote import Quote
from newsroom.base.dates import full_date
from newsroom.language.catalogue import language_row


def name_and_role(name: str, role: str) -> str:
    """A name with its role, parted as the reader's language parts them; the name alone where no role is stated."""
    return pgettext("between name and role", ", ").join(filter(None, (name, role)))


def citation(quote: Quote, address: str) -> str:
    """Exactly “words” — Name, role (Organisation), release title, date, URL.

    In the marks of the quote's language; what is not known is left out with its comma. Speaker and organisation
    are shown as they stand on the row, `address` is the quote's permanent address.
    """
    opening, closing = language_row(quote.locale.language_code).quotation_marks
    speaker = name_and_role(quote.speaker.name, quote.role)
    if quote.organisation:
        speaker = f"{speaker} ({quote.organisation.name})"
    source = ", ".join((quote.release.title, full_date(quote.release.released_at), address))
    return f"{opening}{quote.words}{closing} — {speaker}, {source}"
