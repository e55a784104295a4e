"""What stays in a translation as it stands in the original: names and titles, marked one by one by who translates.

The mark lives with the words: it is what they were translated with. So it goes by itself when somebody writes other
words there, and belongs to this text at this place only; another original is another string.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from newsroom.base.caching.values import cached_until_change
from newsroom.language.html import words_of_html

#: What wagtail-localize's editor says that such a segment was translated with.
KEPT_AS = "As in the original"


def keep_as_original(translation: Translation, segment: StringSegment, user: Any) -> None:
    """Say that a segment stays as it is; it counts as translated, and readers get it marked with its language."""
    StringTranslation.objects.update_or_create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
        defaults={
            "data": segment.string.data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            "tool_name": KEPT_AS,
            "last_translated_by": user,
            "has_error": False,
            "field_error": "",
        },
    )


def translate_after_all(translation: Translation, segment: StringSegment) -> None:
    """Take the mark off: the segment is without a translation again."""
    kept = StringTranslation.objects.filter(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=translation.target_locale_id,
        tool_name=KEPT_AS,
    )
    for each in kept:
        each.delete()


def is_kept(words: StringTranslation | None, source: str) -> bool:
    """Whether a segment was marked, and nobody has written other words there since."""
    return words is not None and words.tool_name == KEPT_AS and words.data == source


def texts_kept(pages: Iterable[Any]) -> dict[str, str]:
    """The texts that pages keep from their originals, as `words_of_html` writes them, each with its language's code.

    One query.

    A page that is older or newer than the marks is right too: only words that it really shows are found here.
    """
    rows = [page for page in pages if isinstance(page, Page)]
    if not rows:
        return {}
    return kept_in(frozenset(page.translation_key for page in rows), frozenset(page.locale_id for page in rows))


@cached_until_change
def kept_in(translation_keys: frozenset[UUID], locales: frozenset[int]) -> dict[str, str]:
    """As above, for things and the languages they are shown in; nobody changes it."""
    kept = StringTranslation.objects.filter(
        tool_name=KEPT_AS,
        data=F("translation_of__data"),
        context__object_id__in=translation_keys,
        locale_id__in=locales,
    )
    texts = kept.values_list("translation_of__data", "translation_of__locale__language_code")
    return {words_of_html(html): code for html, code in texts}
