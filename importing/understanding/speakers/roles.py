"""Telling the function somebody holds from the organisation it is held in."""

import re
from dataclasses import dataclass

from importing.understanding.lexicon.organisation_words import FIELD_WORDS, is_organisation_word
from importing.understanding.lexicon.role_words import has_role_word, is_role_word, without_degrees
from importing.understanding.lexicon.vocabulary import pattern_for, word_list
from importing.understanding.speakers.names import HONORIFICS, is_person_name

# Between a function and its organisation, in the languages releases come in.
JOINT = re.compile(rf"\s{pattern_for('joints')}(?:\s|(?<=['’]))", re.IGNORECASE)
#: What leads to where a function is held, and not to whose it is: "head of X in Kirune".
PLACE_JOINT = re.compile(pattern_for("place_joints"), re.IGNORECASE)
ARTICLE = re.compile(rf"{pattern_for('articles')}(?:\s+|(?<=['’]))(?=\S)", re.IGNORECASE)
LEADING_ARTICLE = re.compile(rf"\A{pattern_for('indefinite', 'articles')}\s+", re.IGNORECASE)
COMPOUND = re.compile(rf"\s(?:{pattern_for('and')}|&)\s", re.IGNORECASE)
CONTRACTED_ARTICLES = word_list("contracted_articles")

# "BSS-Präsidentin": an acronym grown onto the function.
GROWN_TO_ROLE = re.compile(r"(?P<organisation>[A-ZÀ-Þ][\w&]{0,12}[A-ZÀ-Þ0-9]\w{0,3})-(?P<role>[^\W\d_]{3,40})")
#: Words that somebody said are nobody's function.
OTHERS_WORDS = re.compile(r"[“”«»„\"]\s*\S+\s+\S+\s+\S+|https?:|@")
AT_ORGANISATION = re.compile(rf"{pattern_for('at_organisation')}\s+(?:{pattern_for('articles')}\s+)?(?=[A-ZÀ-ÞА-Я])")
ACRONYM = re.compile(r"\([A-ZÀ-Þ][\w&.-]{1,14}\)|^[A-ZÀ-Þ][A-ZÀ-Þ0-9&.-]{1,14}$")
MOST_PLACE_WORDS = 4
MOST_WORDS = 40
LONGEST_ROLE = 220


@dataclass(frozen=True, slots=True)
class StatedRole:
    """A function and an organisation, as far as a description names them."""

    role: str | None = None
    organisation: str | None = None


def read_role(description: str) -> StatedRole:
    """Return the function and the organisation that a description behind a name tells.

    "Secretary-General, X", "Director of X", "X Secretary-General" and "X"
    alone are understood; several functions stay together as one role.
    """
    text = LEADING_ARTICLE.sub("", without_degrees(description.strip(" ,.;:–—-*")), count=1)
    words = text.split()
    while words and words[-1].strip(".").casefold() in HONORIFICS and len(words) > 1:
        words.pop()
        text = " ".join(words)
    if not text or len(words) > MOST_WORDS or len(text) > LONGEST_ROLE or OTHERS_WORDS.search(text):
        return StatedRole()
    if (grown := GROWN_TO_ROLE.fullmatch(text)) is not None and is_role_word(grown["role"]):
        return StatedRole(grown["role"], grown["organisation"])
    if (at := AT_ORGANISATION.match(text)) is not None and not has_role_word(text[: at.end()]):
        return StatedRole(None, _without_place([part.strip() for part in _outside_parentheses(text[at.end() :])]))
    parts = [part.strip() for part in _outside_parentheses(text)]
    if len(parts) > 2 and _is_place(parts[-1], parts[-2]):
        parts = parts[:-1]
        text = ", ".join(parts)
    if not has_role_word(text):
        return _without_role(text, parts)
    if len(parts) > 1 and not has_role_word(parts[-1]) and has_role_word(parts[0]):
        return _comma_standing(parts)
    if len(parts) > 1:
        standings = [_single_standing(part) for part in parts]
        named = [standing.organisation for standing in standings if standing.organisation]
        return StatedRole(text, named[0] if named else None)
    return _single_standing(text)


def _without_role(text: str, parts: list[str]) -> StatedRole:
    """An unknown function in small letters is a role; a name in capitals is an organisation."""
    if text[0].isupper() or is_organisation_word(text.split()[0]):
        if len(parts) == 2 and _is_place(parts[-1], parts[-2]):
            return StatedRole(None, parts[0])
        if len(parts) > 1 and not is_organisation_word(parts[0].split()[-1]) and _names_organisation(parts[-1]):
            return StatedRole(", ".join(parts[:-1]), parts[-1])
        return StatedRole(None, text)
    standing = _single_standing(text, any_role=True)
    return StatedRole(text) if is_person_name(standing.organisation or "") else standing


def _names_organisation(text: str) -> bool:
    return any(is_organisation_word(word) for word in text.split())


def _comma_standing(parts: list[str]) -> StatedRole:
    """Read "role, organisation" and "role of organisation, place"."""
    first = _single_standing(parts[0])
    named = bool(first.organisation) and _names_organisation(first.organisation or "")
    if (
        named
        and first.role
        and (first.organisation or "")[0].isupper()
        and _is_place(parts[-1], first.organisation or "")
    ):
        return StatedRole(first.role, first.organisation)
    rest = ", ".join(parts[1:])
    if len(parts) == 2 and _begins_as_name(rest):
        is_joined = any(has_role_word(parts[0][: match.start()]) for match in JOINT.finditer(parts[0]))
        if _names_organisation(rest) or _has_acronym(rest) or (first.organisation and not is_joined):
            return StatedRole(parts[0], rest)
    if named and first.role:
        return StatedRole(first.role, first.organisation)
    if first.organisation and not _names_organisation(rest) and not _is_field(first.organisation):
        return first
    organisation = rest if not rest[:1].islower() else None
    return StatedRole(parts[0] if organisation else ", ".join(parts), organisation)


def _is_place(text: str, in_front: str) -> bool:
    """Whether a last part between commas is the place of the organisation in front of it."""
    words = text.strip(" .*()").split()
    if not 0 < len(words) <= MOST_PLACE_WORDS or _names_organisation(text) or has_role_word(text) or _has_acronym(text):
        return False
    if not all(word[0].isupper() or word[0] in "/(" or len(word) < 4 or "/" in word for word in words):
        return False
    return _names_organisation(in_front) or _has_acronym(in_front) or len(in_front.split()) < MOST_PLACE_WORDS


def _without_place(parts: list[str]) -> str | None:
    kept = parts[:-1] if len(parts) > 1 and _is_place(parts[-1], parts[-2]) else parts
    text = ", ".join(kept).strip(" .")
    return text if text and _begins_as_name(text) else None


def _has_acronym(text: str) -> bool:
    return ACRONYM.search(text) is not None


def _is_field(text: str) -> bool:
    return text.split()[-1].casefold().strip(")") in FIELD_WORDS


def _is_only_field(text: str) -> bool:
    """Whether all that follows a function is its field of work, as in "Head of Press"."""
    return len(text.split()) <= 2 and _is_field(text)


def _single_standing(text: str, any_role: bool = False) -> StatedRole:
    """Read one function without commas."""
    compound = [part for part in COMPOUND.split(text) if part]
    if len(compound) > 1 and has_role_word(compound[-1]) and has_role_word(compound[0]):
        last = _single_standing(compound[-1])
        first = _single_standing(compound[0])
        if first.organisation or last.organisation:
            whole = first.organisation and last.organisation
            role = text if whole or not last.organisation else _before(text, last.organisation)
            return StatedRole(role, last.organisation or first.organisation)
        return StatedRole(text)
    joints = [match for match in JOINT.finditer(text) if any_role or has_role_word(text[: match.start()])]
    chosen = _organisation_joint(text, joints)
    if chosen is not None and (body := _acronym_in_front(text[: chosen.start()])) is not None:
        return StatedRole(text, body)
    if chosen is not None:
        return StatedRole(text[: chosen.start()].strip(), _without_article(text[chosen.end() :]))
    return _joined_standing(text)


def _acronym_in_front(text: str) -> str | None:
    """Return the body in front of a function that is held somewhere: "WIP Representative in Kirune"."""
    first, *rest = text.split()
    return first if rest and ACRONYM.fullmatch(first) and not is_role_word(first) and is_role_word(rest[0]) else None


def _before(text: str, organisation: str) -> str:
    """Return the roles in front of the one organisation they share."""
    head = text[: text.rfind(organisation)]
    joints = list(JOINT.finditer(head))
    return head[: joints[-1].start()].strip() if joints else text


def _organisation_joint(text: str, joints: list[re.Match[str]]) -> re.Match[str] | None:
    """Choose the preposition behind which the organisation is named.

    A part with a word of organisations wins, then one with an article that is
    no field of work, then the last that begins with a capital.
    """
    capital = [match for match in joints if _begins_as_name(_without_article(text[match.end() :]))]
    capital = [match for match in capital if not _is_only_field(text[match.end() :])]
    later = [match for match in capital if not _begins_with_field(text[match.end() :])]
    capital = later or [match for match in capital if not _begins_with_field(text[match.end() :])]
    ends = [*(later.start() for later in capital[1:]), len(text)]
    named = [
        match
        for match, end in zip(capital, ends, strict=False)
        if _names_organisation(_without_article(text[match.end() : end])) and not _is_field(text[match.end() : end])
    ]
    if named:
        return next((match for match in named if _without_article(text[match.end() :])[0].isupper()), named[0])
    capital = [match for match in capital if not PLACE_JOINT.fullmatch(match[0].strip())] or capital
    with_article = [match for match in capital if _has_article(match, text)]
    return next(iter(with_article or capital[-1:]), None)


def _has_article(match: re.Match[str], text: str) -> bool:
    """Whether a preposition and an article, perhaps in one word, stand in front of what follows."""
    joint = match[0].strip().casefold()
    return joint in CONTRACTED_ARTICLES or bool(ARTICLE.match(text[match.end() :]))


def _begins_with_field(text: str) -> bool:
    """Whether what follows a function begins with its field of work: "of Culture of Foz Antiga"."""
    first = next(iter(_without_article(text).split()), "")
    return first.casefold().strip(",)") in FIELD_WORDS and not is_organisation_word(first)


def _begins_as_name(text: str) -> bool:
    first = text.split()[0] if text.split() else ""
    return any(character.isupper() for character in first) or is_organisation_word(first)


def _without_article(text: str) -> str:
    return ARTICLE.sub("", text.strip(), count=1).strip() if ARTICLE.match(text.strip()) else text.strip()


def _joined_standing(text: str) -> StatedRole:
    """Read "President X" and "X President", where nothing stands between the two."""
    words = text.split()
    roles = [index for index, word in enumerate(words) if is_role_word(word)]
    if not roles:
        return StatedRole(text)
    behind = words[roles[-1] + 1 :]
    if behind and behind[0][0].isupper():
        return StatedRole(" ".join(words[: roles[-1] + 1]), " ".join(behind))
    named = [index for index, word in enumerate(words[: roles[0]]) if _is_proper(word)]
    in_front = words[: named[-1] + 1] if named else []
    if not all(any(letter.isupper() for letter in word) for word in in_front):
        in_front = []
    if len(in_front) == 1 and is_organisation_word(in_front[0]):
        in_front = []
    return StatedRole(text, " ".join(in_front) or None)


def _is_proper(word: str) -> bool:
    """Whether a word in front of a function belongs to a name and not to the function."""
    letters = [character for character in word if character.isalpha()]
    acronym = len(letters) > 1 and all(character.isupper() for character in letters)
    return acronym or is_organisation_word(word)


def _outside_parentheses(text: str) -> list[str]:
    """Split at the commas that stand outside parentheses."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth <= 0:
            parts.append(text[start:index])
            start = index + 1
    return [part for part in (*parts, text[start:]) if part.strip()]
