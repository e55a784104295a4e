"""Factories for campaigns."""

import factory

from campaigns.models import CampaignHubPage, CampaignIndexPage
from news.models import Hashtag
from newsroom.base.factories import PageFactory


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
    slug = factory.LazyAttribute(lambda hub: hub.hashtag.slug)

    class Params:
        word = "ShadeIsPublic"

    hashtag = factory.LazyAttribute(lambda hub: hashtag(hub.word))


def hashtag(word: str) -> Hashtag:
    """The hashtag of this word, whatever its case."""
    return Hashtag.objects.filter(name__iexact=word).first() or Hashtag.objects.create(name=word)
