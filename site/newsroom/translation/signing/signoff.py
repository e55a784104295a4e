"""Signing off: somebody answers for a translation, by name and at an instant."""

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from newsroom.base.models import RuleSettings, User
from newsroom.base.pages.drafts import draft_of
from newsroom.base.rules.registry import rule_registry
from newsroom.base.rules.texts import NoPlaceholders
from newsroom.publication.embargoes.service import lifting
from newsroom.publication.gates import RefusedError
from newsroom.translation.checking.translated import Translated, as_plain_text
from newsroom.translation.choices import TaskState
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.signing.segments import TaskSegment, segments_of, signed_of
from newsroom.translation.signing.source import has_tasks, take_over
from newsroom.translation.tasks.transitions import OVERRIDDEN, SIGNED_OFF, NotOpenError, record

logger = logging.getLogger(__name__)

#: What is asked of words that stay as in the original too.
ASKED_OF_KEPT = NoPlaceholders.name


@dataclass(frozen=True)
class Problem:
    """A segment and everything that keeps it from being signed off."""

    segment: TaskSegment
    messages: list[str]


class ProblemsError(Exception):
    """A translation has problems: nobody gave a reason to sign it off all the same, or no reason will do.

    `missing` counts the segments that are neither translated nor marked as they stand in the original.
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} segments")
        self.problems = problems
        self.missing = missing_in(problems)


class NothingToSignError(Exception):
    """The translated page is gone."""


def missing_in(problems: Iterable[Problem]) -> int:
    """How many of these segments nobody has translated; no reason makes up for that."""
    return sum(problem.segment.target is None for problem in problems)


def problems_of(segments: Iterable[TaskSegment], has_checked_machine: bool = False) -> Iterator[Problem]:
    """All problems of a translation at once, in the order of the page."""
    segments = list(segments)
    translated = [segment for segment in segments if segment.target is not None and not segment.is_kept]
    kept = [segment for segment in segments if segment.is_kept]
    faults = faults_in(translated, kept)
    for segment in segments:
        messages = [_("Not translated.")] if segment.target is None else faults[segment.pk]
        if segment.is_machine and not has_checked_machine:
            messages.append(_("Translated by a machine, not checked by a person."))
        if messages:
            yield Problem(segment, messages)


def faults_in(translated: Sequence[TaskSegment], kept: Sequence[TaskSegment]) -> dict[int, list[str]]:
    """What the rules find in translated segments, and in those kept as in the original, by the numbers of segments."""
    house = RuleSettings.current()
    found = rule_registry.findings(Translated(translated), house)
    found += [each for each in rule_registry.findings(as_plain_text(kept), house) if each.rule.name == ASKED_OF_KEPT]
    faults: dict[int, list[str]] = defaultdict(list)
    for finding in found:
        faults[finding.fault.record].append(finding.message)
    return faults


@transaction.atomic
def sign_off(task: TranslationTask, user: User, reason: str = "", has_checked_machine: bool = False) -> None:
    """Sign off a translation as it stands, for the source as it was saved last.

    What is not translated keeps it open, whatever is said; it may be marked as it stands in the original, see `kept`.
    With other problems a `reason` is demanded and kept with them in the history. What a machine translated is such a
    problem until the signer has checked it; it is a person's from then on. The translated page becomes a draft of what
    was signed and goes public with its source, see `publish_signed`. Nothing that is public changes by signing.
    Raises ProblemsError, NothingToSignError, and NotOpenError where it is signed already.
    """
    task = TranslationTask.objects.select_for_update(of=("self",)).select_related("page").get(pk=task.pk)
    if task.is_signed_off and not (has_checked_machine and task.unchecked_machine):
        raise NotOpenError(str(task))
    take_over(draft_of(task.page.specific))
    translation = task.translation
    if translation is None or task.target is None:
        raise NothingToSignError(str(task))
    segments = segments_of(translation)
    problems = list(problems_of(segments, has_checked_machine))
    if missing_in(problems) or (problems and not reason):
        raise ProblemsError(problems)
    task.state, task.signed_at, task.signed_by = TaskState.SIGNED_OFF, timezone.now(), user
    task.signed_segments = signed_of(translation)
    task.override_reason = reason if problems else ""
    task.unchecked_machine = 0 if has_checked_machine else sum(segment.is_machine for segment in segments)
    task.changes, task.reopened_at = [], None
    task.save()
    if problems:
        told = [{"path": problem.segment.path, "problems": problem.messages} for problem in problems]
        record(task, OVERRIDDEN, user, reason=reason, problems=told)
    else:
        record(task, SIGNED_OFF, user)
    if has_checked_machine:
        take_responsibility(translation, user)
    write_draft(task, translation, user)


def take_responsibility(translation: Translation, user: User) -> None:
    """What a machine translated is from now on the signer's."""
    written = translation.source.stringsegment_set.get_translations(translation.target_locale)
    written.filter(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL, last_translated_by=user
    )


def write_draft(task: TranslationTask, translation: Translation, user: User) -> None:
    """Give the translated page the words that were signed, unless it is public: those change when it is published.

    One that was given its hour keeps it, unless it was signed with problems: an officer sees those before they are
    public.
    """
    target = task.target
    if target.live:
        return
    waiting = target.scheduled_revision
    translation.save_target(user=user, publish=False)
    if waiting:
        target.revisions.update(approved_go_live_at=None)
    if waiting and not task.override_reason:
        target.refresh_from_db()
        revision = target.latest_revision
        revision.approved_go_live_at = waiting.approved_go_live_at
        revision.save(update_fields=["approved_go_live_at"])


def publish_signed(source: Page) -> None:
    """The source was published or given its hour: so are its languages that are signed off and were never public, or
    that were taken off with it.

    They are written anew first from what the source is now. One that is to be published later waits for its own button;
    what lifts together with its source is left to the lift.
    """
    if not has_tasks(source):
        return
    ready = TranslationTask.objects.of_page(source).filter(state=TaskState.SIGNED_OFF, page_id=source.pk)
    for task in ready.not_for_later().select_related("target_locale", "page"):
        translation, target = task.translation, task.target
        lifts_itself = source.live and target and target.scheduled_revision
        if lifting.get() and task.override_reason and not lifts_itself:
            logger.warning("Task %s was signed with problems that no officer has seen; it was not published.", task.pk)
            continue
        if translation and target and is_to_come(target) and not lifts_itself:
            try:
                translation.save_target(publish=False)
                target.refresh_from_db()
                target.latest_revision.publish()
            except (RefusedError, ValidationError) as error:
                reason = getattr(error, "note", type(error).__name__)
                logger.error("Task %s was not published with its source: %s", task.pk, reason)


def is_to_come(target: Page) -> bool:
    """Whether a translated page was never public, or was taken off and comes back with its source."""
    return target.first_published_at is None or getattr(target, "withdrawal", None) is not None
