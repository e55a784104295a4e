"""Datelines of texts that write no spaces, as news agencies there set them."""

import re

from newsroom.language.calendar.dates import first_date_in
from newsroom.language.script.letters import HAN

ONE = "[\u4e00-\u9fff]"
SPACES = re.compile(r"(?<=[\u4e00-\u9fff\d])\s+(?=[\u4e00-\u9fff\d])|\s+(?=[/(（,，])|(?<=[,，/)）])\s+")
DAY = r"(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}日"
#: Whoever sends the news is named in front of the place, and once more between place and text.
WIRE = r"(?:/[^/]{1,24}/|[（(][^)）]{1,24}[)）])?"
END = r"(?:[—–-]+|电|電|讯|訊|消息|$|(?<=[】\]]))"
PLACE_FIRST = re.compile(
    rf"[（(【\[]?(?:{ONE}{{1,5}}社)?(?P<place>{ONE}{{2,8}}?)[,，、]?[（(]?(?P<date>{DAY})[)）】\]]?{WIRE}\*{{0,2}}\s?{END}"
)
DATE_FIRST = re.compile(
    rf"[（(【\[]?(?P<date>{DAY})[,，、/]?(?:{ONE}{{1,5}}社)?(?P<place>{ONE}{{2,8}}?)[)）】\]]?{WIRE}\s?{END}"
)


def has_han(text: str) -> bool:
    """Whether a text begins with Han characters, or has them right behind a date."""
    return HAN.search(text[:12]) is not None


def read_han_lead(text: str) -> tuple[str | None, str | None] | None:
    """Return place and date in front of a sentence, or None where it has no dateline."""
    compact = SPACES.sub("", text)
    for pattern in (PLACE_FIRST, DATE_FIRST):
        if (match := pattern.match(compact)) is not None:
            found = first_date_in(match["date"])
            return match["place"], found.date.isoformat() if found else None
    return None
