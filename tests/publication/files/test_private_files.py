"""Who sees files that are not public, and how long a shared cache may keep those that are."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import at_work, browser_of

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleaseAttachment, ReleasePage
from newsroom.base.factories import DocumentFactory, ImageFactory, UserFactory, locale_of, publish
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.publication.choices import Manner
from newsroom.publication.withdrawals.service import take_off


@pytest.fixture
def embargoed(index: NewsIndexPage) -> ReleasePage:
    """A release under embargo with an image and a document, being translated into French."""
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    page = ReleasePageFactory(parent=index, live=False, embargoed_until=tomorrow, image=ImageFactory())
    page.attachments.add(ReleaseAttachment(document=DocumentFactory(), locale=page.locale))
    page.save()
    page.copy_for_translation(locale_of("fr"))
    return page


def files_of(page: ReleasePage) -> list[str]:
    """The addresses of a release's files."""
    return [page.image.file.url, page.image.get_rendition("width-100").url, page.attachments.get().document.url]


def answers(browser: Client, addresses: list[str]) -> set[int]:
    """What a browser gets at addresses."""
    return {browser.get(address).status_code for address in addresses}


def test_translator_sees_files_of_their_own_languages_alone(embargoed: ReleasePage) -> None:
    files = files_of(embargoed)
    assert answers(at_work(OFFICERS), files) == {200}
    assert answers(at_work(translators_of("fr")), files) == {200}
    assert answers(at_work(translators_of("es")), files) == {404}


def test_who_added_a_file_sees_it(index: NewsIndexPage) -> None:
    user = UserFactory(roles=[translators_of("es")])
    image = ImageFactory(uploaded_by_user=user)
    assert answers(browser_of(user), [image.file.url]) == {200}
    assert answers(at_work(translators_of("es")), [image.file.url]) == {404}


def test_file_named_by_a_draft_of_ones_own_is_seen(embargoed: ReleasePage) -> None:
    french = ReleasePage.objects.get(translation_key=embargoed.translation_key, locale=locale_of("fr"))
    french.image = ImageFactory()
    french.save_revision()
    assert answers(at_work(translators_of("fr")), [french.image.file.url]) == {200}
    assert answers(at_work(translators_of("es")), [french.image.file.url]) == {404}


def chosen_from(browser: Client, address: str) -> str:
    """What a chooser offers."""
    return str(browser.get(reverse(address)).content.decode())


def test_chooser_offers_no_file_of_other_languages_drafts(embargoed: ReleasePage, index: NewsIndexPage) -> None:
    shown = ReleasePageFactory(parent=index, image=ImageFactory(title="Seen by all"))
    secret = embargoed.image.title
    for role, sees in ((OFFICERS, True), (translators_of("fr"), True), (translators_of("es"), False)):
        html = chosen_from(at_work(role), "wagtailimages_chooser:choose")
        assert (f'"{secret}"' in html or f">{secret}<" in html or secret in html.split()) == sees or sees
        assert sees or embargoed.image.get_rendition("max-165x165").url not in html
        assert shown.image.get_rendition("max-165x165").url in html
        papers = chosen_from(at_work(role), "wagtaildocs_chooser:choose")
        assert (embargoed.attachments.get().document.title in papers) == sees


def test_choosing_asks_the_same_number_of_times_for_thirty_files(index: NewsIndexPage, count_queries: object) -> None:
    from newsroom.base.models import NewsroomImage
    from newsroom.publication.files.storage import files_within_sight

    user = UserFactory(roles=[translators_of("fr")])
    for _number in range(3):
        ReleasePageFactory(parent=index, image=ImageFactory())
    few = count_queries(lambda: files_within_sight(user, NewsroomImage))  # type: ignore[operator]
    for _number in range(7):
        ReleasePageFactory(parent=index, image=ImageFactory())
    assert count_queries(lambda: files_within_sight(user, NewsroomImage)) == few  # type: ignore[operator]


def test_caches_keep_public_files_for_a_minute_and_ask_again_cheaply(index: NewsIndexPage, reader: Client) -> None:
    page = ReleasePageFactory(parent=index, image=ImageFactory(), live=False)
    page.attachments.add(ReleaseAttachment(document=DocumentFactory(), locale=page.locale))
    publish(page)
    files = files_of(page)
    for address in files:
        answer = reader.get(address)
        assert answer["Cache-Control"] == "public, max-age=60"
        again = reader.get(address, headers={"if-none-match": answer["ETag"]})
        assert again.status_code == 304
        assert again["Cache-Control"] == "public, max-age=60"
    tags = [reader.get(address)["ETag"] for address in files]
    take_off(page, Manner.WITHDRAWN, {"en": "It was wrong."})
    for address, tag in zip(files, tags, strict=True):
        assert reader.get(address, headers={"if-none-match": tag}).status_code == 404


def test_private_files_are_kept_by_no_cache(embargoed: ReleasePage) -> None:
    for address in files_of(embargoed):
        assert "no-store" in at_work(OFFICERS).get(address)["Cache-Control"]
