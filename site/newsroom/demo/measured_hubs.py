"""Two campaign hubs to measure: one that has hardly begun, and one that gathers as much as any ever will."""

import random

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignHubPage, CampaignIndexPage
from newsroom.demo.synthetic import tie, written
from organisations.factories import OrganisationFactory, PersonFactory
from search.indexing import refresh_index

FEW, MANY, SPEAKERS = 3, 1_000, 200


def small_hub() -> CampaignHubPage:
    """A hub that gathers three releases."""
    return measured_hub("MeasuredFew", FEW, FEW)


def large_hub() -> CampaignHubPage:
    """A hub that gathers a thousand releases, in which two hundred people speak."""
    return measured_hub("MeasuredMany", MANY, SPEAKERS)


def measured_hub(word: str, releases: int, speakers: int) -> CampaignHubPage:
    """A public hub with so many releases and speakers, all of them in the index."""
    dice = random.Random(word)  # noqa: S311  (nothing secret)
    index = CampaignIndexPage.objects.get(locale__language_code="en")
    hub: CampaignHubPage = CampaignHubPageFactory(parent=index, word=word, introduction="What is measured.")
    people = [PersonFactory(name=f"{word} {number}") for number in range(speakers)]
    gathered = list(written("en", releases, people, dice))
    tie(gathered, [OrganisationFactory(name=f"Office of {word}")], people, [hub.hashtag], dice)
    refresh_index(gathered)
    return hub
