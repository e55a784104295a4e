from typing import Any

from django.contrib.syndication.views import Feed
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from news.models import NewsIndexPage, ReleasePage
from newsroom.base.languages import active_code, html_code

LATEST = 30


class ReleaseFeed(Feed):
    """The newest releases of a language as Atom."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest) -> NewsIndexPage | None:
        return NewsIndexPage.objects.released().in_language(active_code()).first()

    def title(self, index: NewsIndexPage | None) -> str:
        return index.title if index else _("Releases")

    def link(self, index: NewsIndexPage | None) -> str:
        return index.url if index else "/"

    def items(self) -> QuerySet[ReleasePage]:
        return ReleasePage.objects.released().in_language(active_code()).for_listing()[:LATEST]

    def item_title(self, release: ReleasePage) -> str:
        return release.title

    def item_description(self, release: ReleasePage) -> str:
        return release.teaser

    def item_link(self, release: ReleasePage) -> str:
        return release.url

    def item_guid(self, release: ReleasePage) -> str:
        return f"urn:uuid:{release.translation_key}:{html_code(release.locale.language_code)}"

    def item_pubdate(self, release: ReleasePage) -> Any:
        return release.released_at

    def item_updateddate(self, release: ReleasePage) -> Any:
        return release.last_published_at
