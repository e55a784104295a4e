"""What a campaign hub shows."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from campaigns.hubs.company import HubCompany
from campaigns.hubs.gathering import dates_of, pinned_on
from campaigns.hubs.kinds import as_of_now, dated_kinds
from campaigns.hubs.parts import kept_parts, written_parts
from news.releases.lists import RELEASE_KINDS, Lists
from news.releases.presentation import quotes_shown
from newsroom.base.caching.holding import heard_until, holds_until
from newsroom.base.languages import active_code
from search.presentation.listing import feed_address
from search.request import SearchRequest

if TYPE_CHECKING:
    from campaigns.models.hub import CampaignHubPage

WALL = 9
#: What a hub gathers, as the search calls it; its feed has the same.
HUB_KINDS = (*RELEASE_KINDS, "call", "event")


def hub_context(hub: "CampaignHubPage", request: HttpRequest) -> dict[str, Any]:
    """Everything on record that carries the hub's hashtag, by date and in quotes, and what officers wrote beside it."""
    campaign = hub.hashtag.slug
    chosen = SearchRequest(language=active_code(), listed=HUB_KINDS, campaign=(campaign,))
    quotes = Lists().quotes(WALL, campaign=chosen.campaign)
    is_preview = getattr(request, "is_preview", False) or not hub.live
    now = timezone.now()
    with heard_until() as holding:
        pinned, dates = as_of_now(pinned_on(hub.translation_key)), dates_of(campaign, now.date()).now()
    holds_until(holding.until)
    return {
        "parts": written_parts(hub) if is_preview else kept_parts(hub),
        "pinned": pinned,
        "dates": dates,
        # Parts made of these are others from this instant on.
        "as_of": holding.until,
        "shown": [hub, *(row.thing for row in pinned), *dates],
        "has_dates": bool(dated_kinds()),
        "today": now,
        "company": HubCompany(campaign),
        "quotes": quotes_shown(quotes.rows),
        "quote_count": quotes.total,
        "chosen": chosen.query_string(chosen.language),
        "feed": feed_address(chosen),
        "calendar": calendar_of_campaign(campaign, request),
    }


def calendar_of_campaign(campaign: str, request: HttpRequest) -> dict[str, str]:
    """Where the dates of a campaign stand as a calendar: to be downloaded once, and to be subscribed to."""
    address = f"{reverse('calendar')}?{urlencode({'campaign': campaign})}"
    _scheme, _colon, rest = request.build_absolute_uri(address).partition(":")
    return {"address": address, "subscribed": f"webcal:{rest}"}
