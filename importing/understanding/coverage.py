"""The check that every word of the source is in the proposal or in a remark about it."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from html import unescape
from typing import Any

from importing.patience import Patience
from importing.proposal import Contact, Proposal, ProposedBoilerplate
from importing.proposed_occasions import occasion_as_json
from importing.reading import SourceParagraph
from importing.remarks import Doubt, ImportRemark, doubt_about
from importing.understanding.dateline import WEEKDAY
from importing.understanding.ledger import ProposalPart
from importing.understanding.lexicon.vocabulary import any_word, pattern_for
from importing.understanding.occasions.labels import CALL_LABELS, EVENT_LABELS, label_in
from importing.understanding.occasions.moments import hours_in, masked, periods_of, prepared
from importing.understanding.occasions.texts import POINT
from importing.understanding.speakers.names import HONORIFICS

FIRST_HAN = "\u3040"
NOTE_SIGN = re.compile("[¹²³⁴⁵⁶⁷⁸⁹]")
#: The first day of several, beside the others of its date.
DAY = re.compile(r"\d{1,2}")
MARKUP = re.compile(r"</?(?:p|ul|ol|li|strong|em|i)>")
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
#: The labels of events and calls, and the words that a field says in its own way.
OCCASION_LABELS = (
    *("when", "hours", "place", "webcast", "registration", "one_organiser", "organisers", "partners", "focal_points"),
    *("themes", "background", "concept_note", "objectives", "outcomes", "description", "format", "invitees", "mandate"),
    *("preparation", "questions", "agenda", "draft", "suggested", "languages", "more", "head_time", "head_title"),
    *("head_speaker", "head_notes", "head_room", "moderator", "speakers", "to_be_confirmed", "confirmed", "minutes"),
    *(
        "hours_long",
        "steps",
        "audiences",
        "deadline",
        "meetings",
        "attachments",
        "online",
        "hybrid",
        "on_site",
        "or",
        "day",
    ),
)
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
        "labels.title",
        "labels.subject",
        *(f"occasions.{name}" for name in OCCASION_LABELS),
        "articles",
        "time_before_city",
        "time_behind_city",
        "and",
        "joints",
    )
    + rf"|{any_word(sorted(HONORIFICS))}|for|to|a|the)(?!\w)",
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


def words_left_out(proposal: Proposal, patience: Patience) -> Iterator[Doubt]:
    """Yield a remark for each paragraph of which words stand in no part and in no other remark.

    Raises UnreadableDocument when the time of the document is over.
    """
    occasion = proposal.event or proposal.call
    told = {} if occasion else _told(proposal)
    # Read once for all paragraphs, since an agenda may have thousands of rows.
    in_fields = _words(_everything_in(occasion_as_json(occasion, ()))) if occasion else set()
    remarks = _remarks(proposal.warnings)
    labels: dict[int, str] = {}
    for paragraph, place in zip(proposal.paragraphs, proposal.placement, strict=True):
        patience.check()
        if occasion is None and (place in WHOLE or place in QUOTED):
            continue
        known = _words(" ".join((*told.get(paragraph.number, ()), *remarks.get(paragraph.number, ()))))
        if occasion is not None:
            yield from _not_in_fields(paragraph, (in_fields, known), labels)
            continue
        missing = [word for word in WORD.findall(paragraph.text) if word.casefold() not in known]
        words = " ".join(dict.fromkeys(missing))
        if missing and not LABELS.sub("", words).strip(" .-"):
            labels[paragraph.number] = words
        elif missing:
            yield doubt_about((paragraph.number,), ImportRemark.IN_NO_FIELD, text=words)
    if labels:
        yield doubt_about(labels, ImportRemark.LABELS_LEFT_OUT, dict.fromkeys(labels.values()))


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


def _not_in_fields(paragraph: SourceParagraph, known: Sequence[Set[str]], labels: dict[int, str]) -> Iterator[Doubt]:
    """Yield a remark where words of an event or a call stand in no field; note those that only label in `labels`."""
    text = _without_moments(_unlabelled(paragraph))
    untold = [word for word in WORD.findall(text) if not _is_told(word, known)]
    left = set(WORD.findall(LABELS.sub(" ", text))) if untold else set()
    missing = [word for word in untold if word in left]
    words = " ".join(dict.fromkeys(word for word in missing if not (DAY.fullmatch(word) and "¦" in text)))
    if LABELS.sub("", words).strip(" .-"):
        yield doubt_about((paragraph.number,), ImportRemark.IN_NO_FIELD, text=words)
        return
    only_labels = [word for word in WORD.findall(_without_moments(paragraph.text)) if not _is_told(word, known)]
    if only_labels:
        labels[paragraph.number] = " ".join(dict.fromkeys(only_labels))


def _unlabelled(paragraph: SourceParagraph) -> str:
    """Return the words of a paragraph without the label of its part and the signs of footnotes."""
    text = paragraph.text
    for named in (EVENT_LABELS, CALL_LABELS):
        if (label := label_in(paragraph, named)) is not None:
            text = text.replace(label.words, " ", 1)
    return NOTE_SIGN.sub(" ", text)


def _is_told(word: str, known: Sequence[Set[str]]) -> bool:
    """Whether a word is in one of some sets; of a script without spaces, whether its characters are."""
    folded = word.casefold()
    return any(folded in each for each in known) or (
        word[0] >= FIRST_HAN and all(any(character in each for each in known) for character in word)
    )


def _without_moments(text: str) -> str:
    """Return a text without the days and hours that fields say in their own way, and the number of a point."""
    bare = prepared(text)
    hidden = masked(bare, periods_of(bare))
    for hours in list(hours_in(hidden)):
        hidden = f"{hidden[: hours.start]}{'¦' * (hours.end - hours.start)}{hidden[hours.end :]}"
    return WEEKDAY.sub("", POINT.sub("", hidden, count=1))


def _everything_in(told: Any) -> str:
    """Return all words of an event or a call, what its days and hours are written as too."""
    if isinstance(told, dict):
        return " ".join(_everything_in(each) for each in told.values())
    if isinstance(told, list):
        return " ".join(_everything_in(each) for each in told)
    return MARKUP.sub(" ", unescape(str(told))) if isinstance(told, (str, int)) else ""


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
    words = {word.casefold() for word in WORD.findall(text)}
    return words | {character for word in words if word[0] >= FIRST_HAN for character in word}
