"""Times of day as languages write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsroom.language.catalogue import ROWS, language_row
from newsroom.language.facts import Language

#: Full stops part hours from minutes in some languages, as they part decimals in others.
DOTTED = re.compile(r"(?<![\d.,:٫٬])(2[0-4]|[01]?\d)\.([0-5]\d)(?!\d|[.,]\d)")


@dataclass(frozen=True)
class Clock:
    """A time of day and where it stands in a text."""

    hour: int
    minute: int
    start: int
    end: int

    def __str__(self) -> str:
        return f"{self.hour}:{self.minute:02}" if self.minute else f"{self.hour}"


def times_in(text: str, code: str) -> Iterator[Clock]:
    """The times of day in a text of a language; a number without a sign that it is a time is none."""
    language = language_row(code)
    yield from times_by(pattern((language,)), DOTTED.sub(r"\1:\2", text) if language.has_dotted_times else text)


def times_in_any_language(text: str) -> Iterator[Clock]:
    """The times of day in a line of whatever language that speaks of one, where a full stop parts no decimals."""
    yield from times_by(pattern(tuple(ROWS.values())), DOTTED.sub(r"\1:\2", text))


def times_by(form: re.Pattern[str], text: str) -> Iterator[Clock]:
    """The times that a pattern finds."""
    for match in form.finditer(text):
        parts = match.groupdict()
        later = parts["before"] or parts["after"]
        if not (parts["sign"] or parts["half"] or later):
            continue
        hour = int(match["hour"])
        if match["half"] or later:
            hour = hour % 12 + (12 if later or match["half"] in "pP" else 0)
        yield Clock(hour, int(parts["minute"] or parts["dotted"] or 0), match.start(), match.end())


@cache
def pattern(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """How a time of day is written in some languages, and what makes it one after noon."""

    def any_of(*patterns: str) -> str:
        return "|".join(filter(None, patterns)) or r"(?!)"

    hours = any_of(*(language.hours for language in languages), r"h(?![^\W\d_])")
    before = any_of(*(language.afternoon_before for language in languages))
    after = any_of(*(language.afternoon_after for language in languages))
    return re.compile(
        rf"(?:(?P<before>{before})\s?)?(?<![\d.,:٫٬])(?P<hour>2[0-4]|[01]?\d)(?!\d)"
        rf"(?P<sign>\s?(?:(?:{hours})\s?|:(?=[0-5]\d))(?P<minute>[0-5]\d(?!\d))?"
        r"|(?<=\d)\.(?P<dotted>[0-5]\d)(?=\s?[ap]\.?\s?m\b))?"
        rf"(?:\s?(?P<half>[ap])\.?\s?m\b\.?)?(?:\s?(?P<after>{after}))?",
        re.IGNORECASE,
    )
