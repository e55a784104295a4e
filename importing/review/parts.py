"""What a paragraph can be taken for, and what each was taken for in a proposal."""

from enum import StrEnum

from importing.proposal import Proposal
from importing.understanding.ledger import ProposalPart


class Part(StrEnum):
    """What a paragraph is in the release that will be made."""

    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    DATELINE = "dateline"
    EMBARGO = "embargo"
    SUMMARY = "summary"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    TABLE = "table"
    IMAGE = "image"
    QUOTE = "quote"
    PARTICIPANTS = "participants"
    BOILERPLATE = "boilerplate"
    CONTACT = "contact"
    NOTES = "notes"
    HASHTAGS = "hashtags"
    DROPPED = "dropped"


#: Of these there is one; when a person names another paragraph, what was only guessed becomes text.
SINGLE = (Part.HEADLINE, Part.SUBHEADLINE, Part.DATELINE, Part.EMBARGO, Part.SUMMARY)
IN_BODY = (Part.PARAGRAPH, Part.HEADING, Part.LIST, Part.TABLE, Part.IMAGE, Part.QUOTE, Part.PARTICIPANTS)

#: Where a proposal keeps each part.
PLACED = {
    Part.HEADLINE: ProposalPart.HEADLINE,
    Part.SUBHEADLINE: ProposalPart.SUBHEADLINE,
    Part.DATELINE: ProposalPart.DATELINE,
    Part.EMBARGO: ProposalPart.EMBARGO,
    Part.SUMMARY: ProposalPart.SUMMARY,
    Part.BOILERPLATE: ProposalPart.BOILERPLATES,
    Part.CONTACT: ProposalPart.CONTACTS,
    Part.NOTES: ProposalPart.NOTES,
    Part.HASHTAGS: ProposalPart.HASHTAGS,
    Part.DROPPED: ProposalPart.END,
}
TAKEN = {str(place): part for part, place in PLACED.items()}
BLOCKS = {
    "quote": Part.QUOTE,
    "heading": Part.HEADING,
    "list": Part.LIST,
    "table": Part.TABLE,
    "image": Part.IMAGE,
}


def parts_of_proposal(proposal: Proposal) -> list[Part]:
    """Return what each paragraph was taken for, in order. Labels of the kind and marks of the end are left out."""
    blocks = {number: block.type for block in proposal.body for number in block.source}
    listed = {number for each in proposal.participants for number in each.source}
    quoted = {number for quote in proposal.quotes for number in quote.source}
    found = []
    for number, place in enumerate(proposal.placement):
        if place != ProposalPart.BODY:
            found.append(TAKEN.get(str(place), Part.DROPPED))
            continue
        part = BLOCKS.get(blocks.get(number, ""), Part.PARAGRAPH)
        if part is Part.PARAGRAPH and number in quoted:
            part = Part.QUOTE
        elif part in (Part.PARAGRAPH, Part.LIST) and number in listed:
            part = Part.PARTICIPANTS
        found.append(part)
    return found


def place_of_part(part: Part) -> str:
    """Return where a proposal keeps a part."""
    return str(PLACED.get(part, ProposalPart.BODY))
