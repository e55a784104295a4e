from typing import Any

from django import template
from wagtail.models import Page

from newsroom.translation.models import TranslationTask

register = template.Library()


@register.simple_tag
def is_unchecked_machine(page: Any) -> bool:
    """Whether readers see words of a machine that no person answers for (features.md, T6)."""
    tasks = TranslationTask.objects.of_page(page).filter(target_locale=page.locale_id)
    return tasks.filter(is_shown_unchecked=True).exists()


@register.simple_tag
def task_of(instance: Any) -> TranslationTask | None:
    """The task of a translated page; None for a record."""
    if not isinstance(instance, Page):
        return None
    return TranslationTask.objects.of_page(instance).filter(target_locale=instance.locale_id).first()
