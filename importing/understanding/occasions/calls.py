"""The fields of a call, from its paragraphs and what each of them is."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from importing.proposed_occasions import OccasionPart, ProposedCall, WrittenMeeting
from importing.reading import SourceParagraph
from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.lexicon.words import sentence_starts
from importing.understanding.occasions.events import LANGUAGE_CUE, grouped
from importing.understanding.occasions.labels import CALL_LABELS, anywhere, words_behind_label
from importing.understanding.occasions.moments import (
    MINUTES,
    clock_of,
    hours_in,
    masked,
    periods_of,
    prepared,
    row_code,
    zone_in,
    zone_of,
)
from importing.understanding.occasions.people import focal_points_in, signatories_in
from importing.understanding.occasions.texts import (
    has_email,
    html_of_part,
    is_item,
    languages_in,
    names_of_bodies,
    points_in,
)
from newsroom.language.calendar.periods import Period
from newsroom.language.numerals.number_words import value_of_word

CALL_KINDS = {"evidence": "evidence", "nominations": "nominations", "proposals": "proposals"}
DEADLINE_CUE = re.compile(
    rf"(?:{anywhere('deadline_cues', 'deadline').pattern})[\s:：,*]*(?:[^\W\d_]{{1,12}}[\s,]+){{0,3}}$", re.IGNORECASE
)
MEETING, FINAL, RHYTHM, LEADS_TO = (anywhere(name) for name in ("meeting_words", "final", "rhythms", "leads_to"))
HOURS_LONG = re.compile(
    rf"(?P<number>\d{{1,2}}|[^\W\d_]{{2,12}})[\s-]?{pattern_for('occasions.hours_long')}(?!\w)", re.IGNORECASE
)
HOW_MANY = re.compile(r"(?<!\w)\d{1,2}\s?(?:/|-|–)\s?\d{1,2}(?!\w)")
ATTACHED = re.compile(
    rf"(?<!\w){pattern_for('occasions.attached', is_spaceless=False)}\s+(?P<words>[^,.;:()]{{3,80}})"
    rf"|{pattern_for('occasions.attached', is_spaceless=True)}的?(?P<han>[^，。；、：]{{2,8}}?)"
    rf"(?={pattern_for('occasions.attached_ends', is_spaceless=True)})",
    re.IGNORECASE,
)
ATTACHED_BEHIND = re.compile(
    rf"(?P<words>[^,.;:()،؛]{{3,80}}?)\s+{pattern_for('occasions.attached_behind')}(?!\w)", re.IGNORECASE
)
JOINT = re.compile(pattern_for("joints"), re.IGNORECASE)
FURTHEST_CUE = 40
FURTHEST_WORD = 40
LONGEST_NOTE = 300
LONGEST_LEADS_TO = 600
MOST_ATTACHED_WORDS = 4
HOURS_A_DAY = 24
CLOSING_PARTS = (OccasionPart.CLOSING, OccasionPart.STEPS, OccasionPart.WHY)


def call_of(
    paragraphs: Sequence[SourceParagraph],
    placed: Sequence[OccasionPart],
    title: str | None,
    issued: tuple[str | None, str | None],
    language: str | None,
) -> ProposedCall:
    """Return the fields of a call. `issued` is place and day of issue, as the head of the letter tells them."""
    parts = grouped(paragraphs, placed)

    def texts(part: OccasionPart) -> list[str]:
        found = (words_behind_label(each, part, CALL_LABELS) for each in parts.get(part, ()))
        return [each for each in found if each]

    everything = [each.text for part in CLOSING_PARTS for each in parts.get(part, ())]
    steps = parts.get(OccasionPart.STEPS, ())
    asked = [each.text for each in (*steps, *parts.get(OccasionPart.MEETINGS, ()))]
    signatories = tuple(signatories_in(texts(OccasionPart.SIGNATORIES)))
    asks = [each for each in everything if has_email(each)]
    focal_points = tuple(focal_points_in([*texts(OccasionPart.FOCAL_POINTS), *asks]))
    closes_on, closes_time, zone = _deadline(texts(OccasionPart.DEADLINE), everything, language)
    named = [*names_of_bodies(texts(OccasionPart.ORGANISERS), False)]
    named += [each.organisation for each in signatories if each.organisation]
    named += [each.organisation for each in focal_points if each.organisation and not named]
    proposed = zone or (zone_of(issued[0], language) if issued[0] else "")
    return ProposedCall(
        kind=_kind([title or "", *(each.text for each in parts.get(OccasionPart.KIND, ()))]),
        title=title,
        summary=" ".join(texts(OccasionPart.SUMMARY)) or None,
        issued_place=issued[0],
        issued_on=issued[1],
        salutation=" ".join(texts(OccasionPart.SALUTATION)) or None,
        organisations=tuple(dict.fromkeys(named)),
        why=html_of_part(parts.get(OccasionPart.WHY, ()), OccasionPart.WHY, CALL_LABELS),
        leads_to=_leads_to([each.text for each in parts.get(OccasionPart.WHY, ())]),
        steps_introduction=_introduction(steps),
        steps=tuple(points_in([each for each in steps if _is_step(each, steps)], OccasionPart.STEPS, CALL_LABELS)),
        meetings=tuple(_meetings(asked, language)),
        meetings_rhythm=_first(RHYTHM, asked),
        meetings_note=_how_many(asked),
        audiences=tuple(points_in(parts.get(OccasionPart.AUDIENCES, ()), OccasionPart.AUDIENCES, CALL_LABELS)),
        closes_on=closes_on,
        closes_time=closes_time,
        zone=proposed or None,
        is_zone_proposed=bool(proposed and not zone),
        focal_points=focal_points,
        working_languages=_languages([*texts(OccasionPart.LANGUAGES)], everything),
        attachments=tuple(dict.fromkeys([*_attached(everything), *texts(OccasionPart.ATTACHMENTS)])),
        closing=html_of_part(parts.get(OccasionPart.CLOSING, ()), OccasionPart.CLOSING, CALL_LABELS),
        valediction=" ".join(each.text for each in parts.get(OccasionPart.VALEDICTION, ())).strip(" ,،，") or None,
        signatories=signatories,
    )


def _kind(texts: Sequence[str]) -> str:
    for text in texts:
        for kind, name in CALL_KINDS.items():
            if re.search(pattern_for(f"occasions.{name}"), text, re.IGNORECASE):
                return kind
    return "invitation"


def _is_step(paragraph: SourceParagraph, steps: Sequence[SourceParagraph]) -> bool:
    """Whether a paragraph is one of the steps, which are the items of a list; without a list, the sentences there."""
    if any(is_item(each) for each in steps):
        return is_item(paragraph)
    return not paragraph.text.rstrip(" *").endswith((":", "："))


def _introduction(steps: Sequence[SourceParagraph]) -> str | None:
    words = [words_behind_label(each, OccasionPart.STEPS, CALL_LABELS) for each in steps if not _is_step(each, steps)]
    return " ".join(filter(None, words)).strip(" *")[:LONGEST_NOTE] or None


def _deadline(
    labelled: Sequence[str], everything: Sequence[str], language: str | None
) -> tuple[str | None, str | None, str | None]:
    """Return day, hour and zone of the deadline: what its label says, else a day behind "by" or "no later than"."""
    for text in labelled:
        if days := [each for each in periods_of(prepared(text)) if each.is_day]:
            return _instant(prepared(text), days[-1], language)
    for text in everything:
        bare = prepared(text)
        for period in periods_of(bare):
            if period.is_day and DEADLINE_CUE.search(bare[max(0, period.start - FURTHEST_CUE) : period.start]):
                return _instant(bare, period, language)
    return None, None, None


def _instant(text: str, day: Period, language: str | None) -> tuple[str, str | None, str | None]:
    hidden = masked(text, periods_of(text))
    near = [each for each in hours_in(hidden) if -FURTHEST_CUE <= each.start - day.end <= FURTHEST_CUE]
    hours = near[0] if near else None
    _label, zone = zone_in(text, hours, language)
    return day.since.isoformat(), clock_of(hours.since) if hours else None, zone


def _meetings(texts: Sequence[str], language: str | None) -> Iterator[WrittenMeeting]:
    """Yield a meeting for each day or month in what is asked and speaks of meetings."""
    for text in texts:
        if MEETING.search(text) is None:
            continue
        minutes = _minutes(text, language)
        done = 0
        for period in periods_of(prepared(text)):
            in_front = prepared(text)[max(done, period.start - FURTHEST_WORD) : period.start]
            final = FINAL.search(in_front)
            note = in_front[final.start() :].strip(" ,;:") if final else ""
            note = " ".join(note.split()[:2]) if note else ""
            done = period.end
            yield WrittenMeeting(
                period.since.isoformat() if period.is_day else None,
                None if period.is_day else f"{period.since:%Y-%m}",
                minutes,
                note,
            )


def _minutes(text: str, language: str | None) -> int | None:
    """Return how long each meeting is: "two-hour", "90 minutes"."""
    if (minutes := MINUTES.search(text)) is not None:
        return int(minutes[1] or minutes[2])
    for hours in HOURS_LONG.finditer(text):
        if hours["number"].isdecimal():
            return 60 * int(hours["number"])
        value = value_of_word(hours["number"].casefold(), row_code(language))
        if value is not None and 0 < value[0] < HOURS_A_DAY:
            return 60 * value[0]
    return None


def _how_many(texts: Sequence[str]) -> str | None:
    """Return how many meetings there are, as written, where the number is no plain one: "4/5"."""
    for text in texts:
        if MEETING.search(text) and (number := HOW_MANY.search(text)):
            return number[0]
    return None


def _first(pattern: re.Pattern[str], texts: Sequence[str]) -> str | None:
    return next((match[0] for text in texts if (match := pattern.search(text))), None)


def _leads_to(texts: Sequence[str]) -> str | None:
    """Return what happens with the results: the words behind "leading to", to the end of their sentence."""
    for text in texts:
        if (match := LEADS_TO.search(text)) is not None:
            rest = text[match.start() :]
            starts = sentence_starts(rest)
            words = rest[: starts[1]] if len(starts) > 1 else rest
            return f"{words[:1].upper()}{words[1:]}".strip()[:LONGEST_LEADS_TO]
    return None


def _languages(labelled: Sequence[str], everything: Sequence[str]) -> tuple[str, ...]:
    found = [code for text in labelled for code in languages_in(text)]
    for text in everything:
        starts = [*sentence_starts(text), len(text)]
        for start, end in pairwise(starts):
            if LANGUAGE_CUE.search(text[start:end]):
                found += languages_in(text[start:end])
    return tuple(dict.fromkeys(found))


def _attached(texts: Sequence[str]) -> Iterator[str]:
    """Yield what is said to be attached: the few words beside, as far as they are no small ones."""
    for text in texts:
        for match in ATTACHED.finditer(text):
            if match["han"]:
                yield match["han"]
            elif words := _content_words(match["words"].split()):
                yield " ".join(words)
        for match in ATTACHED_BEHIND.finditer(text):
            words = match["words"].split()
            length = 3 if len(words) > 2 and JOINT.fullmatch(words[-2]) else 1
            if not is_common_word(words[-1]):
                yield " ".join(words[-length:])


def _content_words(words: Sequence[str]) -> list[str]:
    found: list[str] = []
    for word in words[:MOST_ATTACHED_WORDS]:
        if is_common_word(word):
            break
        found.append(word)
    return found
