"""Loads who speaks: organisations, their texts, people, contacts, in every language they are written in."""

import uuid
from collections.abc import Iterator
from datetime import time
from typing import Any, TypeVar

from factory.django import DjangoModelFactory
from wagtail.models import TranslatableMixin

from newsroom.base.factories import ImageFactory
from newsroom.demo.content import shapes
from newsroom.demo.content.contacts import CONTACTS
from newsroom.demo.content.organisations import ORGANISATIONS
from newsroom.demo.content.people import PEOPLE
from newsroom.demo.drawing.marks import draw_mark
from organisations.factories import (
    BoilerplateFactory,
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from organisations.models import Boilerplate, MediaContact, Organisation, Person

Record = TypeVar("Record", bound=TranslatableMixin)
#: The English record of each slug or key, then its other languages.
Versions = dict[str, dict[str, Record]]

NAMESPACE = uuid.UUID("7b0f5b0a-2d4c-4a57-9f1e-5a3c6f0e9d11")


def key_of(*parts: str) -> uuid.UUID:
    """A translation key that is the same each time the content is loaded."""
    return uuid.uuid5(NAMESPACE, "/".join(parts))


def in_each_language(factory: type[DjangoModelFactory], key: uuid.UUID, codes: Any, values: Any) -> dict[str, Any]:
    """One record a language, all translations of each other; `values(code)` gives a language's fields."""
    return {code: factory(language=code, translation_key=key, **values(code)) for code in codes}


def either(words: shapes.Words, code: str, otherwise: str = "en") -> str:
    """The words in a language, else in English, else none."""
    return words.get(code) or words.get(otherwise, "")


def load_organisations() -> Versions[Organisation]:
    """Organisations with their marks, then who stands above whom."""
    found: Versions[Organisation] = {}
    for body in ORGANISATIONS:
        logo = ImageFactory(title=body.names["en"], description="", content=draw_mark(body.mark))
        found[body.slug] = in_each_language(
            OrganisationFactory,
            key_of("organisation", body.slug),
            body.names,
            lambda code, body=body, logo=logo: {
                "name": body.names[code],
                "slug": body.slug,
                "logo": logo,
                "acronym": body.acronym,
                "kind": body.kind,
                "website": body.website,
                "description": body.description.get(code, ""),
            },
        )
    for body in ORGANISATIONS:
        if body.parent:
            parent = found[body.parent]["en"]
            keys = [version.pk for version in found[body.slug].values()]
            Organisation.objects.filter(pk__in=keys).update(parent=parent)
    return found


def load_boilerplates(organisations: Versions[Organisation]) -> Versions[Boilerplate]:
    """The standing text of each organisation that has one."""
    return {
        body.slug: in_each_language(
            BoilerplateFactory,
            key_of("boilerplate", body.slug),
            body.boilerplate,
            lambda code, body=body: {
                "organisation": organisations[body.slug]["en"],
                "text": f"<p>{body.boilerplate[code]}</p>",
            },
        )
        for body in ORGANISATIONS
        if body.boilerplate
    }


def load_people(organisations: Versions[Organisation]) -> Versions[Person]:
    """People with the roles they hold and held."""
    found: Versions[Person] = {}
    for person in PEOPLE:
        found[person.slug] = in_each_language(
            PersonFactory,
            key_of("person", person.slug),
            person.names,
            lambda code, person=person: {
                "name": person.names[code],
                "slug": person.slug,
                "biography": person.biography.get(code, ""),
            },
        )
        for code, version in found[person.slug].items():
            for number, role in enumerate(person.roles):
                RoleFactory(
                    person=version,
                    language=code,
                    translation_key=key_of("role", person.slug, str(number)),
                    sort_order=number,
                    title=either(role.titles, code),
                    organisation=organisations[role.organisation]["en"],
                    started_on=role.since,
                    ended_on=role.until,
                )
    return found


def load_contacts(organisations: Versions[Organisation]) -> Versions[MediaContact]:
    """The press desks, then who deputises for whom."""
    found: Versions[MediaContact] = {}
    for contact in CONTACTS:
        found[contact.key] = in_each_language(
            MediaContactFactory,
            key_of("contact", contact.key),
            contact.names,
            lambda code, contact=contact: {
                "name": contact.names[code],
                "role": either(contact.desk, code),
                "organisation": organisations[contact.organisation]["en"],
                "email": contact.email,
                "phone": contact.telephone,
                "languages": ", ".join(contact.languages),
                "time_zone": contact.time_zone,
                "opens_at": time.fromisoformat(contact.opens),
                "closes_at": time.fromisoformat(contact.closes),
                "is_press_desk": True,
            },
        )
    for contact, version in every_version(found):
        version.deputy = found[contact.deputy]["en"]
        version.save()
    return found


def every_version(contacts: Versions[MediaContact]) -> Iterator[tuple[shapes.Contact, MediaContact]]:
    """Each contact's content with each of its records."""
    for contact in CONTACTS:
        for version in contacts[contact.key].values():
            yield contact, version
