"""What the CMS asks of us about former leaderships."""

from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import register_snippet

from news.leadership.views import MARKED, LeadershipViewSet

register_snippet(LeadershipViewSet)


@hooks.register("register_log_actions")
def leadership_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a leadership says."""

    @actions.register_action(MARKED)
    class MarkedFormatter(LogFormatter):
        label = gettext_lazy("Mark what a former leadership issued")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            said = log_entry.data
            words = ngettext(
                "%(number)d release until %(last_day)s marked",
                "%(number)d releases until %(last_day)s marked",
                said["number"],
            )
            return words % {"number": said["number"], "last_day": said["last_day"]}
