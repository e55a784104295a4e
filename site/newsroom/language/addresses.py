"""Web addresses, e-mail addresses and telephone numbers in a text."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import phonenumbers
from phonenumbers import MatchType, NumberParseException, PhoneNumber

from newsroom.language.catalogue import ROWS, full_rows
from newsroom.language.numerals.digits import digits_of, western

LATIN = "A-Za-z0-9\u00c0-\u024f"
#: Letters that names of mail servers and boxes may have; scripts that write no spaces would run on into the text.
MAIL = rf"{LATIN}\u0400-\u04ff"
EMAIL = re.compile(rf"(?<![{MAIL}.+-])[{MAIL}_.+%'-]{{1,64}}@[{MAIL}-]{{1,63}}(?:\.[{MAIL}-]{{1,63}}){{1,6}}")
AT = "|".join(at for row in ROWS.values() if (at := row.at_and_dot[0]))
DOT = "|".join(dot for row in ROWS.values() if (dot := row.at_and_dot[1]))
SPELT_DOT = re.compile(rf"\s?(?:[(\[](?:{DOT})[)\]]|\s(?:{DOT})\s)\s?", re.IGNORECASE)
SPELT_EMAIL = re.compile(
    rf"(?<![\w.+-])(?P<local>[\w.+-]{{1,64}})\s?(?:[(\[](?:{AT})[)\]]|\sat\s(?=[\w-]{{1,63}}\sdot\s))\s?"
    rf"(?P<domain>[\w-]{{1,63}}(?:(?:\.|\s?[(\[](?:{DOT})[)\]]\s?|\sdot\s)[\w-]{{2,63}}){{1,4}})",
    re.IGNORECASE,
)
#: What ends an address in whatever language: spaces, quotation marks, the punctuation of Chinese and Arabic.
WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'«»“”‘’，。、；：！？（）【】《》؛،]{1,400}"
    rf"|(?<![{LATIN}_.@-])[A-Za-z0-9-]{{1,60}}\.(?:com|org|net|int|eu|gov|info|io)"
    r"(?:/[^\s<>\"«»“”，。、；！？（）؛،]{0,200})?(?![A-Za-z0-9_@.])",
    re.IGNORECASE,
)
ENDS_A_SENTENCE = ".,;:!?…)]؟"
PHONE = re.compile(r"(?<![\w/.@-])(?:\+\s?)?\(?\d[\d\s\u00a0().\-–/]{5,24}\d(?![\w@])")
#: One with its country, which no other number in running text can be.
INTERNATIONAL = re.compile(r"\+\s?\d(?:[\s().-]*\d){5,}")
MAILTO = re.compile(r'href="mailto:([^"?]{3,200})')
GLUED_ENDING = re.compile(r"(?<=\.[a-z]{2})[A-Z][^.]*$|(?<=\.[a-z]{3})[A-Z][^.]*$|(?<=\.[a-z]{4})[A-Z][^.]*$")
DATE_OR_TIME = re.compile(
    r"(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d|(?:19"
    r"|20)\d\d\s?[-–/]\s?(?:19|20)\d\d"
)
#: What the numbering plans say where they know of none.
NO_COUNTRY = "ZZ"
#: Numbers without their country are the same when so many last digits are.
LAST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Address:
    """An address as written, and where it stands."""

    text: str
    start: int
    end: int


def web_in(text: str) -> Iterator[Address]:
    """Yield web addresses, without what ends the sentence they stand in."""
    for match in WEB.finditer(text):
        address = match[0].rstrip(ENDS_A_SENTENCE)
        yield Address(address, match.start(), match.start() + len(address))


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
    """Yield what may be telephone numbers where one is expected: seven to fifteen digits that are no date."""
    taken = [(match.start(), match.end()) for match in WEB.finditer(text)]
    for match in PHONE.finditer(text):
        digits = sum(character.isdigit() for character in match[0])
        inside = any(start <= match.start() < end for start, end in taken)
        if 7 <= digits <= 15 and not inside and not DATE_OR_TIME.search(match[0]):
            number = match[0].strip()
            if number.count("(") > number.count(")"):
                number = number.replace("(", "", 1) if number.startswith("(") else number
            yield Address(number, match.start(), match.end())


def international_phones_in(text: str) -> Iterator[Address]:
    """Yield the telephone numbers with their country, which are certain in running text."""
    for match in INTERNATIONAL.finditer(western(text)):
        yield Address(match[0], match.start(), match.end())


def has_address(text: str) -> bool:
    """Whether a text has an e-mail address or what may be a telephone number."""
    return next(emails_in(text), None) is not None or next(phones_in(text), None) is not None


def find_addresses(text: str) -> list[Address]:
    """Return the web and e-mail addresses of a running text in their order; a mail's domain is none of its own."""
    found = list(emails_in(text))
    mails = [(each.start, each.end) for each in found]
    found += [web for web in web_in(text) if not any(start <= web.start < end for start, end in mails)]
    return sorted(found, key=lambda each: each.start)


def cut_out(addresses: list[Address], text: str, gap: str = " ") -> str:
    """Return a text with a gap for each address in it."""
    kept, last = [], 0
    for address in sorted(addresses, key=lambda each: (each.start, each.end)):
        if address.start >= last:
            kept.append(text[last : address.start])
        last = max(last, address.end)
    return gap.join([*kept, text[last:]])


def without_addresses(text: str) -> str:
    """Return a text of contacts without its e-mail, telephone and web addresses."""
    return cut_out([*emails_in(text), *phones_in(text), *web_in(text)], text, " ¦ ")


def web_key(address: str) -> str:
    """Return an address without what differs between languages: its scheme, and the part that names a language."""
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", address, flags=re.IGNORECASE)
    return language_part().sub("/*", bare).rstrip("/").casefold()


@cache
def language_part() -> re.Pattern[str]:
    """The part of an address that says only which language it leads to."""
    codes = {code for row in full_rows() for code in (row.code, row.main)}
    return re.compile(rf"/(?:{'|'.join(sorted(codes, key=len, reverse=True))})(?=/|$)", re.IGNORECASE)


def parsed(number: str) -> PhoneNumber | None:
    """Return a telephone number as the numbering plans know it; None without a country or outside all plans."""
    try:
        return phonenumbers.parse(western(number))
    except NumberParseException:
        return None


def dialled(number: str) -> str:
    """Return a telephone number as a `tel:` address has it: "+442079460000", with ";ext=12" for an extension."""
    known = parsed(number)
    if known is None:
        return "".join(character for character in western(number) if character.isascii() and character in "+0123456789")
    plain = phonenumbers.format_number(known, phonenumbers.PhoneNumberFormat.E164)
    return f"{plain};ext={known.extension}" if known.extension else plain


def written_phone(number: str, country: str = "") -> str:
    """Return a telephone number as it is written abroad: "+44 20 7946 0000".

    `country` (ISO 3166, "GB") is where one without its country is dialled. "" for what no telephone can have.
    """
    try:
        known = phonenumbers.parse(western(number), country or None)
    except NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(known):
        return ""
    return phonenumbers.format_number(known, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def country_of_phone(number: str) -> str:
    """Return the country (ISO 3166) whose telephones have such a number; "" without its country, or of none."""
    known = parsed(number)
    code = known.country_code if known else None
    country = phonenumbers.region_code_for_country_code(code) if code else NO_COUNTRY
    return country if country.isalpha() and country != NO_COUNTRY else ""


def written_email(text: str) -> str:
    """Return the one e-mail address that a text is, its domain in small letters; "" where it is something else."""
    bare = text.strip().removeprefix("mailto:").strip("<> ")
    found = [each for each in emails_in(bare) if (each.start, each.end) == (0, len(bare))]
    local, _at, domain = found[0].text.partition("@") if found else ("", "", "")
    return f"{local}@{domain.casefold()}" if domain else ""


def is_same_phone(first: str, second: str) -> bool:
    """Whether two telephone numbers reach the same telephone, however they are grouped; one may lack its country.

    The desk and an extension of it are the same.
    """
    first, second = western(first), western(second)
    match = phonenumbers.is_number_match(first, second)
    if match in (MatchType.EXACT_MATCH, MatchType.NSN_MATCH):
        return True
    if match == MatchType.SHORT_NSN_MATCH:
        return same_but_extension(first, second)
    return match == MatchType.NOT_A_NUMBER and same_digits(first, second)


def same_but_extension(first: str, second: str) -> bool:
    """Whether two numbers with their countries differ in an extension only."""
    one, other = parsed(first), parsed(second)
    return bool(one and other) and dialled(first).partition(";")[0] == dialled(second).partition(";")[0]


def same_digits(first: str, second: str) -> bool:
    """Whether two numbers outside all plans have the same digits; the last ones where one lacks its country."""
    one, other = digits_of(first), digits_of(second)
    if first.strip().startswith("+") == second.strip().startswith("+"):
        return one == other
    return one[-LAST_DIGITS:] == other[-LAST_DIGITS:]
