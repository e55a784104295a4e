from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from newsroom.base.localize.translations import translations_into
from newsroom.base.rights.sight import withheld_keys
from newsroom.publication.choices import Requirement
from newsroom.publication.models import LifeLanguage
from newsroom.translation.choices import TaskState


class AssignmentQuerySet(QuerySet):
    """What somebody is to do until an instant."""

    def due_until(self, instant: datetime) -> Self:
        """Those due at or before an instant."""
        return self.filter(due_at__lte=instant)

    def most_urgent_first(self) -> Self:
        """What is due first comes first, so what is overdue leads; what has no instant comes last."""
        return self.order_by(F("due_at").asc(nulls_last=True), "priority", "pk")


class TaskQuerySet(AssignmentQuerySet):
    """Tasks of the translators."""

    def open(self) -> Self:
        """Those nobody has signed off, or that were opened again since."""
        return self.exclude(state=TaskState.SIGNED_OFF)

    def required(self) -> Self:
        """Those of languages without which nothing goes public for the first time."""
        return self.with_requirement().filter(stated_requirement=Requirement.REQUIRED)

    def not_for_later(self) -> Self:
        """Those that go public together with their source."""
        unsaid = Q(stated_requirement=None)
        return self.with_requirement().filter(unsaid | ~Q(stated_requirement=Requirement.LATER))

    def with_requirement(self) -> Self:
        """`stated_requirement`: what each language is to its release, None where nobody said."""
        languages = LifeLanguage.objects.filter(
            life__translation_key=OuterRef("translation_key"), locale=OuterRef("target_locale")
        )
        return self.annotate(stated_requirement=Subquery(languages.values("requirement")[:1]))

    def of_page(self, page: Page) -> Self:
        """The tasks of a page in whatever language."""
        return self.filter(translation_key=page.translation_key)

    def known_to(self, user: Any) -> Self:
        """Those of pages that are not kept from somebody."""
        return self.exclude(translation_key__in=withheld_keys(user))

    def into(self, locales: Iterable[Any] | None) -> Self:
        """Those into some languages; None stands for all."""
        return self if locales is None else self.filter(target_locale__in=locales)

    def for_listing(self) -> Self:
        """With the names that a list shows and without the texts that it does not."""
        related = ("page__locale", "target_locale", "assignee", "created_by")
        return self.select_related(*related).defer("signed_segments", "changes")

    def with_progress(self) -> Self:
        """`total` and `done`: the segments of the source and how many of them are translated.

        Also `target_id` and `target_live`, those of the translated page.
        """
        translated = StringTranslation.objects.filter(
            translation_of_id=OuterRef("string_id"),
            context_id=OuterRef("context_id"),
            locale_id=OuterRef(OuterRef("target_locale_id")),
            has_error=False,
        )
        own = translations_into(OuterRef(OuterRef("translation_key")), OuterRef(OuterRef("target_locale_id")))
        segments = StringSegment.objects.filter(source_id__in=own.values("source_id")[:1])
        targets = Page.objects.filter(
            translation_key=OuterRef("translation_key"), locale_id=OuterRef("target_locale_id")
        )
        return self.annotate(
            total=count_query(segments),
            done=count_query(segments.filter(Exists(translated))),
            target_id=Subquery(targets.values("pk")[:1]),
            target_live=Subquery(targets.values("live")[:1]),
        )


def count_query(rows: QuerySet[Any]) -> Any:
    """A query that gives one number: how many rows there are."""
    number = rows.order_by().annotate(one=F("source__pk") * 0).values("one").annotate(number=Count("pk"))
    return Coalesce(Subquery(number.values("number"), output_field=IntegerField()), 0)
