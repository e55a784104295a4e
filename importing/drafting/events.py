"""A proposal becomes a draft event."""

import uuid
from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.utils.html import format_html
from django.utils.translation import gettext as _

from campaigns.events.choices import OrganisationPart
from campaigns.models import EventFocalPoint, EventIndexPage, EventOrganisation, EventPage
from importing.drafting.base import LONGEST_ROLE, OccasionDrafting, Stored, stored_points
from importing.matching import is_same_contact
from importing.proposal import Contact
from importing.proposed_occasions import (
    AgendaSession,
    AgendaSpeaker,
    InvitedGroup,
    NamedLink,
    ProposedEvent,
    WrittenPerson,
)
from newsroom.language.script.cutting import cut_text
from newsroom.language.script.letters import squeezed

LONGEST_LINE, LONGEST_SUMMARY = 300, 300


class EventDrafting(OccasionDrafting):
    """An event: the page, then what hangs on it. Hours are those of the zone that the document tells or its place."""

    page_type = EventPage

    def run(self, event: ProposedEvent) -> Stored:
        """Make the organisations first, so that speakers can be matched to them."""
        organisers, partners = self.bodies(event.organisers), self.bodies(event.partners)
        parent = self.parent_of(event)
        page: Any = EventPage(
            **self.titled(parent, _("Imported event")),
            **self.moment(event),
            **self.where(event),
            **self.about(event),
        )
        page.description = self.in_front(event.description)
        self.hold(page)
        parent.add_child(instance=page)
        page.organisation_links = [
            *(EventOrganisation(organisation=each, part=OrganisationPart.ORGANISER) for each in organisers),
            *(
                EventOrganisation(organisation=each, part=OrganisationPart.PARTNER)
                for each in partners
                if each not in organisers
            ),
        ]
        for number, link in enumerate(page.organisation_links.all()):
            link.sort_order = number
        page.focal_points = [
            self.focal_point(each, number)
            for number, each in enumerate(event.focal_points)
            if each.name or each.email or each.organisation
        ]
        page.hashtags.add(*self.proposal.hashtags)
        page.save()
        page.save_revision(user=self.decisions.user)
        return Stored(page, self.remarks)

    def parent_of(self, event: ProposedEvent) -> Any:
        """The larger meeting, where it is here under its name; else the list of events of the language."""
        if event.parent:
            here = EventPage.objects.filter(locale=self.locale)
            same = next((page for page in here if squeezed(page.title) == squeezed(event.parent)), None)
            if same is not None:
                return same
        return EventIndexPage.objects.get(locale=self.locale)

    def moment(self, event: ProposedEvent) -> dict[str, Any]:
        """Days, hours and the zone of their clocks."""
        told = event.moment
        return {
            "starts_on": day_of(told.starts_on),
            "starts_time": hour_of(told.starts_time),
            "ends_on": day_of(told.ends_on),
            "ends_time": hour_of(told.ends_time),
            "month": told.month or "",
            "is_date_open": not told.starts_on and not any(each.day for each in event.agenda),
            "duration": event.duration if not told.ends_time else None,
            "time_zone": told.zone or "",
            "zone_label": (told.zone_label or "")[:40],
        }

    def where(self, event: ProposedEvent) -> dict[str, Any]:
        """House, city, links, and for how many there is room."""
        told = event.where
        return {
            "attendance": told.attendance,
            "venue": told.venue or "",
            "place": told.place or "",
            "online_url": told.online_url or "",
            "online_note": self.fitted(told.online_note or "", LONGEST_LINE),
            "webcast_url": told.webcast_url or "",
            "is_streamed": told.is_streamed,
            "capacity_on_site": told.capacity_on_site,
            "capacity_on_site_words": told.capacity_on_site_words or "",
            "capacity_online": told.capacity_online,
            "capacity_online_words": told.capacity_online_words or "",
            "format_note": self.fitted(told.note or "", 500),
            "registration_url": event.registration_url or "",
            "registration_note": self.fitted(event.registration_note or "", LONGEST_LINE),
        }

    def about(self, event: ProposedEvent) -> dict[str, Any]:
        """What is said about the event, and its sessions."""
        mandate = event.mandate
        return {
            "kind": event.kind,
            "summary": self.fitted(event.summary or "", LONGEST_SUMMARY),
            "series": self.fitted("" if self.is_below(event) else event.parent or "", LONGEST_LINE),
            "working_languages": ", ".join(event.working_languages),
            "has_interpretation": event.has_interpretation,
            "interpretation_note": self.fitted(event.languages_note or "", LONGEST_LINE),
            "regions": stored_points(event.regions),
            "mandate_reference": (mandate.reference or "")[:100],
            "mandate_adopted_by": (mandate.adopted_by or "")[:200],
            "mandate_adopted_on": day_of(mandate.adopted_on),
            "mandate_given_by": (mandate.given_by or "")[:200],
            "mandate_holder": self.directory.organisation(mandate.holder),
            "mandate_task": format_html("<p>{}</p>", mandate.task) if mandate.task else "",
            "background": event.background,
            "concept_note": event.concept_note,
            "themes": stored_points(event.themes),
            "objective": event.objective,
            "objectives_introduction": self.fitted(event.objectives_introduction or "", LONGEST_LINE),
            "objectives": stored_points(event.objectives),
            "expected_outcomes": stored_points(event.expected_outcomes),
            "format": cut_text(event.format or "", 200),
            "invitees": [{"type": "group", "value": self.group(each)} for each in event.invitees],
            "preparation": stored_points(event.preparation),
            "guiding_questions": stored_points(event.guiding_questions),
            "agenda_status": event.agenda_status,
            "programme": list(self.programme(event)),
            "links": [{"type": "link", "value": link_value(each)} for each in event.links],
            "footnotes": [{"type": "link", "value": link_value(each)} for each in event.footnotes],
        }

    def is_below(self, event: ProposedEvent) -> bool:
        """Whether the draft stands below the larger meeting."""
        return isinstance(self.parent_of(event), EventPage)

    def group(self, invited: InvitedGroup) -> dict[str, Any]:
        """A group of those who are invited, with the organisations of its acronyms that the directory knows."""
        known = [number for name in invited.organisations if (number := self.known_body(name))]
        group, note = self.fitted(invited.group, LONGEST_LINE), self.fitted(invited.note, LONGEST_LINE)
        return {"group": group, "note": note, "organisations": items(known)}

    def programme(self, event: ProposedEvent) -> Iterable[dict[str, Any]]:
        """The sessions; the first of those that tell only how long they last begins when the event does."""
        for number, session in enumerate(event.agenda):
            starts = session.starts or (event.moment.starts_time if number == 0 else None)
            yield {"type": "session", "id": str(uuid.uuid4()), "value": self.session(session, starts)}

    def session(self, session: AgendaSession, starts: str | None) -> dict[str, Any]:
        """A session as the editor stores it."""
        parallel = [
            {"title": cut_text(each.title, LONGEST_LINE), "room": "", "description": "", "speakers": []}
            for each in session.parallel
        ]
        return {
            "title": session.title,
            "day": session.day,
            "starts": f"{starts}:00" if starts else None,
            "minutes": session.minutes,
            "room": session.room,
            "description": session.description,
            "speakers": items(self.speaker(each) for each in session.speakers),
            "parallel": items(parallel),
            "is_cancelled": False,
        }

    def speaker(self, speaker: AgendaSpeaker) -> dict[str, Any]:
        """A speaker: the record of a person or an organisation, or words where there is none."""
        person = self.person(speaker.name, speaker.role, speaker.organisation) if speaker.kind == "person" else None
        is_body = speaker.kind == "organisation"
        body = self.known_body(speaker.name if is_body else speaker.organisation)
        name = "" if person is not None or (is_body and body) else speaker.name
        return {
            "person": person.pk if person is not None else None,
            "name": name[:LONGEST_LINE],
            "role": self.role_beside(speaker.role, speaker.organisation),
            "organisation": body,
            "confirmation": speaker.confirmation,
            "minutes": speaker.minutes,
            "is_moderator": speaker.is_moderator,
        }

    def focal_point(self, named: WrittenPerson, number: int) -> EventFocalPoint:
        """Whom to ask: the media contact with the same address, else name, role, organisation and address."""
        proposed = Contact(named.name, named.role, named.organisation, named.email, named.phone, ())
        same = next((each for each in self.directory.contacts if named.email and is_same_contact(each, proposed)), None)
        if same is not None:
            return EventFocalPoint(contact=same, sort_order=number, locale=self.locale)
        if named.phone:
            self.remarks.append(
                _("A focal point has no field for a telephone number: %(number)s") % {"number": named.phone}
            )
        return EventFocalPoint(
            name=cut_text(named.name or named.organisation or named.email or "", 150),
            role=cut_text(self.role_beside(named.role, named.organisation), LONGEST_ROLE),
            organisation=self.directory.organisation(named.organisation),
            email=named.email or "",
            sort_order=number,
            locale=self.locale,
        )


def items(values: Iterable[Any]) -> list[dict[str, Any]]:
    """A list within a block as the editor stores it."""
    return [{"type": "item", "id": str(uuid.uuid4()), "value": each} for each in values]


def link_value(link: NamedLink) -> dict[str, str]:
    """An address as the editor stores it."""
    return {"label": link.label, "url": link.url[:500]}


def day_of(written: str | None) -> date | None:
    """A day from ISO 8601."""
    return date.fromisoformat(written) if written else None


def hour_of(written: str | None) -> time | None:
    """A time of day from "HH:MM"."""
    return time.fromisoformat(written) if written else None
