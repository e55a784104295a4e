"""Which records a stranger may see: those that a released release, event or call names.

A name alone can give an embargoed page away, so a record becomes public with the first page that carries it; a
translation of it once it is signed. Each rule is asked row by row, so that few rows cost no more in a large archive.
The rooms above are reached through the reverse relations they declare (docs/development.md, “Doors”).
"""

import datetime
from collections.abc import Callable, Collection
from functools import reduce
from operator import or_
from typing import Any, Self

from django.apps import apps
from django.db.models import Exists, OuterRef, Q, QuerySet

from newsroom.base.querysets import manager_behind

#: What names a row, asked with whether it is to be public; the rows of another table beside the one asked about.
Way = Callable[[bool], Any]


def rows_behind(manager: Any, is_public: bool) -> Any:
    """Return the rows of another table, or those alone that a stranger may see."""
    return manager.released() if is_public else manager.all()


def uses_by_page(kind: str, is_public: bool = True) -> Any:
    """Return the notes that an event or a call names the row that is asked about, in whatever language. `kind` is the
    row's model, `is_public` whether a stranger must see that page."""
    uses: Any = apps.get_model("organisations", "RecordUse")._default_manager
    return rows_behind(uses, is_public).filter(kind=kind, record=OuterRef("translation_key"))


class PublicByName(QuerySet):
    """Records that are public as soon as something public names them, in one of several ways."""

    def _ways(self) -> tuple[Way, ...]:
        """What may name a row."""
        raise NotImplementedError

    def released(self) -> Self:
        """Those that something public names, which are signed."""
        named = (Exists(way(True)) for way in self._ways())
        return self.filter(reduce(or_, named), is_signed=True)

    def released_among(self, keys: Collection[int]) -> list[Any]:
        """Return what `released` finds among the rows with some keys, each with its language.

        Most rows are named in one way or in none, and to ask what is public costs far more than to ask what there is:
        a way is asked only for rows that something names so and that no other way has found.
        """
        ways = self._ways()
        named = {f"is_named_{number}": Exists(way(False)) for number, way in enumerate(ways)}
        rows = list(self.filter(pk__in=keys, is_signed=True).select_related("locale").annotate(**named))
        found: set[int] = set()
        for name, way in zip(named, ways, strict=True):
            if asked := [row.pk for row in rows if getattr(row, name) and row.pk not in found]:
                found.update(self.filter(Exists(way(True)), pk__in=asked).values_list("pk", flat=True))
        return [row for row in rows if row.pk in found]


class OrganisationQuerySet(PublicByName):
    """Organisations, one row a language.

    Public are those that issue, join or describe themselves in a public release, those that a public event or call
    names, what these are part of, and the partners that a public campaign hub names.
    """

    def _ways(self) -> tuple[Way, ...]:
        key = OuterRef("translation_key")
        links, texts, partners = (
            manager_behind(self.model, name) for name in ("release_links", "boilerplates", "campaign_links")
        )

        def members(is_public: bool) -> Any:
            by_page = Exists(uses_by_page("organisation", is_public))
            return self.model._default_manager.filter(by_page, parent__translation_key=key)

        return (
            lambda is_public: rows_behind(links, is_public).filter(organisation__translation_key=key),
            lambda is_public: rows_behind(links, is_public).filter(organisation__parent__translation_key=key),
            lambda is_public: rows_behind(texts, is_public).filter(organisation__translation_key=key),
            lambda is_public: rows_behind(partners, is_public).filter(organisation__translation_key=key),
            lambda is_public: uses_by_page("organisation", is_public),
            members,
        )

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
        is_named = Q(translation_key__in=named) | Exists(uses_by_page("mediacontact"))
        return self.filter(Q(is_press_desk=True) | is_named, is_signed=True)


class PersonQuerySet(PublicByName):
    """People, one row a language.

    Public are those who are quoted in a public release, named as taking part in one, or named by a public event or
    call.
    """

    def _ways(self) -> tuple[Way, ...]:
        key = OuterRef("translation_key")
        quotes, participations = (manager_behind(self.model, name) for name in ("quotes", "participations"))
        return (
            lambda is_public: rows_behind(quotes, is_public).filter(speaker__translation_key=key),
            lambda is_public: rows_behind(participations, is_public).filter(person__translation_key=key),
            lambda is_public: uses_by_page("person", is_public),
        )

    def in_language(self, code: str) -> Self:
        """Rows in one language."""
        return self.filter(locale__language_code=code)


class RoleQuerySet(QuerySet):
    """What people are and were."""

    def begun_by(self, day: datetime.date) -> Self:
        """Without the roles that are still to begin after a day."""
        return self.filter(Q(started_on=None) | Q(started_on__lte=day))
