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

from campaigns.calls.completeness import lacks_of_call, reason_against_meeting
from campaigns.calls.pasting import meetings_in, questions_in, steps_in
from campaigns.models.calls.rows import CallFocalPoint, CallOrganisation, CallSignatory
from campaigns.pasted import (
    PastedPerson,
    append_rows,
    bodies_pasted,
    known_names,
    not_in_directory,
    people_in,
    refuse_what_does_not_fit,
)
from newsroom.base.form_fields import NormalText
from newsroom.base.forms import OriginalLanguageForm, SharedFactsForm
from newsroom.language.hashtags import hashtag_word, is_hashtag, why_no_hashtag
from newsroom.publication.deadlines.instants import closing_instant, opening_instant
from newsroom.publication.embargoes.fields import EmbargoForm, known_zone
from newsroom.publication.embargoes.service import schedule_of
from newsroom.publication.review.fields import LifeFactsForm

#: What can be pasted.
PASTED = ("steps", "meetings", "organisations", "focal_points", "signatories", "questions")
#: Where what is pasted goes, but for organisations, which are looked up.
PASTED_INTO = {
    **{"steps": "steps", "meetings": "meetings", "form_fields": "questions", "focal_points": "focal_points"},
    "signatories": "signatories",
}
#: The lists that a publication asks about.
LISTS = ("organisation_links", "steps", "meetings", "focal_points", "form_fields")


class CallForm(WagtailAdminFormPageForm, SharedFactsForm, OriginalLanguageForm, EmbargoForm, LifeFactsForm):
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

    pasted_organisations = NormalText(
        label=gettext_lazy("Paste the organisations"),
        required=False,
        widget=forms.Textarea({"rows": 1}),
        help_text=gettext_lazy(
            "As the directory calls them, a line each or with commas between. Saving adds them to the list."
        ),
    )
    pasted_focal_points = NormalText(
        label=gettext_lazy("Paste the focal points"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("A line each: name, role, organisation, e-mail. Saving makes a row of each."),
    )
    pasted_signatories = NormalText(
        label=gettext_lazy("Paste the signatories"),
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy(
            "As the letter is signed: name, role, organisation, each on a line, and a blank line before the next."
        ),
    )
    pasted_questions = NormalText(
        label=gettext_lazy("Paste the questions"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy(
            "A line each becomes a question when you save: “City”, “E-mail”, “Available: yes / no”, "
            "“Signed paper (file, optional)”."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pasted_rows: dict[str, list[Any]] = {}
        if "embargoed_until" in self.fields:
            self.initial.setdefault("embargoed_until", self.instance.embargoed_until)
            self.fields["embargoed_until"].disabled = self.instance.is_scheduled or not self.may_change_facts
        if not self.may_change_facts:
            self.disable_facts((*self.instance.same_in_every_language, "pasted_organisations", "slug", "hashtags"))

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
        self._look_up_what_was_pasted(cleaned)
        if not self.is_deferred_validation:
            self._nothing_is_lacking()
        self._schedule_follows_the_embargo(cleaned)
        return cleaned

    def _look_up_what_was_pasted(self, cleaned: dict[str, Any]) -> None:
        """Make rows of what was pasted; names that the directory does not have are said at their field."""
        typed = {name: cleaned.get(f"pasted_{name}") or "" for name in PASTED}
        self.pasted_rows = {
            "steps": steps_in(typed["steps"]),
            "meetings": meetings_in(typed["meetings"]),
            "form_fields": questions_in(typed["questions"]),
        }
        self._no_question_comes_twice(self.pasted_rows["form_fields"])
        self._names_are_in_the_directory(typed)
        for name, field in PASTED_INTO.items():
            try:
                refuse_what_does_not_fit(self.pasted_rows.get(name, ()))
            except ValidationError as error:
                self.add_error(f"pasted_{field}", error)

    def _names_are_in_the_directory(self, typed: dict[str, str]) -> None:
        if not any(typed[name] for name in ("organisations", "focal_points", "signatories")):
            return
        known = known_names(self.instance.locale_id)
        try:
            bodies = bodies_pasted(typed["organisations"], known)
            self.pasted_rows["organisation_links"] = [CallOrganisation(organisation_id=body) for body in bodies]
        except ValidationError as error:
            self.add_error("pasted_organisations", error)
        self.pasted_rows["focal_points"] = [asked_person_of(row) for row in people_in(typed["focal_points"], known)]
        signed = people_in(typed["signatories"], known)
        if unknown := [row.name for row in signed if not row.person]:
            self.add_error("pasted_signatories", not_in_directory(unknown))
        self.pasted_rows["signatories"] = [signatory_of(row) for row in signed if row.person]

    def _no_question_comes_twice(self, pasted: list[Any]) -> None:
        rows = self.formsets["form_fields"].forms if "form_fields" in self.formsets else []
        asked = {row.instance.clean_name or row.instance.get_field_clean_name() for row in rows if stays(row)}
        for row in pasted:
            if row.clean_name in asked:
                words = _("There is a question “%(label)s” already. Give this one other words.")
                self.add_error("pasted_questions", words % {"label": row.label})
            asked.add(row.clean_name)

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
        for row in self.formsets["meetings"].forms if "meetings" in self.formsets else ():
            if stays(row) and (reason := reason_against_meeting(row.instance, zone)):
                row.add_error("begins" if row.instance.day else "month", reason)

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
            getattr(page, name).extend(self.pasted_rows.get(name, ()))
        page.title = page.title or ""
        return page

    def save(self, commit: bool = True) -> Any:
        """The page as it was typed, with the rows that were pasted behind those that were there."""
        page = super().save(commit=False)
        for name, rows in self.pasted_rows.items():
            append_rows(page, name, rows)
        if commit:
            page.save()
            self.save_m2m()
        return page


def asked_person_of(row: PastedPerson) -> CallFocalPoint:
    """A focal point for somebody who was pasted; of whom the directory has, the record is chosen."""
    return CallFocalPoint(
        person_id=row.person,
        name="" if row.person else row.name,
        role=row.role,
        organisation_id=row.organisation,
        email=row.email,
    )


def signatory_of(row: PastedPerson) -> CallSignatory:
    """A signatory for somebody who was pasted."""
    return CallSignatory(person_id=row.person, role=row.role, organisation_id=row.organisation)


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
