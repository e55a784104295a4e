"""The steps of officers and translators at the desk."""

from typing import Any

from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from newsroom.base.factories import UserFactory, locale_of
from newsroom.base.models import User
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.translation.asking import ask_for
from newsroom.translation.models import TranslationTask
from newsroom.translation.signoff import sign_off


def an_officer(**names: Any) -> User:
    """Somebody who writes and publishes."""
    user: User = UserFactory(roles=[OFFICERS], **names)
    return user


def a_translator(*codes: str, **names: Any) -> User:
    """Somebody who translates into some languages."""
    user: User = UserFactory(roles=map(translators_of, codes), **names)
    return user


def ask(page: Page, *codes: str, **wishes: Any) -> list[TranslationTask]:
    """Submit a page for translation and ask for its languages."""
    locales = [locale_of(code) for code in codes]
    translate_object(page, locales)
    return ask_for(page, locales, **wishes)


def translate(task: TranslationTask, mark: str = "FR", user: User | None = None, leave: int = 0) -> None:
    """Translate every segment of a task but so many: the same words after a mark."""
    translation = task.translation
    assert translation
    segments = list(translation.source.stringsegment_set.select_related("string", "context").order_by("order"))
    for segment in segments[: len(segments) - leave]:
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=task.target_locale,
            defaults={"data": f"{mark} {segment.string.data}", "last_translated_by": user},
        )


def signed(task: TranslationTask, mark: str = "FR") -> TranslationTask:
    """A task that is translated and signed off, although the words are hardly in another script."""
    translate(task, mark)
    sign_off(task, UserFactory(), reason="The same words after a mark.")
    task.refresh_from_db()
    return task


def again(task: TranslationTask) -> TranslationTask:
    """A task as it stands now."""
    return TranslationTask.objects.get(pk=task.pk)


def address(name: str, task: TranslationTask) -> str:
    """Where something is done to a task."""
    return reverse(name, args=[task.pk])
