"""No translation becomes public that nobody signed (features.md, T8); a page without a task passes as ever."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from newsroom.base.languages import own_name
from newsroom.publication.gates import RefusedError, lift_refused, register_gate, register_joint_gate
from newsroom.publication.lift import schedule_of
from newsroom.translation.choices import Requirement
from newsroom.translation.mail import Occasion, write_to
from newsroom.translation.models import TranslationTask
from newsroom.translation.source import changes_of


@register_gate
def translation_is_signed_off(page: Page) -> None:
    """Raises RefusedError for a translation whose task is open, or which is not as it was signed, or whose source
    was put under a later embargo."""
    task = TranslationTask.objects.of_page(page).filter(target_locale=page.locale_id).exclude(page=page.pk).first()
    if task is None:
        return
    if not task.is_signed_off or changes_of(task):
        raise refusal_of(task)
    if page.live and schedule_of(getattr(task.page.specific, "embargoed_until", None)):
        message = _("The original is under embargo, so %(language)s was not published.")
        raise RefusedError(message % {"language": own_name(task.code)}, f"the source of task {task.pk} is embargoed")


@register_joint_gate
def required_languages_are_signed_off(page: Page) -> None:
    """Raises RefusedError where a language is not signed off for which a release waits that was not public yet."""
    if Page.objects.live().filter(translation_key=page.translation_key).exists():
        return
    required = TranslationTask.objects.of_page(page).open().filter(requirement=Requirement.REQUIRED)
    for task in required.select_related("target_locale").order_by("pk"):
        if task.target is not None and task.target.first_published_at is None:
            raise refusal_of(task)


def refusal_of(task: TranslationTask) -> RefusedError:
    """What is said of an unsigned translation, to people and to the log."""
    message = _("%(language)s is not signed off, so it was not published. Sign it off under Translations.")
    return RefusedError(
        message % {"language": own_name(task.code)},
        note=f"{task.code} is not signed off (task {task.pk})",
        holds_the_others=task.requirement == Requirement.REQUIRED,
    )


@receiver(lift_refused)
def tell_the_officers(pages: list[Any], **kwargs: Any) -> None:
    """Write once to the translator and to those who may publish: a release, or one language of it, did not lift."""
    keys = {page.translation_key for page in pages if isinstance(page, Page)}
    held = TranslationTask.objects.open().filter(translation_key__in=keys, held_back_told_at=None)
    for task in held.exclude(requirement=Requirement.LATER).select_related("page", "assignee", "target_locale"):
        if TranslationTask.objects.filter(pk=task.pk, held_back_told_at=None).update(held_back_told_at=timezone.now()):
            officers = PagePermissionPolicy().users_with_permission_for_instance("publish", task.page)
            people = {user.pk: user for user in [*officers, *([task.assignee] if task.assignee else [])]}
            write_to(people.values(), task, Occasion.HELD_BACK)
