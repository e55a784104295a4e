"""The fields of an event, from its paragraphs and what each of them is."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from importing.proposed_occasions import (
    InvitedGroup,
    OccasionPart,
    ProposedEvent,
)
from importing.reading import SourceParagraph
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.lexicon.words import sentence_starts, word_count
from importing.understanding.occasions.agendas import agenda_of
from importing.understanding.occasions.labels import (
    AGENDA_LABEL,
    EVENT_LABELS,
    ONE_ORGANISER,
    anywhere,
    label_in,
    words_behind_label,
)
from importing.understanding.occasions.mandates import mandate_in, regions_in, who_organises
from importing.understanding.occasions.moments import MINUTES, moment_of
from importing.understanding.occasions.people import focal_points_in
from importing.understanding.occasions.texts import (
    has_email,
    html_of_part,
    is_item,
    languages_in,
    named_links_in,
    names_of_bodies,
    points_in,
)
from importing.understanding.occasions.wheres import where_of
from newsroom.language.addresses import web_in

#: In this order: what a document calls itself is looked for in its label, its title, its first words.
EVENT_KINDS = {
    "side-event": "side_event",
    "press-conference": "press_conference",
    "webinar": "webinar",
    "roundtable": "roundtable",
    "consultation": "consultation",
}
PROSE = (
    OccasionPart.DESCRIPTION,
    OccasionPart.FORMAT,
    OccasionPart.PLACE,
    OccasionPart.LANGUAGES,
    OccasionPart.BACKGROUND,
)
ACRONYMS = re.compile(r"[(（](?P<inside>[A-Z][A-Za-z-]*(?:\s*(?:,|/|\band\b|&)\s*[A-Z][A-Za-z-]*)*)[)）]")
GROUP_NOTE = re.compile(r"\s*[,،，]\s*(?=[^\W\dA-ZÀ-ÞА-Я_])")
LASTING = re.compile(rf"(?<!\w){pattern_for('occasions.lasting')}[:\s]", re.IGNORECASE)
HOURS_LONG = re.compile(rf"(\d{{1,2}})\s?-?\s?{pattern_for('occasions.hours_long')}(?!\w)", re.IGNORECASE)
FORMAT = re.compile(
    rf"(?<!\w){pattern_for('occasions.format_cues', is_spaceless=False)}\s(?P<words>[^,.;،؛]{{3,120}})", re.IGNORECASE
)
LANGUAGE_CUE = anywhere("language_cues")
INTERPRETATION = re.compile(pattern_for("occasions.interpretation"), re.IGNORECASE)
DRAFT = re.compile(pattern_for("occasions.draft"), re.IGNORECASE)
SUGGESTED = re.compile(pattern_for("occasions.suggested"), re.IGNORECASE)
LONGEST_INTRODUCTION = 300
Parts = Mapping[OccasionPart, Sequence[SourceParagraph]]


def event_of(
    paragraphs: Sequence[SourceParagraph],
    placed: Sequence[OccasionPart],
    title: str | None,
    details: str | None,
    language: str | None,
) -> ProposedEvent:
    """Return the fields of an event. `details` is what stood behind the title on its line: day, hours, how to join."""
    parts = grouped(paragraphs, placed)
    when = [*_contents(parts, OccasionPart.WHEN), *([details] if details else [])]
    prose = [each.text for part in PROSE for each in parts.get(part, ())]
    where = where_of(parts.get(OccasionPart.PLACE, ()), when, [title or "", *prose])
    place = ", ".join(filter(None, (where.venue, where.place)))
    partners = names_of_bodies(_contents(parts, OccasionPart.PARTNERS), False)
    background = parts.get(OccasionPart.BACKGROUND, ())
    organisers = _organisers(parts) or tuple(dict.fromkeys(who_organises([each.text for each in background])))
    regions = regions_in(title or "", language)
    registration = _contents(parts, OccasionPart.REGISTRATION)
    agenda = parts.get(OccasionPart.AGENDA, ())
    objectives = parts.get(OccasionPart.OBJECTIVES, ())
    links = [each.text for line in registration for each in web_in(line) if each.text.startswith("http")]
    bodies = [*organisers, *partners, *(piece for name in organisers for piece in re.split(r"\s*,\s*", name))]
    calls_itself = [
        text for part in (OccasionPart.KIND, OccasionPart.PARENT, OccasionPart.SUMMARY) for text in _texts(parts, part)
    ]
    return ProposedEvent(
        kind=event_kind([*calls_itself, title or "", *prose[:2]]),
        title=title,
        summary=" ".join(_texts(parts, OccasionPart.SUMMARY)) or None,
        parent=" ".join(_texts(parts, OccasionPart.PARENT)) or None,
        moment=moment_of(when, language, place),
        where=where,
        registration_url=next(iter(links), None),
        registration_note=" ".join(line for line in registration if line and line not in links) or None,
        organisers=organisers,
        partners=partners,
        focal_points=tuple(focal_points_in(_contents(parts, OccasionPart.FOCAL_POINTS))),
        mandate=mandate_in([each.text for each in background]),
        regions=regions,
        themes=_points(parts, OccasionPart.THEMES),
        concept_note=_html(parts, OccasionPart.CONCEPT_NOTE),
        background=_html(parts, OccasionPart.BACKGROUND),
        objective=html_of_part(list(_overall(objectives)), OccasionPart.OBJECTIVES, EVENT_LABELS),
        objectives_introduction=_introduction(objectives),
        objectives=tuple(points_in(list(_listed(objectives)), OccasionPart.OBJECTIVES, EVENT_LABELS)),
        expected_outcomes=_points(parts, OccasionPart.OUTCOMES),
        description=_html(parts, OccasionPart.DESCRIPTION),
        format=_format(parts, prose),
        duration=_duration(prose),
        working_languages=_languages([*prose, *when], _contents(parts, OccasionPart.LANGUAGES)),
        has_interpretation=any(INTERPRETATION.search(text) for text in prose),
        languages_note=" ".join(_contents(parts, OccasionPart.LANGUAGES)) or None,
        invitees=tuple(_group(point) for point in _points(parts, OccasionPart.INVITEES)),
        preparation=_points(parts, OccasionPart.PREPARATION),
        guiding_questions=_points(parts, OccasionPart.QUESTIONS),
        agenda_status=_agenda_status(agenda, _texts(parts, OccasionPart.KIND)),
        agenda=agenda_of(agenda, bodies, regions),
        links=tuple(named_links_in([*parts.get(OccasionPart.LINKS, ()), *_without_address(parts)])),
        footnotes=tuple(named_links_in(parts.get(OccasionPart.FOOTNOTES, ()))),
    )


def grouped(paragraphs: Sequence[SourceParagraph], placed: Sequence[OccasionPart]) -> Parts:
    """Return the paragraphs of each part, in order."""
    found: dict[OccasionPart, list[SourceParagraph]] = {}
    for paragraph, part in zip(paragraphs, placed, strict=True):
        found.setdefault(part, []).append(paragraph)
    return found


def event_kind(texts: Iterable[str]) -> str:
    """Return the kind of event that its label, its title or its text calls it; a meeting where nothing does."""
    for text in texts:
        for kind, name in EVENT_KINDS.items():
            if re.search(pattern_for(f"occasions.{name}"), text, re.IGNORECASE):
                return kind
    return "meeting"


def _texts(parts: Parts, part: OccasionPart) -> list[str]:
    return [each.text for each in parts.get(part, ())]


def _contents(parts: Parts, part: OccasionPart) -> list[str]:
    """Return the words of the paragraphs of a part, without its labels."""
    found = (words_behind_label(each, part, EVENT_LABELS) for each in parts.get(part, ()))
    return [each for each in found if each]


def _points(parts: Parts, part: OccasionPart) -> tuple[str, ...]:
    return tuple(points_in(parts.get(part, ()), part, EVENT_LABELS))


def _html(parts: Parts, part: OccasionPart) -> str:
    return html_of_part(parts.get(part, ()), part, EVENT_LABELS)


def _organisers(parts: Parts) -> tuple[str, ...]:
    """Return who organises: one body behind "Organiser", several behind "Organisers"."""
    found: list[str] = []
    is_one = False
    for paragraph in parts.get(OccasionPart.ORGANISERS, ()):
        label = label_in(paragraph, EVENT_LABELS)
        if label is not None and label.part is OccasionPart.ORGANISERS:
            is_one = ONE_ORGANISER.fullmatch(label.words) is not None
        content = words_behind_label(paragraph, OccasionPart.ORGANISERS, EVENT_LABELS)
        found += names_of_bodies([content], is_one) if content else ()
    return tuple(dict.fromkeys(found))


def _without_address(parts: Parts) -> list[SourceParagraph]:
    """Return what stands under the label of focal points and names a page instead of somebody to write to."""
    return [each for each in parts.get(OccasionPart.FOCAL_POINTS, ()) if not has_email(each.text)]


def _overall(paragraphs: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Yield what is said of the objectives in sentences, without the one that leads to the list."""
    for paragraph in paragraphs:
        if not is_item(paragraph) and not paragraph.text.rstrip(" *").endswith((":", "：")):
            yield paragraph


def _listed(paragraphs: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    yield from (paragraph for paragraph in paragraphs if is_item(paragraph))


def _introduction(paragraphs: Sequence[SourceParagraph]) -> str | None:
    for paragraph in paragraphs:
        label = label_in(paragraph, EVENT_LABELS)
        if not is_item(paragraph) and label is None and paragraph.text.rstrip(" *").endswith((":", "：")):
            return paragraph.text.strip(" *")[:LONGEST_INTRODUCTION]
    return None


def _group(point: str) -> InvitedGroup:
    """Read a group: what is said of it behind a comma, in small letters, and acronyms in brackets."""
    pieces = GROUP_NOTE.split(point, maxsplit=1)
    acronyms = ACRONYMS.search(point)
    named = re.split(r"\s*(?:,|/|\band\b|&)\s*", acronyms["inside"]) if acronyms else []
    return InvitedGroup(pieces[0].rstrip("."), pieces[1].rstrip(".") if len(pieces) > 1 else "", tuple(named))


def _format(parts: Parts, prose: Sequence[str]) -> str | None:
    """Return the format in words: what its label says, or what the event is said to be held as."""
    if labelled := [line for line in _contents(parts, OccasionPart.FORMAT) if word_count(line) < 20]:
        return labelled[0].rstrip(".")
    found = next((match for text in prose if (match := FORMAT.search(text))), None)
    return found["words"].strip() if found and word_count(found["words"]) <= 8 else None


def _duration(prose: Sequence[str]) -> int | None:
    """Return how many minutes the event is said to last."""
    for text in prose:
        cue = LASTING.search(text)
        if cue is None:
            continue
        behind = text[cue.end() : cue.end() + 40]
        if minutes := MINUTES.search(behind):
            return int(minutes[1] or minutes[2])
        if hours := HOURS_LONG.search(behind):
            return 60 * int(hours[1])
    return None


def _languages(texts: Iterable[str], labelled: Iterable[str]) -> tuple[str, ...]:
    """Return the working languages, from their label and the sentences that speak of them."""
    found = [code for text in labelled for code in languages_in(text)]
    for text in texts:
        starts = [*sentence_starts(text), len(text)]
        for start, end in pairwise(starts):
            if LANGUAGE_CUE.search(text[start:end]):
                found += languages_in(text[start:end])
    return tuple(dict.fromkeys(found))


def _agenda_status(agenda: Sequence[SourceParagraph], kinds: Sequence[str]) -> str:
    """Return how settled the agenda is said to be: draft, suggested or ""."""
    labels = [each.text for each in agenda if AGENDA_LABEL.fullmatch(each.text.strip(" :："))]
    for text in (*labels, *(kind for kind in kinds if AGENDA_LABEL.fullmatch(kind.strip(" :：")))):
        if SUGGESTED.search(text):
            return "suggested"
        if DRAFT.search(text):
            return "draft"
    return ""
