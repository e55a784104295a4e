"""What the translators' desk adds to the CMS."""

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page, TranslatableMixin
from wagtail.snippets.models import register_snippet

from newsroom.base.languages import direction, language_in_words, own_names
from newsroom.translation import sight_hooks  # noqa: F401
from newsroom.translation.choices import TaskState
from newsroom.translation.exchange import hooks as exchange_hooks  # noqa: F401
from newsroom.translation.localize_workarounds import keep_translation, let_go_of_source, say_that_sources_are_two
from newsroom.translation.memory.views import known_as_json, take_offer, terms_and_memory
from newsroom.translation.models import TranslationTask
from newsroom.translation.rights import is_kept_from, may_sign, works_at_the_desk
from newsroom.translation.signing.kept_views import keep_segment, translate_segment
from newsroom.translation.signing.record_views import lead_to_signature, signing_page
from newsroom.translation.tasks import home_panel  # noqa: F401
from newsroom.translation.tasks.coverage_views import coverage
from newsroom.translation.tasks.queue_views import queue
from newsroom.translation.tasks.transitions import ASKED, IN_REVIEW, OVERRIDDEN, REOPENED, SIGNED_OFF, STARTED
from newsroom.translation.tasks.views import lead_to_manner, publish_task, review_task, sign_task, task_page
from newsroom.translation.viewsets import GlossaryViewSet, glossary_urls

BEFORE_LOCALIZE = -10

register_snippet(GlossaryViewSet)
hooks.register("register_admin_urls", glossary_urls)

MOVES = {
    ASKED: (_("Ask for a translation"), _("Translation into %(language)s asked for")),
    STARTED: (_("Begin a translation"), _("Translation into %(language)s begun")),
    IN_REVIEW: (_("Ask for a review"), _("Translation into %(language)s in review")),
    SIGNED_OFF: (_("Sign off a translation"), _("Translation into %(language)s signed off")),
    OVERRIDDEN: (
        _("Sign off a translation with problems"),
        _("Translation into %(language)s signed off with problems in %(number)s segments: %(reason)s"),
    ),
    REOPENED: (
        _("Open a translation again"),
        _("Translation into %(language)s opened again: %(segments)s segments changed"),
    ),
}


@hooks.register("register_admin_urls", order=BEFORE_LOCALIZE)
def translation_admin_urls() -> list[URLPattern]:
    """The desk, and the address at which wagtail-localize would stumble."""
    return [
        path("translations/", queue, name="translation_queue"),
        path("translations/coverage/", coverage, name="translation_coverage"),
        path("translations/<int:pk>/", task_page, name="translation_task"),
        path("translations/<int:pk>/review/", review_task, name="review_translation"),
        path("translations/<int:pk>/sign-off/", sign_task, name="sign_translation"),
        path("translations/<int:pk>/publish/", publish_task, name="publish_translation"),
        path("translations/<int:translation_id>/known/", terms_and_memory, name="terms_and_memory"),
        path("translations/<int:translation_id>/known.json", known_as_json, name="known_as_json"),
        path("translations/<int:translation_id>/known/take/", take_offer, name="take_offer"),
        path("translations/<int:translation_id>/segments/<int:segment_id>/keep/", keep_segment, name="keep_segment"),
        path(
            "translations/<int:translation_id>/segments/<int:segment_id>/translate/",
            translate_segment,
            name="translate_segment",
        ),
        path("translations/<int:translation_id>/record/", signing_page, name="sign_record"),
        path("localize/page/<int:page_id>/convert_to_alias/", keep_translation),
        path("localize/translate/<int:translation_id>/let-go/", let_go_of_source, name="let_go_of_source"),
    ]


class DeskMenuItem(MenuItem):
    """Shown to those who translate or publish."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_at_the_desk(request.user)


@hooks.register("register_admin_menu_item")
def desk_in_the_menu() -> MenuItem:
    """From anywhere in the CMS to what is to be translated."""
    return DeskMenuItem(
        _("Translations"), reverse_lazy("translation_queue"), icon_name="wagtail-localize-language", order=95
    )


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
def before_a_page_is_edited(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Whoever translates hears what changed; what is public changes in a stated manner."""
    answer = say_that_sources_are_two(request, page) or lead_to_manner(request, page)
    if answer is None and request.method == "GET":
        tell_what_changed(request, page)
        tell_what_was_waved_through(request, page)
    return answer


def tasks_into(page: Page) -> list[TranslationTask]:
    """The tasks that a page is the translation of, read once for an answer of the CMS."""
    facts = vars(page)
    if "tasks_into" not in facts:
        facts["tasks_into"] = list(
            TranslationTask.objects.of_page(page).filter(target_locale=page.locale_id).order_by("pk")
        )
    found: list[TranslationTask] = facts["tasks_into"]
    return found


def tell_what_was_waved_through(request: HttpRequest, page: Page) -> None:
    """Above the editor of an original that is not public: the languages that were signed off with problems, and why.

    Publishing it publishes them too.
    """
    if page.live or not page.permissions_for_user(request.user).can_publish():
        return
    tasks = TranslationTask.objects.filter(page=page.pk, state=TaskState.SIGNED_OFF).exclude(override_reason="")
    for task in tasks.select_related("target_locale").order_by("pk"):
        words = _("%(language)s was signed off with problems by %(name)s: %(reason)s") % {
            "language": language_in_words(task.code),
            "name": task.signed_by_name or "–",
            "reason": task.override_reason,
        }
        address = reverse("translation_task", args=[task.pk])
        link = format_html('<a href="{}">{}</a>', address, _("See the problems"))
        messages.warning(request, format_html("{} {}", words, link))


def tell_what_changed(request: HttpRequest, page: Page) -> None:
    """Above the editor of a translation that was opened again."""
    for found in tasks_into(page):
        if found.is_signed_off or found.reopened_at is None:
            continue
        number = len(found.changes)
        words = ngettext(
            "%(number)d segment changed since this was signed off.",
            "%(number)d segments changed since this was signed off.",
            number,
        )
        address = reverse("translation_task", args=[found.pk])
        link = format_html('<a href="{}">{}</a>', address, _("See what changed"))
        messages.warning(request, format_html("{} {}", words % {"number": number}, link))


@hooks.register("before_edit_snippet", order=BEFORE_LOCALIZE)
def before_a_record_is_edited(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Only in one's own language, and what is shown to readers is signed."""
    if isinstance(instance, TranslatableMixin) and is_kept_from(request.user, instance.locale_id):
        raise PermissionDenied
    return say_that_sources_are_two(request, instance) or lead_to_signature(request, instance)


@hooks.register("register_page_header_buttons")
def task_of_a_translation(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """From the editor of a translation to its task, where it is signed off."""
    task = next(iter(tasks_into(page)), None)
    if task and view_name == "edit" and may_sign(user, task.target_locale_id):
        yield Button(
            _("Review and sign off"), reverse("translation_task", args=[task.pk]), icon_name="check", priority=5
        )


@hooks.register("insert_editor_js")
def languages_of_the_translation_editor() -> str:
    """Language and direction of each text in wagtail-localize's editor, which sets neither."""
    right_to_left = " ".join(code for code in own_names() if direction(code) == "rtl")
    script = '<script src="{}" data-right-to-left="{}" defer></script>'
    return format_html(script, static("newsroom/translation-editor.js"), right_to_left)


@hooks.register("register_log_actions")
def translation_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a page says of its translations."""
    for action, (label, message) in MOVES.items():
        formatter = type("MoveFormatter", (MoveFormatter,), {"label": label, "sentence": message})
        actions.register_action(action)(formatter)


class MoveFormatter(LogFormatter):
    """One move of a task, with the name of its language."""

    sentence: Any

    def format_message(self, log_entry: ModelLogEntry) -> str:
        data = log_entry.data
        values = {
            **data,
            "language": language_in_words(data.get("language", "en")),
            "number": len(data.get("problems", [])),
        }
        return str(self.sentence) % {"reason": "", "segments": "", **values}


# Last, since it registers wagtail-localize's hooks, which are to come behind all of these.
from newsroom.translation import list_of_pages  # noqa: E402, F401
