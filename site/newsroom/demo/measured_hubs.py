"""Two campaign hubs to measure: one that has hardly begun, and one that gathers as much as any ever will."""

import datetime
import random
from typing import Any

from django.utils import timezone

from campaigns.factories import CampaignHubPageFactory, EventPageFactory
from campaigns.models import CampaignHubPage, CampaignIndexPage, EventIndexPage
from newsroom.demo.synthetic import tie, written
from organisations.choices import NamedAs, Version
from organisations.factories import OrganisationFactory, PersonFactory
from organisations.models import Organisation, Person, RecordUse
from search.indexing import refresh_index

FEW, MANY, EVENTS, SPEAKERS = 3, 1_000, 20, 200


def small_hub() -> CampaignHubPage:
    """A hub that gathers three releases and as many events, with three people."""
    return measured_hub("MeasuredFew", FEW, FEW, FEW)


def large_hub() -> CampaignHubPage:
    """A hub that gathers a thousand releases and twenty events, at which two hundred people speak."""
    return measured_hub("MeasuredMany", MANY, EVENTS, SPEAKERS)


def measured_hub(word: str, releases: int, events: int, speakers: int) -> CampaignHubPage:
    """A public hub with so many releases, events and speakers, all of them in the index."""
    dice = random.Random(word)  # noqa: S311  (nothing secret)
    index = CampaignIndexPage.objects.get(locale__language_code="en")
    hub: CampaignHubPage = CampaignHubPageFactory(parent=index, word=word, introduction="What is measured.")
    people = [PersonFactory(name=f"{word} {number}") for number in range(speakers)]
    office = OrganisationFactory(name=f"Office of {word}")
    gathered = list(written("en", releases, people, dice))
    tie(gathered, [office], people, [hub.hashtag], dice)
    note_speakers(gathered, people)
    refresh_index(gathered)
    for number in range(events):
        meeting(f"{word} {number}", people[number::events], office, hub, dice.randint(-200, 200))
    return hub


def note_speakers(releases: list[Any], people: list[Person]) -> None:
    """Note whom releases quote that were written past the chain of a publication."""
    keys = {person.pk: person.translation_key for person in people}
    uses = [
        RecordUse(
            page_id=release.pk,
            kind="person",
            record=keys[block["value"]["speaker"]],
            part=NamedAs.SPEAKER,
            version=Version.PUBLISHED,
        )
        for release in releases
        for block in release.body.raw_data
        if block["type"] == "quote"
    ]
    RecordUse.objects.bulk_create(uses, batch_size=500)


def meeting(title: str, speakers: list[Person], office: Organisation, hub: CampaignHubPage, days: int) -> None:
    """A public event of a campaign so many days from now, at which some people speak."""
    said = [
        {"person": each, "name": "", "role": "Mayor", "organisation": office, "confirmation": ""} for each in speakers
    ]
    EventPageFactory(
        parent=EventIndexPage.objects.get(locale__language_code="en"),
        title=title,
        starts_on=timezone.now().date() + datetime.timedelta(days=days),
        organiser=office,
        sessions=[{"title": "Shade", "minutes": 60, "speakers": said}],
        hashtags=[hub.hashtag.name],
    )
