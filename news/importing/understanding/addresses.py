"""E-mail addresses, telephone numbers and web addresses in a text."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

EMAIL = re.compile(r"(?<![\w.+-])[\w.+%'-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}")
SPELT_DOT = re.compile(r"\s?(?:[(\[](?:dot|punto|point|punkt)[)\]]|\s(?:dot|punto|point|punkt)\s)\s?", re.IGNORECASE)
SPELT_EMAIL = re.compile(
    r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})\s?(?:[(\[](?:at|arroba|arobase)[)\]]|\sat\s(?=[\w-]{1,63}\sdot\s))\s?"
    r"(?P<domain>[\w-]{1,63}(?:(?:\.|\s?[(\[](?:dot|punto|point|punkt)[)\]]\s?|\sdot\s)[\w-]{2,63}){1,4})",
    re.IGNORECASE,
)
PHONE = re.compile(r"(?<![\w/.@-])(?:\+\s?)?\(?\d[\d\s\u00a0().\-–/]{5,24}\d(?![\w@])")
WEB = re.compile(
    r"(?:https?://|www\.)\S{1,400}|\b[\w-]{1,60}\.(?:com|org|net|int|eu|gov|info"
    r"|io)(?:/\S{0,200})?(?![\w@.])"
)
MAILTO = re.compile(r'href="mailto:([^"?]{3,200})')
GLUED_ENDING = re.compile(r"(?<=\.[a-z]{2})[A-Z][^.]*$|(?<=\.[a-z]{3})[A-Z][^.]*$|(?<=\.[a-z]{4})[A-Z][^.]*$")
DATE_OR_TIME = re.compile(
    r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19"
    r"|20)\d\d\s?[-–/]\s?(?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class Address:
    """An address as written, and where it stands."""

    text: str
    start: int
    end: int


def emails_in(text: str) -> Iterator[Address]:
    """Yield e-mail addresses; what was glued to the end of one by a lost line break is left out."""
    for match in EMAIL.finditer(text):
        address = match[0].rstrip(".-'")
        local, _, domain = address.partition("@")
        kept = GLUED_ENDING.sub("", domain)
        local = local.lstrip("'")
        if "." in kept:
            start = match.start() + len(match[0].partition("@")[0]) - len(local)
            yield Address(f"{local}@{kept}", start, start + len(local) + 1 + len(kept))
    yield from _spelt_emails_in(text)


def linked_emails_in(fragment: str) -> list[str]:
    """Return the addresses that links of an HTML fragment write to."""
    return [html.unescape(address).strip() for address in MAILTO.findall(fragment)]


def _spelt_emails_in(text: str) -> Iterator[Address]:
    """Yield addresses written out to keep machines away: "press (at) example dot org"."""
    for match in SPELT_EMAIL.finditer(text):
        domain = SPELT_DOT.sub(".", match["domain"])
        yield Address(f"{match['local']}@{domain}", match.start(), match.end())


def phones_in(text: str) -> Iterator[Address]:
    """Yield telephone numbers: seven to fifteen digits that are no date and no part of an address."""
    taken = [(match.start(), match.end()) for match in WEB.finditer(text)]
    for match in PHONE.finditer(text):
        digits = sum(character.isdigit() for character in match[0])
        inside = any(start <= match.start() < end for start, end in taken)
        if 7 <= digits <= 15 and not inside and not DATE_OR_TIME.search(match[0]):
            number = match[0].strip()
            if number.count("(") > number.count(")"):
                number = number.replace("(", "", 1) if number.startswith("(") else number
            yield Address(number, match.start(), match.end())


def has_address(text: str) -> bool:
    """Whether a text has an e-mail address or a telephone number."""
    return next(emails_in(text), None) is not None or next(phones_in(text), None) is not None


def without_addresses(text: str) -> str:
    """Return a text with its e-mail, telephone and web addresses taken out."""
    spans = [(address.start, address.end) for address in (*emails_in(text), *phones_in(text))]
    spans += [(match.start(), match.end()) for match in WEB.finditer(text)]
    kept, last = [], 0
    for start, end in sorted(spans):
        if start >= last:
            kept.append(text[last:start])
        last = max(last, end)
    return " ¦ ".join([*kept, text[last:]])
