"""What a translation must carry over from its source unchanged: links, inline marks, numbers, addresses."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from wagtail_localize.strings import StringValue

from newsroom.base.sense import figures
from newsroom.base.sense.figures import address_of
from newsroom.translation.numbers import numbers_in, western_digits
from newsroom.translation.segments import Segment

ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'«»“”，。、；）؛،]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
TELEPHONE = re.compile(r"\+\s?\d(?:[\s().-]*\d){5,}")
CLOSING = ".,;:!?)]"
EVEN = {"strong": "b", "em": "i"}


def unfaithful(segments: Sequence[Segment]) -> Iterator[tuple[Segment, str]]:
    """What translated segments lost or changed, in words for their translator."""
    for segment in segments:
        if segment.target is not None:
            for message in faults_of(segment, segment.target):
                yield segment, message


def faults_of(segment: Segment, target: str) -> Iterator[str]:
    """What one of them lost or changed."""
    yield from lost_marks(segment.source, target)
    yield from lost_addresses(plain(segment.source), plain(target))
    yield from lost_numbers(segment)


def plain(html: str) -> str:
    """The words of a segment without its marks."""
    text: str = StringValue(html).render_text()
    return text


def marks_in(html: str) -> Counter[str]:
    """The inline marks of a segment: links by their ids, the others by their kind. A line break is none."""
    tags = BeautifulSoup(html, "html.parser").find_all(True)
    names = (f"{tag.name}#{tag.get('id')}" if tag.name == "a" else EVEN.get(tag.name, tag.name) for tag in tags)
    return Counter(name for name in names if name != "br")


def lost_marks(source: str, target: str) -> Iterator[str]:
    """Links and inline marks of the source that the translation lacks, and those it has beyond them."""
    before, after = marks_in(source), marks_in(target)
    for mark in before - after:
        yield _("The link was lost.") if mark.startswith("a#") else _("The mark <%(mark)s> was lost.") % {"mark": mark}
    for mark in after - before:
        yield _("The mark <%(mark)s> is not in the original.") % {"mark": mark.partition("#")[0]}


def addresses_in(text: str) -> set[str]:
    """Addresses of the web and of mail."""
    return {match.rstrip(CLOSING) for match in ADDRESS.findall(text)}


def lost_addresses(source: str, target: str) -> Iterator[str]:
    """Addresses of the source that do not stand in the translation, but for their language, and telephone numbers."""
    kept = {address_of(address) for address in addresses_in(target)}
    for address in sorted(each for each in addresses_in(source) if address_of(each) not in kept):
        yield _("The address %(address)s is missing or differs.") % {"address": address}
    there = {digits_of(number) for number in TELEPHONE.findall(western_digits(target))}
    for number in TELEPHONE.findall(western_digits(source)):
        if digits_of(number) not in there:
            yield _("The number %(number)s is missing or differs.") % {"number": number}


def digits_of(number: str) -> str:
    """A telephone number however it is grouped."""
    return "".join(each for each in number if each.isdecimal())


def without_addresses(text: str) -> str:
    """A text without its addresses and telephone numbers."""
    return TELEPHONE.sub(" ", ADDRESS.sub(" ", western_digits(text)))


def scaled_numbers(segment: Segment) -> set[Decimal]:
    """The round numbers of a translation that its language says with a word: "40 тыс." and "4万" are 40000."""
    written = figures.numbers_in(without_addresses(plain(segment.target or "")), segment.target_code)
    return {Decimal(number).normalize() for number in written if number.endswith("000") and number.isdecimal()}


def lost_numbers(segment: Segment) -> Iterator[str]:
    """Numbers of the source that the translation does not have, as its language writes them."""
    target = numbers_in(without_addresses(plain(segment.target or "")), segment.target_code)
    there = set().union(*(number.readings for number in target), scaled_numbers(segment))
    told = set()
    for number in numbers_in(without_addresses(plain(segment.source)), segment.source_code):
        if not number.readings & there and number.text not in told:
            told.add(number.text)
            yield _("The number %(number)s is missing or differs.") % {"number": number.text}
