"""Values with a type, which a person writes over what was understood: language, kind, days, hours, zones, links.

They are kept by name as text, beside the parts of paragraphs, and are put into a proposal after these.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from importing.proposal import Proposal
from importing.proposed_occasions import OccasionPart, ProposedCall, ProposedEvent, Whereabouts, WrittenMoment
from importing.remarks import OF_EMBARGOES
from importing.understanding import remarks_of

Values = Mapping[str, str]
#: The values of a document of each kind, and where an event or a call keeps them.
EVERYWHERE = ("language", "kind", "embargo")
RELEASE_VALUES = (*EVERYWHERE, "date")
MOMENT = ("starts_on", "starts_time", "ends_on", "ends_time", "zone")
WHERE = ("online_url", "webcast_url")
EVENT_VALUES = (*EVERYWHERE, *MOMENT, *WHERE, "registration_url")
CALL_VALUES = (*EVERYWHERE, "issued_on", "closes_on", "closes_time", "zone")
#: At the paragraph of which part a value stands; all others stand above the paragraphs.
PLACES: Mapping[str, tuple[str, ...]] = {
    "date": ("dateline",),
    "embargo": (OccasionPart.EMBARGO,),
    "starts_on": (OccasionPart.WHEN,),
    "starts_time": (OccasionPart.WHEN,),
    "ends_on": (OccasionPart.WHEN,),
    "ends_time": (OccasionPart.WHEN,),
    "online_url": (OccasionPart.PLACE,),
    "webcast_url": (OccasionPart.PLACE,),
    "registration_url": (OccasionPart.REGISTRATION,),
    "issued_on": (OccasionPart.ISSUED,),
    "zone": (OccasionPart.WHEN, OccasionPart.DEADLINE),
    "closes_on": (OccasionPart.DEADLINE,),
    "closes_time": (OccasionPart.DEADLINE,),
}


def names_of_values(proposal: Proposal) -> tuple[str, ...]:
    """Return the names of the values that a document of its kind has."""
    if proposal.event is not None:
        return EVENT_VALUES
    return CALL_VALUES if proposal.call is not None else RELEASE_VALUES


def values_of_proposal(proposal: Proposal) -> dict[str, str]:
    """Return the values as they were understood, "" where none was; an embargo is an instant of UTC in ISO 8601."""
    told: dict[str, str | None] = {"language": proposal.language, "kind": proposal.kind}
    told["embargo"] = utc_of(proposal.embargo_until)
    if proposal.event is not None:
        event = proposal.event
        told |= {"kind": event.kind, "registration_url": event.registration_url}
        told |= {name: getattr(event.moment, name) for name in MOMENT}
        told |= {name: getattr(event.where, name) for name in WHERE}
    elif proposal.call is not None:
        call = proposal.call
        told |= {"kind": call.kind, "issued_on": call.issued_on, "zone": call.zone}
        told |= {"closes_on": call.closes_on, "closes_time": call.closes_time}
    else:
        told["date"] = proposal.dateline.date
    return {name: value or "" for name, value in told.items()}


def utc_of(instant: str | None) -> str:
    """Return an instant of ISO 8601 as UTC writes it; "" for none."""
    return datetime.fromisoformat(instant).astimezone(UTC).isoformat() if instant else ""


def with_values(proposal: Proposal, values: Values) -> Proposal:
    """Return a proposal with what a person wrote; what its kind does not have is left out."""
    names = names_of_values(proposal)
    said = {name: value or None for name, value in values.items() if name in names}
    if not said:
        return proposal
    changed = replace(proposal, language=said.get("language", proposal.language))
    if "embargo" in said:
        kept = tuple(doubt for doubt in proposal.warnings if doubt.remark not in OF_EMBARGOES)
        zone = values.get("embargo_zone") or None
        changed = replace(changed, embargo_until=said["embargo"], embargo_zone=zone, warnings=kept)
    if proposal.event is not None:
        return remarked_again(proposal, replace(changed, event=event_with(proposal.event, said)))
    if proposal.call is not None:
        return remarked_again(proposal, replace(changed, call=call_with(proposal.call, said)))
    dateline = replace(proposal.dateline, date=said.get("date", proposal.dateline.date))
    return replace(changed, kind=said.get("kind") or proposal.kind, dateline=dateline)


def remarked_again(before: Proposal, after: Proposal) -> Proposal:
    """Return a proposal without the remarks that its fields no longer deserve, and with those they deserve now."""
    earlier = set(remarks_of(before))
    kept = [doubt for doubt in after.warnings if doubt not in earlier]
    return replace(after, warnings=tuple(dict.fromkeys((*kept, *remarks_of(after)))))


def event_with(event: ProposedEvent, said: Mapping[str, str | None]) -> ProposedEvent:
    """Return an event with days, hours, zone, links and kind as somebody wrote them."""
    moment: WrittenMoment = replace(event.moment, **those_written(said, MOMENT))
    if said.get("starts_on"):
        moment = replace(moment, month=None)
    if "zone" in said:
        moment = replace(moment, is_zone_proposed=False, zone_label=None)
    where: Whereabouts = replace(event.where, **those_written(said, WHERE))
    own: dict[str, Any] = those_written(said, ("registration_url",))
    return replace(event, moment=moment, where=where, kind=said.get("kind") or event.kind, **own)


def call_with(call: ProposedCall, said: Mapping[str, str | None]) -> ProposedCall:
    """Return a call with its days, the hour and zone of its deadline and its kind as somebody wrote them."""
    own = those_written(said, ("issued_on", "closes_on", "closes_time", "zone"))
    is_proposed = call.is_zone_proposed and "zone" not in said
    return replace(call, kind=said.get("kind") or call.kind, is_zone_proposed=is_proposed, **own)


def those_written(said: Mapping[str, str | None], names: tuple[str, ...]) -> dict[str, Any]:
    """Return those of some values that somebody wrote."""
    return {name: said[name] for name in names if name in said}
