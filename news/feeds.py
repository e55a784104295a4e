from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from news.models import NewsIndexPage, ReleasePage
from news.releases.presentation import with_states
from newsroom.base.dates import full_date
from newsroom.base.languages import active_code, html_code

LATEST = 30


class ReleaseFeed(Feed):
    """The newest releases of a language as Atom."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> NewsIndexPage | None:
        return NewsIndexPage.objects.released().in_language(active_code()).first()

    def title(self, index: NewsIndexPage | None) -> str:
        """What the list is called, and whose it is: readers of feeds show it among those of others."""
        return f"{index.title} · {index.get_parent().title}" if index else _("Releases")

    def link(self, index: NewsIndexPage | None) -> str:
        return index.url if index else "/"

    def items(self) -> list[ReleasePage]:
        """The newest of the record: one that was withdrawn stays in the feed and says so, without its words."""
        return with_states(ReleasePage.objects.on_record().in_language(active_code()).for_listing()[:LATEST])

    def item_title(self, release: ReleasePage) -> str:
        return _("Withdrawn: %(title)s") % {"title": release.title} if release.withdrawal else release.title

    def item_description(self, release: ReleasePage) -> str:
        if release.withdrawal:
            return release.withdrawal.reason
        if release.corrected_at:
            words = _("Corrected on %(day)s.") % {"day": full_date(release.corrected_at)}
            return f"{words} {release.teaser}".strip()
        return release.teaser

    def item_link(self, release: ReleasePage) -> str:
        return release.url

    def item_guid(self, release: ReleasePage) -> str:
        return f"urn:uuid:{release.translation_key}:{html_code(release.locale.language_code)}"

    def item_pubdate(self, release: ReleasePage) -> Any:
        return release.released_at

    def item_updateddate(self, release: ReleasePage) -> Any:
        return release.withdrawal.withdrawn_at if release.withdrawal else release.last_published_at
