"""The dateline: place and date of issue, running into the first paragraph as print does."""

import re
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import pgettext
from wagtail.rich_text import expand_db_html

from newsroom.base.dates import full_date

if TYPE_CHECKING:
    from news.models.release import ReleasePage

FIRST_PARAGRAPH = re.compile(r"<p[^>]*>")


def dateline(release: "ReleasePage") -> SafeString:
    """ "NAIROBI, 14 July 2020." in the reader's language; the date derives from the release, in UTC."""
    instant = release.released_at or release.embargoed_until or timezone.now()
    line = pgettext("dateline", "%(place)s, %(date)s. ") % {
        "place": release.dateline_place.upper(),
        "date": full_date(instant),
    }
    return format_html('<span class="dateline">{}</span>', line)


def opening(release: "ReleasePage") -> tuple[int, SafeString]:
    """Which block of the body opens with the dateline, and that block's HTML with the dateline in it.

    The number is -1 where the release has no place or begins with something other than a text.
    """
    if not release.dateline_place or not release.body or release.body[0].block_type != "text":
        return -1, SafeString("")
    html = expand_db_html(release.body[0].value.source)
    first = FIRST_PARAGRAPH.search(html)
    if first is None:
        return -1, SafeString("")
    # The text is the editor's, cleaned by Wagtail on the way in; the dateline is escaped above.
    return 0, mark_safe(html[: first.end()] + dateline(release) + html[first.end() :])  # noqa: S308
