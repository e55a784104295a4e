"""What the form that submits a page for translation asks besides the languages."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from newsroom.base.languages import language_in_words
from newsroom.base.models import User
from newsroom.base.pages.drafts import draft_of
from newsroom.base.users import name_of
from newsroom.publication.choices import Requirement
from newsroom.translation.models.record_task import RecordTask
from newsroom.translation.models.task import TranslationTask
from newsroom.translation.rights import translators_into

BEFORE_THE_EMBARGO = datetime.timedelta(hours=24)


def proposed_due(page: Any) -> datetime.datetime | None:
    """A day before the embargo ends; where that has passed, half of the time that is left. None without an embargo."""
    now = timezone.now()
    embargo: datetime.datetime | None = getattr(latest(page), "embargoed_until", None)
    if embargo is None or embargo <= now:
        return None
    day_before = embargo - BEFORE_THE_EMBARGO
    return day_before if day_before > now else now + (embargo - now) / 2


def text_and_languages(submitted: Any) -> tuple[Any, list[Locale]]:
    """The page or record that is submitted and the languages it may be asked for in.

    When it is submitted again, those that it is asked for in: then wagtail-localize gives the source of the
    translations in its place.
    """
    locales = Locale.objects.order_by("pk")
    if isinstance(submitted, TranslationSource):
        locales = locales.filter(pk__in=submitted.translations.filter(enabled=True).values("target_locale"))
        submitted = submitted.get_source_instance()
    return submitted, list(locales.exclude(pk=submitted.locale_id))


def existing_tasks(text: Any) -> dict[int, TranslationTask | RecordTask]:
    """The tasks of a page or record, by the ids of their locales."""
    if isinstance(text, Page):
        pages = TranslationTask.objects.of_page(text).select_related("assignee")
        return {task.target_locale_id: task for task in pages}
    records = RecordTask.objects.filter(translation__source__object_id=text.translation_key).for_listing()
    return {task.translation.target_locale_id: task for task in records}


def latest(page: Any) -> Any:
    """A page as it was saved last, which need not be what is public."""
    return draft_of(page) if isinstance(page, Page) else page


class RequestForm(WagtailAdminModelForm):
    """Until when, and for each language by whom and whether the release waits for it."""

    def __init__(self, *args: Any, source_object_instance: Any = None, user: User | None = None, **kwargs: Any) -> None:
        page, locales = text_and_languages(source_object_instance)
        self.is_page = isinstance(page, Page)
        self.tasks = existing_tasks(page)
        kwargs["initial"] = self._proposed(page) | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.asked_by, self.locales = user, locales
        for name in ("wishes", "asked_by"):
            self.fields.pop(name, None)
        self.fields["due_at"].widget = AdminDateTimeInput()
        if self.is_page:
            self.fields["due_at"].help_text = _("Proposed: a day before the embargo ends.")
        translators = translators_into(locales)
        for locale in locales:
            self._ask_for_language(locale, translators[locale.pk])

    def _proposed(self, page: Any) -> dict[str, Any]:
        """What was asked before, else what follows from the embargo."""
        dues = [task.due_at for task in self.tasks.values() if task.due_at]
        proposed: dict[str, Any] = {"due_at": min(dues) if dues else proposed_due(page)}
        if self.tasks:
            proposed["priority"] = min(task.priority for task in self.tasks.values())
        return proposed

    def _ask_for_language(self, locale: Locale, translators: list[User]) -> None:
        """Who, proposed where a language has one translator only, and whether the release waits."""
        task = self.tasks.get(locale.pk)
        only = str(translators[0].pk) if len(translators) == 1 else ""
        name = language_in_words(locale.language_code)
        if task and task.assignee and task.assignee not in translators:
            translators = [*translators, task.assignee]
        people = [(str(user.pk), name_of(user)) for user in translators]
        self.fields[f"assignee_{locale.pk}"] = forms.ChoiceField(
            label=_("%(language)s: translator") % {"language": name},
            choices=[("", _("Whoever is free")), *people],
            initial=str(task.assignee_id or "") if task else only,
            required=False,
        )
        if not self.is_page:
            return
        self.fields[f"requirement_{locale.pk}"] = forms.ChoiceField(
            label=_("%(language)s: does the release wait?") % {"language": name},
            choices=Requirement.choices,
            initial=getattr(task, "requirement", Requirement.REQUIRED),
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self._due_lies_ahead(cleaned)
        return cleaned

    def _due_lies_ahead(self, cleaned: dict[str, Any]) -> None:
        due = cleaned.get("due_at")
        if due and "due_at" in self.changed_data and due <= timezone.now():
            self.add_error("due_at", _("This instant has passed. Set one that lies ahead, or none."))

    def _post_clean(self) -> None:
        """Give the model what no field of the form carries by its name, after the form has filled it."""
        super()._post_clean()
        self.instance.wishes = {
            locale.language_code: {
                "assignee": int(self.cleaned_data.get(f"assignee_{locale.pk}") or 0) or None,
                "requirement": self.cleaned_data.get(f"requirement_{locale.pk}") or Requirement.REQUIRED,
            }
            for locale in self.locales
        }
        self.instance.asked_by = self.asked_by
        self.cleaned_data |= {"wishes": self.instance.wishes, "asked_by": self.asked_by}
