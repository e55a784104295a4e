"""Under which terms others may use a picture: a short list; whoever needs other words writes them beside it."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_NOTE = 200


class Licence(models.TextChoices):
    """What others may do with a picture. Names of licences are the same in every language."""

    FREE = "free", _("Free to use with the credit")
    PRESS = "press", _("Free for the press with the credit")
    ON_REQUEST = "on-request", _("To be used only with our agreement")
    CC_BY = "cc-by-4.0", "CC BY 4.0"
    CC_BY_SA = "cc-by-sa-4.0", "CC BY-SA 4.0"
    CC0 = "cc0-1.0", "CC0 1.0"


#: Where a licence can be read.
ADDRESSES = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}


class StatedTerms(NamedTuple):
    """What is said of a licence: its words in the active language, and where it can be read; each may be empty."""

    words: str
    address: str


def stated_terms(code: str) -> StatedTerms:
    """What is said of a licence by its code; nothing of one that nobody knows any more."""
    if code not in Licence.values:
        return StatedTerms("", "")
    return StatedTerms(str(Licence(code).label), ADDRESSES.get(Licence(code), ""))
