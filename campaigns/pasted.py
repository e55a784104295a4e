"""People and organisations that are pasted from an invitation, looked up in the directory."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db.models import TextField
from django.utils.translation import gettext as _

from campaigns.events.agenda import TITLE, KnownNames, bodies_in, plain_words
from newsroom.language.separators import as_list, in_quotation_marks, side_by_side
from organisations.models import Organisation, Person

MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
BETWEEN = re.compile(r"\s*[,;|\t،，；]\s*")
BLANK = re.compile(r"\n\s*\n")
MARK = re.compile(r"^[\s•▪◦*–—-]+")
MOST_SHOWN = 60


@dataclass(frozen=True)
class PastedPerson:
    """Somebody as an invitation names them: `person` and `organisation` are numbers of the directory, or None."""

    name: str
    person: int | None
    role: str
    organisation: int | None
    email: str


def known_names(locale_id: int) -> KnownNames:
    """The names of people and organisations, those in a language before the others; two queries."""
    found: list[dict[str, int]] = []
    for model in (Person, Organisation):
        rows = sorted(
            model._default_manager.values_list("name", "pk", "locale_id"), key=lambda row: row[2] == locale_id
        )
        found.append({name.casefold(): pk for name, pk, _locale in rows})
    return KnownNames(*found)


def people_in(text: str, known: KnownNames) -> list[PastedPerson]:
    """The people of a pasted list: a line each, or, as letters are signed, a few lines each with blank ones between.

    Behind the name follow role, organisation and e-mail, in any order; what is not known stays in the role.
    """
    blocks = [block.strip("\n") for block in BLANK.split(text.replace("\r\n", "\n")) if block.strip()]
    signed = [[line for line in block.split("\n") if line.strip()] for block in blocks]
    is_signed = any(len(lines) > 1 for lines in signed) and not any(BETWEEN.search(lines[0]) for lines in signed)
    entries = signed if is_signed else [BETWEEN.split(line) for lines in signed for line in lines]
    return [found for parts in entries if (found := person_of(parts, known))]


def person_of(parts: Iterable[str], known: KnownNames) -> PastedPerson | None:
    """Somebody of the parts of a line; None where it names nobody."""
    parts = list(parts)
    mailbox = MAILBOX.search(" ".join(parts))
    words = [MARK.sub("", MAILBOX.sub("", plain_words(part))).strip(" ()[]<>:") for part in parts]
    name, *rest = [each for each in words if each] or [""]
    bodies = [known.organisations.get(each.casefold()) for each in rest]
    organisation = next(filter(None, bodies), None)
    role = as_list(each for each, body in zip(rest, bodies, strict=True) if not body or body != organisation)
    if not name:
        return None
    person = known.people.get(TITLE.sub("", name).casefold())
    return PastedPerson(name, person, role, organisation, mailbox[0] if mailbox else "")


def bodies_pasted(text: str, known: KnownNames) -> list[int]:
    """The numbers of pasted organisations, each once, in order: a line each, or several with commas between.

    Raises ValidationError for names that the directory does not have.
    """
    found: list[int] = []
    unknown: list[str] = []
    for line in text.splitlines():
        if words := MARK.sub("", plain_words(line)).strip(" ,;"):
            bodies = bodies_in(words, known)
            found.extend(bodies)
            unknown.extend([] if bodies else [words])
    if unknown:
        raise not_in_directory(unknown)
    return list(dict.fromkeys(found))


def not_in_directory(names: Iterable[str]) -> ValidationError:
    """What is said of names that the directory does not have."""
    words = _("The directory does not have: %(names)s. Add them there, or write them as they are called there.")
    return ValidationError(words % {"names": as_list(names)})


def refuse_what_does_not_fit(rows: Iterable[Any]) -> None:
    """Refuse pasted rows that say more than their fields take. Raises ValidationError, with the words it is about."""
    found: list[str] = []
    for row in rows:
        later = [each.name for each in row._meta.fields if each.is_relation or not each.editable]
        texts = [each for each in row._meta.fields if isinstance(each, TextField) and each.max_length]
        try:
            row.clean_fields(exclude=[*later, "clean_name", "sort_order"])
            for each in texts:  # of these Django asks in forms alone
                MaxLengthValidator(each.max_length)(getattr(row, each.name))
        except ValidationError as error:
            found.extend(side_by_side((in_quotation_marks(str(row)[:MOST_SHOWN]), each)) for each in error.messages)
    if found:
        raise ValidationError(found)


def append_rows(page: Any, name: str, rows: Iterable[Any]) -> None:
    """Put new rows of a list behind those that a page has."""
    there, new = list(getattr(page, name).all()), list(rows)
    for number, row in enumerate(new, len(there)):
        row.sort_order = number
        if hasattr(row, "locale_id"):
            row.locale = page.locale
    if new:
        getattr(page, name).add(*new)
