"""No translation becomes public that nobody signed; a page without a task passes as ever."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from newsroom.base.languages import own_name
from newsroom.base.models import User
from newsroom.publication.choices import Requirement
from newsroom.publication.gates import RefusedError
from newsroom.publication.models import LiftFailure
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.source import changes_of


def translation_is_signed_off(page: Page) -> None:
    """Refuse a translation whose task is open, or which is not as it was signed. Raises RefusedError."""
    task = TranslationTask.objects.of_page(page).filter(target_locale=page.locale_id).exclude(page=page.pk).first()
    if task is not None and (not task.is_signed_off or changes_of(task)):
        raise refusal_of(task)


def required_languages_are_signed_off(page: Any) -> None:
    """Refuse to make something public for the first time before each language it waits for is signed off.

    Raises RefusedError, which names the first of them.
    """
    if page.life.was_public:
        return
    for task in TranslationTask.objects.of_page(page).open().required().select_related("target_locale").order_by("pk"):
        if task.target is not None and task.target.pk != page.pk:
            raise refusal_of(task)


def refusal_of(task: TranslationTask) -> RefusedError:
    """Say of an unsigned translation what people and the log hear."""
    message = _("%(language)s is not signed off, so it was not published. Sign it off under Translations.")
    return RefusedError(
        message % {"language": own_name(task.code)},
        note=f"{task.code} is not signed off (task {task.pk})",
        holds_the_others=task.requirement == Requirement.REQUIRED,
    )


def translators_waited_for(failure: LiftFailure) -> Iterable[User]:
    """Name the translators of what keeps something from lifting, or was left behind."""
    tasks = TranslationTask.objects.open().filter(translation_key=failure.life.translation_key)
    tasks = tasks.filter(target_locale=failure.locale_id) if failure.locale_id else tasks.required()
    return [task.assignee for task in tasks.select_related("assignee") if task.assignee]
