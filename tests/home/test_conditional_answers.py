"""Who asks again is told that nothing is new, without a page being made; and never so when something is."""

import datetime
import time
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from leaving_quietly import unpublish
from wagtail.images.models import SourceImageIOError
from wagtail.models import Page, PageViewRestriction

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import Hashtag, NewsIndexPage, Quote, ReleasePage
from newsroom.base.caching import validators
from newsroom.base.factories import ImageFactory, UserFactory
from newsroom.base.models import NewsroomImage
from newsroom.home.models import HomePage
from newsroom.publication.models import Heartbeat
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import MediaContact, Organisation, Person

pytestmark = [pytest.mark.django_db, pytest.mark.vital]
FOR_EVERYBODY = "public, max-age=0, must-revalidate"
NOON = datetime.datetime(2026, 7, 14, 12, 0, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def noon() -> Any:
    """The time stands still, but for where a test says otherwise."""
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release with a quote, by an organisation, for a campaign."""
    speaker = PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")
    body = [text_block("<p>Text.</p>"), quote_block("The boat waits.", speaker)]
    hashtag = Hashtag.objects.create(name="CountShade")
    organisation = OrganisationFactory(name="Port", slug="port")
    return ReleasePageFactory(
        parent=index, title="Night buses", slug="night-buses", body=body, organisation=organisation, hashtags=[hashtag]
    )


@pytest.fixture
def addresses(release: ReleasePage, campaigns: CampaignIndexPage) -> list[str]:
    """A page of every kind that is for everybody."""
    hub = CampaignHubPageFactory(parent=campaigns, hashtag=Hashtag.objects.get())
    quote = Quote.objects.get()
    return [
        *("/en/", "/en/news/", release.url, f"{release.url}text/", hub.url, "/en/campaigns/", quote.get_absolute_url()),
        *("/en/people/", "/en/people/wairimu-tendeka/", "/en/organisations/", "/en/organisations/port/"),
        *("/en/search/?q=boat", "/en/news/feed/", "/en/feed/", "/sitemap.xml", "/sitemap-records-0.xml"),
    ]


def again(reader: Client, address: str, validator: str) -> Any:
    """The answer to somebody who has an answer already."""
    return reader.get(address, headers={"If-None-Match": validator})


def validators_of(reader: Client, addresses: list[str]) -> dict[str, str]:
    """The validator of each page."""
    for address in addresses:
        reader.get(address)  # what is made when a page is read first, such as renditions, is there then
    return {address: reader.get(address)["ETag"] for address in addresses}


def test_every_public_page_is_kept_and_asked_about(addresses: list[str], reader: Client) -> None:
    for address, validator in validators_of(reader, addresses).items():
        answer = again(reader, address, validator)
        assert (answer.status_code, answer.content) == (304, b""), address
        assert answer["ETag"] == validator
        assert answer["Cache-Control"] == FOR_EVERYBODY
        assert reader.get(address)["Cache-Control"] == FOR_EVERYBODY
        assert again(reader, address, f'"another", W/{validator}').status_code == 304


def test_nothing_is_asked_but_the_number(release: ReleasePage, reader: Client) -> None:
    validator = reader.get(release.url)["ETag"]
    with CaptureQueriesContext(connection) as captured:
        assert again(reader, release.url, validator).status_code == 304
    assert len(captured) == 1 and "base_change" in captured[0]["sql"]


def test_being_told_costs_less_than_half(release: ReleasePage, reader: Client) -> None:
    validator = validators_of(reader, [release.url])[release.url]
    spent = {}
    for name, headers in (("whole", {}), ("told", {"If-None-Match": validator})):
        begun = time.process_time()
        for _run in range(5):
            reader.get(release.url, headers=headers)
        spent[name] = time.process_time() - begun
    assert spent["told"] < spent["whole"] / 2


def a_quote(release: ReleasePage) -> None:
    Quote.objects.update(role="Harbour master")


def a_name(release: ReleasePage) -> None:
    Person.objects.update(name="W. Tendeka")


def an_organisation(release: ReleasePage) -> None:
    Organisation.objects.update(name="Harbour")


def a_hashtag(release: ReleasePage) -> None:
    Hashtag.objects.update(name="CountLight")


def a_contact(release: ReleasePage) -> None:
    MediaContact.objects.update(phone="+44 20 9")


def a_front_page(release: ReleasePage) -> None:
    HomePage.objects.update(about="Something else.")


def a_publication(release: ReleasePage) -> None:
    ReleasePageFactory(parent=release.get_parent())


def an_unpublication(release: ReleasePage) -> None:
    unpublish(release)


def a_restriction(release: ReleasePage) -> None:
    # Past the gate, which keeps what was public from being hidden so.
    restriction = PageViewRestriction(page=release.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    PageViewRestriction.objects.bulk_create([restriction])


def a_row_by_hand(release: ReleasePage) -> None:
    with connection.cursor() as cursor:
        cursor.execute("UPDATE wagtailcore_page SET title = 'Day buses' WHERE id = %s", [release.pk])


CHANGES = (
    *(a_quote, a_name, an_organisation, a_hashtag, a_contact, a_front_page, a_publication, an_unpublication),
    *(a_restriction, a_row_by_hand),
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_whatever_changes_everything_is_sent_anew(
    change: Callable[[ReleasePage], None], addresses: list[str], release: ReleasePage, reader: Client
) -> None:
    MediaContactFactory(is_press_desk=True)
    shown = validators_of(reader, addresses)
    change(release)
    for address, validator in shown.items():
        assert again(reader, address, validator).status_code != 304, address


@pytest.mark.parametrize("change", (an_unpublication, a_restriction), ids=lambda change: change.__name__)
def test_what_is_no_longer_public_is_never_said_to_be_as_before(
    change: Callable[[ReleasePage], None], release: ReleasePage, reader: Client
) -> None:
    text, quote = f"{release.url}text/", Quote.objects.get().get_absolute_url()
    shown = validators_of(reader, [release.url, text, quote])
    change(release)
    for address, validator in shown.items():
        for asked in (validator, f"W/{validator}", "*"):
            assert again(reader, address, asked).status_code in (404, 410), address


def test_a_draft_and_a_sign_of_life_make_nothing_new(release: ReleasePage, reader: Client) -> None:
    validator = reader.get(release.url)["ETag"]
    Page.objects.filter(pk=release.pk).update(has_unpublished_changes=True, draft_title="Day buses")
    Heartbeat.beat("scheduler")
    assert again(reader, release.url, validator).status_code == 304


def test_a_validator_is_of_one_address_host_and_language(release: ReleasePage, reader: Client) -> None:
    validator = reader.get("/en/people/")["ETag"]
    assert again(reader, "/fr/people/", validator).status_code == 200
    assert again(reader, "/en/people/?page=2", validator).status_code == 200
    assert again(reader, "/en/nothing/", validator).status_code == 404
    assert reader.get("/en/people/", headers={"If-None-Match": validator, "Host": "localhost"}).status_code == 200


def test_a_validator_is_of_the_code(release: ReleasePage, reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    validator = reader.get(release.url)["ETag"]
    monkeypatch.setattr(validators, "code_release", lambda: "another")
    assert again(reader, release.url, validator).status_code == 200


def test_the_code_is_another_one_with_another_template(settings: Any, tmp_path: Any) -> None:
    settings.PROJECT_DIR = tmp_path
    (tmp_path / "templates").mkdir()
    found = []
    for words in ("One", "Another"):
        (tmp_path / "templates" / "base.html").write_text(words)
        validators.code_release.cache_clear()
        found.append(validators.code_release())
    validators.code_release.cache_clear()
    assert found[0] != found[1]


def test_a_validator_ends_with_the_hour_at_which_the_desk_stops_answering(
    release: ReleasePage, reader: Client, noon: Any
) -> None:
    hours = {"opens_at": datetime.time(8), "closes_at": datetime.time(18)}
    MediaContactFactory(is_press_desk=True, time_zone="UTC", **hours)
    validator = reader.get("/en/people/")["ETag"]
    noon.move_to(NOON.replace(hour=17, minute=59))
    assert again(reader, "/en/people/", validator).status_code == 304
    noon.move_to(NOON.replace(hour=18))
    answer = again(reader, "/en/people/", validator)
    assert answer.status_code == 200 and "answering now" not in answer.content.decode()
    noon.move_to(NOON.replace(hour=23, minute=59))
    assert again(reader, "/en/people/", answer["ETag"]).status_code == 304
    noon.move_to(NOON + datetime.timedelta(days=1))
    assert again(reader, "/en/people/", answer["ETag"]).status_code == 200


def test_a_validator_ends_with_the_minute_where_minutes_are_counted(
    release: ReleasePage, reader: Client, noon: Any
) -> None:
    hours = {"opens_at": datetime.time(18), "closes_at": datetime.time(20)}
    MediaContactFactory(is_press_desk=True, time_zone="UTC", **hours)
    noon.move_to(NOON.replace(second=20))
    validator = validators_of(reader, ["/en/"])["/en/"]
    noon.move_to(NOON.replace(second=59))
    assert again(reader, "/en/", validator).status_code == 304
    noon.move_to(NOON.replace(minute=1, second=1))
    assert again(reader, "/en/", validator).status_code == 200


@pytest.mark.parametrize(
    "address", ("/admin/login/", "/health/", "/ready/", "/en/clearance/secret/", "/en/nothing/", "/en/search/?kind=x")
)
def test_what_is_not_for_everybody_is_not_to_be_kept(address: str, newsroom: HomePage, reader: Client) -> None:
    assert "public" not in reader.get(address).get("Cache-Control", "")


def test_who_is_logged_in_is_always_answered_in_full(release: ReleasePage, reader: Client, client: Client) -> None:
    validator = Client().get(release.url)["ETag"]
    client.force_login(UserFactory(is_superuser=True))
    answer = again(client, release.url, validator)
    assert answer.status_code == 200
    assert "public" not in answer.get("Cache-Control", "")


def test_a_preview_is_for_whoever_asked_for_it(release: ReleasePage, client: Client) -> None:
    user = UserFactory(is_superuser=True)
    client.force_login(user)
    answer = release.make_preview_request(preview_mode="live")
    assert answer.status_code == 200
    assert "public" not in answer.get("Cache-Control", "")
    assert "-" not in answer.get("ETag", "")


def test_an_answer_is_given_again_until_something_changes(
    release: ReleasePage, reader: Client, settings: Any, noon: Any
) -> None:
    settings.NEWSROOM_ANSWERS_KEPT = 2
    MediaContactFactory(is_press_desk=True, time_zone="UTC", opens_at=datetime.time(8), closes_at=datetime.time(18))
    first = reader.get(release.url)
    with CaptureQueriesContext(connection) as captured:
        second = reader.get(release.url)
    assert len(captured) == 1
    assert (second.content, second["ETag"]) == (first.content, first["ETag"])
    assert second["Content-Type"] == first["Content-Type"]
    a_front_page(release)
    assert "Something else." in reader.get(release.url).content.decode()
    noon.move_to(NOON.replace(hour=19))
    assert "answering now" not in reader.get(release.url).content.decode()
    an_unpublication(release)
    assert reader.get(release.url).status_code in (404, 410)


def test_answers_of_others_languages_and_sessions_are_never_given(
    release: ReleasePage, reader: Client, settings: Any
) -> None:
    settings.NEWSROOM_ANSWERS_KEPT = 2
    english = reader.get("/en/people/").content
    assert reader.get("/fr/people/").content != english
    assert reader.get("/en/people/", headers={"Host": "localhost"}).content != english
    logged_in = Client()
    logged_in.force_login(UserFactory(is_superuser=True))
    with CaptureQueriesContext(connection) as captured:
        logged_in.get("/en/people/")
    assert len(captured) > 1
    for address in ("/en/", "/en/news/", "/en/people/"):
        assert reader.get(address).status_code == reader.get(address).status_code == 200


def test_without_a_number_there_is_no_validator(release: ReleasePage, reader: Client) -> None:
    validator = reader.get(release.url)["ETag"]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM base_change")
    answer = again(reader, release.url, validator)
    assert answer.status_code == 200


def test_a_feed_from_which_something_went_is_sent_to_who_asks_by_the_hour(release: ReleasePage, reader: Client) -> None:
    later = (NOON + datetime.timedelta(days=1)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert release.title in reader.get("/en/news/feed/").content.decode()
    unpublish(release)
    answer = reader.get("/en/news/feed/", headers={"If-Modified-Since": later})
    assert answer.status_code == 200
    assert release.title not in answer.content.decode()


def test_a_header_moves_no_address_for_others(release: ReleasePage, reader: Client) -> None:
    Hashtag.objects.create(name="NothingIsKeptYet")
    reader.get("/en/news/", headers={"script-name": "/elsewhere"}, SCRIPT_NAME="/elsewhere")
    html = reader.get("/en/news/").content.decode()
    assert "/elsewhere" not in html and release.url in html


def test_an_address_is_kept_as_it_was_asked_for(release: ReleasePage, reader: Client) -> None:
    assert reader.get(release.url).status_code == 200
    detour = release.url.replace("/news/", "/news/x/../")
    assert reader.get(detour).status_code == 404


def test_a_page_is_not_kept_without_a_picture_whose_file_may_come_back(
    release: ReleasePage, reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    image = ImageFactory()
    Organisation.objects.filter(slug="port").update(logo=image)
    usual = NewsroomImage.get_rendition
    monkeypatch.setattr(NewsroomImage, "get_rendition", gone)
    assert "<img" not in reader.get("/en/organisations/port/").content.decode()
    monkeypatch.setattr(NewsroomImage, "get_rendition", usual)
    assert "<img" in reader.get("/en/organisations/port/").content.decode()


def gone(self: NewsroomImage, spec: str) -> Any:
    """An image without its file."""
    raise SourceImageIOError(spec)
