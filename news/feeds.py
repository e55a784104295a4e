from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from news.models import NewsIndexPage, ReleasePage
from news.releases.presentation import with_states
from newsroom.base.dates import full_date
from newsroom.base.languages import active_code, html_code
from newsroom.language.normalisation import without_unwritable
from newsroom.language.spacing import spaced

LATEST = 30


class WritableAtom(Atom1Feed):
    """Atom that can always be written: what XML cannot carry is left out, however it came to be stored."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*map(writable, args), **{name: writable(value) for name, value in kwargs.items()})

    def add_item(self, *args: Any, **kwargs: Any) -> None:
        """One entry."""
        super().add_item(*map(writable, args), **{name: writable(value) for name, value in kwargs.items()})


def writable(value: Any) -> Any:
    """A text as XML can carry it, anything else as it is."""
    return without_unwritable(str(value)) if isinstance(value, str | Promise) else value


class ReleaseFeed(Feed):
    """The newest releases of a language as Atom."""

    feed_type = WritableAtom

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
        title = _("Withdrawn: %(title)s") % {"title": release.title} if release.withdrawal else release.title
        return spaced(title, release.locale.language_code)

    def item_description(self, release: ReleasePage) -> str:
        if release.withdrawal:
            return spaced(release.withdrawal.reason, release.withdrawal.reason_language or active_code())
        corrected = (
            _("Corrected on %(day)s.") % {"day": full_date(release.corrected_at)} if release.corrected_at else ""
        )
        return spaced(f"{corrected} {release.teaser}".strip(), release.locale.language_code)

    def item_link(self, release: ReleasePage) -> str:
        return release.url

    def item_guid(self, release: ReleasePage) -> str:
        return f"urn:uuid:{release.translation_key}:{html_code(release.locale.language_code)}"

    def item_pubdate(self, release: ReleasePage) -> Any:
        return release.released_at

    def item_updateddate(self, release: ReleasePage) -> Any:
        return release.withdrawal.withdrawn_at if release.withdrawal else release.last_published_at
