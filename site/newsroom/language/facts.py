"""Which facts the newsroom needs about a language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: Spaces that do not part words; they may group the digits of a number in any language.
NARROW_SPACES = "\u00a0\u202f\u2009"


@dataclass(frozen=True)
class DateForms:
    """How dates and times of day are written out, in the signs of Django's `date` filter."""

    #: A whole date: "19 November 2026".
    full: str = "j E Y"
    #: Where the day is set large: what stands before it, the day, what follows it, and that in little room.
    before_day: str = ""
    day: str = "j"
    after_day: str = "E Y"
    short_after_day: str = "M Y"
    #: A month inside a phrase, and the same in little room.
    month: str = "F Y"
    short_month: str = "M Y"
    #: A month by itself: "November 2026".
    lone_month: str = "F Y"
    #: A time of day, and one without minutes where that is written otherwise.
    time: str = "H:i"
    whole_hour: str = ""


@dataclass(frozen=True, eq=False)
class Language:
    """One language. What is left out is as in most languages of Europe, or is needed of languages that we write only.

    Words are given in small letters; where "a pattern" is said, as a regular expression without groups.
    """

    #: As in addresses: "zh-hans".
    code: str
    own_name: str = ""
    #: ISO 15924, of `letters.SCRIPTS`; says in which direction it is written.
    script: str = "Latn"
    #: Other codes for it that are met in files and addresses.
    other_codes: tuple[str, ...] = ()
    #: Whether no spaces stand between words, so that a character counts for several letters.
    is_spaceless: bool = False

    # What it writes.
    quotation_marks: tuple[str, str] = ("", "")
    #: Between the items of a list; between the parts of a line, such as a name and a role; between longer ones.
    list_separator: str = ", "
    comma: str = ", "
    semicolon: str = "; "
    full_stop: str = ". "
    #: Between a label and what it is of, before what is added, around what is put in brackets, with their spaces.
    colon: str = ": "
    dash: str = " — "
    brackets: tuple[str, str] = (" (", ")")
    #: Patterns of spaces that readers of the language do not expect, and what stands in their place.
    spaces: tuple[tuple[str, str], ...] = ()
    date_forms: DateForms = DateForms()

    # How it writes numbers: every sign that may part thousands and every one that may begin decimals.
    thousands: str = ""
    decimals: str = ""
    #: A pattern of the words for a power of ten: {6: r"million\w*"}.
    scales: Mapping[int, str] = field(default_factory=dict)
    #: Whether small and large numbers are written with signs of its own (`numbers.number_in_signs`), and the signs
    #: that stand between a number and what is counted.
    has_number_signs: bool = False
    counters: str = ""
    #: Patterns of the words for numbers below a thousand, in all their forms and without accents, by value; what the
    #: scales have no word for, such as a dual, beside them.
    number_words: Mapping[int, str] = field(default_factory=dict)
    #: The word between parts of a number, and whether it stands between tens and ones or behind hundreds.
    number_link: str = ""
    links_ones_to_tens: bool = False
    #: Whether ones stand before tens, and whether seventeen is ten and seven and seventy is sixty and ten.
    puts_ones_first: bool = False
    counts_by_twenties: bool = False

    # How it writes times of day, all patterns: what stands for the hours, what makes a time one after noon.
    hours: str = ""
    afternoon_before: str = ""
    afternoon_after: str = ""
    #: Whether a full stop parts hours from minutes.
    has_dotted_times: bool = False

    # How it writes dates. Names of one month or weekday are parted by "|"; January and Monday come first.
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    #: Patterns: behind the numeral of a day, before month and year, before a day, between two days.
    ordinals: str = ""
    date_links: str = ""
    day_articles: str = ""
    between_days: str = ""
    #: What may be grown onto the front of a word: "and" in Arabic.
    grown_on: str = ""
    #: A pattern of the word that may stand behind a year: "2026 г."
    year_word: str = ""
    puts_month_first: bool = False
    #: A pattern, folded, of the words that ask when something was made public.
    asks_when: str = ""
    #: How many last letters differ between the cases of a name; 0 where names have none.
    case_ending: int = 0

    # How it is searched, and terms are found in it.
    #: The stemmer of PyStemmer; empty for none.
    stemmer: str = ""
    #: Whether a stem is stemmed again.
    stems_twice: bool = False
    #: Endings that people leave the accent out of, with their accent.
    accented_endings: Mapping[str, str] = field(default_factory=dict)
    #: A pattern of an article that is part of the word.
    grown_article: str = ""
    #: What is left of a short word before an apostrophe.
    elided: frozenset[str] = frozenset()
    #: What stands before a colon to look in one place, by the name of `SEARCH_FIELDS`; any case, any accent.
    search_fields: Mapping[str, str] = field(default_factory=dict)
    #: How many last letters a word may lose in other forms, and how many those may have instead.
    endings: tuple[int, int] = (1, 3)
    #: Whether a term may stand inside a longer word.
    grows_words_together: bool = False

    #: "at" and "dot", as they are spelt out to keep machines from an address.
    at_and_dot: tuple[str, str] = ("", "")

    # A pattern of what an editor asks colleagues for in brackets: "[date to come]".
    asked_for: str = ""
    #: A pattern, in its own case, of words that an editor leaves outside brackets where something is to come.
    to_come: str = ""
    #: A pattern of what is counted in Roman numerals, so that "XX" beside it is twenty: "siglo XX".
    counted_in_roman: str = ""

    # The files of words of the importer and of the search; by default those of its main code in their folders.
    importer_words: Path | None = None
    search_words: Path | None = None

    @property
    def main(self) -> str:
        """The language without its script: "zh"."""
        return self.code.partition("-")[0]

    @property
    def is_right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return self.script == "Arab"

    def lacks(self) -> list[str]:
        """The facts without which the newsroom cannot write in a language."""
        needed = ["own_name", "quotation_marks", "thousands", "decimals", "search_fields", "asked_for"]
        if not self.is_spaceless:
            needed += ["months", "weekdays", "stemmer", "between_days"]
        missing = [name for name in needed if not any(getattr(self, name))]
        missing += [name for name, number in (("months", 12), ("weekdays", 7)) if len(getattr(self, name)) != number]
        missing += [f"search_fields[{name}]" for name in SEARCH_FIELDS if name not in self.search_fields]
        return list(dict.fromkeys(missing))


#: Where alone somebody may look: in the title, among the names of what a page names.
SEARCH_FIELDS = ("title", "speaker", "organisation", "place", "campaign")
