"""What the front page shows: what is new, is it official, whom can I call."""

from typing import Any

from django.utils import timezone

from campaigns.hubs.gathering import dates_ahead
from campaigns.hubs.kinds import dated_kinds
from campaigns.models import CampaignHubPage
from news.releases.lists import Lists, newest_releases
from news.releases.presentation import first_quote

LATEST = 9
CAMPAIGNS = 5


def front_context() -> dict[str, Any]:
    """The lead release with its first quote, the latest after it, the campaigns, what comes next.

    The latest and their number are of the record, as in the list they lead to: one that was withdrawn stands in its
    place. It never leads.
    """
    releases, number = newest_releases(LATEST)
    lead = next((release for release in releases if release.live), None)
    return {
        "lead": lead,
        "lead_quote": first_quote(lead.pk) if lead else None,
        "latest": [release for release in releases if release is not lead],
        "release_count": number,
        "dates": dates_ahead(timezone.now().date()).now() if dated_kinds() else None,
        "hubs": CampaignHubPage.objects.listed(Lists())[:CAMPAIGNS],
    }
