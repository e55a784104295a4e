"""Whether a document that no label names is an event or a call: by its agenda, the parts of its form, its letter."""

from collections.abc import Sequence

from importing.proposed_occasions import OccasionPart
from importing.reading import SourceParagraph
from importing.understanding.occasions.calls import DEADLINE_CUE, FURTHEST_CUE
from importing.understanding.occasions.dividing import agenda_parts
from importing.understanding.occasions.labels import AGENDA_LABEL, CALL_LABELS, EVENT_LABELS, label_in
from importing.understanding.occasions.letters import INVITES, salutation_in
from importing.understanding.occasions.moments import periods_of, prepared

#: Parts that only the form of an event has; background and description stand in releases too.
OF_A_FORM = {
    OccasionPart.WHEN,
    OccasionPart.PLACE,
    OccasionPart.REGISTRATION,
    OccasionPart.ORGANISERS,
    OccasionPart.PARTNERS,
    OccasionPart.THEMES,
    OccasionPart.CONCEPT_NOTE,
    OccasionPart.OBJECTIVES,
    OccasionPart.OUTCOMES,
    OccasionPart.INVITEES,
    OccasionPart.QUESTIONS,
    OccasionPart.AGENDA,
}
OF_A_CALL = {OccasionPart.DEADLINE, OccasionPart.STEPS, OccasionPart.AUDIENCES, OccasionPart.MEETINGS}
FEWEST_OF_A_FORM, FEWEST_OF_A_CALL = 4, 2
MOST_INVITING = 8
LONGEST_SEARCHED = 3_000


def occasion_in(paragraphs: Sequence[SourceParagraph]) -> str | None:
    """Return "call" or "event" for what the document is by its build, or None for neither.

    A letter is a call where it invites and names a day until which one answers; a page, where it has two parts that
    only calls have. An event has an agenda, or four parts of the form of one.
    """
    invites = any(INVITES.search(each.text[:LONGEST_SEARCHED]) for each in paragraphs[:MOST_INVITING])
    if salutation_in(paragraphs) is not None:
        return "call" if invites and has_deadline(paragraphs) else None
    of_a_call = {label.part for each in paragraphs if (label := label_in(each, CALL_LABELS))} & OF_A_CALL
    if OccasionPart.DEADLINE in of_a_call and len(of_a_call) >= FEWEST_OF_A_CALL:
        return "call"
    of_a_form = {label.part for each in paragraphs if (label := label_in(each, EVENT_LABELS))} & OF_A_FORM
    has_agenda = OccasionPart.AGENDA in agenda_parts(paragraphs).values()
    is_labelled = any(AGENDA_LABEL.fullmatch(each.text.strip(" :：*")) for each in paragraphs)
    if has_agenda and (is_labelled or of_a_form - {OccasionPart.AGENDA}):
        return "event"
    return "event" if len(of_a_form) >= FEWEST_OF_A_FORM else None


def has_deadline(paragraphs: Sequence[SourceParagraph]) -> bool:
    """Whether somewhere a day stands behind words such as "by" or "no later than", or a label tells the deadline."""
    for paragraph in paragraphs:
        label = label_in(paragraph, CALL_LABELS)
        if label is not None and label.part is OccasionPart.DEADLINE:
            return True
        text = prepared(paragraph.text[:LONGEST_SEARCHED])
        for period in periods_of(text):
            if period.is_day and DEADLINE_CUE.search(text[max(0, period.start - FURTHEST_CUE) : period.start]):
                return True
    return False
