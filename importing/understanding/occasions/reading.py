"""An event or a call, put together: what each paragraph is, the fields, and what somebody should look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from importing.proposal import Proposal
from importing.proposed_occasions import OccasionPart, ProposedCall, ProposedEvent
from importing.reading import SourceParagraph
from importing.remarks import Doubt, ImportRemark, doubt_about
from importing.understanding.headline import without_details
from importing.understanding.ledger import ProposalPart
from importing.understanding.occasions.calls import call_of
from importing.understanding.occasions.dividing import text_parts
from importing.understanding.occasions.events import event_of
from importing.understanding.occasions.labels import CALL_LABELS, EVENT_LABELS, label_in
from importing.understanding.occasions.letters import letter_text_parts
from importing.understanding.occasions.texts import is_cut
from importing.understanding.top_lines import lines_above_text, names_issuer_only

EVENT, CALL = "event", "call"
#: The parts of a release that are found in events and calls too, and what they are there.
IN_EVENTS: Mapping[str, OccasionPart] = {
    ProposalPart.KIND: OccasionPart.KIND,
    ProposalPart.HEADLINE: OccasionPart.TITLE,
    ProposalPart.SUBHEADLINE: OccasionPart.SUMMARY,
    ProposalPart.SUMMARY: OccasionPart.SUMMARY,
    ProposalPart.HASHTAGS: OccasionPart.HASHTAGS,
    ProposalPart.EMBARGO: OccasionPart.EMBARGO,
    ProposalPart.DATELINE: OccasionPart.WHEN,
    ProposalPart.CONTACTS: OccasionPart.FOCAL_POINTS,
    ProposalPart.BOILERPLATES: OccasionPart.BACKGROUND,
    ProposalPart.NOTES: OccasionPart.DESCRIPTION,
    ProposalPart.END: OccasionPart.DROPPED,
}
IN_CALLS: Mapping[str, OccasionPart] = {
    **IN_EVENTS,
    ProposalPart.DATELINE: OccasionPart.ISSUED,
    ProposalPart.BOILERPLATES: OccasionPart.WHY,
    ProposalPart.NOTES: OccasionPart.CLOSING,
}


def parts_of_occasion(proposal: Proposal) -> tuple[OccasionPart, ...]:
    """Return what each paragraph of an event or a call was taken for."""
    return parts_placed(proposal.paragraphs, proposal.placement, is_call=proposal.call is not None)


def parts_placed(
    paragraphs: Sequence[SourceParagraph], placement: Sequence[str], is_call: bool
) -> tuple[OccasionPart, ...]:
    """Return the parts of an event or a call that placements mean; what was left as text is told by where it stands."""
    known = IN_CALLS if is_call else IN_EVENTS
    parts: dict[int, OccasionPart] = {}
    for number, place in enumerate(placement):
        if str(place) in known:
            parts[number] = known[str(place)]
        elif str(place) != ProposalPart.BODY:
            parts[number] = OccasionPart(str(place))
    parts |= _issuers(paragraphs, parts)
    if is_call:
        parts |= letter_text_parts(paragraphs, parts)
    else:
        parts |= _above_the_kind(paragraphs, parts)
        parts |= text_parts(paragraphs, parts)
    return tuple(parts[number] for number in range(len(placement)))


def _issuers(paragraphs: Sequence[SourceParagraph], parts: Mapping[int, OccasionPart]) -> dict[int, OccasionPart]:
    """Return the lines above the text that name an organisation and nothing else, where no label says who organises."""
    if OccasionPart.ORGANISERS in parts.values() or OccasionPart.SIGNATORIES in parts.values():
        return {}
    above = [each for each in lines_above_text(paragraphs) if each.number not in parts]
    return {each.number: OccasionPart.ORGANISERS for each in above if names_issuer_only(each.text)}


def _above_the_kind(
    paragraphs: Sequence[SourceParagraph], parts: Mapping[int, OccasionPart]
) -> dict[int, OccasionPart]:
    """Return what stands above the label of the kind: the larger meeting that it is a side event of."""
    label = next((number for number, part in parts.items() if part is OccasionPart.KIND), 0)
    return {each.number: OccasionPart.PARENT for each in paragraphs[:label] if each.number not in parts}


def with_occasion(proposal: Proposal, parts: Sequence[OccasionPart]) -> Proposal:
    """Return a proposal as the event or the call that its kind says, with the fields that some parts hold.

    The remarks are those of the proposal and those about the fields; what was remarked of other fields goes.
    """
    is_call = proposal.kind == CALL
    title = proposal.headline
    event: ProposedEvent | None = None
    call: ProposedCall | None = None
    if is_call:
        issued = (proposal.dateline.place, proposal.dateline.date)
        call = call_of(proposal.paragraphs, parts, title, issued, proposal.language)
    else:
        titles = [
            each.text for each, part in zip(proposal.paragraphs, parts, strict=True) if part is OccasionPart.TITLE
        ]
        details = next((details for each in titles if (details := without_details(each)[1])), None)
        event = event_of(proposal.paragraphs, parts, title, details, proposal.language)
    earlier = set(remarks_of(proposal)) if proposal.event or proposal.call else set()
    read = replace(proposal, placement=tuple(parts), body=(), event=event, call=call)
    kept = [doubt for doubt in proposal.warnings if doubt not in earlier]
    return replace(read, warnings=tuple(dict.fromkeys((*kept, *remarks_of(read)))))


def remarks_of(proposal: Proposal) -> tuple[Doubt, ...]:
    """Return what somebody should look at in an event or a call, as its parts and fields are."""
    parts = [OccasionPart(str(place)) for place in proposal.placement]
    doubts = [*_left_out(proposal.paragraphs, parts), *_seams(proposal.paragraphs, parts)]
    doubts += _doubts_of_call(proposal.call, parts) if proposal.call else ()
    doubts += _doubts_of_event(proposal.event, parts) if proposal.event else ()
    return tuple(dict.fromkeys(doubts))


def has_label(proposal: Proposal, number: int, part: OccasionPart) -> bool:
    """Whether a paragraph of an event or a call begins with the label of a part."""
    label = label_in(proposal.paragraphs[number], CALL_LABELS if proposal.call is not None else EVENT_LABELS)
    return label is not None and label.part is part


def _first(parts: Sequence[OccasionPart], *wanted: OccasionPart) -> tuple[int, ...]:
    """Return the first paragraph of some parts, as the source of a remark."""
    return next(((number,) for number, part in enumerate(parts) if part in wanted), (0,) if parts else ())


def _left_out(paragraphs: Sequence[SourceParagraph], parts: Sequence[OccasionPart]) -> Iterator[Doubt]:
    """Yield a remark for each run of lines that were left out, which quotes them."""
    for part, run in groupby(range(len(parts)), key=lambda number: parts[number]):
        if part is OccasionPart.DROPPED:
            numbers = tuple(run)
            text = " / ".join(paragraphs[number].text for number in numbers)
            yield doubt_about(numbers, ImportRemark.LINES_LEFT_OUT, text=text)


def _seams(paragraphs: Sequence[SourceParagraph], parts: Sequence[OccasionPart]) -> Iterator[Doubt]:
    """Yield a remark where a paragraph was cut by a page and is one again."""
    prose = (OccasionPart.BACKGROUND, OccasionPart.DESCRIPTION, OccasionPart.WHY, OccasionPart.CLOSING)
    for number in range(1, len(parts)):
        is_prose = parts[number] is parts[number - 1] and parts[number] in prose
        if is_prose and is_cut(paragraphs[number - 1].html, paragraphs[number].html):
            yield doubt_about((number,), ImportRemark.SEAM)


def _doubts_of_event(event: ProposedEvent, parts: Sequence[OccasionPart]) -> Iterator[Doubt]:
    when = _first(parts, OccasionPart.WHEN, OccasionPart.TITLE)
    if not event.moment.starts_on and not event.moment.month and not any(each.day for each in event.agenda):
        yield doubt_about(when, ImportRemark.NO_DAY)
    elif event.moment.starts_time or event.agenda:
        yield from _doubts_of_zone(event.moment.zone, event.moment.is_zone_proposed, event.moment.zone_label, when)
    if event.where.attendance in ("online", "both") and not (event.where.online_url or event.where.webcast_url):
        yield doubt_about(_first(parts, OccasionPart.PLACE, OccasionPart.WHEN), ImportRemark.NO_ONLINE_ADDRESS)
    if not event.organisers:
        yield doubt_about(_first(parts, OccasionPart.ORGANISERS, OccasionPart.TITLE), ImportRemark.NO_ORGANISER)
    if event.parent:
        yield doubt_about(_first(parts, OccasionPart.PARENT), ImportRemark.MAYBE_PARENT, text=event.parent)
    for session in event.agenda:
        if any(room.is_proposed for room in session.parallel):
            yield doubt_about(session.source[:1], ImportRemark.ROOMS_PROPOSED)
        if any(speaker.kind == "group" for speaker in session.speakers):
            groups = [each.name for each in session.speakers if each.kind == "group"]
            yield doubt_about(session.source[:1], ImportRemark.UNKNOWN_SPEAKERS, groups)


def _doubts_of_call(call: ProposedCall, parts: Sequence[OccasionPart]) -> Iterator[Doubt]:
    closing = _first(parts, OccasionPart.DEADLINE, OccasionPart.CLOSING, OccasionPart.TITLE)
    if not call.closes_on:
        yield doubt_about(closing, ImportRemark.NO_DEADLINE)
    else:
        yield from _doubts_of_zone(call.zone, call.is_zone_proposed, None, closing)
    if not call.steps:
        yield doubt_about(_first(parts, OccasionPart.WHY, OccasionPart.TITLE), ImportRemark.NO_STEPS)
    for name in call.attachments:
        yield doubt_about(closing, ImportRemark.ATTACHMENT, text=name)
    if any(each.month for each in call.meetings):
        yield doubt_about(_first(parts, OccasionPart.MEETINGS, OccasionPart.STEPS), ImportRemark.MONTHS_ONLY)


def _doubts_of_zone(zone: str | None, is_proposed: bool, label: str | None, source: tuple[int, ...]) -> Iterator[Doubt]:
    if zone is None:
        yield doubt_about(source, ImportRemark.NO_ZONE)
    elif is_proposed:
        yield doubt_about(source, ImportRemark.ZONE_FROM_PLACE, zone=zone)
    elif label and label != zone:
        yield doubt_about(source, ImportRemark.ZONE_READ_AS, text=label, zone=zone)
