"""What belongs to something under embargo is not shown beforehand by choosing it elsewhere."""

from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.models import Page

from newsroom.base.models import NewsroomDocument, NewsroomImage
from newsroom.publication.embargoes.service import lifting
from newsroom.publication.files.storage import is_public_file, public_among
from newsroom.publication.files.uses import held_back, named_by
from newsroom.publication.gates import RefusedError


def reason_to_wait(media: Any, translation_key: Any) -> str:
    """Why a file may not be shown by what has a translation key, in words; empty where it may."""
    return "" if is_public_file(media) else reason_held_back(media, translation_key)


def reason_held_back(media: Any, translation_key: Any) -> str:
    """The same of a file that readers cannot see."""
    for page in held_back(media):
        if page.translation_key != translation_key:
            words = _("“%(file)s” is wanted by “%(page)s”, which is under embargo. Choose another file or wait.")
            return words % {"file": media, "page": page.draft_title or page.title}
    return ""


def keep_embargoed_files(page: Page) -> None:
    """Refuse that what is published at once shows a file that something under embargo brings.

    Not asked of what lifts at its hour, which nobody sits before. Raises RefusedError.
    """
    if lifting.get():
        return
    for media in hidden_files(page):
        if reason := reason_held_back(media, page.translation_key):
            raise RefusedError(reason, f"page {page.pk} names a file under embargo")


def hidden_files(page: Page) -> Iterator[Any]:
    """Return the images and documents that a page would show and that readers cannot see yet."""
    models = {ContentType.objects.get_for_model(model).pk: model for model in (NewsroomImage, NewsroomDocument)}
    named = {key for key in named_by(page) if key[0] in models}
    hidden = named - public_among(named) if named else named
    for kind, model in models.items():
        if numbers := [number for each, number in hidden if each == kind]:
            yield from model.objects.filter(pk__in=numbers)
