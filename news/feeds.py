from dataclasses import dataclass, replace
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.utils.feedgenerator import Atom1Feed
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from news.models import NewsIndexPage
from news.releases.lists import LIST_FACETS, RELEASE_KINDS
from newsroom.base.languages import active_code, html_code
from newsroom.language.catalogue import language_row
from newsroom.language.normalisation import without_unwritable
from search.forms import list_request
from search.presentation.listing import answer_list, feed_address, feed_entries
from search.registry import FeedEntry
from search.response import ListResponse

LATEST = 30


class WritableAtom(Atom1Feed):
    """Atom that can always be written: what XML cannot carry is left out, however it came to be stored."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*map(writable, args), **{name: writable(value) for name, value in kwargs.items()})
        self.feed["language"] = html_code(active_code())

    def add_item(self, *args: Any, **kwargs: Any) -> None:
        """One entry."""
        super().add_item(*map(writable, args), **{name: writable(value) for name, value in kwargs.items()})


def writable(value: Any) -> Any:
    """A text as XML can carry it, anything else as it is."""
    return without_unwritable(str(value)) if isinstance(value, str | Promise) else value


@dataclass(frozen=True)
class NewestOfList:
    """The list of releases of a language, where it is public, and the newest of what somebody chose of a list."""

    index: NewsIndexPage | None
    newest: ListResponse

    @property
    def chosen_words(self) -> str:
        """What was chosen, in words; "" for nothing."""
        return language_row(active_code()).list_separator.join(choice.label for choice in self.newest.chosen)


class FeedOfList(Feed):
    """The newest of a list in a language as Atom, narrowed as the list is."""

    feed_type = WritableAtom
    #: The kinds that it can name.
    kinds: tuple[str, ...]

    def get_object(self, request: HttpRequest) -> NewestOfList:
        """The list with the choices of the address. It names nothing in another language: what would be there in its
        original would be there once more when it is translated."""
        asked = replace(list_request(request.GET, self.kinds, LIST_FACETS, active_code()), has_originals=False, page=1)
        index = NewsIndexPage.objects.of_few().released().in_language(active_code()).first()
        return NewestOfList(index, answer_list(asked, LATEST, facets=tuple(asked.narrowing)))

    def feed_url(self, followed: NewestOfList) -> str:
        """Where the feed itself is."""
        return feed_address(followed.newest.known)

    def items(self, followed: NewestOfList) -> list[FeedEntry]:
        """The newest of the record."""
        return feed_entries(followed.newest.rows)

    def item_title(self, entry: FeedEntry) -> str:
        return entry.title

    def item_description(self, entry: FeedEntry) -> str:
        return entry.text

    def item_link(self, entry: FeedEntry) -> str:
        return entry.url

    def item_guid(self, entry: FeedEntry) -> str:
        return f"urn:uuid:{entry.group}:{html_code(entry.language)}"

    def item_pubdate(self, entry: FeedEntry) -> Any:
        return entry.released_at

    def item_updateddate(self, entry: FeedEntry) -> Any:
        return entry.changed_at


class ReleaseFeed(FeedOfList):
    """The newest releases of a language as Atom, narrowed as the list of releases is."""

    kinds = RELEASE_KINDS

    def title(self, followed: NewestOfList) -> str:
        """What the list is called, what was chosen of it, and whose it is: readers of feeds show it among those of
        others."""
        name = followed.index.title if followed.index else _("Releases")
        if words := followed.chosen_words:
            name = pgettext("a field of a search and what is looked for there", "{field}: {words}").format(
                field=name, words=words
            )
        return f"{name} · {followed.index.get_parent().title}" if followed.index else name

    def link(self, followed: NewestOfList) -> str:
        """Where the same is listed."""
        query = followed.newest.known.query_string(active_code())
        return (followed.index.url if followed.index else "/") + (f"?{query}" if query else "")
