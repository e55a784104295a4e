"""Factories for those who speak."""

import factory
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from newsroom.base.factories import locale_of
from organisations.choices import OrganisationKind
from organisations.models import Boilerplate, MediaContact, Organisation, Person, Role


class TranslatableFactory(DjangoModelFactory):
    """A record in `language`; give `translation_key` to make it a translation of another."""

    class Meta:
        abstract = True

    class Params:
        language = "en"

    locale = factory.LazyAttribute(lambda record: locale_of(record.language))


class OrganisationFactory(TranslatableFactory):
    """A body that issues releases."""

    class Meta:
        model = Organisation

    name = factory.Sequence(lambda number: f"City {number}")
    slug = factory.LazyAttribute(lambda organisation: slugify(organisation.name))
    kind = OrganisationKind.CITY


class BoilerplateFactory(TranslatableFactory):
    """A standing text."""

    class Meta:
        model = Boilerplate

    organisation = factory.SubFactory(OrganisationFactory)
    text = "<p>A city where two rivers meet.</p>"


class PersonFactory(TranslatableFactory):
    """Somebody who speaks."""

    class Meta:
        model = Person

    name = factory.Sequence(lambda number: f"Wairimu Tendeka {number}")
    slug = factory.LazyAttribute(lambda person: slugify(person.name))


class RoleFactory(TranslatableFactory):
    """A function somebody holds."""

    class Meta:
        model = Role

    person = factory.SubFactory(PersonFactory)
    title = "Mayor of Mito Miwili"


class MediaContactFactory(TranslatableFactory):
    """Whom to call."""

    class Meta:
        model = MediaContact

    name = factory.Sequence(lambda number: f"Press desk {number}")
    email = "press@confluent.example"
    phone = "+999 20 555 0142"
