"""A release becomes public only when nothing holds it back, whoever publishes it and however (decision 0025)."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from news.rules.contents import contents_of
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import Fault, Level, rule_registry
from newsroom.publication.gates import RefusedError

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def lacks_of(page: "ReleasePage") -> list[Fault]:
    """What keeps a release from being published as it is; of one that is public, what keeps it from being changed."""
    found = rule_registry.findings(contents_of(page), RuleSettings.current(), {Level.BLOCKING})
    return [finding.fault for finding in found]


def refuse_incomplete(page: "ReleasePage") -> None:
    """Raises RefusedError, which names everything that holds the page back; the log is not told the headline."""
    if messages := list(dict.fromkeys(lack.message for lack in lacks_of(page))):
        words = _("“%(title)s” cannot be published yet. %(lacks)s")
        raise RefusedError(words % {"title": page.title, "lacks": " ".join(messages)}, note=" ".join(messages))
