"""Dates as releases write them, in the languages releases come in."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = {
    1: "january jan enero ene janvier janv januar jänner janeiro января январь gennaio يناير",
    2: "february feb febrero février févr fév februar fevereiro fev февраля февраль febbraio فبراير",
    3: "march mar marzo mars märz maerz março марта март مارس",
    4: "april apr abril abr avril avr апреля апрель aprile أبريل",
    5: "may mayo mai maio мая май maggio مايو",
    6: "june jun junio juin juni junho июня июнь giugno يونيو",
    7: "july jul julio juillet juil juli julho июля июль luglio يوليو",
    8: "august aug agosto ago août aout августа август أغسطس",
    9: "september sep sept septiembre set septembre setembro сентября сентябрь settembre سبتمبر",
    10: "october oct octubre octobre oktober okt outubro out октября октябрь ottobre أكتوبر",
    11: "november nov noviembre novembre novembro ноября ноябрь نوفمبر",
    12: "december dec diciembre dic décembre déc dezember dez dezembro декабря декабрь dicembre ديسمبر",
}
MONTH_NUMBERS = {name: number for number, names in MONTHS.items() for name in names.split()}
MONTH = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))

DATE = re.compile(
    rf"(?P<day1>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|\.)?,?(?:\s+(?:of|de"
    rf"|del))?\s+(?P<month1>{MONTH})\b\.?,?(?:\s+(?:de|del|of))?"
    rf"\s+(?P<year1>(?:19|20)\d\d)"
    rf"|\b(?P<month2>{MONTH})\b\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>(?:19|20)\d\d)"
    r"|(?<!\d)(?P<year3>(?:19|20)\d\d)\s?[年./-]\s?(?P<month3>\d{1,2})\s?[月./-]\s?(?P<day3>\d{1,2})日?(?!\d)"
    r"|(?<!\d)(?P<day4>\d{1,2})[./](?P<month4>\d{1,2})[./](?P<year4>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
LONGEST_SEARCHED = 400


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands in a text."""

    date: date
    start: int
    end: int


def date_in(text: str) -> FoundDate | None:
    """Return the first date that stands near the beginning of a text and has a year.

    Where only numbers say it, day comes before month unless that is impossible.
    """
    for match in DATE.finditer(text[:LONGEST_SEARCHED]):
        found = _date_of(match)
        if found is not None:
            return FoundDate(found, match.start(), match.end())
    return None


def _date_of(match: re.Match[str]) -> date | None:
    form = next(number for number in "1234" if match[f"year{number}"])
    year, day = int(match[f"year{form}"]), int(match[f"day{form}"])
    month_text = match[f"month{form}"].casefold()
    month = int(month_text) if month_text.isdigit() else MONTH_NUMBERS[month_text]
    if month > 12:
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None
