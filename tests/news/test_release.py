"""A release as an officer writes it and a reader reads it."""

import datetime
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from leaving_quietly import unpublish
from wagtail.models import Locale

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.choices import ReleaseKind
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import (
    NewsIndexPage,
    Quote,
    ReleaseBoilerplate,
    ReleaseContact,
    ReleaseOrganisation,
    ReleasePage,
    ReleaseParticipant,
)
from newsroom.base.factories import publish
from organisations.factories import BoilerplateFactory, MediaContactFactory, OrganisationFactory, PersonFactory

DAY = datetime.datetime(2026, 7, 14, 10, 0, tzinfo=datetime.UTC)


@pytest.fixture
def release(index: NewsIndexPage, campaigns: CampaignIndexPage) -> ReleasePage:
    """A release with everything that belongs to one."""
    CampaignHubPageFactory(parent=campaigns)
    office = OrganisationFactory(name="Joint Office for Urban Heat", slug="joint-office")
    with time_machine.travel(DAY, tick=False):
        page = ReleasePageFactory(
            parent=index,
            title="Twenty-six cities will count shade",
            slug="count-shade",
            notes_to_editors="<p>A place counts as shaded at noon.</p>",
            body=[text_block("<p>Each city will survey its stops.</p>"), quote_block("We light a street.", mayor())],
            organisation=office,
            contact=MediaContactFactory(name="Halima Okoth", phone="+999 20 555 0142"),
            hashtags=["ShadeIsPublic"],
            live=False,
        )
        page.boilerplate_links.add(
            ReleaseBoilerplate(
                boilerplate=BoilerplateFactory(organisation=office, text="<p>The office measures heat.</p>")
            )
        )
        page.participant_links.add(
            ReleaseParticipant(person=PersonFactory(name="Idris Abu Rahal"), role="Youth Council", locale=page.locale)
        )
        page.save()
        publish(page)
    return page


def mayor() -> Any:
    """The speaker of the fixture's quote."""
    return PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")


def visible_text(html: str) -> str:
    """The words of a page without its markup, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_page_shows_all_of_it_in_the_first_answer(release: ReleasePage, reader: Client) -> None:
    answer = reader.get(release.url)
    text = visible_text(answer.content.decode())
    for words in (
        *("Twenty-six cities will count shade", "MITO MIWILI, 14 July 2026.", "Each city will survey its stops."),
        *("We light a street.", "Wairimu Tendeka", "Mayor of Mito Miwili", "A place counts as shaded at noon."),
        *("The office measures heat.", "Joint Office for Urban Heat", "Halima Okoth", "+999 20 555 0142"),
        *("Idris Abu Rahal", "Youth Council", "#ShadeIsPublic", "PR/2026/001", "Press release"),
    ):
        assert words in text, words


def test_contact_stands_before_what_the_organisations_say_of_themselves(release: ReleasePage, reader: Client) -> None:
    html = reader.get(release.url).content.decode()
    body = html.index('class="endmark"')
    assert body < html.index("Halima Okoth", body) < html.index("The office measures heat.")


def test_other_contacts_do_not_repeat_whose_they_are(index: NewsIndexPage, reader: Client) -> None:
    house, other = OrganisationFactory(name="Assembly of Cities"), OrganisationFactory(name="Union of Drivers")
    contacts = [MediaContactFactory(name=f"Desk {body}", organisation=body) for body in (house, house, other)]
    page = ReleasePageFactory(parent=index, contact=contacts[0], live=False)
    for contact in contacts[1:]:
        page.contact_links.add(ReleaseContact(contact=contact))
    page.save()
    publish(page)
    service = reader.get(page.url).content.decode().split('<aside class="service"')[1].split('class="takeaway"')[0]
    assert visible_text(service).count(" Assembly of Cities") == 3, "two names of desks and one house"
    assert visible_text(service).count(" Union of Drivers") == 2


def test_whoever_supports_and_what_speakers_do_is_parted_from_their_names(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, quotes=1, speaker=mayor(), live=False)
    office = OrganisationFactory(name="Heat Office")
    page.organisation_links.add(ReleaseOrganisation(organisation=office, is_lead=False))
    page.save()
    publish(page)
    words = visible_text(reader.get(page.url).content.decode())
    assert "Speakers Wairimu Tendeka , Mayor of Mito Miwili" in words
    assert "Heat Office · supporting" in words


def test_dateline_runs_into_the_first_paragraph(release: ReleasePage, reader: Client) -> None:
    html = reader.get(release.url).content.decode()
    assert re.search(r'<p[^>]*><span class="dateline">MITO MIWILI, 14 July 2026\. </span>Each city', html)


def test_reader_needs_no_account_and_gets_no_cookie(release: ReleasePage, reader: Client) -> None:
    for address in ("/en/", release.url, "/en/news/", "/en/search/?q=shade"):
        answer = reader.get(address)
        assert answer.status_code == 200
        assert not answer.cookies


@pytest.mark.parametrize(
    ("kind", "prefix"),
    [("press-release", "PR"), ("statement", "ST"), ("media-advisory", "MA"), ("speech", "SP"), ("open-letter", "OL")],
)
def test_each_kind_has_its_own_row_of_references(index: NewsIndexPage, kind: str, prefix: str) -> None:
    with time_machine.travel(DAY, tick=False):
        first, second = (ReleasePageFactory(parent=index, kind=kind) for _number in range(2))
    assert (first.reference, second.reference) == (f"{prefix}/2026/001", f"{prefix}/2026/002")
    assert first.get_kind_display() == ReleaseKind(kind).label


def test_reference_is_an_address_and_stays(release: ReleasePage, reader: Client) -> None:
    assert reader.get("/PR/2026/001/")["Location"] == release.url
    assert reader.get("/pr/2026/1/")["Location"] == release.url
    publish(release)
    assert release.reference == "PR/2026/001"


def test_languages_share_the_reference_and_the_instant(
    release: ReleasePage, reader: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    with time_machine.travel(DAY + datetime.timedelta(days=3), tick=False):
        french = release.copy_for_translation(Locale.objects.get(language_code="fr"))
        french.title = "Vingt-six villes compteront l’ombre"
        publish(french)
    assert (french.reference, french.released_at) == (release.reference, release.released_at)
    assert french.url == "/fr/news/count-shade/"
    assert french.original_language == "en"
    html = reader.get(release.url).content.decode()
    assert 'href="/fr/news/count-shade/" lang="fr" hreflang="fr"' in html
    assert reader.get(french.url).content.decode().count('<html lang="fr"') == 1


def test_quote_is_recorded_for_each_language_under_the_blocks_id(release: ReleasePage) -> None:
    french = release.copy_for_translation(Locale.objects.get(language_code="fr"))
    publish(french)
    rows = Quote.objects.released()
    assert {row.locale.language_code for row in rows} == {"en", "fr"}
    assert {str(row.quote_id) for row in rows} == {release.body[1].id}
    row = rows.get(release=release)
    assert (row.words, row.role, row.language) == ("We light a street.", "Mayor of Mito Miwili", "en")


def test_republishing_updates_the_row_and_a_removed_block_withdraws_it(release: ReleasePage) -> None:
    block_id = release.body[1].id
    release.body = [
        text_block("<p>Text.</p>"),
        quote_block("We shade a street.", release.body[1].value["speaker"], block_id=block_id),
    ]
    publish(release)
    assert Quote.objects.released().get().words == "We shade a street."
    release.body = [text_block("<p>Text.</p>")]
    publish(release)
    assert not Quote.objects.released().exists()
    assert Quote.objects.get().withdrawn_at


def test_unpublishing_withdraws_quotes_and_speaker(release: ReleasePage, reader: Client) -> None:
    assert reader.get("/en/people/wairimu-tendeka/").status_code == 200
    unpublish(release)
    assert not Quote.objects.released().exists()
    assert Quote.objects.filter(withdrawn_at=None).count() == 0
    assert reader.get("/en/people/wairimu-tendeka/").status_code == 404


def test_unpublished_draft_of_a_live_release_changes_nothing_public(release: ReleasePage, reader: Client) -> None:
    release.title = "A title nobody has agreed to"
    release.save_revision()
    assert "nobody has agreed" not in reader.get(release.url).content.decode()


def test_structured_data_says_what_the_page_says(release: ReleasePage, reader: Client) -> None:
    html = reader.get(release.url).content.decode()
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[0])
    assert data["@type"] == "NewsArticle"
    assert data["datePublished"] == "2026-07-14T10:00:00+00:00"
    assert data["mentions"][0]["text"] == "We light a street."
    assert data["mentions"][0]["creator"] == {
        "@type": "Person",
        "name": "Wairimu Tendeka",
        "jobTitle": "Mayor of Mito Miwili",
    }


def test_nothing_in_a_headline_ends_the_structured_data(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, title="</script><script>alert(1)</script>", slug="hostile")
    assert "<script>alert(1)" not in reader.get(page.url).content.decode()


def test_queries_do_not_grow_with_the_parts_of_a_release(
    index: NewsIndexPage, reader: Client, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    few, many = (ReleasePageFactory(parent=index, quotes=number, live=False) for number in (3, 30))
    for page, number in ((few, 3), (many, 30)):
        for _count in range(number):
            page.participant_links.add(ReleaseParticipant(person=PersonFactory(), role="Guest", locale=page.locale))
            page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=BoilerplateFactory()))
        page.save()
        publish(page)
    assert count_queries(lambda: reader.get(few.url)) == count_queries(lambda: reader.get(many.url))
