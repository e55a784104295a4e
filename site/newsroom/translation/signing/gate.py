"""No translation becomes public that nobody signed; a page without a task passes as ever."""

from collections import Counter
from collections.abc import Iterable
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from newsroom.base.languages import language_in_words
from newsroom.base.models import User
from newsroom.base.pages.amendments import declared
from newsroom.language.normalisation import normalise_text
from newsroom.language.quoting import without_outer_marks
from newsroom.publication.choices import LifeState, Requirement
from newsroom.publication.embargoes.service import lifting
from newsroom.publication.gates import RefusedError
from newsroom.publication.models import LiftFailure
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.signing.overrides import overrides_of
from newsroom.translation.signing.source import changes_of, has_tasks


def translation_is_signed_off(page: Page) -> None:
    """Refuse a translation whose task is open, or which is not as it was signed. Raises RefusedError."""
    task = task_behind(page)
    if task is not None and (not task.is_signed_off or changes_of(task)):
        raise unsigned_refusal(task)


def words_are_as_signed(page: Page) -> None:
    """Refuse a translation that says something else than what was signed, wherever its words came from.

    Passes where an officer stated a manner of change, where the page stays as it is public, and where an officer
    stopped the translation: such a page is written like an original. What lifts was asked when it was given its hour.
    Raises RefusedError.
    """
    task = None if declared() or lifting.get() else task_behind(page)
    if task is None or not task.is_signed_off or task.translation is None or not task.translation.enabled:
        return
    words = words_of_page(page)
    if words == words_of_signature(task):
        return
    standing = type(page)._base_manager.filter(pk=page.pk, live=True).first()
    if standing is None or words != words_of_page(standing):
        message = _(
            "%(language)s does not say what was signed off, so it was not published. Publish it from its page under "
            "Translations, which takes the words that were signed."
        )
        raise RefusedError(
            message % {"language": language_in_words(task.code)},
            note=f"{task.code} does not say what was signed off (task {task.pk})",
            holds_the_others=task.requirement == Requirement.REQUIRED,
        )


def task_behind(page: Page) -> TranslationTask | None:
    """The task that a page is the translation of."""
    if not has_tasks(page):
        return None
    tasks = TranslationTask.objects.of_page(page).filter(target_locale=page.locale_id)
    return tasks.exclude(page=page.pk).select_related("target_locale").first()


def words_of_page(page: Page) -> Counter[tuple[str, str]]:
    """The places of a page that are translated, each with its words; tags and spaces do not count."""
    found = [each for each in extract_segments(page) if isinstance(each, StringSegmentValue)]
    places = [(each.path, bare(each.string.data)) for each in found]
    return Counter((path, words) for path, words in places if words)


def words_of_signature(task: TranslationTask) -> Counter[tuple[str, str]]:
    """The same of what somebody signed; files and images that are a language's own are no words."""
    own = {each["path"] for each in overrides_of(task.translation)} if task.translation else set()
    places = [(each["path"], bare(each["target"] or "")) for each in task.signed_segments if each["path"] not in own]
    return Counter((path, words) for path, words in places if words)


def bare(text: str) -> str:
    """The words of a segment without tags, with single spaces, in the one form in which words are stored today."""
    return without_outer_marks(" ".join(normalise_text(unescape(strip_tags(text))).split()))


def required_languages_are_signed_off(page: Any) -> None:
    """Refuse to make something public, or public again, before each language it waits for is signed off.

    Raises RefusedError, which names the first of them.
    """
    if page.life.state == LifeState.PUBLIC or not has_tasks(page):
        return
    for task in TranslationTask.objects.of_page(page).open().required().select_related("target_locale").order_by("pk"):
        if task.target is not None and task.target.pk != page.pk:
            raise unsigned_refusal(task)


def unsigned_refusal(task: TranslationTask) -> RefusedError:
    """Say of an unsigned translation what people and the log hear."""
    message = _("%(language)s is not signed off, so it was not published. Sign it off under Translations.")
    return RefusedError(
        message % {"language": language_in_words(task.code)},
        note=f"{task.code} is not signed off (task {task.pk})",
        holds_the_others=task.requirement == Requirement.REQUIRED,
    )


def translators_waited_for(failure: LiftFailure) -> Iterable[User]:
    """Name the translators of what keeps something from lifting, or was left behind."""
    tasks = TranslationTask.objects.open().filter(translation_key=failure.life.translation_key)
    tasks = tasks.filter(target_locale=failure.locale_id) if failure.locale_id else tasks.required()
    return [task.assignee for task in tasks.select_related("assignee") if task.assignee]
