"""Factories for campaigns."""

import datetime
from typing import Any

import factory

from campaigns.events.choices import Attendance, EventKind
from campaigns.models import (
    CampaignHubPage,
    CampaignIndexPage,
    EventIndexPage,
    EventOrganisation,
    EventPage,
)
from news.models import Hashtag
from newsroom.base.factories import PageFactory, publish
from organisations.addresses import address_from
from organisations.factories import OrganisationFactory


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
    """A webinar on an afternoon in Nairobi, organised by one organisation; `sessions` are those of its programme."""

    class Meta:
        model = EventPage

    title = factory.Sequence(lambda number: f"Shade in {number} streets")
    slug = factory.LazyAttribute(lambda event: address_from(event.title))
    kind = EventKind.WEBINAR
    time_zone = "Africa/Nairobi"
    starts_on = datetime.date(2027, 3, 9)
    starts_time = datetime.time(15)
    ends_time = datetime.time(17)
    attendance = Attendance.ON_SITE
    place = "Nairobi"

    @classmethod
    def _create(cls, model_class: type[EventPage], *args: Any, **kwargs: Any) -> EventPage:
        live, hashtags = kwargs.pop("live"), kwargs.pop("hashtags", ())
        organiser, sessions = kwargs.pop("organiser", None), kwargs.pop("sessions", ())
        kwargs["programme"] = [("session", session) for session in sessions]
        kwargs["organisation_links"] = [EventOrganisation(organisation=organiser or OrganisationFactory())]
        page: EventPage = super()._create(model_class, *args, live=False, **kwargs)
        if hashtags:
            page.hashtags.add(*hashtags)
            page.save()
        if live:
            publish(page)
        return page
