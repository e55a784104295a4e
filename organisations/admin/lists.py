"""The lists of the directory in the CMS: what an officer sees of each record, and how often it is used."""

from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import BooleanFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn
from wagtail.admin.widgets.button import Button
from wagtail.search.index import class_is_indexed
from wagtail.snippets.views.snippets import IndexView

from organisations.admin.buttons import RowMenu, with_translations
from organisations.uses import with_use_count

USE_COUNT = NumberColumn("use_count", label=gettext_lazy("Used on pages"), sort_key="use_count")


class DirectoryFilterSet(WagtailFilterSet):
    """Besides a list's own filters: what some page names, or what none does."""

    is_used = BooleanFilter(label=gettext_lazy("Used on a page"), method="filter_used")

    def filter_used(self, rows: QuerySet[Any], name: str, value: bool) -> QuerySet[Any]:
        """Records with or without a use."""
        return rows.filter(use_count__gt=0) if value else rows.filter(use_count=0)


class DirectoryIndexView(RowMenu, IndexView):
    """A list of records, each with the number of pages that name it and a way to merge it into another."""

    base_filterset_class = DirectoryFilterSet
    merge_url_name: str | None = None
    #: What the columns of a list show beside the records themselves.
    prefetched: tuple[str, ...] = ()

    def get_base_queryset(self) -> QuerySet[Any]:
        """With what the columns show, so that the number of queries does not grow with the rows."""
        rows = with_translations(with_use_count(super().get_base_queryset()))
        model = self.model
        names = {field.name for field in model._meta.fields}
        rows = rows.select_related(*(names & {"locale", "organisation", "parent"}))
        return rows.prefetch_related(*self.prefetched)

    def order_queryset(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """By name as languages sort, or by a count and then by whatever the records are ordered by."""
        if self.ordering in ("name", "-name"):
            return rows.order_by(self.ordering.replace("name", "sort_key"), "pk")
        ordered = super().order_queryset(rows)
        if self.ordering in ("use_count", "-use_count"):
            count = F("use_count")
            is_falling = self.ordering.startswith("-")
            ordered = ordered.order_by(count.desc() if is_falling else count.asc(), *self.model._meta.ordering, "pk")
        return ordered

    def search_queryset(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        """The search looks through the whole directory; filters and order are the database's.

        A search index knows neither counts nor every column, and refuses to filter and order by those.
        """
        if not self.is_searching or not class_is_indexed(self.model):
            return super().search_queryset(rows)
        found = super().search_queryset(self.model._default_manager.order_by())
        return rows.filter(pk__in=[record.pk for record in found])

    def get_list_more_buttons(self, instance: Any) -> list[Any]:
        """Wagtail's, and merging for those who may."""
        buttons = super().get_list_more_buttons(instance)
        if self.merge_url_name and self.user_has_permission("change") and self.user_has_permission("delete"):
            address = reverse(self.merge_url_name, args=[instance.pk])
            buttons.append(Button(_("Merge into another"), url=address, icon_name="resubmit", priority=40))
        return buttons


class PeopleIndexView(DirectoryIndexView):
    """People, with what they are today."""

    prefetched = ("roles__organisation",)


class PublicationColumn(Column):
    """Whether a standing text is published; Wagtail's own column asks the database for each row's schedule."""

    def get_value(self, instance: Any) -> str:
        """In words."""
        if not instance.live:
            return _("draft")
        return _("published, with a newer draft") if instance.has_unpublished_changes else _("published")


class ValidityColumn(DateColumn):
    """Until when a contact may be shown; marked once that day has passed."""

    cell_template_name = "organisations/admin/validity_cell.html"

    @cached_property
    def today(self) -> Any:
        """The day to compare with."""
        return timezone.now().date()
