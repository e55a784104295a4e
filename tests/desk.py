"""The steps of officers and translators at the desk."""

import re
from typing import Any

from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from newsroom.base.factories import UserFactory, locale_of
from newsroom.base.models import User
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.translation.models import TranslationTask
from newsroom.translation.signing.signoff import sign_off
from newsroom.translation.tasks.requests import request_translation

#: Tags and addresses, between them the words.
PARTS = re.compile(r"(<[^>]*>|https?://\S+)")
LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
LETTERS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنه",
    "ru": "абвгдежзиклмнопрстуфхцчшщэюя",
    "zh-hans": "城市水火山石田土木林森河江湖海天地人大小中上下左右门",
}


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
    return request_translation(page, locales, **wishes)


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
            defaults={"data": f"{mark} {in_script(segment.string.data, task.code)}", "last_translated_by": user},
        )


def in_script(text: str, code: str) -> str:
    """The same words in the letters of a language, marks and addresses left as they are."""
    letters = LETTERS.get(code)
    if not letters:
        return text
    table = str.maketrans({letter: letters[number % len(letters)] for number, letter in enumerate(LATIN)})
    return "".join(part if part.startswith(("<", "http")) else part.translate(table) for part in PARTS.split(text))


def signed(task: TranslationTask, mark: str = "FR") -> TranslationTask:
    """A task that is translated and signed off without a problem."""
    translate(task, mark)
    sign_off(task, UserFactory())
    task.refresh_from_db()
    return task


def again(task: TranslationTask) -> TranslationTask:
    """A task as it stands now."""
    return TranslationTask.objects.get(pk=task.pk)


def address(name: str, task: TranslationTask) -> str:
    """Where something is done to a task."""
    return reverse(name, args=[task.pk])
