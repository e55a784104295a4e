from typing import Any

import django_filters
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import IntegerField, Q, Value
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import ContentTypeFilter
from wagtail.admin.views.reports.audit_logging import LogEntriesView, SiteHistoryReportFilterSet
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from newsroom.base.files.spreadsheets import BYTE_ORDER_MARK, without_formula
from newsroom.base.rights.sight import withheld_keys
from newsroom.home.audit.access import EXPORTED
from newsroom.home.audit.retention import OF_ACCESS
from newsroom.publication.files.downloads import DOWNLOADED

SEE = "home.see_audit_log"
#: The kinds that one filters by, each with what belongs to it.
TAKEN_OUT = Q(action__in=(EXPORTED, DOWNLOADED))
LOG_INS = Q(action__startswith=OF_ACCESS) & ~TAKEN_OUT
KINDS = {
    "log_ins": (_("Log-ins and failed attempts"), LOG_INS),
    "taken_out": (_("Downloads and exports"), TAKEN_OUT),
    "changes": (_("Changes"), ~LOG_INS & ~TAKEN_OUT),
}


def sees_audit_log(user: Any) -> bool:
    """Tell whether somebody may read all that was done here."""
    return bool(user.has_perm(SEE))


def content_types_logged(request: HttpRequest) -> Any:
    """Return the kinds of things that the log speaks of."""
    numbers: set[int] = set()
    for model in registry.get_log_entry_models():
        numbers.update(model.objects.all().get_content_type_ids())
    return ContentType.objects.filter(pk__in=numbers).order_by("model")


def entries_known_to(user: Any, model: Any) -> Any:
    """All entries of a log, but for those of drafts that are withheld from somebody who may read it."""
    withheld = withheld_keys(user) if issubclass(model, PageLogEntry) else ()
    return model.objects.exclude(page__translation_key__in=withheld) if withheld else model.objects.all()


class AuditFilterSet(SiteHistoryReportFilterSet):
    """By who, what, when and kind; of all kinds there are, since whoever gets here may see all of them."""

    kind = django_filters.ChoiceFilter(
        label=_("Kind"), choices=[(name, label) for name, (label, _q) in KINDS.items()], method="filter_kind"
    )
    object_type = ContentTypeFilter(
        label=_("Kind of thing"), method="filter_object_type", queryset=content_types_logged
    )

    def filter_kind(self, queryset: Any, name: str, value: str) -> Any:
        """Those of a kind."""
        return queryset.filter(KINDS[value][1])

    def get_action_choices(self) -> list[tuple[str, Any]]:
        used: set[str] = set()
        for model in registry.get_log_entry_models():
            used.update(model.objects.all().get_actions())
        return [choice for choice in registry.get_choices() if choice[0] in used]

    def get_user_choices(self) -> Any:
        numbers: set[int] = set()
        for model in registry.get_log_entry_models():
            numbers.update(model.objects.all().get_user_ids())
        return get_user_model().objects.filter(pk__in=numbers).order_by("username")


class AuditLogView(LogEntriesView):
    """Wagtail's report of its log, for those with the permission alone; whole, but for restricted drafts."""

    page_title = _("Audit log")
    filterset_class = AuditFilterSet
    list_export = [
        *("timestamp", "user_display_name", "action", "message", "content_type", "object_id", "label", "address")
    ]
    export_headings = LogEntriesView.export_headings | {"message": _("What happened"), "address": _("Address")}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied."""
        if not sees_audit_log(request.user):
            raise PermissionDenied
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer

    def get_filtered_queryset(self) -> Any:
        """As Wagtail's, of all entries that somebody may know of, not of those alone whose things they may change."""
        self.log_models = list(registry.get_log_entry_models())
        parts = [
            self.filter_queryset(
                entries_known_to(self.request.user, model)
                .values("pk", "timestamp")
                .annotate(log_model_index=Value(number, output_field=IntegerField()))
            ).order_by()
            for number, model in enumerate(self.log_models)
        ]
        return parts[0].union(*parts[1:], all=True).order_by("-timestamp")

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        """A row of the table to save: nothing in it runs as a formula."""
        item.address = item.data.get("address", "") if isinstance(item.data, dict) else ""
        return {name: without_formula(value) for name, value in super().to_row_dict(item).items()}

    def stream_csv(self, queryset: Any) -> Any:
        """With the mark by which office programs know UTF-8."""
        yield BYTE_ORDER_MARK
        yield from super().stream_csv(queryset)
