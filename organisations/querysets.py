"""Which records a stranger may see: those that a released release, event or call names.

A name alone can give an embargoed page away, so a record becomes public with the first page that carries it; a
translation of it once it is signed. Each rule is asked row by row, so that few rows cost no more in a large archive.
The rooms above are reached through the reverse relations they declare (docs/development.md, “Doors”).
"""

import datetime
from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from newsroom.base.querysets import manager_behind


def named_publicly(kind: str) -> Exists:
    """Whether a public event or call names the row that is asked about, in whatever language; `kind`: its model."""
    uses: Any = apps.get_model("organisations", "RecordUse")._default_manager.released()
    return Exists(uses.filter(kind=kind, record=OuterRef("translation_key")))


class OrganisationQuerySet(QuerySet):
    """Organisations, one row a language."""

    def released(self) -> Self:
        """Organisations that issue, join or describe themselves in a public release, those that a public event or call
        names, what these are part of, and the partners that a public campaign hub names."""
        key = OuterRef("translation_key")
        links = manager_behind(self.model, "release_links").released()
        named = links.filter(organisation__translation_key=key)
        above = links.filter(organisation__parent__translation_key=key)
        texts = manager_behind(self.model, "boilerplates").released().filter(organisation__translation_key=key)
        carried = manager_behind(self.model, "campaign_links").released().filter(organisation__translation_key=key)
        by_page = named_publicly("organisation")
        members = self.model._default_manager.filter(by_page, parent__translation_key=key)
        by_release = Exists(named) | Exists(above) | Exists(texts)
        return self.filter(by_release | Exists(carried) | by_page | Exists(members), is_signed=True)

    def in_language(self, code: str) -> Self:
        """Rows in one language."""
        return self.filter(locale__language_code=code)


class BoilerplateQuerySet(QuerySet):
    """Standing texts, one row a language."""

    def released(self) -> Self:
        """Boilerplates that public releases show: those chosen, and those in the language of a release."""
        links = manager_behind(self.model, "release_links").released()
        chosen = links.filter(boilerplate=OuterRef("pk"))
        read = links.filter(boilerplate__translation_key=OuterRef("translation_key"), page__locale=OuterRef("locale"))
        return self.filter(Exists(chosen) | Exists(read), is_signed=True)


class MediaContactQuerySet(QuerySet):
    """Contacts for journalists, one row a language."""

    def released(self) -> Self:
        """The newsroom's own desks, and whoever a public release, event or call names."""
        named = manager_behind(self.model, "release_links").released().values("contact__translation_key")
        is_named = Q(translation_key__in=named) | named_publicly("mediacontact")
        return self.filter(Q(is_press_desk=True) | is_named, is_signed=True)


class PersonQuerySet(QuerySet):
    """People, one row a language."""

    def released(self) -> Self:
        """People who are quoted in a public release, named as taking part in one, or named by a public event or
        call."""
        key = OuterRef("translation_key")
        quoted = manager_behind(self.model, "quotes").released().filter(speaker__translation_key=key)
        taking_part = manager_behind(self.model, "participations").released().filter(person__translation_key=key)
        by_page = named_publicly("person")
        return self.filter(Exists(quoted) | Exists(taking_part) | by_page, is_signed=True)

    def in_language(self, code: str) -> Self:
        """Rows in one language."""
        return self.filter(locale__language_code=code)


class RoleQuerySet(QuerySet):
    """What people are and were."""

    def begun_by(self, day: datetime.date) -> Self:
        """Without the roles that are still to begin after a day."""
        return self.filter(Q(started_on=None) | Q(started_on__lte=day))
