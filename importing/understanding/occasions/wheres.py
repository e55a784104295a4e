"""Where an event takes place and how one takes part: house, city, links, places on site and online."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from importing.proposed_occasions import OccasionPart, Whereabouts
from importing.reading import SourceParagraph
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.lexicon.words import word_count
from importing.understanding.occasions.labels import EVENT_LABELS, WEBCAST, anywhere, label_in, words_behind_label
from importing.understanding.occasions.moments import ZONE_OF_SHORT_CITY
from newsroom.language.addresses import web_in, without_addresses
from newsroom.language.numerals.digits import western

ONLINE, HYBRID, ON_SITE, STREAMED = (anywhere(name) for name in ("online", "hybrid", "on_site", "streamed"))
COUNT = re.compile(
    rf"(?:(?P<around>{pattern_for('occasions.around')})\s*)?(?<![\d.,:/-])(?P<number>\d{{2,6}})(?![\d:/-]|[.,]\d)", re.I
)
LINK_WORDS = re.compile(r"\bhref=\"(?P<address>https?://[^\"]{3,400})\"")
COMMA = re.compile(r"\s*[,،，]\s*")
LONGEST_PLACE = 100
LONGEST_VENUE = 200
MOST_WORDS = 14
FURTHEST = 70


def where_of(paragraphs: Sequence[SourceParagraph], when: Sequence[str], prose: Sequence[str]) -> Whereabouts:
    """Return where an event takes place. `paragraphs` are those of its place, `when` lines that tell its hours.

    Words for a hybrid or a virtual event count there and in `prose`; a number of people where it says so.
    """
    lines = [words_behind_label(paragraph, OccasionPart.PLACE, EVENT_LABELS) for paragraph in paragraphs]
    sentences = [line for line in lines if word_count(line) > MOST_WORDS]
    venue, place = _venue_and_place([line for line in lines if line and line not in sentences])
    told = " ¦ ".join((*lines, *when))
    everything = " ¦ ".join((told, *prose))
    counts = dict(_capacities(western(" ¦ ".join((*sentences, *prose)))))
    online, webcast = _links(paragraphs, when)
    return Whereabouts(
        attendance=_attendance(told, everything, bool(venue or place)),
        venue=venue,
        place=place,
        online_url=online,
        webcast_url=webcast,
        is_streamed=bool(STREAMED.search(everything)) or webcast is not None,
        capacity_on_site=counts.get("on site", (None, None))[0],
        capacity_on_site_words=counts.get("on site", (None, None))[1],
        capacity_online=counts.get("online", (None, None))[0],
        capacity_online_words=counts.get("online", (None, None))[1],
        online_note=_note_without_link(when, lines) if online is None else None,
        note=" ".join(sentences) or None,
    )


def _attendance(told: str, everything: str, has_place: bool) -> str:
    if HYBRID.search(everything) or (has_place and ONLINE.search(told)):
        return "both"
    if ONLINE.search(told) or (not has_place and ONLINE.search(everything)):
        return "online"
    return "on-site" if has_place else ""


def _venue_and_place(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Return house and city: the city stands last between commas, or alone; countries stay with their city."""
    bare = [without_addresses(line).strip(" .|,;:") for line in lines]
    text = ", ".join(line for line in bare if line and not _says_online_alone(line))
    if not text:
        return None, None
    parts = COMMA.split(text)
    if len(parts) == 1:
        is_city = word_count(text) <= 2 and not any(map(str.isdigit, text))
        return (None, text[:LONGEST_PLACE]) if is_city else (text[:LONGEST_VENUE], None)
    if len(parts) == 2 and word_count(parts[0]) == 1 and word_count(parts[1]) <= 3:
        return None, ", ".join(parts)[:LONGEST_PLACE]
    city = ZONE_OF_SHORT_CITY.get(parts[-1], parts[-1])
    is_two = len(parts) > 2 and word_count(parts[-2]) <= 2 and not any(map(str.isdigit, parts[-2]))
    city = f"{parts[-2]}, {city}" if is_two else city
    return ", ".join(parts[: -2 if is_two else -1])[:LONGEST_VENUE], city[:LONGEST_PLACE]


def _says_online_alone(line: str) -> bool:
    return word_count(line) <= 4 and bool(ONLINE.search(line) or HYBRID.search(line))


def _capacities(text: str) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield how many people there are places for, on site and online: the words behind a number say which."""
    found = list(COUNT.finditer(text))
    for match, following in zip_longest(found, found[1:]):
        end = min(following.start() if following else len(text), match.end() + FURTHEST)
        behind = text[match.end() : end]
        words = " ".join(filter(None, (match["around"], match["number"])))
        if ON_SITE.search(behind):
            yield "on site", (int(match["number"]), words)
        elif ONLINE.search(behind):
            yield "online", (int(match["number"]), words)


def _links(paragraphs: Sequence[SourceParagraph], when: Sequence[str]) -> tuple[str | None, str | None]:
    """Return the link to take part online and the one of the webcast; what leads nowhere is none."""
    online = webcast = None
    for paragraph in paragraphs:
        addresses = [match["address"] for match in LINK_WORDS.finditer(paragraph.html)]
        addresses += [each.text for each in web_in(paragraph.text) if each.text.startswith("http")]
        label = label_in(paragraph, EVENT_LABELS)
        is_webcast = STREAMED.search(paragraph.text) or (label is not None and WEBCAST.fullmatch(label.words))
        if addresses and STREAMED.search(paragraph.text):
            webcast = webcast or addresses[0]
        elif addresses and (is_webcast or ONLINE.search(paragraph.text) or len(paragraph.text.split()) <= 2):
            online = online or addresses[0]
    for line in when:
        online = online or next((each.text for each in web_in(line) if each.text.startswith("http")), None)
    return online, webcast


def _note_without_link(when: Sequence[str], lines: Sequence[str]) -> str | None:
    """Return what is said of taking part online where no address stands, as written."""
    for line in (*when, *lines):
        for piece in re.split(r"\s*[|;¦]\s*", line):
            if ONLINE.search(piece) and word_count(piece) <= MOST_WORDS:
                return piece.strip(" .")
    return None
