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


class EventIndexPageFactory(PageFactory):
    """The list of events of a language."""

    class Meta:
        model = EventIndexPage

    title = "Events"
    slug = "events"


class EventPageFactory(PageFactory):
    """An event on one afternoon in Nairobi; `organised_by` is its organiser."""

    class Meta:
        model = EventPage

    title = factory.Sequence(lambda number: f"Shade in the streets {number}")
    slug = factory.LazyAttribute(lambda event: address_from(event.title))
    kind = EventKind.WEBINAR
    time_zone = "Africa/Nairobi"
    starts_on = datetime.date(2027, 3, 9)
    starts_time = datetime.time(15)
    ends_time = datetime.time(17)
    place = "Nairobi"

    @classmethod
    def _create(cls, model_class: type[EventPage], *args: Any, **kwargs: Any) -> EventPage:
        """Write the event with its organiser, so that it may be published."""
        organiser = kwargs.pop("organised_by", None) or OrganisationFactory()
        kwargs.setdefault("organisation_links", [EventOrganisation(organisation=organiser)])
        event: EventPage = super()._create(model_class, *args, **kwargs)
        return event
