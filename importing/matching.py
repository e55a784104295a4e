"""Finds the records that a document names, so that nobody and nothing is created twice."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from django.utils.html import format_html
from wagtail.models import Locale

from importing.proposal import Contact as ProposedContact
from importing.proposal import ProposedBoilerplate
from newsroom.language.addresses import is_same_phone
from newsroom.language.html import words_of_html
from newsroom.language.script.cutting import cut_text
from newsroom.language.script.letters import squeezed
from organisations.addresses import address_from, former_slugs
from organisations.choices import OrganisationKind
from organisations.models import Boilerplate, MediaContact, Organisation, Person, Role

NAME_AND_ACRONYM = re.compile(r"^(?P<name>.+?)\s*\((?P<acronym>[^()]{2,20})\)$")

Record = TypeVar("Record")

#: What a person says of something that is in no record yet.
NEW = "new"


def split_acronym(text: str) -> tuple[str, str]:
    """The name and the acronym in "Assembly of Cities (AOC)"; the acronym may be empty."""
    match = NAME_AND_ACRONYM.match(text.strip())
    return (match["name"], match["acronym"]) if match else (text.strip(), "")


class Directory:
    """The records of the newsroom as a document names them; what is missing is made in the document's language.

    Records in any language are found. Each lookup reads its table once. `same_as` holds what a person said: by the key
    of what a document names, the number of a record, or "new".
    """

    def __init__(self, locale: Locale, same_as: Mapping[str, int | str] | None = None) -> None:
        self.locale = locale
        self.same_as = same_as or {}
        self.organisations = list(Organisation.objects.order_by("pk"))
        self.people = list(Person.objects.order_by("pk"))
        self.contacts = list(MediaContact.objects.order_by("pk"))
        self.made: set[int] = set()
        self.new_people: dict[str, Person] = {}

    def said(self, key: str, records: Iterable[Record]) -> tuple[bool, Record | None]:
        """Whether a person said which record is meant, and which: None for a new one."""
        number = self.same_as.get(key)
        found = first(records, lambda each: each.pk == number)  # type: ignore[attr-defined]
        return number == NEW or found is not None, found

    def organisation(self, written: str | None) -> Organisation | None:
        """The organisation of this name or acronym, or whose name begins the text ("AOC World Secretariat")."""
        if not written:
            return None
        is_said, said = self.said(record_key("organisation", written), self.organisations)
        if is_said and (said is not None or not self.is_made(written)):
            return said
        wanted = {squeezed(part) for part in (written, *split_acronym(written)) if part}
        exact = first(self.organisations, lambda each: bool(wanted & self.names_of(each)))
        return exact or first(self.organisations, lambda each: self.begins(written, each))

    def is_made(self, written: str) -> bool:
        """Whether an organisation of exactly this name was made here already."""
        return any(squeezed(written) in self.names_of(each) for each in self.organisations if each.pk in self.made)

    def names_of(self, organisation: Organisation) -> set[str]:
        """What an organisation may be called."""
        return {name for name in (squeezed(organisation.name), squeezed(organisation.acronym)) if name}

    def begins(self, written: str, organisation: Organisation) -> bool:
        """Whether a text starts with an organisation's name or acronym as whole words."""
        names = (organisation.name, organisation.acronym)
        return any(name and written.casefold().startswith(f"{name.casefold()} ") for name in names)

    def organisation_or_new(self, written: str) -> Organisation:
        """The organisation of this name, made where there is none."""
        found = self.organisation(written)
        if found is None:
            name, acronym = split_acronym(written)
            slug = free_slug(
                acronym or name, [*(each.slug for each in self.organisations), *former_slugs(Organisation)]
            )
            found = Organisation.objects.create(
                name=name, acronym=acronym, slug=slug, kind=OrganisationKind.PARTNER, locale=self.locale
            )
            self.organisations.append(found)
            self.made.add(found.pk)
        return found

    def known_person(self, name: str | None) -> Person | None:
        """The person of this name as somebody said, or whose name is the same; None where the directory has none."""
        if not name:
            return None
        is_said, said = self.said(record_key("person", name), self.people)
        return said if is_said else first(self.people, lambda each: squeezed(each.name) == squeezed(name))

    def person(self, name: str, role: str, organisation: str | None) -> Person:
        """The person of this name, made with the role the document states where there is none."""
        is_said, found = self.said(record_key("person", name), self.people)
        if is_said and found is None:
            found = self.new_people.get(squeezed(name))
        elif not is_said:
            found = first(self.people, lambda each: squeezed(each.name) == squeezed(name))
        if found is None:
            slug = free_slug(name, {each.slug for each in self.people} | former_slugs(Person))
            found = Person.objects.create(name=name, slug=slug, locale=self.locale)
            if role:
                body = self.organisation(organisation)
                Role.objects.create(person=found, title=role, organisation=body, locale=self.locale, sort_order=0)
            self.people.append(found)
            self.new_people[squeezed(name)] = found
        return found

    def contact(self, proposed: ProposedContact) -> MediaContact:
        """The contact with this address, telephone number or name, made where there is none."""
        is_said, found = self.said(contact_key(proposed), self.contacts)
        found = found if is_said else first(self.contacts, lambda each: is_same_contact(each, proposed))
        if found is None:
            body = self.organisation(proposed.organisation)
            is_named = body is not None and squeezed(proposed.organisation) in self.names_of(body)
            stated = "" if is_named else proposed.organisation
            found = MediaContact.objects.create(
                name=cut_text(proposed.name or proposed.organisation or proposed.email or proposed.phone or "", 150),
                role=cut_text(", ".join(filter(None, (proposed.role, stated))), 150),
                organisation=body,
                email=proposed.email or "",
                phone=proposed.phone or "",
                locale=self.locale,
            )
            self.contacts.append(found)
        return found

    def boilerplate(self, proposed: ProposedBoilerplate, occasion: str) -> Boilerplate:
        """The organisation's boilerplate with the same words, made as a variant of its own where there is none."""
        body = self.organisation_or_new(proposed.organisation or occasion)
        own = list(Boilerplate.objects.filter(organisation__translation_key=body.translation_key))
        html = proposed.html or format_html("<p>{}</p>", proposed.text)
        is_said, said = self.said(boilerplate_key(proposed), own)
        if is_said and said is not None:
            return said
        same = first(own, lambda each: squeezed(words_of_html(each.text)) == squeezed(words_of_html(html)))
        return same or Boilerplate.objects.create(
            organisation=body, text=html, variant=cut_text(occasion, 60) if own else "", locale=self.locale
        )


def record_key(kind: str, name: str) -> str:
    """Return by what a person's decision about something that a document names is kept."""
    return f"{kind}:{squeezed(name)}"


def contact_key(proposed: ProposedContact) -> str:
    """Return the same for a contact: its address, number or name."""
    return record_key("contact", proposed.email or proposed.phone or proposed.name or "")


def boilerplate_key(proposed: ProposedBoilerplate) -> str:
    """Return the same for a boilerplate: whose it is."""
    return record_key("boilerplate", proposed.organisation or "")


def first(records: Iterable[Record], fits: Callable[[Record], bool]) -> Record | None:
    """The first record that fits, or None."""
    return next((record for record in records if fits(record)), None)


def is_same_contact(known: MediaContact, proposed: ProposedContact) -> bool:
    """E-mail decides; without one the telephone number; without either the name."""
    if known.email and proposed.email:
        return known.email.casefold() == proposed.email.casefold()
    if known.phone and proposed.phone:
        return is_same_phone(known.phone, proposed.phone)
    return bool(proposed.name) and squeezed(known.name) == squeezed(proposed.name)


def free_slug(name: str, taken: Iterable[str]) -> str:
    """An address made from a name, with a number where it is taken; "record" where the script has no Latin form."""
    used, base = set(taken), address_from(name) or "record"
    slug, number = base, 2
    while slug in used:
        slug, number = f"{base}-{number}", number + 1
    return slug
