"""What the search finds of this room: campaign hubs."""

from collections.abc import Iterable, Mapping, Sequence

from django.db.models import Model, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from campaigns.models import CampaignHubPage, CampaignPartner
from campaigns.presentation import HUB_KINDS
from news.releases.lists import LIST_FACETS
from organisations.models import Organisation
from search.registry import FollowedList, Item, Shown, Source, register_feed, register_kind, register_source


def register_campaigns() -> None:
    """Register campaign hubs with the search, and the feed of what they gather."""
    register_source(HUBS)
    register_kind("campaign", _("Campaign"))
    register_feed(FollowedList("gathered_feed", HUB_KINDS, LIST_FACETS))


def hub_items(hubs: Sequence[CampaignHubPage]) -> dict[int, Item]:
    """What of campaign hubs goes into the index."""
    prefetch_related_objects(hubs, "key_figures", "key_messages")
    return {
        hub.pk: Item(
            language=hub.locale.language_code,
            kind="campaign",
            group=hub.translation_key,
            title=hub.title,
            lead=f"#{hub.hashtag.name}",
            text="\n".join((hub.introduction, *map(str, hub.key_figures.all()), *map(str, hub.key_messages.all()))),
            facets={"campaign": [hub.hashtag.slug]},
            named={"campaign": [hub.hashtag.name, hub.title]},
        )
        for hub in hubs
    }


def named_by_hub(hub: CampaignHubPage) -> Iterable[Model]:
    """The organisations that become public with a hub as its partners, in every language."""
    keys = CampaignPartner.objects.filter(page=hub).order_by().values("organisation__translation_key")
    return Organisation.objects.filter(translation_key__in=keys).order_by()


def shown_hubs(hubs: Sequence[CampaignHubPage]) -> Mapping[int, Shown]:
    """What a page of results shows of campaign hubs."""
    kind = str(_("Campaign"))
    return {
        hub.pk: Shown(hub.title, hub.url, hub.introduction, hub.locale.language_code, kind, thing=hub) for hub in hubs
    }


HUBS = Source(
    "campaign",
    CampaignHubPage,
    keys=lambda: CampaignHubPage.objects.released().order_by("pk").values_list("pk", flat=True),
    public=lambda keys: list(
        CampaignHubPage.objects.released().filter(pk__in=keys).select_related("locale", "hashtag")
    ),
    items=hub_items,
    shown=shown_hubs,
    named=named_by_hub,
)
