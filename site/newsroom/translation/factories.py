"""Factories for what translators keep."""

import factory
from factory.django import DjangoModelFactory

from newsroom.translation.models import GlossaryTerm


class GlossaryTermFactory(DjangoModelFactory):
    """A term from English into French."""

    class Meta:
        model = GlossaryTerm

    term = factory.Sequence(lambda number: f"cool corridor {number}")
    source_language = "en"
    language = "fr"
    approved = "couloir de fraîcheur"
