"""Focal points and signatories: whom to ask, and who signed."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from importing.proposed_occasions import WrittenPerson
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.speakers.han import FAMILY_NAME
from importing.understanding.speakers.names import full_names_in, is_person_name
from importing.understanding.speakers.roles import read_role
from importing.understanding.speakers.uncased import is_uncased
from newsroom.language.addresses import emails_in, phones_in, without_addresses
from newsroom.language.script.letters import HAN

AT = re.compile(
    rf"(?<!\w){pattern_for('at_organisation')}\s+(?:{pattern_for('articles')}\s+)?(?P<name>[^\s,;:(][^,;:(]{{1,120}})",
    re.IGNORECASE,
)
EDGES = " ,;:：.()<>[]*–—-،؛（）"
SEPARATORS = re.compile(r"\s*(?:[,،，;；|]|\s[–—-]\s|[(（)）])\s*")
LONGEST_NAME = 150
LONGEST_HAN_NAME = 4


def focal_points_in(texts: Sequence[str]) -> Iterator[WrittenPerson]:
    """Yield whom one can ask: in front of each address its names, which share it, and their organisation."""
    for text in texts:
        addresses = list(emails_in(text))
        ends = [0, *(address.end for address in addresses)]
        for address, (start, _end) in zip(addresses, pairwise([*ends, len(text)]), strict=False):
            segment = text[start : address.start]
            yield from _named_in(segment, address.text, _phone_near(text, start, address.end))
        if not addresses:
            yield from (one for one in _named_in(text, None, _phone_near(text, 0, len(text))) if one.phone)


def _phone_near(text: str, start: int, end: int) -> str | None:
    following = next(iter(emails_in(text[end:])), None)
    until = end + following.start if following else len(text)
    return next((each.text.strip() for each in phones_in(text[start:until])), None)


def _named_in(segment: str, email: str | None, phone: str | None) -> Iterator[WrittenPerson]:
    names = [name.text for name in full_names_in(segment)]
    if not names:
        yield _described(segment, email, phone)
        return
    last = segment.rfind(names[-1]) + len(names[-1])
    at = AT.search(segment, last)
    behind = without_addresses(segment[last:]).strip(EDGES)
    is_beside = at is not None and at.start() >= last and not segment[last : at.start()].strip(EDGES)
    organisation = at["name"].strip(EDGES) if at is not None and is_beside else None
    standing = read_role(behind) if behind and organisation is None and len(names) == 1 else read_role("")
    for name in names:
        yield WrittenPerson(name, standing.role, organisation or standing.organisation, email, phone)


def _described(segment: str, email: str | None, phone: str | None) -> WrittenPerson:
    """Take the first words between separators for a name where no capitals tell one, else for a desk."""
    words = [part.strip(EDGES) for part in SEPARATORS.split(without_addresses(segment))]
    words = [part for part in words if part and any(map(str.isalpha, part))]
    if not words or len(words[0]) > LONGEST_NAME or len(words[0].split()) > 8:
        return WrittenPerson(email=email, phone=phone)
    role = next((part for part in words[1:] if has_role_word(part)), None)
    rest = [part for part in words[1:] if part != role]
    return WrittenPerson(words[0], role, rest[0] if rest else None, email, phone)


def signatories_in(lines: Sequence[str]) -> Iterator[WrittenPerson]:
    """Yield who signed: a name, under which stand functions and an organisation, or all of it on one line."""
    for group in _groups([line.strip(" *_") for line in lines if line.strip(" *_.")]):
        head, *others = group
        name, behind = _parted(head)
        told = [*behind, *others]
        roles = [line for line in told if has_role_word(line)]
        bodies = [line for line in told if line not in roles]
        if not bodies and roles:
            standing = read_role(", ".join(roles))
            yield WrittenPerson(name[:LONGEST_NAME], standing.role or ", ".join(roles), standing.organisation)
        else:
            yield WrittenPerson(name[:LONGEST_NAME], ", ".join(roles) or None, ", ".join(bodies) or None)


def _groups(lines: Sequence[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if group and _is_name(line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_name(line: str) -> bool:
    """Whether a line names a person, perhaps with what they are behind a comma."""
    head = _parted(line)[0]
    if HAN.search(head[:6]):
        return (
            len(head.replace("·", "")) <= LONGEST_HAN_NAME + 4
            and FAMILY_NAME.match(head) is not None
            and not has_role_word(head)
        )
    if is_uncased(head):
        words = head.split()
        return 1 < len(words) <= 4 and not has_role_word(head) and not any(is_organisation_word(word) for word in words)
    return is_person_name(head) and not has_role_word(head)


def _parted(line: str) -> tuple[str, list[str]]:
    head, *behind = re.split(r"\s*[,،，|]\s*|\s[–—-]\s", line, maxsplit=1)
    return head.strip(), [part for part in behind if part]
