"""A hub names the people and organisations of what carries its hashtag, and gathers its files."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.test import Client
from leaving_quietly import unpublish

from campaigns.factories import CampaignHubPageFactory, EventPageFactory
from campaigns.models import CampaignHubPage, CampaignIndexPage, EventAttachment, EventIndexPage, EventPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleaseAttachment, ReleasePage
from newsroom.base.factories import DocumentFactory, locale_of, publish
from organisations.factories import OrganisationFactory, PersonFactory, RoleFactory
from organisations.models import Organisation, Person

WORD = "ShadeIsPublic"


@pytest.fixture
def hub(campaigns: CampaignIndexPage) -> CampaignHubPage:
    """The hub of #ShadeIsPublic."""
    return CampaignHubPageFactory(parent=campaigns)


def release_of(index: NewsIndexPage, person: Person, *files: Any, word: str = WORD, **parts: Any) -> ReleasePage:
    """A release with a hashtag that quotes somebody and has files."""
    body = [text_block("<p>Text.</p>"), quote_block("Shade for all.", person)]
    live = parts.pop("live", True)
    release: ReleasePage = ReleasePageFactory(parent=index, body=body, hashtags=[word], live=False, **parts)
    release.attachments.add(*(ReleaseAttachment(document=file, title="", locale=release.locale) for file in files))
    release.save()
    if live:
        publish(release)
    return release


def event_of(events: EventIndexPage, person: Person, body: Organisation, *files: Any, **parts: Any) -> EventPage:
    """An event with the hashtag at which somebody speaks, organised by somebody, with files."""
    said = {"person": person, "name": "", "role": "", "organisation": None, "confirmation": ""}
    live = parts.pop("live", True)
    event: EventPage = EventPageFactory(
        parent=events,
        organiser=body,
        hashtags=[WORD],
        sessions=[{"title": "S", "speakers": [said]}],
        live=False,
        **parts,
    )
    event.attachments.add(*(EventAttachment(document=file, title="", locale=event.locale) for file in files))
    event.save()
    if live:
        publish(event)
    return event


def section(reader: Client, address: str, name: str) -> str:
    """A section of a hub by the id of its heading; "" where it is not there."""
    answer = reader.get(address)
    assert answer.status_code == 200
    found = re.search(
        rf'<section class="section" aria-labelledby="{name}">.*?</section>', answer.content.decode(), re.S
    )
    return found[0] if found else ""


def test_a_hub_names_whom_its_releases_and_events_name_and_gathers_their_files(
    hub: CampaignHubPage, index: NewsIndexPage, events: EventIndexPage, reader: Client
) -> None:
    once, twice = PersonFactory(name="Ansa Vexmoor"), PersonFactory(name="Wairimu Tendeka")
    RoleFactory(person=twice, title="Mayor of Mito Miwili")
    office = OrganisationFactory(name="Joint Office")
    stranger = PersonFactory(name="Oleg Brandvik")
    release_of(index, twice, DocumentFactory(title="Plan of the benches"))
    release_of(index, stranger, DocumentFactory(title="Timetable"), word="CoolNights")
    event_of(events, twice, office, DocumentFactory(title="Concept of the day"))
    event_of(events, once, office)
    people = section(reader, hub.url, "people")
    assert people.index("Wairimu Tendeka") < people.index("Ansa Vexmoor") and "Mayor of Mito Miwili" in people
    assert "Brandvik" not in people and f'href="/en/people/{twice.slug}/"' in people
    assert "Joint Office" in section(reader, hub.url, "organisations")
    files = section(reader, hub.url, "documents")
    assert "Plan of the benches" in files and "Concept of the day" in files and "Timetable" not in files


def test_a_hub_names_nobody_and_nothing_of_what_is_not_public(
    hub: CampaignHubPage, index: NewsIndexPage, events: EventIndexPage, reader: Client
) -> None:
    person, office = PersonFactory(name="Ansa Vexmoor"), OrganisationFactory(name="Joint Office")
    release = release_of(index, person, DocumentFactory(title="Plan of the benches"), live=False)
    event = event_of(events, person, office, DocumentFactory(title="Concept of the day"), live=False)
    for page in (release, event):
        page.save_revision()
    for name in ("people", "organisations", "documents"):
        assert not section(reader, hub.url, name)
    publish(release)
    publish(event)
    assert "Ansa Vexmoor" in section(reader, hub.url, "people")
    unpublish(release)
    unpublish(event)
    for name in ("people", "documents"):
        assert not section(reader, hub.url, name)


def test_names_and_files_are_in_the_readers_language_and_others_marked(
    hub: CampaignHubPage, index: NewsIndexPage, reader: Client
) -> None:
    person = PersonFactory(name="Wairimu Tendeka")
    PersonFactory(name="وايريمو", slug=person.slug, language="ar", translation_key=person.translation_key)
    only_english = PersonFactory(name="Ansa Vexmoor")
    release_of(index, person, DocumentFactory(title="Plan of the benches"))
    release_of(index, only_english)
    arabic = hub.copy_for_translation(locale_of("ar"))
    publish(arabic)
    people = section(reader, arabic.url, "people")
    assert "وايريمو" in people and "Wairimu" not in people
    assert re.search(r'<b lang="en" dir="ltr"><a [^>]*>Ansa Vexmoor', people)
    files = section(reader, arabic.url, "documents")
    assert re.search(r'<b lang="en" dir="ltr"><a [^>]*hreflang="en"', files) and "باللغة" in files


def test_queries_of_a_hub_do_not_grow_with_its_company(
    hub: CampaignHubPage,
    index: NewsIndexPage,
    events: EventIndexPage,
    reader: Client,
    count_queries: Callable[[Callable[[], Any]], int],
) -> None:
    counts = []
    for number in (2, 6):
        for _each in range(number):
            release_of(index, PersonFactory(), DocumentFactory())
            event_of(events, PersonFactory(), OrganisationFactory(), DocumentFactory())
        counts.append(count_queries(partial(reader.get, hub.url)))
    assert counts[0] == counts[1]
