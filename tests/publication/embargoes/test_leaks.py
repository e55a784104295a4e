"""What is not public appears nowhere: one test for every address a stranger can ask."""

import datetime
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import pytest
from corpora import for_the_file
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import timezone
from django.utils.translation import get_language
from leaving_quietly import unpublish
from machines import sitemap_of
from wagtail.documents.models import AbstractDocument

from campaigns.factories import CampaignHubPageFactory, EventPageFactory
from campaigns.models import CampaignIndexPage, EventIndexPage, EventPage, PinnedItem
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import (
    NewsIndexPage,
    QuoteClearance,
    ReleaseAttachment,
    ReleaseBoilerplate,
    ReleaseContact,
    ReleasePage,
    ReleaseParticipant,
)
from newsroom.base.factories import ImageFactory, UserFactory, locale_of, publish
from newsroom.base.models import DocumentText, NewsroomDocument
from newsroom.home.sitemaps import finders
from newsroom.publication.choices import CorrectionKind
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.lifting.lift import lift_now
from newsroom.publication.models import PreviewLink
from organisations.factories import BoilerplateFactory, MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import Organisation, Person

pytestmark = pytest.mark.vital
SECRET = "Zanzara"


@pytest.fixture(scope="module", params=["draft", "embargoed", "unpublished"])
def secrets(request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """The number of a release that nobody may see."""
    with for_the_file(django_db_blocker):
        yield build(request.param).pk


@pytest.fixture
def hidden(secrets: int, db: None) -> ReleasePage:
    """That release, as it stands in the database."""
    return ReleasePage.objects.get(pk=secrets)


def build(state: str) -> ReleasePage:
    """A release with a telling word in everything it names, beside one that is public."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    campaigns = CampaignIndexPage.objects.get(locale__language_code="en")
    contact = MediaContactFactory(is_press_desk=True)
    known = OrganisationFactory(name="Known Office", slug="known-office")
    ReleasePageFactory(
        parent=index,
        organisation=known,
        title="A release for all",
        slug="for-all",
        hashtags=["ShadeIsPublic"],
        contact=contact,
    )
    hub = CampaignHubPageFactory(parent=campaigns)
    speaker = PersonFactory(name=f"{SECRET} Speaker", slug="zanzara-speaker")
    page = ReleasePageFactory(
        parent=index,
        title=f"{SECRET} headline",
        slug="zanzara-headline",
        subheadline=f"{SECRET} below",
        body=[text_block(f"<p>{SECRET} words</p>"), quote_block(f"{SECRET} quoted", speaker)],
        organisation=OrganisationFactory(name=f"{SECRET} Office", slug="zanzara-office"),
        image=ImageFactory(title=f"{SECRET} picture"),
        hashtags=["ShadeIsPublic", SECRET],
        live=False,
        embargoed_until=timezone.now() + datetime.timedelta(days=1) if state == "embargoed" else None,
    )
    page.participant_links.add(ReleaseParticipant(person=speaker, role="Host", locale=page.locale))
    page.attachments.add(ReleaseAttachment(document=document()))
    # Of an organisation that is public already: its page must not show what only this release brought.
    page.boilerplate_links.add(
        ReleaseBoilerplate(boilerplate=BoilerplateFactory(organisation=known, text=f"<p>{SECRET}</p>"))
    )
    page.contact_links.add(ReleaseContact(contact=MediaContactFactory(name=f"{SECRET} contact", organisation=known)))
    page.save()
    french = page.copy_for_translation(locale_of("fr"))
    french.attachments.all().update(document=document())
    PinnedItem.objects.create(hub=hub.translation_key, page_id=page.pk, place=0)
    both = (page, ReleasePage.objects.get(pk=french.pk))
    pages = (*both, hidden_event(known, speaker, page.embargoed_until))
    for each in pages if state != "draft" else ():
        publish(each)
    for each in pages if state == "unpublished" else ():
        unpublish(each)
    return page


def hidden_event(known: Organisation, speaker: Person, until: datetime.datetime | None) -> EventPage:
    """An event with a telling word wherever it has words, part of a meeting that is public."""
    events = EventIndexPage.objects.get(locale__language_code="en")
    meeting = EventPageFactory(
        parent=events, title="A meeting for all", slug="for-all", organiser=known, hashtags=["ShadeIsPublic"]
    )
    session = {"title": f"{SECRET} session", "speakers": [{"person": speaker, "role": f"{SECRET} role"}]}
    event: EventPage = EventPageFactory(
        parent=meeting,
        title=f"{SECRET} event",
        slug="zanzara-event",
        summary=f"{SECRET} summary",
        venue=f"{SECRET} hall",
        description=f"<p>{SECRET} description</p>",
        organiser=known,
        hashtags=["ShadeIsPublic"],
        sessions=[session],
        embargoed_until=until,
        live=False,
    )
    return event


def document() -> AbstractDocument:
    """A file to take away."""
    from django.core.files.base import ContentFile

    paper = NewsroomDocument.objects.create(title=f"{SECRET} paper", file=ContentFile(b"paper", "paper.txt"))
    DocumentText.objects.create(document=paper, file_name=paper.file.name, text=f"{SECRET} Innenwort")
    return paper


def public_addresses() -> Iterator[str]:
    """Every address that lists, finds or gathers."""
    yield "/sitemap.xml"
    yield from (f"/sitemap-{name}-{number}.xml" for name in finders() for number in range(3))
    for code, _name in settings.LANGUAGES:
        for path in (
            "",
            "news/",
            "campaigns/",
            "calls/",
            "campaigns/shadeispublic/",
            "people/",
            "organisations/",
            "news/feed/",
            "feed/",
            "feed/?campaign=shadeispublic",
        ):
            yield f"/{code}/{path}"
        yield f"/{code}/campaigns/shadeispublic/share-kit/"
        yield f"/{code}/news/?organisation=zanzara-office&campaign=zanzara&kind=press-release"
        yield f"/{code}/search/?q=release"
        yield f"/{code}/search/?kind=quote&kind=person&kind=organisation&kind=press-release"
        yield f"/{code}/search/completions/?q=zan"
        yield f"/{code}/organisations/known-office/"
        yield from (f"/{code}/events/", f"/{code}/events/for-all/", f"/{code}/calendar.ics")
        yield f"/{code}/calendar.ics?organisation=known-office&campaign=shadeispublic&q=zan"


def hidden_addresses(page: ReleasePage) -> Iterator[str]:
    """Every address of the hidden release itself that somebody could guess or have kept."""
    for code, _name in settings.LANGUAGES:
        yield f"/{code}/news/{page.slug}/"
        yield f"/{code}/news/{page.slug}/text/"
        yield f"/{code}/news/{page.slug}/versions/1/"
        yield f"/{code}/quotes/{page.body[1].id}/"
        yield f"/{code}/clearance/{'x' * 43}/"
        yield f"/{code}/clearance/{'x' * 43}"
        yield from (f"/{code}/drafts/{'x' * 43}{part}" for part in ("/", "", "/text/"))
        yield f"/{code}/drafts/{'x' * 43}/files/{'0' * 64}{page.image.file.url}"
        yield f"/{code}/answers/{page.pk}/"
        yield f"/{code}/answers/MQ:1abcde:{'x' * 43}/"
        yield from (f"/{code}/letters/{page.pk}/{part}" for part in ("sign/", "asked/", "signatories.csv", "feed/"))
        yield f"/{code}/letters/signature/MQ:1abcde:{'x' * 43}/"
        yield f"/{code}/people/zanzara-speaker/"
        yield f"/{code}/organisations/zanzara-office/"
        yield from (f"/{code}/{path}" for path in addresses_of_event())
    yield f"/zh/news/{page.slug}/"
    yield "/PR/2026/002/"
    yield page.image.file.url
    yield page.image.get_rendition("width-1380").url
    for attachment in ReleaseAttachment.objects.filter(page__translation_key=page.translation_key):
        yield attachment.document.url
        yield f"/documents/{attachment.document_id}/elsewhere/{attachment.document.filename}"


def addresses_of_event() -> Iterator[str]:
    """The addresses of the hidden event below a language."""
    event = EventPage.objects.get(slug="zanzara-event")
    yield "events/for-all/zanzara-event/"
    yield f"calendar/{event.translation_key}.ics"
    yield f"calendar/{event.translation_key}/programme.ics"
    yield f"calendar/{event.translation_key}/{event.programme[0].id}.ics"


#: Public addresses, by name, that show nothing of what is written here: neither words nor pictures nor files.
SHOW_NOTHING = {
    *("health", "ready", "monitor", "robots"),
    *("wagtailcore_login", "wagtailcore_authenticate_with_password", "wagtaildocs_authenticate_with_password"),
}


def public_routes(resolver: URLResolver, before: str = "") -> Iterator[str]:
    """Every address outside the CMS as urls.py has it, with its language's prefix; without those that show nothing."""
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern).removeprefix("^" if before else "")
        if isinstance(pattern, URLResolver):
            yield from public_routes(pattern, route)
        elif isinstance(pattern, URLPattern) and pattern.name not in SHOW_NOTHING and not route.startswith("admin/"):
            yield route


def test_every_public_address_is_asked(hidden: ReleasePage) -> None:
    """A new address fails this test until it is among those above, or is said to show nothing."""
    others = tuple(f"/{code}/" for code, _name in settings.LANGUAGES if code != get_language())
    lists = (*public_addresses(), *hidden_addresses(hidden))
    asked = {resolve(urlsplit(each).path).route for each in lists if not each.startswith(others)}
    assert set(public_routes(get_resolver())) - asked == set()


def test_no_list_names_it(hidden: ReleasePage, reader: Client) -> None:
    for address in public_addresses():
        answer = reader.get(address)
        assert SECRET.lower() not in answer.content.decode().lower(), address


def test_no_search_finds_it(hidden: ReleasePage, reader: Client) -> None:
    words = (SECRET, "Innenwort", f"title:{SECRET}", f"speaker:{SECRET}", f"organisation:{SECRET}", f"tag:{SECRET}")
    for code, query in ((code, query) for code, _name in settings.LANGUAGES for query in words):
        answer = reader.get(f"/{code}/search/", {"q": query})
        assert answer.status_code == 200
        assert not answer.context["response"].hits and not answer.context["response"].elsewhere
        assert "headline" not in answer.content.decode().replace('class="headline"', "")


def test_no_choice_of_a_search_names_it(hidden: ReleasePage, reader: Client) -> None:
    """Neither as the label of a choice nor as a suggestion; an address repeats what was asked, in small letters."""
    for code, _name in settings.LANGUAGES:
        for query in ("speaker=zanzara-speaker", "organisation=zanzara-office", "tag=zanzara", "q=zanzarra"):
            for language in ("", "&language=all"):
                answer = reader.get(f"/{code}/search/?{query}{language}")
                assert answer.status_code == 200
                assert SECRET not in answer.content.decode(), query
                assert not answer.context["response"].hits and not answer.context["response"].suggestion


def test_no_address_of_its_own_answers(hidden: ReleasePage, reader: Client) -> None:
    for address in hidden_addresses(hidden):
        answer = reader.get(address, follow=True)
        # A quote that was public once says that it is gone; what was never public does not exist.
        was_public = "/quotes/" in address and hidden.released_at
        assert answer.status_code == (410 if was_public else 404), address
        assert SECRET not in answer.content.decode()


def test_the_404_page_names_nothing(hidden: ReleasePage, reader: Client) -> None:
    answer = reader.get("/fr/news/zanzara-headline/")
    assert not answer.context["elsewhere"]
    assert SECRET not in answer.content.decode()


def test_link_for_clearance_opens_its_page_and_nothing_else(hidden: ReleasePage, reader: Client) -> None:
    token = "a" * 43
    QuoteClearance.objects.create(
        quote_id=hidden.body[1].id,
        release=hidden,
        locale=hidden.locale,
        words=f"{SECRET} quoted",
        expires_at=timezone.now() + datetime.timedelta(days=7),
        digest=sha256(token.encode()).hexdigest(),
    )
    assert SECRET in reader.get(f"/en/clearance/{token}/").content.decode()
    test_no_list_names_it(hidden, reader)
    test_no_search_finds_it(hidden, reader)
    test_no_address_of_its_own_answers(hidden, reader)


def test_link_to_a_draft_opens_its_page_and_files_and_nothing_else(hidden: ReleasePage, reader: Client) -> None:
    token = "b" * 43
    link = PreviewLink.objects.create(
        life=hidden.life,
        made_by=UserFactory(is_superuser=True),
        expires_at=timezone.now() + datetime.timedelta(days=7),
        digest=sha256(token.encode()).hexdigest(),
    )
    html = reader.get(f"/en/drafts/{token}/").content.decode()
    files = re.findall(r'(?:src|href)="(/en/drafts/[^"]+/files/[^"]+)"', html)
    assert SECRET in html and files
    for address in files:
        assert reader.get(address).status_code == 200
    event = EventPage.objects.get(slug="zanzara-event")
    assert link.life_id != event.life_id and f"{SECRET} event" not in html
    test_no_list_names_it(hidden, reader)
    test_no_search_finds_it(hidden, reader)
    test_no_address_of_its_own_answers(hidden, reader)


def test_its_addresses_answer_once_it_is_public(hidden: ReleasePage, reader: Client) -> None:
    """The tests above would pass on a site that shows nothing at all; this one would not."""
    if hidden.is_scheduled:
        lift_now(hidden.life)
    else:
        for page in ReleasePage.objects.filter(translation_key=hidden.translation_key).order_by("pk"):
            publish(page)
    publish_event()
    hidden.refresh_from_db()
    hidden.subheadline = "Mended"
    hidden.save_revision()
    correct([Note(hidden, f"{SECRET} below", "Mended", "A slip.")], CorrectionKind.CLARIFICATION, None)
    without_the_right_token = ("/clearance/", "/drafts/", "/elsewhere/", "/answers/", "/letters/")
    english = ("/en/", hidden.image.file.url, "/media/", "/documents/")
    for address in hidden_addresses(hidden):
        if address.startswith(english) and not any(part in address for part in without_the_right_token):
            assert reader.get(address).status_code == 200, address
    assert SECRET in reader.get("/en/").content.decode()
    for query in (SECRET, "Innenwort", *(f"{part}:{SECRET}" for part in ("title", "speaker", "organisation", "tag"))):
        assert reader.get("/en/search/", {"q": query}).context["response"].hits, query
    assert SECRET.lower() in reader.get("/en/search/completions/?q=zan").content.decode().lower()
    assert SECRET in reader.get("/en/news/feed/").content.decode()
    assert "zanzara-headline" in sitemap_of(reader)


def publish_event() -> None:
    """The hidden event is public."""
    event = EventPage.objects.get(slug="zanzara-event")
    if event.is_scheduled:
        lift_now(event.life)
    else:
        publish(event)


def test_somebody_who_works_here_sees_private_files(hidden: ReleasePage, admin_client: Client) -> None:
    assert admin_client.get(hidden.image.file.url).status_code == 200
    assert admin_client.get(hidden.attachments.get().document.url).status_code == 200


def test_private_file_may_not_be_kept_by_caches(hidden: ReleasePage, admin_client: Client) -> None:
    for address in (hidden.image.file.url, hidden.attachments.get().document.url):
        assert "no-store" in admin_client.get(address)["Cache-Control"]
