"""What the importer remarks and what speaks for its guesses, in the language of whoever looks."""

import re
from datetime import date

from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from importing.remarks import SENTENCES, Doubt
from newsroom.base.dates import full_date
from newsroom.language.separators import as_list, in_quotation_marks

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def words_of_doubt(doubt: Doubt) -> str:
    """Say a remark in the language of whoever looks, its days as that language writes them."""
    listed = as_list(isolated(in_quotation_marks(isolated(each))) for each in doubt.listed)
    return _(SENTENCES[doubt.remark]) % {
        **{name: remarked_value(value) for name, value in doubt.values},
        "list": listed,
    }


def remarked_value(value: str) -> str:
    """A value of a remark as it is shown: a day is written out, other words stay as the document has them."""
    return written_day(value) if ISO_DAY.fullmatch(value) else isolated(value)


def isolated(words: str) -> str:
    """Words of a document that keep their own direction within a sentence that is written from right to left."""
    return f"\u2068{words}\u2069" if get_language_bidi() else words


def written_day(written: str) -> str:
    """Return a day of ISO 8601 as the language of whoever reads writes it."""
    return full_date(date.fromisoformat(written))


def word_of_signal(signal: str) -> str:
    """Say a signal, which is kept by its English name, in the language of whoever looks."""
    return _(signal)
