from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from wagtail.locks import ScheduledForPublishLock

from newsroom.publication.instants import in_words


class TimedLock(ScheduledForPublishLock):
    """The lock of what is scheduled, whose message says when in UTC and on the officer's own clock."""

    def get_message(self, user: Any) -> SafeString:
        scheduled = self.object.scheduled_revision
        return format_html(
            _("“{title}” is locked: it is scheduled and goes public by itself at {instant}."),
            title=scheduled.object_str,
            instant=in_words(scheduled.approved_go_live_at),
        )
