"""Which organisations and people a stranger may see: those that a released release names.

A name alone can give an embargoed release away, so a record becomes public with the first release that
carries it. The rooms above are reached through the reverse relations they declare (house.md, doors).
"""

from typing import Self

from django.db.models import Model, Q, QuerySet


def released_rows(model: type[Model], relation: str) -> QuerySet:
    """The public rows of whatever points at `model` through the reverse relation `relation`."""
    return model._meta.get_field(relation).related_model._default_manager.released()


class OrganisationQuerySet(QuerySet):
    """Organisations, one row a language."""

    def released(self) -> Self:
        """Organisations that issue or join a public release, or stand above one that does."""
        named = released_rows(self.model, "release_links").values("organisation__translation_key")
        above = released_rows(self.model, "release_links").values("organisation__parent__translation_key")
        return self.filter(Q(translation_key__in=named) | Q(translation_key__in=above))

    def in_language(self, code: str) -> Self:
        """Rows in one language."""
        return self.filter(locale__language_code=code)


class PersonQuerySet(QuerySet):
    """People, one row a language."""

    def released(self) -> Self:
        """People who are quoted in a public release or named as taking part in one."""
        quoted = released_rows(self.model, "quotes").values("speaker__translation_key")
        taking_part = released_rows(self.model, "participations").values("person__translation_key")
        return self.filter(Q(translation_key__in=quoted) | Q(translation_key__in=taking_part))

    def quoted(self) -> Self:
        """People with at least one public quote."""
        return self.filter(translation_key__in=released_rows(self.model, "quotes").values("speaker__translation_key"))

    def in_language(self, code: str) -> Self:
        """Rows in one language."""
        return self.filter(locale__language_code=code)
