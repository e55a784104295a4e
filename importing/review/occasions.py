"""What a person decides about the paragraphs of an event or a call; its fields are read again from their parts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from importing.proposal import Proposal
from importing.proposed_occasions import OccasionPart
from importing.review.lines import embargo_again, issued_in
from importing.understanding import parts_of_occasion, with_occasion

IN_BOTH = (OccasionPart.EMBARGO, OccasionPart.HASHTAGS, OccasionPart.KIND, OccasionPart.DROPPED)
#: What a paragraph can be, in the order of the list from which one chooses.
EVENT_PARTS: tuple[OccasionPart, ...] = (
    *(OccasionPart.TITLE, OccasionPart.PARENT, OccasionPart.SUMMARY, OccasionPart.WHEN, OccasionPart.PLACE),
    *(OccasionPart.REGISTRATION, OccasionPart.ORGANISERS, OccasionPart.PARTNERS, OccasionPart.FOCAL_POINTS),
    *(OccasionPart.THEMES, OccasionPart.CONCEPT_NOTE, OccasionPart.BACKGROUND, OccasionPart.OBJECTIVES),
    *(OccasionPart.OUTCOMES, OccasionPart.DESCRIPTION, OccasionPart.FORMAT, OccasionPart.INVITEES),
    *(OccasionPart.PREPARATION, OccasionPart.QUESTIONS, OccasionPart.AGENDA, OccasionPart.LANGUAGES),
    *(OccasionPart.LINKS, OccasionPart.FOOTNOTES, *IN_BOTH),
)
CALL_PARTS: tuple[OccasionPart, ...] = (
    *(OccasionPart.TITLE, OccasionPart.SUMMARY, OccasionPart.ISSUED, OccasionPart.SALUTATION, OccasionPart.ORGANISERS),
    *(OccasionPart.WHY, OccasionPart.STEPS, OccasionPart.MEETINGS, OccasionPart.AUDIENCES, OccasionPart.DEADLINE),
    *(OccasionPart.FOCAL_POINTS, OccasionPart.LANGUAGES, OccasionPart.ATTACHMENTS, OccasionPart.CLOSING),
    *(OccasionPart.VALEDICTION, OccasionPart.SIGNATORIES, *IN_BOTH),
)
HASHTAG = re.compile(r"#(\w+)")
#: Where a title goes that another paragraph displaces.
DISPLACED = {"event": OccasionPart.DESCRIPTION, "call": OccasionPart.WHY}


def choosable_parts(proposal: Proposal) -> tuple[OccasionPart, ...]:
    """Return what a paragraph of an event or a call can be."""
    return CALL_PARTS if proposal.call is not None else EVENT_PARTS


def decided_parts(stored: Sequence[Mapping[str, Any]], proposal: Proposal) -> dict[int, OccasionPart]:
    """Return what a person said the paragraphs are; what fits nothing any more is left out."""
    choosable = choosable_parts(proposal)
    numbers = range(len(proposal.paragraphs))
    return {
        each["paragraph"]: OccasionPart(each["part"])
        for each in stored
        if each["paragraph"] in numbers and each["part"] in choosable
    }


def occasion_parts(proposal: Proposal, decided: Mapping[int, OccasionPart]) -> tuple[OccasionPart, ...]:
    """Return what each paragraph is once a person decided; a title that was only guessed goes into the text."""
    parts = list(parts_of_occasion(proposal))
    if OccasionPart.TITLE in decided.values():
        instead = DISPLACED["call" if proposal.call is not None else "event"]
        parts = [instead if part is OccasionPart.TITLE else part for part in parts]
    for number, part in decided.items():
        parts[number] = part
    return tuple(parts)


def assigned_occasion(proposal: Proposal, stored: Sequence[Mapping[str, Any]]) -> Proposal:
    """Return an event or a call as a person corrected it: its fields are read again from the parts."""
    decided = decided_parts(stored, proposal)
    if not decided:
        return proposal
    parts = occasion_parts(proposal, decided)
    texts = {
        part: " ".join(proposal.paragraphs[n].text for n, each in enumerate(parts) if each is part) for part in parts
    }
    titles = [proposal.paragraphs[number].text for number, part in decided.items() if part is OccasionPart.TITLE]
    corrected = replace(
        proposal,
        headline=titles[0] if titles else proposal.headline,
        hashtags=tuple(dict.fromkeys([*HASHTAG.findall(texts.get(OccasionPart.HASHTAGS, ""))])) or proposal.hashtags,
    )
    corrected = with_embargo_of(corrected, parts)
    if any(part is OccasionPart.ISSUED for part in decided.values()):
        corrected = replace(corrected, dateline=issued_in(texts[OccasionPart.ISSUED]))
    return with_occasion(corrected, parts)


def with_embargo_of(proposal: Proposal, parts: Sequence[OccasionPart]) -> Proposal:
    """Return a proposal with the embargo that its lines tell now; the instant is read again where they are others."""
    numbers = [number for number, part in enumerate(parts) if part is OccasionPart.EMBARGO]
    line = " ".join(proposal.paragraphs[number].text for number in numbers) or None
    if tuple(numbers) == proposal.sources_of(OccasionPart.EMBARGO):
        return proposal
    until, zone, doubts = embargo_again(proposal, line, numbers)
    return replace(proposal, embargo=line, embargo_until=until, embargo_zone=zone, warnings=doubts)


def occasion_decisions(data: Any, stored: Sequence[Mapping[str, Any]], proposal: Proposal) -> list[dict[str, Any]]:
    """Return what a person decided, out of a form that was sent: the parts that differ from what was guessed."""
    guesses = parts_of_occasion(proposal)
    before = decided_parts(stored, proposal)
    shown = occasion_parts(proposal, before)
    choosable = choosable_parts(proposal)
    found: list[dict[str, Any]] = []
    for number, guess in enumerate(guesses):
        name = data.get(f"part-{number}", "")
        part = OccasionPart(name) if name in choosable else shown[number]
        is_displaced = part is shown[number] and number not in before
        if part is not guess and not is_displaced:
            found.append({"paragraph": number, "part": part.value, "values": {}})
    return found
