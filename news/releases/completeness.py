"""What holds a release back, by the rules that the house has settled (decision 0050)."""

from typing import TYPE_CHECKING

from news.rules.contents import contents_of
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import Fault, Level, rule_registry

if TYPE_CHECKING:
    from news.models.release import ReleasePage


def lacks_of(page: "ReleasePage") -> list[Fault]:
    """What keeps a release from being published as it is; of one that is public, what keeps it from being changed."""
    found = rule_registry.findings(contents_of(page), RuleSettings.current(), {Level.BLOCKING})
    return [finding.fault for finding in found]
