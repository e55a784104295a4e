"""What the front page shows: what is new, is it official, whom can I call."""

from typing import Any

from campaigns.models import CampaignHubPage
from news.models import ReleasePage
from news.releases.presentation import first_quote, with_languages

LATEST = 9
CAMPAIGNS = 5


def front_context() -> dict[str, Any]:
    """The lead release with its first quote, the latest after it, the campaigns."""
    releases = with_languages(ReleasePage.objects.for_reader().for_listing()[:LATEST])
    lead = next(iter(releases), None)
    return {
        "lead": lead,
        "lead_quote": first_quote(lead) if lead else None,
        "latest": releases[1:],
        "release_count": ReleasePage.objects.for_reader().count(),
        "hubs": CampaignHubPage.objects.for_listing()[:CAMPAIGNS],
    }
