from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from newsroom.language.separators import one_by_one
from newsroom.translation.glossary.views import glossary_as_csv, glossary_from_csv
from newsroom.translation.models import GlossaryTerm


class GlossaryIndexView(IndexView):
    """The list of terms, with the ways to a spreadsheet and back."""

    def order_queryset(self, rows: Any) -> Any:
        """By term as its language sorts."""
        if self.ordering in ("term", "-term"):
            return rows.order_by(self.ordering.replace("term", "sort_key"), "pk")
        return super().order_queryset(rows)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """Out as CSV and back."""
        return [
            *super().header_more_buttons,
            Button(_("Download CSV"), reverse("glossary_as_csv"), icon_name="download", priority=90),
            Button(_("Bring back CSV"), reverse("glossary_from_csv"), icon_name="upload", priority=91),
        ]


class GlossaryViewSet(SnippetViewSet):
    """The glossary in the CMS."""

    model = GlossaryTerm
    index_view_class = GlossaryIndexView
    icon = "openquote"
    add_to_admin_menu = True
    menu_label: Any = _("Glossary")
    menu_order = 160
    list_display = [
        "term",
        "language",
        Column("approved", label=_("Approved"), accessor=lambda term: one_by_one(term.approved_words)),
        Column("forbidden", label=_("Forbidden"), accessor=lambda term: one_by_one(term.forbidden_words)),
        "topic",
    ]
    list_filter = ["language", "source_language", "topic"]
    search_fields = ["term", "approved", "forbidden", "note"]
    search_backend_name = None
    list_per_page = 50


def glossary_urls() -> list[URLPattern]:
    """The ways to a spreadsheet and back."""
    return [
        path("glossary/csv/", glossary_as_csv, name="glossary_as_csv"),
        path("glossary/from-csv/", glossary_from_csv, name="glossary_from_csv"),
    ]
