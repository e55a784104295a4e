"""What templates ask of the translators' desk."""

import json
from typing import Any
from uuid import UUID

from django import template
from wagtail.models import Page
from wagtail_localize.models import Translation

from newsroom.base.caching.values import cached_until_change
from newsroom.language.inline_tags import text_of_segment
from newsroom.translation.exchange.views import exchange_route
from newsroom.translation.memory.remarks import Remark, remarks_on
from newsroom.translation.models import TranslationTask
from newsroom.translation.origins import origins
from newsroom.translation.rights import permitted_locales

register = template.Library()


@register.simple_tag
def is_unchecked_machine(page: Any) -> bool:
    """Whether readers see words of a machine that no person answers for."""
    return isinstance(page, Page) and is_shown_unchecked(page.translation_key, page.locale_id)


@cached_until_change
def is_shown_unchecked(translation_key: UUID, locale: int) -> bool:
    """Whether a translation of a thing stands as a machine left it."""
    tasks = TranslationTask.objects.filter(translation_key=translation_key, target_locale=locale)
    return tasks.filter(is_shown_unchecked=True).exists()


@register.simple_tag
def task_of(instance: Any) -> TranslationTask | None:
    """The task of a translated page; None for a record."""
    if not isinstance(instance, Page):
        return None
    return TranslationTask.objects.of_page(instance).filter(target_locale=instance.locale_id).first()


@register.simple_tag
def remarks(translation: Translation) -> list[Remark]:
    """The open comments that a translator should know."""
    return remarks_on(translation)


@register.simple_tag
def exchange_address(view: str, record: Any) -> str:
    """The page on which a page or record goes out to an agency or comes back."""
    return exchange_route(view, record)


@register.simple_tag
def editor_props(props: str, user: Any, translation: Translation) -> str:
    """What wagtail-localize's editor offers, without what a translation or a translator may not do, and saying of each
    text how it came there.

    A translation is never replaced by a copy, and who translates deletes nothing; refused, both stood there as the
    first button.
    """
    given = json.loads(props)
    given["links"]["convertToAliasUrl"] = None
    if is_translator(user):
        given["perms"]["canDelete"] = False
    told = origins(translation)
    for written in given["initialStringTranslations"]:
        written["comment"] = told.get(written["segment_id"], written["comment"])
    return json.dumps(given)


@register.filter
def is_translator(user: Any) -> bool:
    """Whether somebody translates and does not publish."""
    return permitted_locales(user) is not None


@register.filter
def without_marks(html: str) -> str:
    """The words of a segment, as text that the template escapes."""
    return text_of_segment(html)
