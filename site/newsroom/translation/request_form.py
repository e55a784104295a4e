"""What the form that submits a page for translation asks besides the languages."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Locale, Page

from newsroom.base.languages import own_name
from newsroom.base.models import User
from newsroom.translation.choices import Requirement
from newsroom.translation.models.task import name_of
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


def latest(page: Any) -> Any:
    """A page as it was saved last, which need not be what is public."""
    return page.get_latest_revision_as_object() if isinstance(page, Page) else page


class RequestForm(WagtailAdminModelForm):
    """Until when, and for each language by whom and whether the release waits for it."""

    def __init__(self, *args: Any, source_object_instance: Any = None, user: User | None = None, **kwargs: Any) -> None:
        kwargs["initial"] = {"due_at": proposed_due(source_object_instance)} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)
        self.asked_by = user
        for name in ("wishes", "asked_by"):
            self.fields.pop(name, None)
        self.locales = list(Locale.objects.order_by("pk")) if isinstance(source_object_instance, Page) else []
        if not self.locales:
            self.fields.clear()
            return
        self.fields["due_at"].widget = AdminDateTimeInput()
        self.fields["due_at"].help_text = _("Proposed: a day before the embargo ends.")
        source = source_object_instance.locale_id
        translators = translators_into([locale for locale in self.locales if locale.pk != source])
        self.locales = [locale for locale in self.locales if locale.pk != source]
        for locale in self.locales:
            self._ask_for_language(locale, translators[locale.pk])

    def _ask_for_language(self, locale: Locale, translators: list[User]) -> None:
        """Who, proposed where a language has one translator only, and whether the release waits."""
        name = own_name(locale.language_code)
        people = [(str(user.pk), name_of(user)) for user in translators]
        self.fields[f"assignee_{locale.pk}"] = forms.ChoiceField(
            label=_("%(language)s: translator") % {"language": name},
            choices=[("", _("Whoever is free")), *people],
            initial=people[0][0] if len(people) == 1 else "",
            required=False,
        )
        self.fields[f"requirement_{locale.pk}"] = forms.ChoiceField(
            label=_("%(language)s: does the release wait?") % {"language": name},
            choices=Requirement.choices,
            initial=Requirement.REQUIRED,
            required=False,
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        self._due_lies_ahead(cleaned)
        return cleaned

    def _due_lies_ahead(self, cleaned: dict[str, Any]) -> None:
        due = cleaned.get("due_at")
        if due and due <= timezone.now():
            self.add_error("due_at", _("This instant has passed. Set one that lies ahead, or none."))

    def _post_clean(self) -> None:
        """What is kept in no field of the form by its name goes to the model's after the form has filled it."""
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
