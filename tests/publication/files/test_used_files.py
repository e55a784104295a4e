"""Files belong to what shows them: who may replace and delete them, and the way back (decision 0023)."""

import datetime
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from PIL import Image

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleaseAttachment, ReleasePage
from newsroom.base.factories import DocumentFactory, ImageFactory, UserFactory, png, publish
from newsroom.base.models import FormerFile, NewsroomDocument, NewsroomImage, User
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.publication.choices import Manner
from newsroom.publication.gates import RefusedError
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import PersonFactory


@pytest.fixture
def officer(newsroom: HomePage) -> User:
    """A communications officer."""
    return UserFactory(roles=[OFFICERS])


@pytest.fixture
def translator(newsroom: HomePage) -> User:
    """Somebody who translates into French."""
    return UserFactory(roles=[translators_of("fr")])


def release_with(index: NewsIndexPage, state: str, image: NewsroomImage, paper: NewsroomDocument) -> ReleasePage:
    """A release that shows an image and hands out a document; "rescheduled" names them in its scheduled draft alone."""
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    files = {} if state == "rescheduled" else {"image": image}
    page = ReleasePageFactory(
        parent=index,
        live=state == "public",
        embargoed_until=tomorrow if state in ("embargoed", "rescheduled") else None,
        **files,
    )
    page.image = image
    page.attachments.add(ReleaseAttachment(document=paper, locale=page.locale))
    if state == "public":
        publish(page)
    elif state == "rescheduled":
        page.save_revision().publish()
    else:
        page.save()
    return page


def replace(browser: Client, media: Any, content: bytes) -> Any:
    """Send the CMS's form of a file with another file."""
    is_image = isinstance(media, NewsroomImage)
    address = reverse("wagtailimages:edit" if is_image else "wagtaildocs:edit", args=[media.pk])
    upload = SimpleUploadedFile("other.png" if is_image else "other.txt", content)
    answer = browser.post(address, {"title": media.title, "file": upload, "tags": "", "language": "en"})
    media.refresh_from_db()
    return answer


def delete_by(way: str, browser: Client, media: Any) -> Any:
    """Delete a file by one of the CMS's doors."""
    is_image = isinstance(media, NewsroomImage)
    name = "newsroomimage" if is_image else "newsroomdocument"
    addresses = {
        "form": reverse("wagtailimages:delete" if is_image else "wagtaildocs:delete", args=[media.pk]),
        "several": reverse("wagtail_bulk_action", args=["base", name, "delete"]) + f"?id={media.pk}",
        "uploader": reverse(
            "wagtailimages:delete_multiple" if is_image else "wagtaildocs:delete_multiple", args=[media.pk]
        ),
    }
    return browser.post(addresses[way], headers={"x-requested-with": "XMLHttpRequest"} if way == "uploader" else {})


def refuses_to_go(media: Any, names: str = ".") -> None:
    """Whoever deletes a file in the shell is told what uses it."""
    for step in (media.delete, type(media).objects.filter(pk=media.pk).delete):
        with pytest.raises((RefusedError, ProtectedError), match=names), transaction.atomic():
            step()
    assert type(media).objects.filter(pk=media.pk).exists()


@pytest.mark.parametrize("state", ["public", "embargoed", "rescheduled"])
def test_used_file_is_not_deleted_in_the_shell(index: NewsIndexPage, state: str) -> None:
    image, paper = ImageFactory(), DocumentFactory()
    page = release_with(index, state, image, paper)
    refuses_to_go(image, page.title)
    refuses_to_go(paper)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", ["form", "several", "uploader"])
def test_used_file_is_deleted_by_no_officer(index: NewsIndexPage, officer: User, way: str) -> None:
    browser = browser_of(officer)
    for state in ("public", "embargoed", "rescheduled"):
        image, paper = ImageFactory(), DocumentFactory()
        page = release_with(index, state, image, paper)
        for media in (image, paper):
            delete_by(way, browser, media)
            assert type(media).objects.filter(pk=media.pk).exists()
        page.refresh_from_db()
        assert state == "rescheduled" or page.image == image


def test_refusal_names_what_uses_the_file(index: NewsIndexPage, officer: User) -> None:
    image, paper = ImageFactory(), DocumentFactory()
    page = release_with(index, "public", image, paper)
    for media in (image, paper):
        answer = delete_by("form", browser_of(officer), media)
        assert answer.status_code == 409
        assert page.title in answer.content.decode()


def test_portrait_of_somebody_public_is_not_deleted(index: NewsIndexPage, officer: User) -> None:
    from news.models import ReleaseParticipant

    person = PersonFactory(portrait=ImageFactory())
    page = ReleasePageFactory(parent=index)
    page.participant_links.add(ReleaseParticipant(person=person, role="Host", locale=page.locale))
    publish(page)
    refuses_to_go(person.portrait)


def test_withdrawn_release_keeps_its_files(index: NewsIndexPage) -> None:
    image = ImageFactory()
    page = release_with(index, "public", image, DocumentFactory())
    take_off(page, Manner.WITHDRAWN, {"en": "It was wrong."})
    refuses_to_go(image)


@pytest.mark.parametrize("way", ["form", "several", "uploader"])
def test_unused_file_is_deleted_by_an_officer_and_by_who_added_it(officer: User, translator: User, way: str) -> None:
    for user in (officer, translator) if way != "several" else (officer,):
        image, paper = ImageFactory(uploaded_by_user=user), DocumentFactory(uploaded_by_user=user)
        for media in (image, paper):
            delete_by(way, browser_of(user), media)
            assert not type(media).objects.filter(pk=media.pk).exists()


@pytest.mark.parametrize("way", ["form", "several", "uploader"])
def test_translator_neither_replaces_nor_deletes_what_others_added(translator: User, officer: User, way: str) -> None:
    browser = browser_of(translator)
    for media in (ImageFactory(uploaded_by_user=officer), DocumentFactory(uploaded_by_user=officer)):
        before = media.file.name
        replace(browser, media, png(110, 110))
        assert media.file.name == before
        delete_by(way, browser, media)
        assert type(media).objects.filter(pk=media.pk).exists()


@pytest.mark.parametrize("state", ["public", "embargoed", "rescheduled"])
def test_translator_leaves_even_their_own_file_alone_once_it_is_used(
    index: NewsIndexPage, translator: User, state: str
) -> None:
    image, paper = ImageFactory(uploaded_by_user=translator), DocumentFactory(uploaded_by_user=translator)
    release_with(index, state, image, paper)
    for media in (image, paper):
        before = media.file.name
        replace(browser_of(translator), media, png(110, 110))
        assert media.file.name == before


def test_translator_replaces_their_own_file_while_nothing_uses_it(translator: User) -> None:
    for media in (ImageFactory(uploaded_by_user=translator), DocumentFactory(uploaded_by_user=translator)):
        before = media.file.name
        assert replace(browser_of(translator), media, png(110, 110)).status_code == 302
        assert media.file.name != before


def test_replaced_file_can_be_put_back(index: NewsIndexPage, officer: User, reader: Client) -> None:
    image, paper = ImageFactory(), DocumentFactory()
    release_with(index, "public", image, paper)
    browser = browser_of(officer)
    for media, address in ((image, "former_image_files"), (paper, "former_document_files")):
        first, content = media.file.name, media.file.read()
        media.file.close()
        assert replace(browser, media, png(130, 120)).status_code == 302
        assert media.file.name != first
        former = media.former_files.get()
        page = browser.get(reverse(address, args=[media.pk]))
        assert page.status_code == 200
        second = media.file.name
        assert browser.post(reverse(address, args=[media.pk]), {"former": former.pk}).status_code == 302
        media = type(media).objects.get(pk=media.pk)
        assert media.file.name == first
        assert media.file.read() == content
        assert media.file_size == len(content)
        assert [each.file.name for each in media.former_files.all()] == [second]
        assert media.file.storage.exists(first) and media.file.storage.exists(second)
    image = NewsroomImage.objects.get(pk=image.pk)
    assert (image.width, image.height) == (1200, 800)
    assert reader.get(image.get_rendition("width-100").url).status_code == 200


def test_form_of_a_used_file_names_what_readers_see(index: NewsIndexPage, officer: User) -> None:
    image, paper = ImageFactory(), DocumentFactory()
    page = release_with(index, "public", image, paper)
    for address in (
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtaildocs:edit", args=[paper.pk]),
    ):
        html = browser_of(officer).get(address).content.decode()
        assert page.title in html


def test_strangers_and_other_translators_reach_no_former_file(
    index: NewsIndexPage, translator: User, officer: User, reader: Client
) -> None:
    image = ImageFactory()
    release_with(index, "public", image, DocumentFactory())
    first = image.file.url
    replace(browser_of(officer), image, png(130, 120))
    assert reader.get(first).status_code == 404
    address = reverse("former_image_files", args=[image.pk])
    assert browser_of(translator).post(address, {"former": image.former_files.get().pk}).status_code == 302
    image.refresh_from_db()
    assert image.file.url != first


@pytest.mark.django_db(transaction=True)
def test_former_files_go_with_their_record(newsroom: HomePage) -> None:
    image = ImageFactory()
    first, storage = image.file.name, image.file.storage
    image.file = ContentFile(png(120, 120), "other.png")
    image.save()
    second = image.file.name
    NewsroomImage.objects.get(pk=image.pk).delete()
    assert not FormerFile.objects.exists()
    assert not storage.exists(first) and not storage.exists(second)


def broken(form: str) -> bytes:
    """A picture that begins well and then breaks off, or none at all."""
    if form == "GIF89a":
        return b"GIF89a/*" + b"x" * 40 + b"*/"
    buffer = BytesIO()
    noise = Image.effect_noise((400, 400), 90).convert("RGB")
    noise.save(buffer, form)
    return buffer.getvalue()[: len(buffer.getvalue()) // 2]


def bomb() -> bytes:
    """A small PNG of very many pixels."""
    buffer = BytesIO()
    Image.new("1", (20_000, 20_000)).save(buffer, "PNG")
    return buffer.getvalue()


BROKEN: dict[str, Callable[[], bytes]] = {
    "broken.gif": lambda: broken("GIF89a"),
    "short.gif": lambda: broken("GIF"),
    "short.png": lambda: broken("PNG"),
    "short.webp": lambda: broken("WEBP"),
    "short.jpg": lambda: broken("JPEG"),
    "bomb.png": bomb,
}


@pytest.mark.parametrize("name", BROKEN)
@pytest.mark.parametrize("door", ["add", "several", "chooser", "replace"])
def test_broken_picture_is_a_message_at_its_field(officer: User, name: str, door: str) -> None:
    browser, upload = browser_of(officer), SimpleUploadedFile(name, BROKEN[name]())
    browser.raise_request_exception = False
    fields = {"title": "A picture", "tags": "", "language": "en"}
    kept = ImageFactory()
    if door == "add":
        answer = browser.post(reverse("wagtailimages:add"), {**fields, "file": upload})
    elif door == "replace":
        answer = browser.post(reverse("wagtailimages:edit", args=[kept.pk]), {**fields, "file": upload})
    elif door == "several":
        ajax = {"x-requested-with": "XMLHttpRequest"}
        data = {"title": "A picture", "files[]": upload}
        answer = browser.post(reverse("wagtailimages:add_multiple"), data, headers=ajax)
    else:
        prefixed = {f"image-chooser-upload-{key}": value for key, value in {**fields, "file": upload}.items()}
        answer = browser.post(reverse("wagtailimages_chooser:create"), prefixed)
    assert answer.status_code == 200
    assert list(NewsroomImage.objects.all()) == [kept]
    assert NewsroomImage.objects.get().file.name == kept.file.name
