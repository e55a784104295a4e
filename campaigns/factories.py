"""Factories for campaigns."""

import factory

from campaigns.models import CampaignHubPage, CampaignIndexPage
from news.models import Hashtag
from newsroom.base.factories import PageFactory
from organisations.addresses import address_from


class CampaignIndexPageFactory(PageFactory):
    """The list of campaigns of a language."""

    class Meta:
        model = CampaignIndexPage

    title = "Campaigns"
    slug = "campaigns"


class CampaignHubPageFactory(PageFactory):
    """A campaign hub; `word` is its hashtag without "#"."""

    class Meta:
        model = CampaignHubPage

    title = factory.LazyAttribute(lambda hub: hub.hashtag.name)
    slug = factory.LazyAttribute(lambda hub: address_from(hub.hashtag.name))

    class Params:
        word = "ShadeIsPublic"

    hashtag = factory.LazyAttribute(lambda hub: hashtag(hub.word))


def hashtag(word: str) -> Hashtag:
    """The hashtag of this word, however it is written."""
    return Hashtag.objects.typed(word) or Hashtag.objects.create(name=word)
