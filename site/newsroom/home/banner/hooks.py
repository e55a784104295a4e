"""What the CMS asks of us about banners."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.snippets.models import register_snippet

from newsroom.home.banner.viewsets import BANNER_SET, BannerViewSet

register_snippet(BannerViewSet)


@hooks.register("register_log_actions")
def banner_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a banner says."""

    @actions.register_action(BANNER_SET)
    class BannerFormatter(LogFormatter):
        label = gettext_lazy("Set a banner")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            said = log_entry.data
            words = " · ".join(f"{code}: {text}" for code, text in said["words"].items())
            until = said["until"] or _("further notice")
            return _("From %(from)s until %(until)s: %(words)s") % {
                "from": said["from"],
                "until": until,
                "words": words,
            }
