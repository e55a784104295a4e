"""Rules of the editor's form of a call; the error stands at the field that must change."""

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.contrib.forms.forms import WagtailAdminFormPageForm

from campaigns.calls.completeness import lacks_of_call
from campaigns.calls.instants import closing_instant, opening_instant
from campaigns.calls.pasting import meetings_in, steps_in
from newsroom.base.form_fields import NormalText
from newsroom.base.forms import OriginalLanguageForm
from newsroom.language.hashtags import hashtag_word, is_hashtag, why_no_hashtag
from newsroom.publication.embargoes.fields import EmbargoForm, known_zone
from newsroom.publication.embargoes.service import schedule_of
from newsroom.publication.review.fields import LifeFactsForm

#: The lists that a publication asks about.
LISTS = ("organisation_links", "steps", "meetings", "focal_points", "form_fields")


class CallForm(WagtailAdminFormPageForm, OriginalLanguageForm, EmbargoForm, LifeFactsForm):
    """A call in the CMS. A draft may be incomplete; a publication may not."""

    pasted_steps = NormalText(
        label=gettext_lazy("Paste the steps"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("A line each becomes a step below when you save; numbers before them go."),
    )
    pasted_meetings = NormalText(
        label=gettext_lazy("Paste the dates of the meetings"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("Each month or day that stands there with its year becomes a meeting when you save."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "embargoed_until" in self.fields:
            self.initial.setdefault("embargoed_until", self.instance.embargoed_until)
            self.fields["embargoed_until"].disabled = self.instance.is_scheduled

    def clean_time_zone(self) -> str:
        """A zone that clocks know; programs may send any text."""
        zone: str = self.cleaned_data["time_zone"] or "UTC"
        if known_zone(zone) != zone:
            raise ValidationError(_("There is no time zone of this name. Choose one from the list."))
        return zone

    def clean_hashtags(self) -> list[str]:
        """Hashtags are looked up and stored without "#", however they were typed; what can be none is refused."""
        words = [word for typed in self.cleaned_data["hashtags"] if (word := hashtag_word(typed))]
        if wrong := [word for word in words if not is_hashtag(word)]:
            raise ValidationError([why_no_hashtag(word) for word in wrong])
        return words

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._instants_can_be_read(cleaned)
        if not self.is_deferred_validation:
            self._nothing_is_lacking()
        self._schedule_follows_the_embargo(cleaned)
        return cleaned

    def _instants_can_be_read(self, cleaned: dict[str, Any]) -> None:
        zone = cleaned.get("time_zone") or "UTC"
        found = {}
        for name, instant in (("opens", opening_instant), ("closes", closing_instant)):
            day, time = cleaned.get(f"{name}_on"), cleaned.get(f"{name}_time")
            if time and not day and f"{name}_on" not in self.errors:
                self.add_error(f"{name}_on", _("A time needs its day."))
                continue
            try:
                found[name] = instant(day, time, zone)
            except ValidationError as error:
                self.add_error(f"{name}_time", error)
        opens, closes = found.get("opens"), found.get("closes")
        if opens and closes and opens >= closes:
            self.add_error("closes_on", _("It would close before it opens."))

    def _schedule_follows_the_embargo(self, cleaned: dict[str, Any]) -> None:
        """Set Wagtail's go-live date from the embargo, so that its messages say "scheduled" and not "published"."""
        if "embargoed_until" not in cleaned:
            return
        until = cleaned["embargoed_until"]
        if "embargoed_until" in self.changed_data:
            if until and until <= timezone.now():
                self.add_error("embargoed_until", _("This instant has passed. Set one that lies ahead, or none."))
            self.instance.hold_until(until, cleaned["embargo_time_zone"], self.for_user)
        self.instance.go_live_at = schedule_of(until)
        if self.instance.pk is None:
            self.instance.live = False

    def _nothing_is_lacking(self) -> None:
        for lack in lacks_of_call(self._contents()):
            if lack.field in self.fields:
                if lack.field not in self.errors:
                    self.add_error(lack.field, lack.message)
            elif lack.field in self.formsets:
                self.formsets[lack.field].non_form_errors().append(lack.message)
            else:
                self.add_error(None, lack.message)

    def _contents(self) -> Any:
        """Return what was typed, in the form that the conditions of publication read."""
        page = SimpleNamespace(**{field.name: None for field in self.instance._meta.concrete_fields})
        vars(page).update({name: getattr(self.instance, name, None) for name in vars(page)})
        vars(page).update(self.cleaned_data)
        for name in LISTS:
            formset = self.formsets.get(name)
            rows = (
                [row.instance for row in formset.forms if stays(row)] if formset else getattr(self.instance, name).all()
            )
            setattr(page, name, Rows(rows))
        page.steps.extend(steps_in(self.cleaned_data.get("pasted_steps") or ""))
        page.title = page.title or ""
        return page

    def save(self, commit: bool = True) -> Any:
        """The page as it was typed, with the rows that were pasted behind those that were there."""
        page = super().save(commit=False)
        for name, rows_in in (("steps", steps_in), ("meetings", meetings_in)):
            if rows := rows_in(self.cleaned_data.get(f"pasted_{name}") or ""):
                there = list(getattr(page, name).all())
                for number, row in enumerate(rows, len(there)):
                    row.sort_order, row.locale = number, page.locale
                getattr(page, name).add(*rows)
        if commit:
            page.save()
            self.save_m2m()
        return page


class Rows(list[Any]):
    """Rows of a form, asked as those of a page are."""

    def all(self) -> Iterable[Any]:
        """All of them."""
        return self


def stays(row: Any) -> bool:
    """Whether a row of a form holds something that somebody wants to keep."""
    return bool(
        row.is_valid() and not row.cleaned_data.get(DELETION_FIELD_NAME) and (row.has_changed() or row.instance.pk)
    )
