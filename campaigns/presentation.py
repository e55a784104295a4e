"""What a campaign hub shows."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.http import urlencode

from news.models import NewsIndexPage, Quote, ReleasePage
from news.releases.presentation import quotes_for_reader, with_languages, with_states
from newsroom.base.languages import active_code
from organisations.duty import press_desks

if TYPE_CHECKING:
    from campaigns.models.hub import CampaignHubPage

TIMELINE = 20
WALL = 9


def hub_context(hub: "CampaignHubPage") -> dict[str, Any]:
    """The timeline and the wall of words of everything on record that carries the hub's hashtag."""
    releases = ReleasePage.objects.on_record_for_reader().filter(hashtag_links__tag=hub.hashtag_id)
    quotes = Quote.objects.for_reader().filter(release__hashtag_links__tag=hub.hashtag_id)
    index = NewsIndexPage.objects.released().in_language(active_code()).first()
    chosen = urlencode({"campaign": hub.hashtag.slug})
    return {
        "releases": with_states(with_languages(releases.for_listing()[:TIMELINE])),
        "release_count": releases.count(),
        "quotes": quotes_for_reader(quotes, WALL),
        "quote_count": quotes.count(),
        "all_releases": f"{index.url}?{chosen}" if index else "",
        "search": reverse("search"),
        "desks": press_desks(),
    }
