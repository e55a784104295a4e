"""Officers say what stands first on a hub, in two steps, and nothing is published again."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from leaving_quietly import unpublish
from people import at_work
from wagtail.models import PageLogEntry

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignHubPage, CampaignIndexPage, PinnedItem
from campaigns.pinning.service import pin
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.home.roles import OFFICERS, translators_of

pytestmark = pytest.mark.vital
HUB, TAG = "/en/campaigns/shadeispublic/", "ShadeIsPublic"


@pytest.fixture
def hub(campaigns: CampaignIndexPage) -> CampaignHubPage:
    """The hub of #ShadeIsPublic."""
    return CampaignHubPageFactory(parent=campaigns)


@pytest.fixture
def three(hub: CampaignHubPage, index: NewsIndexPage) -> list[ReleasePage]:
    """Three releases of the campaign, the oldest first."""
    return [ReleasePageFactory(parent=index, title=title, hashtags=[TAG]) for title in ("One", "Two", "Three")]


def pinned(reader: Client, address: str = HUB) -> list[str]:
    """The titles of what stands first on a hub."""
    return [row.thing.title for row in reader.get(address).context["pinned"]]


def press(officer: Client, hub: CampaignHubPage, act: str, page: ReleasePage) -> None:
    """A button on the page that arranges a hub."""
    answer = officer.post(reverse("arrange_hub", args=[hub.pk]), {"act": act, "page": page.pk})
    assert answer.status_code == 302


def test_officer_pins_and_orders_and_readers_see_it_without_a_publication(
    hub: CampaignHubPage, three: list[ReleasePage], reader: Client
) -> None:
    officer = at_work(OFFICERS)
    before = CampaignHubPage.objects.get(pk=hub.pk)
    for page in (three[0], three[1], three[2]):
        press(officer, hub, "pin", page)
    assert pinned(reader) == ["One", "Two", "Three"]
    press(officer, hub, "up", three[2])
    press(officer, hub, "down", three[0])
    assert pinned(reader) == ["Three", "One", "Two"]
    press(officer, hub, "unpin", three[2])
    assert "Three" not in pinned(reader)
    after = CampaignHubPage.objects.get(pk=hub.pk)
    assert (after.latest_revision_id, after.last_published_at) == (before.latest_revision_id, before.last_published_at)
    acts = PageLogEntry.objects.filter(page=hub.pk, action__startswith="campaigns.").values_list("action", flat=True)
    assert sorted(set(acts)) == ["campaigns.arrange", "campaigns.pin", "campaigns.unpin"]


def test_what_is_dropped_stands_where_it_was_dropped(
    hub: CampaignHubPage, three: list[ReleasePage], reader: Client
) -> None:
    officer = at_work(OFFICERS)
    for page in three:
        press(officer, hub, "pin", page)
    last = PinnedItem.objects.get(page=three[2])
    address = reverse("place_on_hub", args=[hub.pk, last.pk])
    assert officer.post(f"{address}?position=0").status_code == 204
    assert pinned(reader) == ["Three", "One", "Two"]
    assert officer.post(f"{address}?position=99").status_code == 204
    assert pinned(reader) == ["One", "Two", "Three"]
    assert officer.post(f"{address}?position=x").status_code == 400


def test_item_is_pinned_from_its_own_row(hub: CampaignHubPage, three: list[ReleasePage], reader: Client) -> None:
    officer = at_work(OFFICERS)
    address = reverse("pin_on_hub", args=[three[1].pk])
    listed = officer.get(reverse("wagtailadmin_explore", args=[three[1].get_parent().pk])).content.decode()
    assert address in listed
    assert officer.post(address, {"hub": hub.pk, "act": "pin"}).status_code == 302
    assert pinned(reader) == ["Two"]
    assert officer.post(address, {"hub": hub.pk, "act": "unpin"}).status_code == 302
    assert pinned(reader) == []


def test_pins_are_the_same_in_every_language(hub: CampaignHubPage, three: list[ReleasePage], reader: Client) -> None:
    french = three[0].copy_for_translation(locale_of("fr"))
    french.title = "Premier"
    publish(french)
    publish(hub.copy_for_translation(locale_of("fr")))
    pin(hub, three[0], None)
    pin(hub, three[1], None)
    assert not pin(hub, french, None)
    assert pinned(reader, "/fr/campaigns/shadeispublic/") == ["Premier", "Two"]


def test_nothing_hidden_is_shown_though_it_is_pinned(
    hub: CampaignHubPage, index: NewsIndexPage, three: list[ReleasePage], reader: Client
) -> None:
    hour = timezone.now() + timezone.timedelta(days=1)
    secret = ReleasePageFactory(parent=index, title="Zanzara", hashtags=[TAG], live=False, embargoed_until=hour)
    publish(secret)
    pin(hub, secret, None)
    pin(hub, three[0], None)
    assert pinned(reader) == ["One"]
    assert "Zanzara" not in reader.get(HUB).content.decode()
    assert "Zanzara" not in str(PageLogEntry.objects.filter(page=hub.pk).values_list("data", flat=True))
    unpublish(three[0])
    assert pinned(reader) == []
    listed = at_work(OFFICERS).get(reverse("arrange_hub", args=[hub.pk])).content.decode()
    assert "Zanzara" in listed
    assert "Readers do not see it now." in listed


def test_what_lacks_the_hashtag_is_not_pinned(hub: CampaignHubPage, index: NewsIndexPage, reader: Client) -> None:
    other = ReleasePageFactory(parent=index, title="Another campaign", hashtags=["CoolNights"])
    press(at_work(OFFICERS), hub, "pin", other)
    assert pinned(reader) == []
    with pytest.raises(ValueError, match="does not carry"):
        pin(hub, hub, None)


def test_who_may_not_publish_the_hub_pins_nothing(hub: CampaignHubPage, three: list[ReleasePage]) -> None:
    translator = at_work(translators_of("en"))
    assert (
        translator.post(reverse("arrange_hub", args=[hub.pk]), {"act": "pin", "page": three[0].pk}).status_code == 302
    )
    assert translator.post(reverse("pin_on_hub", args=[three[0].pk]), {"hub": hub.pk}).status_code == 302
    assert not PinnedItem.objects.exists()


def test_queries_do_not_grow_with_the_pins(hub: CampaignHubPage, index: NewsIndexPage, reader: Client) -> None:
    officer, counted = at_work(OFFICERS), []
    for number in (3, 27):
        for count in range(number):
            pin(hub, ReleasePageFactory(parent=index, title=f"No. {count}", hashtags=[TAG]), None)
        for browser, address in ((reader, HUB), (officer, reverse("arrange_hub", args=[hub.pk]))):
            browser.get(address)
            hub.save()
            with CaptureQueriesContext(connection) as captured:
                browser.get(address)
            counted.append(len(captured))
    assert counted[:2] == counted[2:]
