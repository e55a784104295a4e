"""Rules of the editor's form of an event, each with a name; the error stands at the field that must change."""

import uuid
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from campaigns.events.agenda import lines_of_points, sessions_in, too_much_in
from campaigns.events.choices import EventStatus, OrganisationPart
from campaigns.events.completeness import EventLack, faults_in_time, lacks_of_event
from campaigns.events.presentation.words import POINTS
from campaigns.models.events.rows import EventEarlierDate, EventFocalPoint, EventOrganisation
from campaigns.pasted import PastedPerson, append_rows, bodies_pasted, known_names, people_in, refuse_what_does_not_fit
from newsroom.base.form_fields import NormalText
from newsroom.base.forms import OriginalLanguageForm, SharedFactsForm
from newsroom.language.hashtags import hashtag_word, is_hashtag, why_no_hashtag
from newsroom.publication.embargoes.fields import EmbargoForm
from newsroom.publication.embargoes.service import schedule_of
from newsroom.publication.review.fields import LifeFactsForm

#: Where names of organisations are pasted, and what they are then.
PASTED_PARTS = {"pasted_organisers": OrganisationPart.ORGANISER, "pasted_partners": OrganisationPart.PARTNER}
DATES = ("starts_on", "starts_time", "ends_on", "ends_time")


class EventForm(SharedFactsForm, OriginalLanguageForm, EmbargoForm, LifeFactsForm):
    """An event in the CMS. A draft may be incomplete; a publication may not."""

    pasted_agenda = NormalText(
        label=_("Paste the agenda"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "A table from a text processor, or lines such as “15:00-15:05 | Welcome | Name, role”. Saving makes a "
            "session of each row; look through them afterwards."
        ),
    )

    pasted_organisers = NormalText(
        label=_("Paste the organisers"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 1}),
        help_text=_("As the directory calls them, a line each or with commas between. Saving adds them to the list."),
    )
    pasted_partners = NormalText(
        label=_("Paste the partners"), required=False, widget=forms.Textarea(attrs={"rows": 1})
    )
    pasted_focal_points = NormalText(
        label=_("Paste the focal points"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A line each: name, role, organisation, e-mail. Saving makes a row of each."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pasted_bodies: dict[int, str] = {}
        self.pasted_people: list[PastedPerson] = []
        if "embargoed_until" in self.fields:
            self.initial.setdefault("embargoed_until", self.instance.embargoed_until)
            self.fields["embargoed_until"].disabled = self.instance.is_scheduled or not self.may_change_facts
        if not self.may_change_facts:
            self.disable_facts((*self.instance.same_in_every_language, *PASTED_PARTS, "slug", "hashtags"))

    def clean_hashtags(self) -> list[str]:
        """Hashtags are looked up and stored without "#"; what can be none is refused."""
        words = [word for typed in self.cleaned_data["hashtags"] if (word := hashtag_word(typed))]
        if wrong := [word for word in words if not is_hashtag(word)]:
            raise ValidationError([why_no_hashtag(word) for word in wrong])
        return words

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._each_pasted_line_is_a_point()
        self._each_pasted_line_is_a_group()
        self._pasted_names_become_rows()
        self._pasted_agenda_becomes_sessions()
        self._embargo_lies_ahead()
        self._schedule_follows_the_embargo()
        if self.instance.pk is None:
            self.instance.live = False  # Wagtail would write a new page live before it schedules it
        return cleaned

    def _post_clean(self) -> None:
        """What is asked of the event as it would be written."""
        super()._post_clean()
        if not self.errors:
            for lack in faults_in_time(self.instance):
                self._say(lack)
        if not self.errors and not self.is_deferred_validation:
            for lack in lacks_of_event(self.instance, self._organisers()):
                self._say(lack)

    def _organisers(self) -> int:
        """Count the organisations that stand in the form."""
        rows = self.formsets["organisation_links"].forms if "organisation_links" in self.formsets else []
        chosen = sum(
            bool(row.is_valid() and row.cleaned_data.get("organisation") and not row.cleaned_data.get("DELETE"))
            for row in rows
        )
        return chosen + len(self.pasted_bodies)

    def _say(self, lack: EventLack) -> None:
        """Show an error at its field, or above its list."""
        if lack.field in self.fields:
            self.add_error(lack.field, lack.message)
        else:
            self.formsets[lack.field].non_form_errors().append(lack.message)
            self.add_error(None, lack.message)

    def _each_pasted_line_is_a_point(self) -> None:
        for name in POINTS:
            value = self.cleaned_data.get(name)
            if value is None:
                continue
            points = []
            for block in value.get_prep_value():
                for number, line in enumerate(lines_of_points(block["value"])):
                    block_id = block["id"] if number == 0 else str(uuid.uuid4())
                    points.append({"type": "point", "value": line, "id": block_id})
            self.cleaned_data[name] = StreamValue(value.stream_block, points, is_lazy=True)

    def _each_pasted_line_is_a_group(self) -> None:
        value = self.cleaned_data.get("invitees")
        if value is None:
            return
        groups: list[dict[str, Any]] = []
        for block in value.get_prep_value():
            first, *more = lines_of_points(block["value"]["group"]) or [""]
            groups.append({**block, "value": {**block["value"], "group": first}})
            empty = {"note": "", "organisations": []}
            groups.extend(
                {"type": "group", "id": str(uuid.uuid4()), "value": {**empty, "group": line}} for line in more
            )
        self.cleaned_data["invitees"] = StreamValue(value.stream_block, groups, is_lazy=True)

    def _pasted_names_become_rows(self) -> None:
        """Look up what was pasted; names that the directory does not have are said at their field."""
        self.pasted_bodies, self.pasted_people = {}, []
        if not any(self.cleaned_data.get(name) for name in (*PASTED_PARTS, "pasted_focal_points")):
            return
        known = known_names(self.instance.locale_id)
        for name, part in PASTED_PARTS.items():
            try:
                found = bodies_pasted(self.cleaned_data.get(name) or "", known)
            except ValidationError as error:
                self.add_error(name, error)
            else:
                self.pasted_bodies.update({body: part for body in found if body not in self.pasted_bodies})
        self.pasted_people = people_in(self.cleaned_data.get("pasted_focal_points") or "", known)
        try:
            refuse_what_does_not_fit(map(focal_point_of, self.pasted_people))
        except ValidationError as error:
            self.add_error("pasted_focal_points", error)

    def _pasted_agenda_becomes_sessions(self) -> None:
        pasted, programme = self.cleaned_data.get("pasted_agenda"), self.cleaned_data.get("programme")
        if pasted and programme is not None:
            new = sessions_in(pasted, known_names(self.instance.locale_id))
            if faults := too_much_in(new):
                self.add_error("pasted_agenda", faults)
                return
            sessions = [*programme.get_prep_value(), *new]
            self.cleaned_data["programme"] = StreamValue(programme.stream_block, sessions, is_lazy=True)

    def _embargo_lies_ahead(self) -> None:
        embargo = self.cleaned_data.get("embargoed_until")
        if embargo and "embargoed_until" in self.changed_data and embargo <= timezone.now():
            self.add_error("embargoed_until", _("This instant has passed. Set one that lies ahead, or none."))
        elif embargo and embargo > timezone.now() and self.instance.pk and self.instance.live:
            self.add_error("embargoed_until", _("This is public already; it cannot be put under embargo."))

    def _schedule_follows_the_embargo(self) -> None:
        """Set Wagtail's go-live date from the embargo, so that its messages say "scheduled" and not "published"."""
        if "embargoed_until" not in self.cleaned_data:
            return
        until = self.cleaned_data["embargoed_until"]
        if "embargoed_until" in self.changed_data:
            self.instance.hold_until(until, self.cleaned_data["embargo_time_zone"], self.for_user)
        self.instance.go_live_at = schedule_of(until)

    def save(self, commit: bool = True) -> Any:
        """The event as it was typed, with what was pasted; the date that readers know is kept where it is moved."""
        page = super().save(commit=False)
        self._keep_the_earlier_date(page)
        self._add_what_was_pasted(page)
        if commit:
            page.save()
        return page

    def _add_what_was_pasted(self, page: Any) -> None:
        there = {row.organisation_id for row in page.organisation_links.all()}
        bodies = ((body, part) for body, part in self.pasted_bodies.items() if body not in there)
        append_rows(
            page, "organisation_links", (EventOrganisation(organisation_id=body, part=part) for body, part in bodies)
        )
        append_rows(page, "focal_points", map(focal_point_of, self.pasted_people))

    def _keep_the_earlier_date(self, page: Any) -> None:
        if page.pk is None or page.status not in (EventStatus.MOVED, EventStatus.POSTPONED):
            return
        known = type(page)._default_manager.filter(pk=page.pk, live=True).values(*DATES).first()
        if known is None or not known["starts_on"] or known == {name: getattr(page, name) for name in DATES}:
            return
        kept = {(row.starts_on, row.starts_time) for row in page.earlier_dates.all()}
        if (known["starts_on"], known["starts_time"]) not in kept:
            page.earlier_dates.add(EventEarlierDate(**known))


def focal_point_of(person: PastedPerson) -> EventFocalPoint:
    """A row for somebody who was pasted."""
    return EventFocalPoint(name=person.name, role=person.role, organisation_id=person.organisation, email=person.email)
