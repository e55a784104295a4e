"""What a translation must carry over from its source unchanged: links, inline marks, numbers, addresses."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from newsroom.base.rules.registry import Fault, House, Level, Rule
from newsroom.language.inline_tags import STAND_ALONE, differing_tags, tags_in, text_of_segment
from newsroom.language.numerals.figures import address_keys_in, text_without_addresses
from newsroom.language.numerals.numbers import numbers_and_dates_in
from newsroom.translation.checking.translated import Translated
from newsroom.translation.signing.segments import TaskSegment


class NothingIsLost(Rule):
    """Something that each segment must carry over."""

    level = Level.BLOCKING
    looks_at = Translated

    def look(self, subject: Translated, house: House) -> Iterator[Fault]:
        for segment in subject.segments:
            if segment.target is not None:
                for message in self.lost_in(segment, segment.target):
                    yield Fault(message, record=segment.pk)

    def lost_in(self, segment: TaskSegment, target: str) -> Iterator[str]:
        """What one of them lost or changed, in words for its translator."""
        raise NotImplementedError


class MarksAreKept(NothingIsLost):
    """Links and inline marks."""

    name, title = "kept_marks", gettext_lazy("Each translation keeps the links and marks of the original")

    def lost_in(self, segment: TaskSegment, target: str) -> Iterator[str]:
        return lost_marks(segment.source, target)


class AddressesAreKept(NothingIsLost):
    """Addresses of web, mail and telephone."""

    name, title = "kept_addresses", gettext_lazy("Each translation keeps the addresses of the original")

    def lost_in(self, segment: TaskSegment, target: str) -> Iterator[str]:
        return lost_addresses(text_of_segment(segment.source), text_of_segment(target))


class NumbersAreKept(NothingIsLost):
    """Numbers."""

    name, title = "kept_numbers", gettext_lazy("Each translation keeps the numbers of the original")

    def lost_in(self, segment: TaskSegment, target: str) -> Iterator[str]:
        return lost_numbers(segment, text_of_segment(segment.source), text_of_segment(target))


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


FIDELITY_RULES: tuple[type[Rule], ...] = (MarksAreKept, AddressesAreKept, NumbersAreKept)
