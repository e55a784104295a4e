"""What stands first on a campaign hub, in which order: changed at once and in every language, apart from its drafts."""

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from wagtail.log_actions import log
from wagtail.models import Page

from campaigns.hubs.kinds import gathered_kind
from campaigns.models.pin import PinnedItem

if TYPE_CHECKING:
    from campaigns.models.hub import CampaignHubPage

PINNED, UNPINNED, ARRANGED = "campaigns.pin", "campaigns.unpin", "campaigns.arrange"


def may_pin(hub: "CampaignHubPage", user: Any) -> bool:
    """Whether somebody may say what stands first on a hub: whoever may publish it."""
    return bool(hub.permissions_for_user(user).can_publish())


def can_be_pinned(page: Page) -> bool:
    """Whether a page is of a type that hubs gather."""
    model = page.specific_class
    return model is not None and gathered_kind(model._meta.label_lower) is not None


@transaction.atomic
def pin(hub: "CampaignHubPage", page: Page, user: Any) -> bool:
    """Pin a page behind what is pinned on a hub. Returns whether it was not pinned before, in any language.

    Raises ValueError for a page that does not carry the hub's hashtag.
    """
    if not can_be_pinned(page) or not page.specific.hashtags.filter(pk=hub.hashtag_id).exists():
        raise ValueError(f"Page {page.pk} does not carry the hashtag of hub {hub.pk}.")
    pins = PinnedItem.objects.on_hub(hub.translation_key)
    if pins.of_thing(page.translation_key).exists():
        return False
    last = pins.aggregate(last=Max("place"))["last"]
    made = PinnedItem(hub=hub.translation_key, page_id=page.pk, place=0 if last is None else last + 1)
    made.save()
    note(hub, PINNED, user, page)
    return True


@transaction.atomic
def unpin(hub: "CampaignHubPage", page: Page, user: Any) -> bool:
    """Take a page from what is pinned on a hub. Returns whether it was pinned, in whatever language."""
    gone, _rows = PinnedItem.objects.on_hub(hub.translation_key).of_thing(page.translation_key).delete()
    if gone:
        note(hub, UNPINNED, user, page)
    return bool(gone)


@transaction.atomic
def put_at(hub: "CampaignHubPage", item: PinnedItem, place: int, user: Any) -> None:
    """Put something that is pinned on a hub at a place among the others, counted from 0; the nearest there is."""
    others = [each for each in PinnedItem.objects.on_hub(hub.translation_key) if each.pk != item.pk]
    others.insert(min(max(place, 0), len(others)), item)
    for number, each in enumerate(others):
        PinnedItem.objects.filter(pk=each.pk).exclude(place=number).update(place=number)
    note(hub, ARRANGED, user, item.page)


def note(hub: "CampaignHubPage", act: str, user: Any, page: Page) -> None:
    """Write an act into the history of a hub; what is not public is not named there."""
    log(instance=hub, action=act, user=user, data={"title": page.title if page.live else ""})
