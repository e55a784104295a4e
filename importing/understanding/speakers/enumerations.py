"""People enumerated in one paragraph behind what announces them."""

import re

from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.speakers.names import HONORIFICS, Name, full_names_in
from importing.understanding.speakers.people import NOTHING_KNOWN, FoundPerson, description_behind, role_led
from importing.understanding.speakers.roles import StatedRole, read_role

AND = re.compile(
    rf"(?:[,;]?\s+{pattern_for('and')}|[,;])\s+(?:{pattern_for('articles')}\s+|{pattern_for('articles')})?"
)
IN_BRACKETS = re.compile(r"\s*\(([^()]{2,160})\)")
SENTENCE_END = re.compile(r"(?<=[\w)»”’]{2})[.!?](?:\s|$)")
ARTICLE_AND_FUNCTION = re.compile(rf"\s*(?:[,;]\s*)?(?:{pattern_for('and')}\s+)?(?:{pattern_for('articles')})?\s*")
LONGEST_LIST = 2_000
FURTHEST_FIRST_NAME = 100
SHARE_DESCRIBED = 0.6


def enumerated_people(text: str, cue: re.Pattern[str]) -> list[FoundPerson]:
    """Return the people listed behind a cue: "Panel: A (B), C (D) and E (F)", "…: A, mayor; B, poet", "the mayor A, …".

    The list is one only when most of the names in it are described in the same way.
    """
    match = cue.search(text)
    if match is None:
        return []
    part = _sentence_behind(text, match.start())
    names = [name for name in full_names_in(part) if name.start >= match.end() - match.start()]
    if len(names) < 2 or names[0].start - (match.end() - match.start()) > FURTHEST_FIRST_NAME:
        return []
    readings = [_in_brackets(part, names), _by_semicolons(part, names), _led(part, names)]
    best = max(readings, key=len)
    return best if len(best) >= max(2, SHARE_DESCRIBED * len(names)) else []


def _sentence_behind(text: str, start: int) -> str:
    """Return the text from a place to the end of its sentence; a full stop behind an honorific ends none."""
    part = text[start : start + LONGEST_LIST]
    for stop in SENTENCE_END.finditer(part):
        word = part[: stop.start()].rsplit(None, 1)[-1].strip("(«“,")
        if word.casefold() not in HONORIFICS and len(word) > 1:
            return part[: stop.start()]
    return part


def _in_brackets(part: str, names: list[Name]) -> list[FoundPerson]:
    found = []
    for name in names:
        bracket = IN_BRACKETS.match(part[name.end :])
        if bracket is not None:
            standing = read_role(bracket[1])
            standing = standing if standing != NOTHING_KNOWN else StatedRole(None, bracket[1].strip())
            found.append(FoundPerson(name.text, standing))
        elif has_role_word(name.title):
            found.append(FoundPerson(name.text, read_role(name.title)))
    return found


def _by_semicolons(part: str, names: list[Name]) -> list[FoundPerson]:
    if part.count(";") < 1:
        return []
    found = []
    for name in names:
        in_front = part[: name.start].rstrip(" *")
        in_front = in_front.removesuffix(name.title).rstrip()
        if not in_front.endswith((":", ";")) and not AND.search(f"{in_front[-8:]} "[-12:]):
            continue
        behind = description_behind(part[name.end :].partition(";")[0])
        standing = read_role(behind) if behind else read_role(name.title)
        if standing != NOTHING_KNOWN:
            found.append(FoundPerson(name.text, standing))
    return found


def _led(part: str, names: list[Name]) -> list[FoundPerson]:
    """Read names with their functions in front of them, parted by commas: "the mayor A, the secretary of B, C"."""
    found = []
    last = 0
    for index, name in enumerate(names):
        between = part[last : name.start]
        end = names[index + 1].start if index + 1 < len(names) else len(part)
        last = name.end
        led = role_led(_behind_and(between) + (f"{name.title} " if name.title and name.title not in between else ""))
        if led is None or not has_role_word(led):
            continue
        standing = read_role(led)
        if standing.organisation is None and (of := OF.match(part[name.end : end])) is not None:
            standing = StatedRole(standing.role, of["organisation"].strip() or None)
        found.append(FoundPerson(name.text, standing))
    return found


def _behind_and(text: str) -> str:
    """Return what stands behind the word or comma that ends the description of the name before."""
    parts = re.split(rf"(?:^|[,;])\s*{pattern_for('and')}\s+|^\s*{pattern_for('and')}\s+", text)
    return parts[-1].lstrip(" ,;")


OF = re.compile(
    rf"\A,\s+{pattern_for('at_organisation')}\s+(?:{pattern_for('articles')}\s+)?(?P<organisation>[A-ZÀ-ÞА-Я][^,;.]{{1,100}}?)"
    rf"(?:[,;.]|\s+{pattern_for('and')}\s|$)"
)
