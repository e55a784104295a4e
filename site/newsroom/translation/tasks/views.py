"""The page of a task: what changed, what is wrong, and the buttons that move it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.models import Page

from newsroom.base.languages import direction, html_code, language_in_words
from newsroom.base.localize.translated import save_draft_of
from newsroom.base.models import User
from newsroom.base.rights.sight import is_withheld
from newsroom.publication.changing import Amendment, changing
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.lift import approve_late
from newsroom.translation.choices import SegmentChange
from newsroom.translation.models import TranslationTask
from newsroom.translation.rights import may_sign
from newsroom.translation.signing.gate import translation_is_signed_off
from newsroom.translation.signing.segments import TaskSegment, segments_of
from newsroom.translation.signing.signoff import (
    NothingToSignError,
    Problem,
    ProblemsError,
    missing_in,
    problems_of,
    sign_off,
)
from newsroom.translation.tasks.transitions import NotOpenError, ask_for_review


def own_task(request: HttpRequest, pk: int) -> tuple[TranslationTask, User]:
    """A task and who asks for it. Raises Http404, and PermissionDenied for those who may not sign it."""
    related = ("page__locale", "target_locale", "assignee", "created_by")
    task = get_object_or_404(TranslationTask.objects.select_related(*related), pk=pk)
    user = request.user
    if not isinstance(user, User) or not may_sign(user, task.target_locale_id) or is_withheld(user, task):
        raise PermissionDenied
    return task, user


def task_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is to be done for a translation."""
    task, user = own_task(request, pk)
    return show_task(request, task, user)


def show_task(
    request: HttpRequest, task: TranslationTask, user: User, missing_reason: bool = False, status: int = 200
) -> HttpResponse:
    """The page of a task, after a sign-off without the reason that it needs as well."""
    translation = task.translation
    segments = segments_of(translation) if translation else []
    target = task.target
    is_open = not task.is_signed_off or bool(task.unchecked_machine)
    problems = list(problems_of(segments)) if is_open or task.override_reason else []
    context = {
        "task": task,
        "signature": task,
        "title": task.page.draft_title or task.page.title,
        "target": target,
        "language": language_in_words(task.code),
        "source_text": {
            "lang": html_code(task.page.locale.language_code),
            "dir": direction(task.page.locale.language_code),
        },
        "target_text": {"lang": html_code(task.code), "dir": direction(task.code)},
        "translation": translation,
        "problems": [placed(problem, task) for problem in problems],
        "missing": missing_in(problems),
        "kept": [
            {"place": segment_label(segment, task), "segment": segment} for segment in segments if segment.is_kept
        ],
        "is_open": is_open,
        "changes": [placed_change(change, task) for change in task.changes],
        "total": len(segments),
        "done": sum(segment.target is not None for segment in segments),
        "machine": sum(segment.is_machine for segment in segments),
        "remembered": sum(segment.is_remembered for segment in segments),
        "missing_reason": missing_reason,
        "is_amended": bool(target and target.live and getattr(target.specific_class, "is_amended_openly", False)),
        "may_publish": bool(target and target.permissions_for_user(user).can_publish()),
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "translation/admin/task.html", context, status=status)


def placed(problem: Problem, task: TranslationTask) -> dict[str, Any]:
    """A problem with the name of its place."""
    return {"place": segment_label(problem.segment, task), "segment": problem.segment, "messages": problem.messages}


def segment_label(segment: TaskSegment, task: TranslationTask) -> str:
    """Where a segment stands, as the editor calls it."""
    return field_name(segment.field_path or segment.path, task.page.specific_class)


def placed_change(change: dict[str, str], task: TranslationTask) -> dict[str, Any]:
    """A change with the names of its place and kind."""
    return {
        **change,
        "place": field_name(change["path"], task.page.specific_class),
        "label": SegmentChange(change["kind"]).label,
    }


def field_name(path: str, model: Any) -> str:
    """The name of the field that a path begins with."""
    field: Any = model._meta.get_field(path.partition(".")[0])
    return str(getattr(field, "verbose_name", "") or field.related_model._meta.verbose_name).capitalize()


@require_POST
def review_task(request: HttpRequest, pk: int) -> HttpResponse:
    """The translator asks somebody else to read it."""
    task, user = own_task(request, pk)
    try:
        ask_for_review(task, user)
        messages.success(request, _("In review."))
    except NotOpenError:
        messages.error(request, _("This translation is signed off already."))
    return redirect("translation_task", pk)


@require_POST
def sign_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign off, or say everything that keeps it from being signed off."""
    task, user = own_task(request, pk)
    try:
        reason = request.POST.get("reason", "").strip()[:1000]
        sign_off(task, user, reason, has_checked_machine="has_checked_machine" in request.POST)
    except ProblemsError as error:
        messages.error(request, problems_message(error))
        return show_task(request, task, user, missing_reason=not error.missing, status=422)
    except NotOpenError:
        messages.error(request, _("This translation is signed off already."))
        return redirect("translation_task", pk)
    except NothingToSignError:
        messages.error(request, _("The translated page is gone."))
        return redirect("translation_queue")
    messages.success(request, _("Signed off in %(language)s.") % {"language": language_in_words(task.code)})
    return redirect("translation_queue")


def problems_message(error: ProblemsError) -> str:
    """Why a translation is not signed off, in one sentence."""
    if error.missing:
        words = ngettext(
            "Not signed off: %(number)d segment is not translated.",
            "Not signed off: %(number)d segments are not translated.",
            error.missing,
        )
        return words % {"number": error.missing}
    return _("Not signed off: %(number)d segments have problems.") % {"number": len(error.problems)}


@require_POST
def publish_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish a translation that is signed off; one that is public already, as a minor change or a correction.

    Raises PermissionDenied for those who may not publish its page.
    """
    task, user = own_task(request, pk)
    translation, target = task.translation, task.target
    if translation is None or target is None or not target.permissions_for_user(user).can_publish():
        raise PermissionDenied
    if target.live and getattr(target.specific_class, "is_amended_openly", False):
        return amend(request, task, user)
    is_late = getattr(target, "is_scheduled", False) and not target.life.is_held
    translation.save_target(user=user, publish=not is_late)
    target.refresh_from_db()
    if is_late:
        approve_late(target, target.latest_revision)
        target.refresh_from_db()
    if target.live:
        messages.success(request, _("Published in %(language)s.") % {"language": language_in_words(task.code)})
    else:
        messages.success(
            request, _("%(language)s is published when the embargo ends.") % {"language": language_in_words(task.code)}
        )
    return redirect("translation_task", pk)


def lead_to_manner(request: HttpRequest, page: Page) -> HttpResponse | None:
    """wagtail-localize's "Publish" states no manner of change; for what is public it leads to the buttons that do.

    They stand on the page of its task, once it is signed off.
    """
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    if not page.live or not getattr(page, "is_amended_openly", False):
        return None
    task = TranslationTask.objects.of_page(page).filter(target_locale=page.locale_id).exclude(page=page.pk).first()
    if task is None or not may_publish_from_task(request.user, task, page):
        return None
    try:
        translation_is_signed_off(page)
        messages.error(request, _("Choose: a minor change or a correction."))
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    return redirect("translation_task", task.pk)


def may_publish_from_task(user: Any, task: TranslationTask, target: Page) -> bool:
    """Whether somebody finds the buttons that publish on the page of a task."""
    return may_sign(user, task.target_locale_id) and bool(target.permissions_for_user(user).can_publish())


@transaction.atomic
def amend(request: HttpRequest, task: TranslationTask, user: User) -> HttpResponse:
    """Make a draft of what was signed and publish it in the manner that was chosen; a correction asks more first."""
    manner, target = request.POST.get("manner"), task.target.specific
    if manner not in Amendment.__members__.values():
        raise RefusedError(_("Choose: a minor change or a correction."), f"task {task.pk}: no manner was stated")
    revision = save_draft_of(task.translation, user)
    if manner == Amendment.CORRECTION:
        return redirect(target.correction_address)
    with changing(Amendment.MINOR):
        revision.publish(user=user)
    messages.success(request, _("Published in %(language)s.") % {"language": language_in_words(task.code)})
    return redirect("translation_task", task.pk)
