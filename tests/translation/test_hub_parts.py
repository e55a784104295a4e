"""What officers write on a hub is translated segment by segment; what is a fact is the same in every language."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from wagtail_localize.models import Translation

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
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import ImageFactory, publish
from newsroom.publication.gates import RefusedError
from organisations.factories import OrganisationFactory

Submit = Callable[..., Translation]
Write = Callable[..., None]
PutOut = Callable[[Translation], Any]


@pytest.fixture
def hub(campaigns: CampaignIndexPage, index: NewsIndexPage) -> CampaignHubPage:
    """A hub with something in each of its parts."""
    hub: CampaignHubPage = CampaignHubPageFactory(parent=campaigns, live=False)
    office = OrganisationFactory(name="Joint Office", slug="joint-office")
    ReleasePageFactory(parent=index, organisation=office)
    hub.key_figures.add(
        KeyFigure(
            value="26",
            label="cities",
            source="Agreement",
            source_link="https://agreement.example/",
            as_of=date(2026, 11, 19),
            locale=hub.locale,
        )
    )
    hub.key_messages.add(KeyMessage(text="Count where people wait.", locale=hub.locale))
    hub.partner_links.add(CampaignPartner(organisation=office, part="method", locale=hub.locale))
    hub.share_texts.add(ShareText(network="bluesky", text="Where do you wait?", locale=hub.locale))
    hub.share_pictures.add(SharePicture(image=ImageFactory(title="Map")))
    publish(hub)
    return CampaignHubPage.objects.get(pk=hub.pk)


def test_words_are_translated_and_facts_stay(
    hub: CampaignHubPage, submit: Submit, write: Write, put_out: PutOut
) -> None:
    translation = submit(hub)
    write(translation)
    french = put_out(translation)
    figure, message = french.key_figures.get(), french.key_messages.get()
    assert (figure.value, figure.label, figure.source) == ("26", "FR cities", "FR Agreement")
    assert (figure.source_link, figure.as_of) == ("https://agreement.example/", date(2026, 11, 19))
    assert message.text == "FR Count where people wait."
    partner, text = french.partner_links.get(), french.share_texts.get()
    assert (partner.organisation, partner.part) == (hub.partner_links.get().organisation, "FR method")
    assert (text.network, text.text) == ("bluesky", "FR Where do you wait?")
    assert french.share_pictures.get().image == hub.share_pictures.get().image


def test_translation_that_its_network_would_refuse_is_not_published(
    hub: CampaignHubPage, submit: Submit, write: Write, put_out: PutOut
) -> None:
    row = hub.share_texts.get()
    row.text = "x" * 299
    hub.share_texts.add(row)
    publish(hub)
    translation = submit(hub)
    write(translation)
    with pytest.raises(RefusedError, match="Bluesky"):
        put_out(translation)
