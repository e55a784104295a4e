"""What background and title of an event tell: who was asked by whom, who organises, which parts of the world."""

import re
from collections.abc import Iterable, Iterator

from babel.core import Locale

from importing.proposed_occasions import WrittenMandate
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.occasions.moments import row_code
from newsroom.language.calendar.dates import first_date_in

#: Territories of the world as CLDR numbers them: continents and their parts.
REGION_CODES = (
    *("002", "003", "005", "009", "011", "013", "014", "015", "017", "018", "019", "029", "030", "034", "035", "039"),
    *("142", "143", "145", "150", "151", "154", "155", "419"),
)
NAME = (
    r"[A-ZÀ-ÞА-Я][\w’'&.-]*"
    r"(?:\s+(?:of|for|the|and|de|des|du|la|le|del|y|da|do|der|die|für|[A-ZÀ-ÞА-Я][\w’'&.-]*)){0,10}"
)
ORGANISES = re.compile(
    rf"(?:^|[,.;:]\s+|\s)(?P<name>{NAME})\s+(?i:{pattern_for('occasions.organise_verbs', is_spaceless=False)})\s"
)
RESOLUTION = re.compile(
    rf"{pattern_for('occasions.resolution')}\s*(?:No\.?|n°|№|Nr\.?|رقم|第)?\s*(?P<number>[A-Z\d][\w./-]*\d[\w./-]*)",
    re.IGNORECASE,
)
ADOPTED_BY = re.compile(
    rf"{pattern_for('occasions.adopted_by')}\s+(?:{pattern_for('articles')}\s+)?(?P<name>[^,.;]{{3,120}})",
    re.IGNORECASE,
)
MANDATED = re.compile(
    rf"(?P<holder>{NAME})\s+(?i:{pattern_for('occasions.mandated_by', is_spaceless=False)})\s+"
    r"(?P<given>[^,.;]{3,120}?)\s+(?i:to|de|para|zu)\s+(?P<task>[^;]{10,400}?)[,.;]"
)
LEADS_TO_DATE = re.compile(r"\s+(?:on|le|el|em|am|в|في)\s*$")


def mandate_in(texts: Iterable[str]) -> WrittenMandate:
    """Return by what decision somebody was asked, from the first paragraph that names a resolution."""
    for text in texts:
        number = RESOLUTION.search(text)
        mandated = MANDATED.search(text)
        if number is None and mandated is None:
            continue
        adopted = ADOPTED_BY.search(text)
        on = first_date_in(text[adopted.start() :]) if adopted else None
        name = adopted["name"] if adopted else None
        if adopted and on and name and adopted.start("name") - adopted.start() + len(name) > on.start:
            name = name[: on.start - (adopted.start("name") - adopted.start())]
        return WrittenMandate(
            reference=number["number"].rstrip(".") if number else None,
            adopted_by=LEADS_TO_DATE.sub("", name.rstrip()) if name else None,
            adopted_on=on.date.isoformat() if on else None,
            holder=mandated["holder"] if mandated else None,
            given_by=mandated["given"].strip() if mandated else None,
            task=mandated["task"].strip(" *") if mandated else None,
        )
    return WrittenMandate()


def regions_in(title: str, language: str | None) -> tuple[str, ...]:
    """Return the parts of the world that a title names, in its order and in its language."""
    names = Locale.parse(row_code(language).replace("-", "_")).territories
    found: dict[int, str] = {}
    for name in sorted(filter(None, (names.get(code) for code in REGION_CODES)), key=len, reverse=True):
        at = re.search(rf"(?<!\w){re.escape(name)}(?!\w)" if name[0] < "\u3000" else re.escape(name), title)
        if at and not any(start <= at.start() < start + len(other) for start, other in found.items()):
            found[at.start()] = name
    return tuple(found[place] for place in sorted(found))


def who_organises(texts: Iterable[str]) -> Iterator[str]:
    """Yield who is said to organise it, where no label does: a name in front of the verb."""
    for text in texts:
        match = ORGANISES.search(text)
        if match is not None and len(match["name"]) > 2:
            yield match["name"]
            return
