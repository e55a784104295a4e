"""The one public predicate. Whatever shows content to a stranger asks `released()`."""

from functools import cache
from typing import Any, Self

from django.db import transaction
from django.db.models import CharField, Exists, ExpressionWrapper, F, Model, OuterRef, Q
from wagtail.models import PageViewRestriction
from wagtail.models.pages import PageManager, PageQuerySet

from newsroom.base.caching.changes import is_read_once
from newsroom.base.languages import active_code
from newsroom.base.pages.roots import has_restrictions


def manager_behind(model: type[Model], relation: str) -> Any:
    """The manager of the model at the other end of a relation, named as in a query.

    A lower room reaches what a higher one declared without importing it (docs/development.md, “Doors”).
    """
    related: Any = model._meta.get_field(relation).related_model
    return related._default_manager


@cache
def restrictions_above() -> Exists:
    """That a view restriction stands on the page of the row or above it. Made once: it names no value."""
    asked = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return Exists(PageViewRestriction.objects.annotate(asked=asked).filter(asked__startswith=F("page__path")))


class NewsroomPageQuerySet(PageQuerySet):
    """Pages of the newsroom."""

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """All of it or nothing: where a page refuses to go, its parent keeps the number of its children."""
        return super().delete(*args, **kwargs)

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]

    def unrestricted(self) -> Self:
        """Pages without a view restriction, on themselves or on a page above them.

        Where no page has any, which a request that only reads knows, the database is not asked for each row.
        """
        return self.filter(self._is_unrestricted())

    def of_few(self) -> Self:
        """The same pages, for a type that has few: SQLite would look for them among all pages of a language."""
        own: Any = self.model
        return self.filter(pk__in=own._default_manager.order_by().values(own._meta.pk.name))

    def released(self) -> Self:
        """Pages that anybody may see: live, without a view restriction, and no alias of another page."""
        return self.filter(self._is_released())

    def _is_released(self) -> Q:
        """The predicate as a condition on a row, so that a type can add to it and `or` it within one query."""
        return Q(live=True, alias_of=None) & self._is_unrestricted()

    def _is_unrestricted(self) -> Q:
        """That no view restriction holds for a page; nothing where a request that only reads knows that there is none.

        Conditions are joined, and no querysets: Django takes longer to merge two of those than SQLite to answer.
        """
        return Q() if is_read_once() and not has_restrictions() else Q(~restrictions_above())

    def answering(self) -> Self:
        """Pages whose address tells readers something: released ones, and those in whose place a notice stands."""
        return self.released()

    def in_language(self, code: str) -> Self:
        """Pages in one language, given as in the address ("zh-hans")."""
        return self.filter(locale__language_code=code)

    def for_reader(self, code: str | None = None) -> Self:
        """Each public page once: in the reader's language or, where that is missing, in its original.

        For page types with `OriginalLanguage`. `code` is a language as in the address; by default it is the
        active one.
        """
        code = code or active_code()
        translations = self.model._default_manager.released().filter(translation_key=OuterRef("translation_key"))
        untranslated = ~Exists(translations.in_language(code))
        original = Q(locale__language_code=F("original_language")) & untranslated
        return self.released().filter(Q(locale__language_code=code) | original)


NewsroomPageManager = PageManager.from_queryset(NewsroomPageQuerySet)
