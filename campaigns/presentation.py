"""What a campaign hub shows."""

from typing import TYPE_CHECKING, Any

from news.releases.lists import RELEASE_KINDS, Lists, newest_releases
from news.releases.presentation import quotes_shown
from newsroom.base.languages import active_code
from search.listing import feed_address
from search.request import SearchRequest

if TYPE_CHECKING:
    from campaigns.models.hub import CampaignHubPage

TIMELINE = 20
WALL = 9


def hub_context(hub: "CampaignHubPage") -> dict[str, Any]:
    """The timeline and the wall of words of everything on record that carries the hub's hashtag."""
    chosen = SearchRequest(language=active_code(), listed=RELEASE_KINDS, campaign=(hub.hashtag.slug,))
    releases, number = newest_releases(TIMELINE, campaign=chosen.campaign)
    quotes = Lists().quotes(WALL, campaign=chosen.campaign)
    return {
        "releases": releases,
        "release_count": number,
        "quotes": quotes_shown(quotes.rows),
        "quote_count": quotes.total,
        "chosen": chosen.query_string(chosen.language),
        "feed": feed_address(chosen),
    }
