"""What the importer remarks beside a guess: a key with values, and its sentence, which whoever shows it translates."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from importing.unreadable import gettext_noop


class ImportRemark(StrEnum):
    """What can be remarked; kept beside an import by these names."""

    NO_HEADLINE = "no_headline"
    LONG_HEADLINE = "long_headline"
    LONG_PARAGRAPH = "long_paragraph"
    SITE_SETTINGS = "site_settings"
    FURNITURE = "furniture"
    KIND = "kind"
    END_MARK = "end_mark"
    BARE_BOILERPLATE = "bare_boilerplate"
    IN_NO_FIELD = "in_no_field"
    LABELS_LEFT_OUT = "labels_left_out"
    LINES_LEFT_OUT = "lines_left_out"
    SEAM = "seam"
    NO_DAY = "no_day"
    NO_ONLINE_ADDRESS = "no_online_address"
    NO_ORGANISER = "no_organiser"
    MAYBE_PARENT = "maybe_parent"
    ROOMS_PROPOSED = "rooms_proposed"
    UNKNOWN_SPEAKERS = "unknown_speakers"
    NO_DEADLINE = "no_deadline"
    NO_STEPS = "no_steps"
    ATTACHMENT = "attachment"
    MONTHS_ONLY = "months_only"
    NO_ZONE = "no_zone"
    ZONE_FROM_PLACE = "zone_from_place"
    ZONE_READ_AS = "zone_read_as"
    ENCODING_GUESSED = "encoding_guessed"
    EMBARGO_UNTOLD = "embargo_untold"
    EMBARGO_TWO_DAYS = "embargo_two_days"
    EMBARGO_TWO_DAYS_DATELINE = "embargo_two_days_dateline"
    EMBARGO_TWO_INSTANTS = "embargo_two_instants"
    EMBARGO_CLOCK = "embargo_clock"
    EMBARGO_SEASON = "embargo_season"
    EMBARGO_CITY = "embargo_city"


SENTENCES: dict[ImportRemark, str] = {
    ImportRemark.NO_HEADLINE: gettext_noop("No headline was found."),
    ImportRemark.LONG_HEADLINE: gettext_noop("The headline is longer than can be stored; please shorten it."),
    ImportRemark.LONG_PARAGRAPH: gettext_noop("This paragraph is too long to be searched for quotes and names."),
    ImportRemark.SITE_SETTINGS: gettext_noop("These lines are settings of a website and were left out: %(list)s."),
    ImportRemark.FURNITURE: gettext_noop("“%(text)s” belongs to the page or the wire and was left out."),
    ImportRemark.KIND: gettext_noop("“%(text)s” was read as the kind of document."),
    ImportRemark.END_MARK: gettext_noop("“%(text)s” was read as the end mark."),
    ImportRemark.BARE_BOILERPLATE: gettext_noop(
        "This paragraph was read as a boilerplate although no heading says so."
    ),
    ImportRemark.IN_NO_FIELD: gettext_noop("These words stand in no field: “%(text)s”."),
    ImportRemark.LABELS_LEFT_OUT: gettext_noop("These labels were left out: %(list)s."),
    ImportRemark.LINES_LEFT_OUT: gettext_noop("“%(text)s” was left out."),
    ImportRemark.SEAM: gettext_noop("This goes on with the paragraph before; the two were made one."),
    ImportRemark.NO_DAY: gettext_noop("No day was found."),
    ImportRemark.NO_ONLINE_ADDRESS: gettext_noop("No address to take part online was found."),
    ImportRemark.NO_ORGANISER: gettext_noop("No organiser was found."),
    ImportRemark.MAYBE_PARENT: gettext_noop("“%(text)s” may be the larger meeting."),
    ImportRemark.ROOMS_PROPOSED: gettext_noop("The rooms are not listed; one for each region is proposed."),
    ImportRemark.UNKNOWN_SPEAKERS: gettext_noop(
        "These are no names of people or organisations that are known: %(list)s."
    ),
    ImportRemark.NO_DEADLINE: gettext_noop("No deadline was found."),
    ImportRemark.NO_STEPS: gettext_noop("No list of what is asked was found."),
    ImportRemark.ATTACHMENT: gettext_noop("“%(text)s” is said to be attached; add the file."),
    ImportRemark.MONTHS_ONLY: gettext_noop("Some meetings have a month and no day yet."),
    ImportRemark.NO_ZONE: gettext_noop("No time zone is told."),
    ImportRemark.ZONE_FROM_PLACE: gettext_noop("No time zone is told; %(zone)s is proposed from the place."),
    ImportRemark.ZONE_READ_AS: gettext_noop("“%(text)s” was read as %(zone)s."),
    ImportRemark.ENCODING_GUESSED: gettext_noop(
        "Nothing in the file tells how its letters are written: it was read as %(encoding)s."
    ),
    ImportRemark.EMBARGO_UNTOLD: gettext_noop("The embargo does not tell a date, a time and a time zone beside it."),
    ImportRemark.EMBARGO_TWO_DAYS: gettext_noop("The date of the embargo may be %(one)s or %(other)s."),
    ImportRemark.EMBARGO_TWO_DAYS_DATELINE: gettext_noop(
        "The date of the embargo may be %(one)s or %(other)s; the dateline says %(dateline)s."
    ),
    ImportRemark.EMBARGO_TWO_INSTANTS: gettext_noop("The embargo names times that are not the same instant."),
    ImportRemark.EMBARGO_CLOCK: gettext_noop("The clock skips the time of the embargo on that day, or shows it twice."),
    ImportRemark.EMBARGO_SEASON: gettext_noop("The time zone of the embargo is not the one of its season."),
    ImportRemark.EMBARGO_CITY: gettext_noop("“%(text)s” may stand for several time zones."),
}
#: What is remarked of an embargo line, and no longer true once somebody says which instant it means.
OF_EMBARGOES = frozenset(each for each in ImportRemark if each.startswith("embargo_"))


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the person who confirms should look at: a remark with its values, and what it lists."""

    source: tuple[int, ...]
    remark: ImportRemark
    values: tuple[tuple[str, str], ...] = ()
    listed: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The remark in English, as commands and the JSON tell it."""
        return SENTENCES[self.remark] % {**dict(self.values), "list": ", ".join(f"“{each}”" for each in self.listed)}


def doubt_about(source: Iterable[int], remark: ImportRemark, listed: Iterable[str] = (), **values: str) -> Doubt:
    """Return a remark about some paragraphs; `values` are named as in its sentence."""
    return Doubt(tuple(source), remark, tuple(values.items()), tuple(listed))
