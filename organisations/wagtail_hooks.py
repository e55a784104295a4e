from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.permissions import policy_registry
from wagtail.snippets.models import register_snippet

from organisations.admin.reports import ContactsReport
from organisations.admin.views import refuse_deletion, role_on_day
from organisations.admin.viewsets import DirectoryViewSet, DirectoryViewSetGroup
from organisations.merging import MERGED
from organisations.models import MediaContact

register_snippet(DirectoryViewSetGroup)


@hooks.register("register_admin_urls")
def directory_admin_urls() -> list[URLPattern]:
    """Pages of the directory that belong to no list."""
    return [
        path("people/<int:pk>/role/", role_on_day, name="role_on_day"),
        path("reports/contacts/", ContactsReport.as_view(), name="contacts_report"),
        path("reports/contacts/results/", ContactsReport.as_view(results_only=True), name="contacts_report_results"),
    ]


@hooks.register("before_delete_snippet")
def keep_used_records(request: HttpRequest, records: list[Any]) -> HttpResponse | None:
    """A record that something uses is not deleted, alone or with others; the page says what uses it."""
    kept = [record for record in records if isinstance(record.snippet_viewset, DirectoryViewSet)]
    return refuse_deletion(request, kept)


class ContactsMenuItem(MenuItem):
    """For those who keep the contacts."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = policy_registry.get_by_type(MediaContact)
        return bool(policy.user_has_any_permission(request.user, ["add", "change", "delete", "view"]))


@hooks.register("register_reports_menu_item")
def contacts_among_the_reports() -> MenuItem:
    """The way to the contacts that somebody has to see to."""
    return ContactsMenuItem(_("Media contacts"), reverse_lazy("contacts_report"), icon_name="mail", order=650)


@hooks.register("insert_editor_js")
def propose_roles() -> SafeString:
    """Fills in the role of a speaker or participant as soon as somebody is chosen."""
    script, address = static("newsroom/propose_roles.js"), reverse("role_on_day", args=[0])
    return format_html('<script src="{}" type="module" data-role-of-person="{}"></script>', script, address)


@hooks.register("register_log_actions")
def directory_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a record says when another became part of it."""

    @actions.register_action(MERGED)
    class MergeFormatter(LogFormatter):
        label = _("Merge")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("“%(name)s” became part of it") % {"name": log_entry.data.get("duplicate", "")}
