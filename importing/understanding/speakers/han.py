"""Names in texts that write no spaces and no capitals: what stands before them and the names of families tell them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from importing.understanding.lexicon.organisation_words import HAN_ORGANISATIONS
from importing.understanding.lexicon.role_words import HAN_ROLES
from importing.understanding.lexicon.speech_verbs import HAN_SPEECH_VERBS
from importing.understanding.lexicon.vocabulary import any_word, pattern_for, word_list
from importing.understanding.speakers.roles import StatedRole

ONE = "[\u4e00-\u9fff]"
ROLE = any_word(HAN_ROLES)
VERB = any_word(HAN_SPEECH_VERBS)
HAN_VERB = re.compile(VERB)
ROLES_AT_END = re.compile(rf"(?:(?:{ROLE})(?:{pattern_for('role_links', is_spaceless=True)})?)*(?:{ROLE})$")
FAMILY_NAME = re.compile(any_word(word_list("surnames", is_spaceless=True)))
#: Children are called by one character twice, which is told from a verb only by what stands in front.
PET_NAME = re.compile(rf"(?:{pattern_for('before_pet_names', is_spaceless=True)})(?P<name>(?P<first>{ONE})(?P=first))")
COURTESY = re.compile(pattern_for("courtesies", is_spaceless=True))
CALLED = re.compile(rf"(?:{FAMILY_NAME.pattern})(?:{COURTESY.pattern})")
NO_HAN_NAME = re.compile(pattern_for("not_in_names", is_spaceless=True))
#: What begins behind a name: a verb, a place, a time, punctuation.
BEHIND_NAME = re.compile(
    rf"(?:{VERB}|{pattern_for('behind_names', is_spaceless=True)}|[，,。；、：:！？（(\s“”「」]|$)"
)
#: Names of other languages keep a point between their parts; the last one ends where a verb or a place begins.
POINTED = rf"{ONE}{{1,8}}(?:[·・‧•．.-]{ONE}{{1,8}})*[·・‧•．.-]"
FOREIGN_NAME = re.compile(rf"{POINTED}{ONE}{{1,8}}?(?={BEHIND_NAME.pattern})|{POINTED}{ONE}{{1,8}}")
#: A verb of one character behind a name of two: "林可说".
ENDS_IN_VERB = re.compile(rf"{ONE}(?:{VERB})(?=[，,。：:\s“「]|$)")
LABEL_OF_ROLE = re.compile(rf"\A(?:{ROLE})[:：]\s*")
BETWEEN_ROLE_AND_VERB = re.compile(rf"(?:{ROLE})(?P<name>{ONE}{{2,4}}?)(?:{VERB})")
IN_FRONT = re.compile(rf".*(?:{pattern_for('before_standings', is_spaceless=True)}|[，。；、：:！？\s（(【“”《》])")
#: What a body is, and what it is called by in marks, in front of a function: "患者组织“蒲公英之家”发起人".
QUOTED_BODY = re.compile(rf"(?:{any_word(HAN_ORGANISATIONS)})“(?P<name>[^“”]{{2,16}})”$")
HAN_PARTS = re.compile(r"[，,；;。！？：:\s]")
ENUMERATION = re.compile(rf"[、；;，,]|(?:{pattern_for('list_links', is_spaceless=True)})")
BETWEEN_HAN = re.compile(rf"(?<={ONE})\s+(?={ONE})")
LONGEST_ROLE = 30
LONGEST_HAN_NAME = 4
LONGEST_STANDING = 60
MOST_PARTS_BACK = 3


@dataclass(frozen=True, slots=True)
class HanPerson:
    """A name with what stands in front of it or behind."""

    name: str
    standing: StatedRole
    start: int
    end: int


Shorten = Callable[[str], str]


def han_people_in(text: str, shorten: Shorten) -> list[HanPerson]:
    """Return the people named behind a function, and those whose names have a point, in order.

    `shorten` tells how much of a few characters the document always writes together.
    """
    found: list[HanPerson] = []
    for match in FOREIGN_NAME.finditer(text):
        start = _start_of_foreign(text, match)
        found.append(_person(text, start, match.end()))
    found += [_person(text, match.start(), match.end()) for match in CALLED.finditer(text)]
    for match in re.finditer(ROLE, text):
        if any(each.start <= match.end() < each.end for each in found):
            continue
        if (end := _name_end(text, match.end(), shorten)) is not None:
            found.append(_person(text, match.end(), end))
    unique = {(person.start, person.end): person for person in found}
    return sorted(unique.values(), key=lambda person: person.start)


def speaker_in(clause: str, shorten: Shorten) -> HanPerson | None:
    """Return who speaks in a clause whose verb stands last: the name nearest in front of the verb."""
    parts = HAN_PARTS.split(clause.rstrip("，,：:。 \u00a0“「"))
    for part in list(reversed([part for part in parts if part]))[: MOST_PARTS_BACK + 1]:
        named = han_people_in(part, shorten)
        if named:
            return named[-1]
        if (bare := _bare_name(part, shorten) or _between(part)) is not None:
            return bare
    return None


def han_item(item: str, shorten: Shorten) -> HanPerson | None:
    """Read one item of a list: "A，function" or "organisation, function and A" in one."""
    text = LABEL_OF_ROLE.sub("", BETWEEN_HAN.sub("", item.strip(" .•*-–—·。")))
    head, comma, rest = _parted(text)
    if comma and rest and (foreign := FOREIGN_NAME.fullmatch(head)) is not None:
        return HanPerson(head, han_standing(rest), 0, foreign.end())
    if comma and rest and 2 <= len(head) <= 4 and FAMILY_NAME.match(head):
        standing = han_standing(rest)
        return HanPerson(head, standing, 0, len(head)) if standing != StatedRole() else None
    named = han_people_in(text, shorten)
    return named[0] if len(named) == 1 and named[0].end >= len(text) - 1 else None


def is_han_name(text: str) -> bool:
    """Whether a few characters are a name: a family's, and one or two more that tell no function and no body."""
    if FOREIGN_NAME.fullmatch(text):
        return True
    family = FAMILY_NAME.match(text)
    if family is None or not _is_given(text[family.end() :]) or len(text) > LONGEST_HAN_NAME:
        return False
    return not text.endswith(HAN_ORGANISATIONS) and re.search(ROLE, text) is None


def enumerated(text: str, shorten: Shorten) -> Iterator[HanPerson]:
    """Yield the people of an enumeration in running text."""
    for part in ENUMERATION.split(text):
        named = han_people_in(part, shorten)
        if len(named) == 1:
            yield named[0]


def han_standing(text: str) -> StatedRole:
    """Return function and organisation of a description: the function stands last."""
    bare = text.strip(" ，,。；;）)")
    match = ROLES_AT_END.search(bare[-LONGEST_STANDING:])
    if match is None:
        return StatedRole(None, bare if bare.endswith(HAN_ORGANISATIONS) else None)
    offset = max(0, len(bare) - LONGEST_STANDING) + match.start()
    organisation = bare[:offset].strip(" 、，")
    return StatedRole(match[0], organisation or None)


def _person(text: str, start: int, end: int) -> HanPerson:
    in_front = text[max(0, start - LONGEST_STANDING) : start]
    match = ROLES_AT_END.search(in_front)
    if match is None:
        return HanPerson(text[start:end], StatedRole(), start, end)
    if (quoted := QUOTED_BODY.search(in_front[: match.start()])) is not None:
        return HanPerson(text[start:end], StatedRole(match[0], quoted["name"]), start, end)
    organisation = IN_FRONT.sub("", in_front[: match.start()])
    named = organisation if organisation.endswith(HAN_ORGANISATIONS) and len(organisation) > 1 else None
    return HanPerson(text[start:end], StatedRole(match[0], named), start, end)


def _start_of_foreign(text: str, match: re.Match[str]) -> int:
    """A name with a point begins behind the function in front of it."""
    first = re.split(r"[·・‧•．.-]", match[0], maxsplit=1)[0]
    roles = list(re.finditer(ROLE, first))
    return match.start() + roles[-1].end() if roles else match.start()


def _name_end(text: str, start: int, shorten: Shorten) -> int | None:
    """Return where a name of this language ends that begins at a place, or None where none begins."""
    family = FAMILY_NAME.match(text, start)
    if family is None:
        return None
    if (courtesy := COURTESY.match(text, family.end())) is not None:
        return courtesy.end()
    is_short = ENDS_IN_VERB.match(text, family.end()) is not None
    lengths = [family.end() + 1] if is_short else [family.end() + 2, family.end() + 1]
    fitting = [end for end in lengths if end <= len(text) and _is_given(text[family.end() : end])]
    for end in fitting:
        if BEHIND_NAME.match(text, end):
            return end
    if not fitting:
        return None
    shortened = shorten(text[start : fitting[0]])
    return start + len(shortened) if len(shortened) > len(family[0]) and len(shortened) < fitting[0] - start else None


def _is_given(text: str) -> bool:
    return bool(re.fullmatch(f"{ONE}{{1,2}}", text)) and not NO_HAN_NAME.search(text)


def _bare_name(part: str, shorten: Shorten) -> HanPerson | None:
    """Return a name at the beginning of a part with nothing told of it, or what a child is called."""
    end = _name_end(part, 0, shorten)
    if end is not None:
        return HanPerson(part[:end], StatedRole(), 0, end)
    pet = PET_NAME.search(part)
    return HanPerson(pet["name"], StatedRole(), pet.start("name"), pet.end()) if pet else None


def _between(part: str) -> HanPerson | None:
    """Return a name of another language between a function and a verb: "渔民哈桑告诉"."""
    match = BETWEEN_ROLE_AND_VERB.search(part)
    if match is None or BEHIND_NAME.match(match["name"]) or NO_HAN_NAME.search(match["name"]):
        return None
    return _person(part, match.start("name"), match.end("name"))


def _parted(text: str) -> tuple[str, str, str]:
    match = re.search(r"[，,（(：:—–|]", text)
    return (text[: match.start()].strip(), match[0], text[match.end() :].strip()) if match else (text, "", "")
