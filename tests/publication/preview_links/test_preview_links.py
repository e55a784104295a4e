"""Somebody outside reads a draft by a link that opens nothing else."""

import datetime
import re
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from people import at_work, browser_of
from sharing import page_of_links, share

from campaigns.factories import EventPageFactory
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleaseAttachment, ReleasePage
from newsroom.base.factories import ImageFactory, UserFactory, locale_of, publish
from newsroom.base.models import NewsroomDocument, User
from newsroom.base.requests.logs import without_secrets
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.publication.models import PreviewLink, PreviewOpening
from newsroom.publication.preview_links.service import link_opened_by, may_share
from organisations.factories import PersonFactory

IN_60_DAYS = datetime.timedelta(days=60)


@pytest.fixture
def image(newsroom: Any) -> Any:
    """The picture of the draft."""
    return ImageFactory(title="A street")


@pytest.fixture
def paper(newsroom: Any) -> NewsroomDocument:
    """The file that goes with it."""
    document: NewsroomDocument = NewsroomDocument.objects.create(
        title="Figures", file=ContentFile(b"All figures", "figures.txt")
    )
    return document


@pytest.fixture
def draft(index: NewsIndexPage, image: Any, paper: NewsroomDocument) -> ReleasePage:
    """A release under embargo with a picture and a file."""
    page: ReleasePage = ReleasePageFactory(
        parent=index,
        title="Twenty-six cities will count shade",
        slug="shade",
        body=[text_block("<p>Each city will survey its stops.</p>"), quote_block("We shade.", PersonFactory())],
        image=image,
        embargoed_until=timezone.now() + IN_60_DAYS,
        live=False,
    )
    page.attachments.add(ReleaseAttachment(document=paper))
    page.save()
    page.save_revision()
    return page


@pytest.fixture
def officer(newsroom: Any) -> User:
    """Who shares it."""
    user: User = UserFactory(roles=[OFFICERS], first_name="Halima", last_name="Okoth")
    return user


@pytest.fixture
def desk(officer: User) -> Client:
    """The officer's browser."""
    return browser_of(officer)


def files_in(html: str) -> dict[str, str]:
    """The addresses below the link that a page names, by their last part."""
    found = re.findall(r'(?:src|href)="(/\w+/drafts/[^"]+/files/[^"]+)"', html)
    return {each.rpartition("/")[2]: each for each in found}


def words_of(html: str) -> str:
    """What a page says, without the bar above it."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("<main")[1].split("</main>")[0]).split())


# What it opens


def test_link_shows_the_newest_draft(desk: Client, reader: Client, draft: ReleasePage) -> None:
    latest = draft.get_latest_revision_as_object()
    latest.title = "Thirty cities will count shade"
    latest.save_revision()
    address = share(desk, draft)
    html = reader.get(address).content.decode()
    assert "Thirty cities will count shade" in html and "Each city will survey its stops." in html
    assert "Under embargo until" in html and "This link is valid until" in html


def test_page_is_what_readers_will_see(desk: Client, reader: Client, draft: ReleasePage) -> None:
    draft = ReleasePageFactory(parent=draft.get_parent(), title="A street", slug="street", live=False)
    shown = words_of(reader.get(share(desk, draft)).content.decode())
    publish(draft)
    draft.refresh_from_db()
    public = words_of(reader.get(draft.url).content.decode())
    # The reference and the instant come with publication; the rest is there before.
    for sentence in (draft.title, "Take away", "Issued by"):
        assert sentence in shown and sentence in public
    assert "Nobody outside the newsroom can see this page" not in shown


def test_it_opens_every_language_and_leads_from_one_to_the_others(
    desk: Client, reader: Client, draft: ReleasePage
) -> None:
    arabic = draft.copy_for_translation(locale_of("ar"))
    arabic.title = "ستة وعشرون مدينة"
    arabic.save_revision()
    address = share(desk, draft)
    english = reader.get(address).content.decode()
    other = address.replace("/en/", "/ar/")
    assert english.count(f'href="{other}"') >= 2  # in the bar and in the list of languages of the page
    answer = reader.get(other)
    assert "ستة وعشرون مدينة" in answer.content.decode() and '<html lang="ar" dir="rtl">' in answer.content.decode()
    assert reader.get(address.replace("/en/", "/fr/")).status_code == 404


def test_pictures_and_files_open_by_the_link_alone(
    desk: Client, reader: Client, draft: ReleasePage, image: Any, paper: NewsroomDocument
) -> None:
    html = reader.get(share(desk, draft)).content.decode()
    files = files_in(html)
    assert set(files) >= {paper.filename} and len(files) >= 2
    for name, address in files.items():
        answer = reader.get(address)
        assert answer.status_code == 200, name
        assert "no-store" in answer["Cache-Control"] and answer["Referrer-Policy"] == "no-referrer"
    assert reader.get(files[paper.filename]).content == b"All figures"
    assert 'src="/media/' not in html and 'href="/documents/' not in html
    assert reader.get(paper.url).status_code == reader.get(image.file.url).status_code == 404


def test_link_opens_no_file_of_another_draft(desk: Client, reader: Client, draft: ReleasePage) -> None:
    hidden = NewsroomDocument.objects.create(title="Secret", file=ContentFile(b"Secret", "secret.txt"))
    other = ImageFactory(title="Another")
    typed = f'<p>See <a href="{hidden.url}">this</a>.</p>'
    latest = draft.get_latest_revision_as_object()
    latest.body = [("text", typed)]
    latest.save_revision()
    address = share(desk, draft)
    html = reader.get(address).content.decode()
    assert "secret.txt" not in files_in(html)
    signed = next(iter(files_in(html).values()))
    for path in (hidden.url.lstrip("/"), other.file.url.lstrip("/")):
        forged = re.sub(r"(/files/[0-9a-f]{64}/).*", rf"\g<1>{path}", signed)
        assert reader.get(forged).status_code == 404


def test_file_of_one_link_does_not_open_by_another(desk: Client, reader: Client, draft: ReleasePage) -> None:
    one, two = share(desk, draft), share(desk, draft)
    file = next(iter(files_in(reader.get(one).content.decode()).values()))
    assert reader.get(file).status_code == 200
    assert reader.get(file.replace(one, two)).status_code == 404


def test_clean_text_lies_below_the_link(desk: Client, reader: Client, draft: ReleasePage) -> None:
    address = share(desk, draft)
    html = reader.get(address).content.decode()
    assert f'href="{address}text/"' in html and f'data-copy-from="{address}text/"' in html
    answer = reader.get(f"{address}text/")
    assert "Each city will survey its stops." in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_event_is_shared_like_a_release(desk: Client, reader: Client, newsroom: Any) -> None:
    from campaigns.models import EventIndexPage

    parent = EventIndexPage.objects.get(locale__language_code="en")
    event = EventPageFactory(parent=parent, title="A day of shade", live=False)
    assert "A day of shade" in reader.get(share(desk, event)).content.decode()


# What it does not do


def test_answer_is_kept_by_nobody_and_sets_no_cookie(desk: Client, reader: Client, draft: ReleasePage) -> None:
    answer = reader.get(share(desk, draft))
    assert "no-store" in answer["Cache-Control"] and "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer" and not answer.cookies
    assert "ETag" not in answer and "Last-Modified" not in answer
    html = answer.content.decode()
    assert 'rel="canonical"' not in html and "og:url" not in html and "ld+json" not in html


def test_link_opens_nothing_of_the_cms(desk: Client, reader: Client, draft: ReleasePage) -> None:
    address = share(desk, draft)
    reader.get(address)
    assert reader.get(f"/admin/pages/{draft.pk}/edit/").status_code == 302
    assert reader.get(page_of_links(draft)).status_code == 302
    assert "/admin/" not in reader.get(address).content.decode()


def test_who_is_logged_in_sees_what_the_others_see(desk: Client, reader: Client, draft: ReleasePage) -> None:
    address = share(desk, draft)
    clean = re.compile(r'name="form-shown" value="[^"]*"')
    assert clean.sub("", desk.get(address).content.decode()) == clean.sub("", reader.get(address).content.decode())


def test_unknown_expired_and_revoked_links_answer_the_same(desk: Client, reader: Client, draft: ReleasePage) -> None:
    good, revoked, late = share(desk, draft), share(desk, draft), share(desk, draft)
    link = PreviewLink.objects.order_by("-pk")[1]
    desk.post(f"{page_of_links(draft)}{link.pk}/revoke/")
    PreviewLink.objects.filter(pk=link.pk + 1).update(expires_at=timezone.now())
    unknown = f"/en/drafts/{'x' * 43}/"
    reader.get(unknown)  # what is kept between requests is read once
    for method in (reader.get, reader.post):
        seen, asked = set(), set()
        for address in (unknown, revoked, late):
            with CaptureQueriesContext(connection) as queries:
                answer = method(address)
            assert answer.status_code == 404
            seen.add(answer.content.decode().replace(address, ""))
            asked.add(len(queries))
        assert len(seen) == len(asked) == 1
    assert reader.get(good).status_code == 200


def test_files_of_a_revoked_link_are_gone(desk: Client, reader: Client, draft: ReleasePage) -> None:
    address = share(desk, draft)
    file = next(iter(files_in(reader.get(address).content.decode()).values()))
    desk.post(f"{page_of_links(draft)}{PreviewLink.objects.get().pk}/revoke/")
    assert reader.get(file).status_code == reader.get(address).status_code == 404


def test_link_ends_by_itself(desk: Client, reader: Client, draft: ReleasePage) -> None:
    address = share(desk, draft, days="2")
    with time_machine.travel(timezone.now() + datetime.timedelta(days=1, hours=23), tick=False):
        assert reader.get(address).status_code == 200
    with time_machine.travel(timezone.now() + datetime.timedelta(days=2), tick=False):
        assert reader.get(address).status_code == 404


@pytest.mark.parametrize("days", ["0", "31", "365", ""])
def test_no_link_outlives_the_maximum(desk: Client, draft: ReleasePage, days: str) -> None:
    desk.post(page_of_links(draft), {"days": days, "recipient_name": ""})
    assert not PreviewLink.objects.exists()


@pytest.mark.parametrize("what", ["account", "rights"])
def test_link_ends_with_whoever_made_it(
    desk: Client, reader: Client, officer: User, draft: ReleasePage, what: str
) -> None:
    address = share(desk, draft)
    assert reader.get(address).status_code == 200
    officer.is_active = what != "account"
    officer.save()
    if what == "rights":
        officer.groups.clear()
    assert reader.get(address).status_code == 404


def test_token_is_stored_nowhere(desk: Client, draft: ReleasePage) -> None:
    token = share(desk, draft).rstrip("/").rpartition("/")[2]
    assert link_opened_by(token)
    assert token not in str(PreviewLink.objects.values().get())
    assert token not in desk.get(page_of_links(draft)).content.decode()
    assert token not in without_secrets(f"Not Found: /en/drafts/{token}/files/x/media/y.png")


def test_link_goes_with_the_page(desk: Client, draft: ReleasePage) -> None:
    share(desk, draft)
    draft.delete()
    assert not PreviewLink.objects.exists()


# Who was there


def test_openings_are_noted_with_time_and_language_and_no_address(
    desk: Client, reader: Client, draft: ReleasePage
) -> None:
    draft.copy_for_translation(locale_of("fr"))
    address = share(desk, draft, recipient_name="Mariam Haddad")
    for code in ("en", "en", "fr"):
        reader.get(address.replace("/en/", f"/{code}/"))
    assert list(PreviewOpening.objects.order_by("pk").values_list("language_code", flat=True)) == ["en", "fr"]
    assert {field.name for field in PreviewOpening._meta.fields} == {"id", "link", "language_code", "opened_at"}
    screen = desk.get(page_of_links(draft)).content.decode()
    assert "Mariam Haddad" in screen and "2 times" in screen and "French" in screen


def test_history_says_who_shared_and_revoked(desk: Client, draft: ReleasePage) -> None:
    share(desk, draft, recipient_name="Mariam Haddad")
    desk.post(f"{page_of_links(draft)}{PreviewLink.objects.get().pk}/revoke/")
    history = desk.get(f"/admin/pages/{draft.pk}/history/").content.decode()
    assert "Preview link made for Mariam Haddad" in history and "Preview link for Mariam Haddad revoked" in history


# Who may


def test_only_who_may_change_every_language_shares(draft: ReleasePage, newsroom: Any) -> None:
    french = draft.copy_for_translation(locale_of("fr"))
    translator = UserFactory(roles=[translators_of("fr")])
    officer = UserFactory(roles=[OFFICERS])
    assert may_share(draft, officer) and may_share(french, officer)
    assert not may_share(french, translator) and not may_share(draft, translator)
    assert browser_of(translator).post(page_of_links(french), {"days": "7"}).status_code in (302, 403)
    assert not PreviewLink.objects.exists()


def test_link_of_one_release_is_not_revoked_at_another(
    desk: Client, reader: Client, draft: ReleasePage, index: NewsIndexPage
) -> None:
    address = share(desk, draft)
    other = ReleasePageFactory(parent=index, slug="other", live=False)
    answer = desk.post(f"{page_of_links(other)}{PreviewLink.objects.get().pk}/revoke/", follow=True)
    assert answer.status_code == 404
    assert reader.get(address).status_code == 200


def test_revoking_asks_for_a_form(desk: Client, reader: Client, draft: ReleasePage) -> None:
    address = share(desk, draft)
    desk.get(f"{page_of_links(draft)}{PreviewLink.objects.get().pk}/revoke/")
    assert reader.get(address).status_code == 200


def test_editor_leads_to_the_links(desk: Client, draft: ReleasePage) -> None:
    assert page_of_links(draft) in desk.get(f"/admin/pages/{draft.pk}/edit/").content.decode()
    translator = at_work(translators_of("en"))
    assert page_of_links(draft) not in translator.get(f"/admin/pages/{draft.pk}/edit/").content.decode()


def test_page_of_links_asks_as_much_for_thirty_as_for_three(
    desk: Client, draft: ReleasePage, officer: User, django_assert_num_queries: Callable[..., Any]
) -> None:
    def links(number: int) -> int:
        for each in range(number):
            link = PreviewLink.objects.create(
                life=draft.life, made_by=officer, digest=f"{number} {each}", expires_at=timezone.now() + IN_60_DAYS
            )
            link.openings.create(language_code="en")
        with CaptureQueriesContext(connection) as queries:
            desk.get(page_of_links(draft))
        return len(queries)

    desk.get(page_of_links(draft))
    assert links(3) == links(27)
