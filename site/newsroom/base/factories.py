"""Factories for what every room builds on; the demonstration and the tests stand on them."""

import io
from collections.abc import Sequence
from typing import Any

import factory
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from factory.django import DjangoModelFactory
from PIL import Image
from wagtail.models import Locale, Page

from newsroom.base.models import NewsroomDocument, NewsroomImage, User
from newsroom.base.pages.amendments import Amendment, changing


def locale_of(code: str) -> Locale:
    """Wagtail's object for a language, made where it does not exist yet."""
    return Locale.objects.get_or_create(language_code=code)[0]


class UserFactory(DjangoModelFactory):
    """Somebody who works in the newsroom; `roles` names the groups they are in."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda number: f"officer{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@confluent.example")
    password = factory.django.Password("a quiet river 42")

    @factory.post_generation
    def roles(self: User, create: bool, names: Sequence[str] | None, **kwargs: Any) -> None:
        """Put them into groups by name. Raises DoesNotExist for one that is not there."""
        self.groups.add(*(Group.objects.get(name=name) for name in names or ()))


class PageFactory(DjangoModelFactory):
    """A page under `parent`, in its parent's language; published unless `live` is False."""

    class Meta:
        abstract = True

    title = factory.Sequence(lambda number: f"Page {number}")
    live = True

    @classmethod
    def _create(cls, model_class: type[Page], *args: Any, **kwargs: Any) -> Page:
        parent, live = kwargs.pop("parent"), kwargs.pop("live")
        page = model_class(*args, live=False, locale=parent.locale, **kwargs)
        parent.add_child(instance=page)
        if live:
            publish(page)
        return page


def publish(page: Page) -> None:
    """Publish a page as an officer's button does, one that is public as a minor change, and read back what that made
    of it."""
    with changing(Amendment.MINOR):
        page.save_revision().publish()
    page.refresh_from_db()


def png(width: int = 1200, height: int = 800, colour: str = "#00514f") -> bytes:
    """A plain picture as PNG."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return buffer.getvalue()


class ImageFactory(DjangoModelFactory):
    """An image from `content`, the bytes of a PNG unless `name` says another type."""

    class Meta:
        model = NewsroomImage

    title = factory.Sequence(lambda number: f"Drawing {number}")
    description = "A drawing."

    @classmethod
    def _create(cls, model_class: type[NewsroomImage], *args: Any, **kwargs: Any) -> NewsroomImage:
        content, name = kwargs.pop("content", None) or png(), kwargs.pop("name", "drawing.png")
        return super()._create(model_class, *args, file=ImageFile(io.BytesIO(content), name), **kwargs)


class DocumentFactory(DjangoModelFactory):
    """A file to take away, from `content`, its bytes, and `name`, which says of what type it is."""

    class Meta:
        model = NewsroomDocument

    title = factory.Sequence(lambda number: f"Paper {number}")

    @classmethod
    def _create(cls, model_class: type[NewsroomDocument], *args: Any, **kwargs: Any) -> NewsroomDocument:
        content, name = kwargs.pop("content", b"paper"), kwargs.pop("name", "paper.txt")
        return super()._create(model_class, *args, file=ContentFile(content, name), **kwargs)
