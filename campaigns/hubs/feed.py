"""The feed of what hubs gather: releases, calls and events."""

from django.urls import reverse

from campaigns.models import CampaignHubPage
from campaigns.presentation import HUB_KINDS
from news.feeds import FeedOfList, NewestOfList
from newsroom.base.languages import active_code


class GatheredFeed(FeedOfList):
    """The newest releases, calls and events of a language as Atom, narrowed as lists are: a hub's by its campaign."""

    kinds = HUB_KINDS

    def title(self, followed: NewestOfList) -> str:
        """What was chosen, and whose it is."""
        home = followed.index.get_parent().title if followed.index else ""
        return " · ".join(filter(None, (followed.chosen_words, home)))

    def link(self, followed: NewestOfList) -> str:
        """The hub of the one campaign that was chosen, else the search for the same."""
        known = followed.newest.known
        if known.narrowing.keys() == {"campaign"} and len(known.campaign) == 1:
            hubs = CampaignHubPage.objects.released().in_language(active_code())
            if hub := hubs.filter(hashtag__slug=known.campaign[0]).first():
                return str(hub.url)
        asked = known.with_changes(kind=known.kind or HUB_KINDS, sort="newest")
        return f"{reverse('search')}?{asked.query_string(active_code())}"
