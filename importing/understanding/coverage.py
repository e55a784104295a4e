"""The check that every word of the source is in the proposal or in a remark about it."""

import re
from collections.abc import Iterator, Mapping, Sequence

from importing.proposal import Contact, Doubt, Proposal, ProposedBoilerplate
from importing.understanding.ledger import ProposalPart
from importing.understanding.lexicon.vocabulary import pattern_for

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
#: Words that only say what stands beside them.
LABELS = re.compile(
    r"(?<!\w)(?:"
    + pattern_for(
        "labels.contact",
        "labels.about",
        "labels.notes",
        "labels.hashtags",
        "labels.summary",
        "contact_words",
        "contact_cues",
        "articles",
        "and",
        "joints",
    )
    + r"|for|to|a|the)(?!\w)",
    re.IGNORECASE,
)
#: Parts in which the paragraph stands as it was written.
WHOLE = {
    ProposalPart.BODY,
    ProposalPart.EMBARGO,
    ProposalPart.DATELINE,
    ProposalPart.HEADLINE,
    ProposalPart.SUBHEADLINE,
}
#: Parts that the remark about them quotes in full.
QUOTED = {ProposalPart.KIND, ProposalPart.END}


def words_left_out(proposal: Proposal) -> Iterator[Doubt]:
    """Yield a remark for each paragraph of which words stand in no part and in no other remark."""
    told = _told(proposal)
    remarks = _remarks(proposal.warnings)
    labels: dict[int, str] = {}
    for paragraph, place in zip(proposal.paragraphs, proposal.placement, strict=True):
        if place in WHOLE or place in QUOTED:
            continue
        known = _words(" ".join((*told.get(paragraph.number, ()), *remarks.get(paragraph.number, ()))))
        missing = [word for word in WORD.findall(paragraph.text) if word.casefold() not in known]
        words = " ".join(dict.fromkeys(missing))
        if missing and not LABELS.sub("", words).strip(" .-"):
            labels[paragraph.number] = words
        elif missing:
            yield Doubt((paragraph.number,), f"These words stand in no field: “{words}”.")
    if labels:
        told_labels = ", ".join(f"“{words}”" for words in dict.fromkeys(labels.values()))
        yield Doubt(tuple(labels), f"These labels were left out: {told_labels}.")


def _told(proposal: Proposal) -> dict[int, list[str]]:
    """Return by the number of each paragraph what the parts say that come from it."""
    told: dict[int, list[str]] = {}
    parts: Sequence[Contact | ProposedBoilerplate] = (*proposal.contacts, *proposal.boilerplates)
    for part in parts:
        for number in part.source:
            told.setdefault(number, []).extend(_texts(part))
    for number, place in enumerate(proposal.placement):
        if place == ProposalPart.HASHTAGS:
            told.setdefault(number, []).extend(proposal.hashtags)
        elif place == ProposalPart.NOTES:
            told.setdefault(number, []).append(proposal.notes_to_editors or "")
        elif place == ProposalPart.SUMMARY:
            told.setdefault(number, []).append(proposal.summary or "")
    return told


def _texts(part: Contact | ProposedBoilerplate) -> list[str]:
    if isinstance(part, ProposedBoilerplate):
        return [part.organisation or "", part.text]
    return [value or "" for value in (part.name, part.role, part.organisation, part.email, part.phone)]


def _remarks(doubts: Sequence[Doubt]) -> Mapping[int, list[str]]:
    remarks: dict[int, list[str]] = {}
    for doubt in doubts:
        for number in doubt.source:
            remarks.setdefault(number, []).append(doubt.message)
    return remarks


def _words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}
