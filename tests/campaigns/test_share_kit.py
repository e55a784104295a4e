"""What others may take of a campaign: messages, figures with sources, partners, texts within their length, one file."""

import io
import zipfile
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from leaving_quietly import unpublish

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import (
    CampaignHubPage,
    CampaignIndexPage,
    CampaignPartner,
    KeyFigure,
    KeyMessage,
    SharePicture,
    ShareText,
)
from campaigns.sharing.networks import NETWORKS
from newsroom.base.factories import ImageFactory, locale_of, publish
from newsroom.publication.gates import RefusedError
from organisations.factories import OrganisationFactory

pytestmark = pytest.mark.vital
HUB = "/en/campaigns/shadeispublic/"


@pytest.fixture
def hub(campaigns: CampaignIndexPage) -> CampaignHubPage:
    """A hub with something in each of its parts, in English and Arabic."""
    hub: CampaignHubPage = CampaignHubPageFactory(parent=campaigns)
    image = ImageFactory(title="Map of stops", caption="The stops", credit="Joint Office", licence="cc-by-4.0")
    figure = {"value": "26", "label": "cities", "source": "Agreement", "source_link": "https://agreement.example/"}
    hub.key_figures.add(KeyFigure(**figure, as_of=date(2026, 11, 19), locale=hub.locale))
    hub.key_messages.add(KeyMessage(text="Count where people wait.", locale=hub.locale))
    office = OrganisationFactory(name="River Cities Fund", slug="river-fund", logo=ImageFactory(title="Mark"))
    hub.partner_links.add(CampaignPartner(organisation=office, part="pays", locale=hub.locale))
    hub.share_texts.add(ShareText(network="bluesky", text="Where do you wait? #ShadeIsPublic", locale=hub.locale))
    hub.share_pictures.add(SharePicture(image=image))
    publish(hub)
    hub = CampaignHubPage.objects.get(pk=hub.pk)
    arabic = hub.copy_for_translation(locale_of("ar"))
    for row in arabic.share_texts.all():
        row.text = "أين تنتظر؟ #ShadeIsPublic"
        arabic.share_texts.add(row)
    publish(arabic)
    return hub


def kit(reader: Client, address: str = f"{HUB}share-kit/") -> zipfile.ZipFile:
    """The share kit as a reader's computer opens it."""
    answer = reader.get(address)
    assert answer["Content-Type"] == "application/zip"
    assert 'filename="shadeispublic-' in answer["Content-Disposition"]
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_readers_are_shown_what_they_may_take(hub: CampaignHubPage, reader: Client) -> None:
    html = " ".join(reader.get(HUB).content.decode().split())
    assert 'data-copy="Count where people wait."' in html
    assert (
        '<a href="https://agreement.example/">Agreement</a>, <time datetime="2026-11-19">19 November 2026</time>'
        in html
    )
    assert '<a href="/en/organisations/river-fund/">River Cities Fund</a></b><span>pays</span>' in html
    assert "33 of 300" in html
    assert '<blockquote lang="ar" dir="rtl">' in html
    assert 'href="/en/campaigns/shadeispublic/share-kit/"' in html


def test_partner_of_a_public_hub_has_a_public_page(hub: CampaignHubPage, reader: Client) -> None:
    assert reader.get("/en/organisations/river-fund/").status_code == 200
    assert "River Cities Fund" in reader.get("/en/search/?q=River+Fund").content.decode()
    for each in CampaignHubPage.objects.all():
        unpublish(each)
    assert reader.get("/en/organisations/river-fund/").status_code == 404
    assert "River Cities Fund" not in reader.get("/en/search/?q=River+Fund").content.decode()


def test_all_of_it_comes_as_one_file(hub: CampaignHubPage, reader: Client) -> None:
    found = kit(reader)
    assert found.testzip() is None
    assert found.namelist() == [
        *("texts/bluesky-en.txt", "texts/bluesky-ar.txt"),
        *("pictures/01-map-of-stops.png", "credits.txt"),
    ]
    assert found.read("texts/bluesky-ar.txt").decode() == "أين تنتظر؟ #ShadeIsPublic"
    credits = found.read("credits.txt").decode("utf-8-sig")
    assert (
        "pictures/01-map-of-stops.png\nThe stops\nCredit: Joint Office\nCC BY 4.0\nhttps://creativecommons.org/"
        in credits
    )
    in_arabic = kit(reader, "/ar/campaigns/shadeispublic/share-kit/").namelist()
    assert in_arabic[0].endswith("/bluesky-ar.txt")


def test_only_a_public_hub_has_it(hub: CampaignHubPage, reader: Client) -> None:
    unpublish(CampaignHubPage.objects.get(pk=hub.pk))
    assert reader.get(f"{HUB}share-kit/").status_code == 404


def test_hub_with_nothing_to_take_has_no_file(campaigns: CampaignIndexPage, reader: Client) -> None:
    CampaignHubPageFactory(parent=campaigns)
    assert reader.get(f"{HUB}share-kit/").status_code == 404
    assert "share-kit" not in reader.get(HUB).content.decode()


@pytest.mark.parametrize(
    ("network", "text", "length"),
    [
        ("mastodon", "See https://news.example/a/very/long/address/indeed now", 4 + 23 + 4),
        ("bluesky", "👩🏽‍🚒 e\u0301", 3),
        ("x", "城市 ab https://news.example/x", 2 * 2 + 4 + 23),
        ("x", "👩🏽‍🚒", 2),
        ("x", "ظل", 2),
        ("threads", "👩a", 5),
        ("telegram", "👩a", 3),
        ("weibo", "城市ab", 3),
    ],
)
def test_each_network_counts_in_its_own_way(network: str, text: str, length: int) -> None:
    assert NETWORKS[network].length(text) == length


def test_text_that_its_network_refuses_is_refused_here(hub: CampaignHubPage) -> None:
    text = ShareText(network="bluesky", text="a" * 301)
    with pytest.raises(ValidationError, match="Bluesky takes 300 characters, and counts 301 in this text"):
        text.clean()
    row = hub.share_texts.get()
    row.text = "a" * 301
    hub.share_texts.add(row)
    with pytest.raises(RefusedError, match="counts 301"):
        publish(hub)
