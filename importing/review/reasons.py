"""What speaks for and against each guess on the review page: the evidence of each paragraph, by named signals."""

from collections.abc import Iterator, Mapping, Sequence

from importing.proposal import Evidence, Proposal
from importing.proposed_occasions import OccasionPart
from importing.reading import Kind
from importing.remarks import ImportRemark
from importing.review.parts import Part
from importing.understanding import has_label
from importing.understanding.occasions.agendas import begins_with_time
from importing.understanding.signals import evidence_of
from newsroom.language.calendar.dates import first_date_in

SET_SO: Mapping[Kind, Part] = {
    Kind.HEADING: Part.HEADING,
    Kind.LIST_ITEM: Part.LIST,
    Kind.TABLE_ROW: Part.TABLE,
    Kind.IMAGE: Part.IMAGE,
}
#: What speaks for the parts of which there is no more to tell.
ALWAYS: Mapping[Part | OccasionPart, str] = {
    Part.SUBHEADLINE: "stands under the headline",
    Part.SUMMARY: "a label says so",
    Part.HASHTAGS: "begins with a hash sign",
    Part.NOTES: "stands under a heading of notes",
    Part.DROPPED: "belongs to the page or the wire",
    OccasionPart.HASHTAGS: "begins with a hash sign",
    OccasionPart.KIND: "names the kind of document",
    OccasionPart.DROPPED: "belongs to the page or the wire",
}
#: Why a paragraph was left out, by the remark that says so.
LEFT_OUT: Mapping[ImportRemark, str] = {
    ImportRemark.KIND: "names the kind of document",
    ImportRemark.END_MARK: "marks the end of the text",
    ImportRemark.FURNITURE: "belongs to the page or the wire",
    ImportRemark.SITE_SETTINGS: "belongs to the page or the wire",
}


def evidence_by_paragraph(proposal: Proposal, parts: Sequence[Part | OccasionPart]) -> list[Evidence]:
    """Return what speaks for the part of each paragraph, as it was guessed."""
    found = told_by_parts(proposal)
    is_occasion = proposal.event is not None or proposal.call is not None
    left_out = {
        number: LEFT_OUT[doubt.remark]
        for doubt in proposal.warnings
        for number in doubt.source
        if doubt.remark in LEFT_OUT
    }
    told = []
    for number, part in enumerate(parts):
        if (evidence := found.get((number, str(part)))) is not None:
            told.append(evidence)
        elif part in (Part.EMBARGO, OccasionPart.EMBARGO):
            told.append(evidence_of((number,), signals_of_embargo(proposal)))
        elif number in left_out and part in (Part.DROPPED, OccasionPart.DROPPED, OccasionPart.KIND):
            told.append(evidence_of((number,), (left_out[number],)))
        elif part in ALWAYS and not (is_occasion and part is OccasionPart.SUMMARY):
            told.append(evidence_of((number,), (ALWAYS[part],)))
        elif is_occasion:
            told.append(evidence_of((number,), signals_of_occasion(proposal, number, parts)))
        else:
            told.append(evidence_of((number,), (signal_of_text(proposal, number, part),)))
    return told


def told_by_parts(proposal: Proposal) -> dict[tuple[int, str], Evidence]:
    """Return the evidence that parts bring along, by paragraph and part; of several the least certain."""
    found: dict[tuple[int, str], Evidence] = {}
    told: Iterator[tuple[str, Evidence]] = iter(
        [
            *((Part.QUOTE.value, each.evidence) for each in proposal.quotes),
            *((Part.PARTICIPANTS.value, each.evidence) for each in proposal.participants),
            *((Part.BOILERPLATE.value, each.evidence) for each in proposal.boilerplates),
            *((Part.CONTACT.value, each.evidence) for each in proposal.contacts),
            *((OccasionPart.FOCAL_POINTS.value, each.evidence) for each in proposal.contacts),
            (Part.HEADLINE.value, proposal.headline_evidence),
            (OccasionPart.TITLE.value, proposal.headline_evidence),
            (Part.DATELINE.value, proposal.dateline.evidence),
            (OccasionPart.ISSUED.value, proposal.dateline.evidence),
        ]
    )
    for part, evidence in told:
        for number in evidence.source if evidence.signals else ():
            if (number, part) not in found or evidence.confidence < found[number, part].confidence:
                found[number, part] = evidence
    return found


def signals_of_embargo(proposal: Proposal) -> Iterator[str]:
    """Yield what speaks for an embargo line, and against it where it tells no instant."""
    yield "begins with a word for an embargo"
    yield "a day, a time and a time zone stand side by side" if proposal.embargo_until else "no instant can be told"


def signal_of_text(proposal: Proposal, number: int, part: Part | OccasionPart) -> str:
    """Return what speaks for a block of the text: that the file sets it so, or nothing against it."""
    is_set = SET_SO.get(proposal.paragraphs[number].kind) is part
    return "set so in the file" if is_set else "reads like running text"


def signals_of_occasion(proposal: Proposal, number: int, parts: Sequence[Part | OccasionPart]) -> Iterator[str]:
    """Yield what speaks for a part of an event or a call: its label, the label above it, a day, an hour, its place."""
    part = OccasionPart(str(parts[number]))
    if has_label(proposal, number, part):
        yield "a label says so"
        return
    above = number
    while above > 0 and parts[above - 1] is parts[number]:
        above -= 1
    text = proposal.paragraphs[number].text
    if above < number and has_label(proposal, above, part):
        yield "goes on below a label"
    elif part is OccasionPart.AGENDA and begins_with_time(text):
        yield "tells an hour"
    elif part in (OccasionPart.WHEN, OccasionPart.ISSUED, OccasionPart.DEADLINE) and first_date_in(text):
        yield "tells a day"
    else:
        yield "only its place in the document tells"
