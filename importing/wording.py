"""What the importer remarks and what speaks for its guesses, in the language of whoever looks."""

import re
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from importing.remarks import SENTENCES, Doubt
from newsroom.language.separators import as_list, in_quotation_marks

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def words_of_doubt(doubt: Doubt) -> str:
    """Say a remark in the language of whoever looks, its days as that language writes them."""
    listed = as_list(in_quotation_marks(each) for each in doubt.listed)
    return _(SENTENCES[doubt.remark]) % {**{name: shown(value) for name, value in doubt.values}, "list": listed}


def shown(value: str) -> str:
    """A value of a remark as it is shown: a day is written out, other words stay as the document has them."""
    return written_day(value) if ISO_DAY.fullmatch(value) else value


def written_day(written: str) -> str:
    """Return a day of ISO 8601 as the language of whoever reads writes it."""
    return date_format(date.fromisoformat(written), "j F Y")


def word_of_signal(signal: str) -> str:
    """Say a signal, which is kept by its English name, in the language of whoever looks."""
    return _(signal)
