"""What is on record becomes public only when nothing is lacking, whoever publishes it and however (decision 0025)."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from newsroom.publication.gates import RefusedError

if TYPE_CHECKING:
    from newsroom.publication.models.edition import RecordedInEditions


def refuse_incomplete(page: "RecordedInEditions") -> None:
    """Raises RefusedError, which names everything that holds the page back; the log is not told its title."""
    if messages := list(dict.fromkeys(filter(None, page.reasons_against_publication()))):
        words = _("“%(title)s” cannot be published yet. %(lacks)s")
        raise RefusedError(words % {"title": page.title, "lacks": " ".join(messages)}, note=" ".join(messages))
