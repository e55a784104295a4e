"""The words on a line of contacts, apart from its addresses and labels."""

import re
from collections.abc import Iterator

from importing.understanding.lexicon.labels import GLUED_CONTACT
from importing.understanding.lexicon.language import is_common_word
from importing.understanding.lexicon.organisation_words import is_organisation_word
from importing.understanding.lexicon.role_words import has_role_word
from importing.understanding.lexicon.vocabulary import pattern_for
from importing.understanding.speakers.han import is_han_name
from importing.understanding.speakers.names import full_names_in, is_person_name
from importing.understanding.speakers.uncased import is_uncased_name
from newsroom.language.addresses import Address, phones_in, without_addresses

LABEL = re.compile(rf"\b{pattern_for('contact_words')}\b\.?\s*[:：]?|[+☎✉📞📧]|\b[tempw][:.](?=\s|$)", re.IGNORECASE)
SEPARATORS = re.compile(r"\s*(?:[¦|•;/\n\t]|\s[–—-]\s|: |：)\s*")
EXTENSION = re.compile(rf"\s*[,(]?\s*{pattern_for('extensions')}\s*:?\s*\d{{1,6}}\)?", re.IGNORECASE)


def fragments_of(text: str) -> list[str]:
    """Return the words of a line, apart from addresses and the labels in front of them."""
    glued = GLUED_CONTACT.match(text)
    text = text[glued.end() :] if glued else text
    bare = LABEL.sub(" ¦ ", _without_addresses(text).replace("(", " ¦ ").replace(")", " ¦ "))
    parts = [part.strip(" ,.:：*<>[]-–—") for part in SEPARATORS.split(bare)]
    return [part for part in parts if _is_worth_reading(part)]


def _is_worth_reading(part: str) -> bool:
    """Whether a piece of a line can name somebody: not a number, and not only small words such as "or"."""
    if len(part) < 2 or not any(map(str.isalpha, part)) or part[0].isdigit():
        return False
    return not all(word.islower() and (len(word) < 3 or is_common_word(word)) for word in part.split())


def phones_with_extensions(text: str) -> list[Address]:
    """Return the telephone numbers of a line, each with its extension."""
    found = []
    for address in phones_in(text):
        extension = EXTENSION.match(text, address.end)
        end = extension.end() if extension else address.end
        found.append(Address(text[address.start : end].strip() if extension else address.text, address.start, end))
    return found


def _without_addresses(text: str) -> str:
    """Return a line without its addresses and the extensions of telephones."""
    for address in reversed(phones_with_extensions(text)):
        text = f"{text[: address.start]} ¦ {text[address.end :]}"
    return without_addresses(text)


def parted_at_comma(fragment: str) -> Iterator[str]:
    """Part a name from the function or organisation written behind a comma."""
    head, comma, rest = fragment.partition(",")
    if comma and is_person_name(head):
        yield head.strip()
        yield rest.strip()
    else:
        yield fragment


def parts_of_line(fragment: str, email: str | None) -> Iterator[str]:
    """Part a name from the organisation behind it where everything stands on one line."""
    words = fragment.split()
    names = full_names_in(fragment)
    if len(words) > 2 and "," not in fragment and (not names or names[0].text != fragment or len(words) > 4):
        length = _name_length(words, email)
        if length:
            yield " ".join(words[:length])
            yield " ".join(words[length:])
            return
    yield fragment


def _name_length(words: list[str], email: str | None) -> int:
    """Return how many words at the start of a line are a name: those the address knows, else two."""
    local = (email or "").partition("@")[0].casefold()
    if not is_person_name(" ".join(words[:2])) or any(word.isupper() for word in words[:2]):
        return 0
    for length in (3, 2):
        if len(words) > length and len(words[length - 1]) > 2 and words[length - 1].casefold() in local:
            return length
    later = words[2:]
    return 2 if any(is_organisation_word(word) or word[0].isupper() for word in later) and len(words) > 3 else 0


def is_any_name(text: str) -> bool:
    """Whether a text is the name of a person, in whatever script."""
    return is_person_name(text) or is_uncased_name(text) or is_han_name(text)


def name_behind_role(fragment: str) -> str | None:
    """Return the name at the end of a line that begins with its function: "Press secretary A"."""
    names = full_names_in(fragment)
    is_last = len(names) == 1 and names[0].end == len(fragment)
    return names[0].text if is_last and has_role_word(fragment[: names[0].start]) else None


def name_among(fragments: list[str], email: str | None) -> str | None:
    """Return the fragment that is a person's name; the one the e-mail address echoes comes first."""
    people = [fragment for fragment in fragments if is_any_name(fragment)]
    local = (email or "").partition("@")[0].casefold()
    echoed = [name for name in people if any(len(word) > 2 and word.casefold() in local for word in name.split())]
    return next(iter(echoed or people), None)
