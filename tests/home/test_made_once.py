"""Parts of pages are made once for everybody: never for long, never for somebody known, and never too many."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from leaving_quietly import unpublish
from wagtail.models import Page

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignHubPage, CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import Hashtag, NewsIndexPage, Quote, ReleasePage
from newsroom.base.caching.changes import change_number, number_read_once
from newsroom.base.caching.parts import KeptPart, KeptParts, made_once
from newsroom.base.caching.values import values_under
from newsroom.base.factories import UserFactory
from newsroom.publication.choices import CorrectionKind
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.models import Withdrawal
from organisations.factories import OrganisationFactory, PersonFactory
from organisations.models import MediaContact, Organisation, Person

pytestmark = [pytest.mark.django_db, pytest.mark.vital]
NOON = datetime.datetime(2026, 7, 14, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def noon(settings: Any) -> Any:
    """The time stands still, and parts are kept as in production."""
    settings.NEWSROOM_PARTS_KEPT = 1_000_000
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def release(index: NewsIndexPage, campaigns: CampaignIndexPage) -> ReleasePage:
    """A public release with a quote, by an organisation, for a campaign that has a hub."""
    speaker = PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")
    body = [text_block("<p>Text.</p>"), quote_block("The boat waits.", speaker)]
    hashtag = Hashtag.objects.create(name="CountShade")
    organisation = OrganisationFactory(name="Port", slug="port")
    CampaignHubPageFactory(parent=campaigns, hashtag=hashtag)
    return ReleasePageFactory(
        parent=index, title="Night buses", slug="night-buses", body=body, organisation=organisation, hashtags=[hashtag]
    )


def shown(reader: Client, address: str) -> str:
    """What a reader gets."""
    answer = reader.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def addresses_of(release: ReleasePage) -> list[str]:
    """Where a release, or something of it, is shown."""
    hub = CampaignHubPage.objects.get(locale__language_code="en")
    return [
        *(release.url, f"{release.url}text/", "/en/", "/en/news/", f"/en/news/?kind={release.kind}", "/en/news/feed/"),
        *(hub.url, "/en/people/wairimu-tendeka/", "/en/organisations/port/", "/en/search/?q=night"),
    ]


def a_new_telephone_number(release: ReleasePage) -> None:
    MediaContact.objects.update(phone="+254 20 555 0199")


def a_correction(release: ReleasePage) -> None:
    release = ReleasePage.objects.get(pk=release.pk)
    release.title = "Night boats"
    release.save_revision()
    correct([Note(ReleasePage.objects.get(pk=release.pk), "Buses", "Boats", "A slip.")], CorrectionKind.FACTUAL, None)


def a_withdrawn_quote(release: ReleasePage) -> None:
    Quote.objects.update(withdrawn_at=NOON)


def another_name_of_the_hashtag(release: ReleasePage) -> None:
    Hashtag.objects.update(name="CountSHADE")


def a_hub_that_leaves(release: ReleasePage) -> None:
    unpublish(CampaignHubPage.objects.get(locale__language_code="en"))


def a_name_by_hand(release: ReleasePage) -> None:
    with connection.cursor() as cursor:
        for model in (Organisation, Person):
            cursor.execute(f"UPDATE {model._meta.db_table} SET name = 'Somebody else'")  # noqa: S608


@pytest.mark.parametrize(
    "change",
    [
        *(a_new_telephone_number, a_correction, a_withdrawn_quote, another_name_of_the_hashtag, a_hub_that_leaves),
        a_name_by_hand,
    ],
)
def test_whatever_changes_is_seen_by_the_next_request(
    release: ReleasePage, reader: Client, settings: Any, change: Callable[[ReleasePage], None]
) -> None:
    """What is made of kept parts is what is made anew, before a change and after it."""
    for happens in (lambda _release: None, change):
        addresses = [address for address in addresses_of(release) if reader.get(address).status_code == 200]
        happens(release)
        addresses = [address for address in addresses if reader.get(address).status_code == 200]
        kept = [shown(reader, address) for address in addresses]
        settings.NEWSROOM_PARTS_KEPT = 0
        assert kept == [shown(reader, address) for address in addresses]
        settings.NEWSROOM_PARTS_KEPT = 1_000_000


def test_a_page_that_leaves_takes_its_parts_along(release: ReleasePage, reader: Client) -> None:
    addresses = addresses_of(release)[:-1]  # a search marks the words
    for address in addresses:
        assert "Night buses" in shown(reader, address) or address == "/en/people/wairimu-tendeka/"
    unpublish(release)
    for address in addresses:
        assert "Night buses" not in reader.get(address).content.decode(), address


def test_a_release_asked_for_again_costs_one_query(release: ReleasePage, reader: Client) -> None:
    for address in addresses_of(release)[:2]:
        shown(reader, address)
        with CaptureQueriesContext(connection) as captured:
            shown(reader, f"{address}?from=mail")
        assert len(captured) == 1, [query["sql"] for query in captured]


def test_who_answers_now_follows_the_clock(release: ReleasePage, reader: Client, noon: Any) -> None:
    MediaContact.objects.update(time_zone="UTC", opens_at=datetime.time(8), closes_at=datetime.time(18))
    validators = [reader.get(release.url)["ETag"] for _time in range(2)]
    assert validators[0] == validators[1]  # it ends as early where the part was made before
    assert "Who can answer now" in shown(reader, release.url)
    noon.move_to(NOON.replace(hour=19))
    assert "Who can answer now" not in shown(reader, release.url)


def test_nothing_is_kept_of_previews_and_of_what_somebody_known_is_shown(release: ReleasePage, reader: Client) -> None:
    editor = Client()
    editor.force_login(UserFactory(is_superuser=True))
    draft = ReleasePage.objects.get(pk=release.pk)
    draft.title = "Not yet said"
    answer = draft.make_preview_request(preview_mode="live")
    assert "Not yet said" in answer.content.decode()
    with number_read_once():
        shown(editor, release.url)
        assert made_once not in values_under(change_number() or 0)
    assert "Not yet said" not in shown(reader, release.url)
    assert made_once in values_under(change_number() or 0)


def test_other_hosts_and_languages_get_parts_of_their_own(release: ReleasePage, reader: Client) -> None:
    assert "http://testserver/en/" in shown(reader, release.url)
    other = reader.get(release.url, headers={"Host": "localhost"}).content.decode()
    assert "http://localhost/en/" in other and "testserver" not in other
    english, french = shown(reader, "/en/news/"), shown(reader, "/fr/news/")
    assert re.findall("<h2[^>]*>.*?</h2>", english) != re.findall("<h2[^>]*>.*?</h2>", french)


def test_what_was_asked_for_longest_ago_gives_way(settings: Any) -> None:
    settings.NEWSROOM_PARTS_KEPT = 2_000
    parts = KeptParts()
    later = NOON + datetime.timedelta(hours=1)
    for name in ("a", "b", "a", "c"):
        parts.keep(name, KeptPart("x" * 300, later))
        assert parts.size == len(parts.parts) * 800 <= 2_000
    assert list(parts.parts) == ["a", "c"]
    parts.keep("e", KeptPart("x", NOON))
    assert parts.found("e") is None


def test_nothing_is_kept_outside_public_pages(release: ReleasePage, rf: RequestFactory) -> None:
    texts = iter(("first", "second", "third"))
    with number_read_once():
        for request in (None, rf.get("/en/news/"), rf.post("/en/news/")):
            assert made_once(request, ("name",), lambda: next(texts)) in ("first", "second", "third")
    assert Page.objects.exists() and not Withdrawal.objects.exists()
    assert next(texts, None) is None


def test_no_two_templates_make_a_part_of_the_same_name() -> None:
    """A part of one would stand in the other, where its key is the same."""
    templates = [path.read_text() for path in Path("templates").rglob("*.html")]
    names = re.findall(r'{% made_once "([^"]+)"', "".join(templates))
    assert names and len(names) == len(set(names))
