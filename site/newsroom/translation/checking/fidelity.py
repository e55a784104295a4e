"""What a translation must carry over from its source unchanged: links, inline marks, numbers, addresses."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from newsroom.language.inline_tags import STAND_ALONE, differing_tags, tags_in, text_of_segment
from newsroom.language.numerals.figures import address_keys_in, text_without_addresses
from newsroom.language.numerals.numbers import numbers_and_dates_in
from newsroom.translation.signing.segments import TaskSegment


def unfaithful(segments: Sequence[TaskSegment]) -> Iterator[tuple[TaskSegment, str]]:
    """What translated segments lost or changed, in words for their translator."""
    for segment in segments:
        if segment.target is not None:
            for message in faults_of(segment, segment.target):
                yield segment, message


def faults_of(segment: TaskSegment, target: str) -> Iterator[str]:
    """What one of them lost or changed."""
    source, target_text = text_of_segment(segment.source), text_of_segment(target)
    yield from lost_marks(segment.source, target)
    yield from lost_addresses(source, target_text)
    yield from lost_numbers(segment, source, target_text)


def lost_marks(source: str, target: str) -> Iterator[str]:
    """Links and inline marks of the source that the translation lacks, and those it has beyond them.

    Line breaks are free.
    """
    before, after = ([tag for tag in tags_in(html) if tag.name not in STAND_ALONE] for html in (source, target))
    missing, surplus = differing_tags(before, after)
    for tag in missing:
        yield _("The link was lost.") if tag.name == "a" else _("The mark <%(mark)s> was lost.") % {"mark": tag.name}
    for tag in surplus:
        yield _("The mark <%(mark)s> is not in the original.") % {"mark": tag.name}


def lost_addresses(source: str, target: str) -> Iterator[str]:
    """Addresses of web, mail and telephone that do not stand in the translation, but for their language."""
    there = address_keys_in(target)
    for key, written in sorted(address_keys_in(source).items()):
        if key not in there:
            is_phone = key.startswith("+")
            yield (
                _("The number %(number)s is missing or differs.") % {"number": written}
                if is_phone
                else _("The address %(address)s is missing or differs.") % {"address": written}
            )


def lost_numbers(segment: TaskSegment, source: str, target: str) -> Iterator[str]:
    """Numbers of the source that the translation does not have, as its language writes them."""
    translated = numbers_and_dates_in(text_without_addresses(target), segment.target_code)
    there = frozenset().union(*(number.readings for number in translated))
    told = set()
    for number in numbers_and_dates_in(text_without_addresses(source), segment.source_code):
        if not (number.readings & there or number.is_in_signs) and number.text not in told:
            told.add(number.text)
            yield _("The number %(number)s is missing or differs.") % {"number": number.text}
