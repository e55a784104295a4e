"""A proposal becomes a draft call."""

from typing import Any

from django.utils.translation import gettext as _

from campaigns.models import CallIndexPage, CallPage
from campaigns.models.calls.rows import (
    CallAudience,
    CallFocalPoint,
    CallLanguage,
    CallMeeting,
    CallOrganisation,
    CallSignatory,
    CallStep,
)
from importing.drafting.base import OccasionDrafting, Stored
from importing.drafting.events import day_of, hour_of
from importing.proposed_occasions import ProposedCall, WrittenPerson
from newsroom.language.script.cutting import cut_text

LONGEST_LINE, LONGEST_SHORT, LONGEST_STEP = 300, 200, 1_000


class CallDrafting(OccasionDrafting):
    """A call: the page, then its rows, in the order of the document. Its form and consent are left to the officer."""

    page_type = CallPage

    def run(self, call: ProposedCall) -> Stored:
        """Make the organisations first, so that focal points and signatories can be matched to them."""
        bodies = self.bodies(call.organisations)
        index = CallIndexPage.objects.get(locale=self.locale)
        page: Any = CallPage(**self.titled(index, _("Imported call")), **self.fields(call))
        page.why = self.in_front(call.why)
        self.hold(page)
        index.add_child(instance=page)
        page.organisation_links = [CallOrganisation(organisation=each, sort_order=n) for n, each in enumerate(bodies)]
        page.steps = [self.row(CallStep, n, text=text[:LONGEST_STEP]) for n, text in enumerate(call.steps)]
        page.meetings = [
            self.row(
                CallMeeting,
                n,
                month=each.month or "",
                day=day_of(each.day),
                minutes=each.minutes,
                note=each.note[:LONGEST_LINE],
            )
            for n, each in enumerate(call.meetings)
        ]
        page.audiences = [self.row(CallAudience, n, text=text[:LONGEST_LINE]) for n, text in enumerate(call.audiences)]
        page.focal_points = [self.focal_point(each, n) for n, each in enumerate(call.focal_points)]
        page.signatories = [
            row for n, each in enumerate(call.signatories) if (row := self.signatory(each, n)) is not None
        ]
        page.working_languages = [
            CallLanguage(language=code, sort_order=n) for n, code in enumerate(call.working_languages)
        ]
        page.hashtags.add(*self.proposal.hashtags)
        page.save()
        page.save_revision(user=self.decisions.user)
        return Stored(page, self.remarks)

    def fields(self, call: ProposedCall) -> dict[str, Any]:
        """The plain fields of a call; what is too long for its step is told at the head of the text."""
        for step in call.steps:
            self.fitted(step, LONGEST_STEP)
        return {
            "kind": call.kind,
            "summary": self.fitted(call.summary or "", LONGEST_LINE),
            "issued_place": cut_text(call.issued_place or "", 100),
            "issued_on": day_of(call.issued_on),
            "salutation": self.fitted(call.salutation or "", LONGEST_SHORT),
            "leads_to": cut_text(call.leads_to or "", 600),
            "steps_intro": self.fitted(call.steps_introduction or "", LONGEST_LINE),
            "meetings_rhythm": call.meetings_rhythm or "",
            "meetings_note": call.meetings_note or "",
            "time_zone": call.zone or "UTC",
            "closes_on": day_of(call.closes_on),
            "closes_time": hour_of(call.closes_time),
            "closing_words": call.closing,
            "valediction": self.fitted(call.valediction or "", LONGEST_SHORT),
        }

    def row(self, model: Any, number: int, **values: Any) -> Any:
        """A row of a list, in the language of the call."""
        return model(**values, sort_order=number, locale=self.locale)

    def focal_point(self, named: WrittenPerson, number: int) -> Any:
        """Whom to ask: somebody of the directory, or a name with what is told of it."""
        known = self.directory.known_person(named.name)
        return self.row(
            CallFocalPoint,
            number,
            person=known,
            name="" if known else cut_text(named.name or "", LONGEST_SHORT),
            role=self.role_beside(named.role, named.organisation),
            organisation=self.directory.organisation(named.organisation),
            email=named.email or "",
            phone=(named.phone or "")[:50],
        )

    def signatory(self, named: WrittenPerson, number: int) -> Any | None:
        """Who signed; None, with a remark, where no name was written."""
        person = self.person(named.name or "", named.role, named.organisation) if named.name else None
        if person is None:
            words = ", ".join(filter(None, (named.name, named.role, named.organisation)))
            self.remarks.append(_("A signatory was not understood: %(words)s") % {"words": words})
            return None
        body = self.directory.organisation(named.organisation)
        role = self.role_beside(named.role, named.organisation)
        return self.row(CallSignatory, number, person=person, role=role, organisation=body)
