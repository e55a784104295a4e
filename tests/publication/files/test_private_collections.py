"""What readers see is not made private by the collection that it lies in, whichever way."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import browser_of
from wagtail.models import Collection, CollectionViewRestriction

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleaseAttachment
from newsroom.base.factories import DocumentFactory, ImageFactory, UserFactory, publish
from newsroom.base.models import NewsroomDocument
from newsroom.publication.gates import RefusedError

LOG_IN = CollectionViewRestriction.LOGIN


@pytest.fixture
def papers(index: NewsIndexPage) -> Collection:
    """A collection of documents that anybody may open."""
    return Collection.get_first_root_node().add_child(name="Papers")


@pytest.fixture
def private(index: NewsIndexPage) -> Collection:
    """A collection that is kept to those who log in."""
    collection = Collection.get_first_root_node().add_child(name="Private")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type=LOG_IN)
    return collection


def attached(index: NewsIndexPage, papers: Collection, hour: datetime.datetime | None = None) -> NewsroomDocument:
    """A document of a release that is public, or waits for its hour."""
    document: NewsroomDocument = DocumentFactory(title="Timetable", collection=papers)
    page = ReleasePageFactory(parent=index, title="Buses run later", live=False, embargoed_until=hour)
    page.attachments.add(ReleaseAttachment(document=document, locale=page.locale))
    page.save()
    publish(page)
    return document


def restrict(document: NewsroomDocument, private: Collection) -> None:
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type=LOG_IN)


def restrict_above(document: NewsroomDocument, private: Collection) -> None:
    restricted = document.collection.get_parent()
    CollectionViewRestriction.objects.create(collection=restricted, restriction_type=LOG_IN)


def put_away(document: NewsroomDocument, private: Collection) -> None:
    document.collection = private
    document.save()


def put_several_away(document: NewsroomDocument, private: Collection) -> None:
    NewsroomDocument.objects.filter(pk=document.pk).update(collection=private)


def put_several_away_by_number(document: NewsroomDocument, private: Collection) -> None:
    NewsroomDocument.objects.filter(pk=document.pk).update(collection_id=private.pk)


def move_below(document: NewsroomDocument, private: Collection) -> None:
    document.collection.move(private, "sorted-child")


def move_beside(document: NewsroomDocument, private: Collection) -> None:
    document.collection.move(private.add_child(name="Below"))


WAYS = [
    restrict,
    restrict_above,
    put_away,
    put_several_away,
    put_several_away_by_number,
    move_below,
    move_beside,
]


def is_private(document: NewsroomDocument) -> bool:
    """Whether a restriction stands above a document."""
    return bool(NewsroomDocument.objects.get(pk=document.pk).collection.get_view_restrictions().exists())


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("waits", [False, True])
def test_file_that_readers_see_stays_open(
    index: NewsIndexPage,
    papers: Collection,
    private: Collection,
    way: Callable[[NewsroomDocument, Collection], None],
    waits: bool,
) -> None:
    document = attached(index, papers, timezone.now() + datetime.timedelta(days=1) if waits else None)
    with pytest.raises(RefusedError, match=r"Timetable.*Buses run later"), transaction.atomic():
        way(document, private)
    assert not is_private(document)


@pytest.mark.parametrize("way", WAYS)
def test_file_that_nothing_shows_is_made_private(
    papers: Collection, private: Collection, way: Callable[[NewsroomDocument, Collection], None]
) -> None:
    document = DocumentFactory(collection=papers)
    way(document, private)
    assert is_private(document)


def test_image_stays_open_too(index: NewsIndexPage, papers: Collection, private: Collection) -> None:
    image = ImageFactory(collection=papers)
    ReleasePageFactory(parent=index, image=image)
    with pytest.raises(RefusedError):
        CollectionViewRestriction.objects.create(collection=papers, restriction_type=LOG_IN)


def by_privacy(browser: Client, document: NewsroomDocument, private: Collection) -> Any:
    address = reverse("wagtailadmin_collections:set_privacy", args=[document.collection_id])
    return browser.post(address, {"restriction_type": "login"})


def by_several(browser: Client, document: NewsroomDocument, private: Collection) -> Any:
    address = reverse("wagtail_bulk_action", args=["base", "newsroomdocument", "add_to_collection"])
    return browser.post(f"{address}?id={document.pk}", {"collection": private.pk})


def by_the_form(browser: Client, document: NewsroomDocument, private: Collection) -> Any:
    data = {"title": document.title, "tags": "", "language": "", "collection": private.pk}
    return browser.post(reverse("wagtaildocs:edit", args=[document.pk]), data)


def by_the_collection(browser: Client, document: NewsroomDocument, private: Collection) -> Any:
    address = reverse("wagtailadmin_collections:edit", args=[document.collection_id])
    return browser.post(address, {"name": "Papers", "parent": private.pk})


@pytest.mark.parametrize("door", [by_privacy, by_several, by_the_form, by_the_collection])
def test_administrator_is_told_which_page_shows_it(
    index: NewsIndexPage, papers: Collection, private: Collection, door: Callable[..., Any]
) -> None:
    document = attached(index, papers)
    answer = door(browser_of(UserFactory(is_superuser=True)), document, private)
    words = [str(message) for message in answer.wsgi_request._messages]
    assert any("Buses run later" in each for each in words)
    assert not is_private(document)
