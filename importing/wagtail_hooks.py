"""What the CMS asks of the importer: its addresses, its place in the menu, what the history of a release says."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from importing.review.bringing import may_import
from importing.review.service import IMPORTED
from importing.review.views import import_review, import_source, imports


@hooks.register("register_admin_urls")
def import_urls() -> list[URLPattern]:
    """The pages of imports."""
    return [
        path("imports/", imports, name="imports"),
        path("imports/<int:pk>/", import_review, name="import_review"),
        path("imports/<int:pk>/file/", import_source, name="import_source"),
    ]


class ImportMenuItem(MenuItem):
    """For those who may add a page that a file can become."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_import(request.user)


@hooks.register("register_admin_menu_item")
def import_in_the_menu() -> MenuItem:
    """Below a new release: one from a file."""
    return ImportMenuItem(_("Release from a file"), reverse_lazy("imports"), icon_name="doc-empty", order=15)


@hooks.register("register_log_actions")
def import_log_actions(actions: LogActionRegistry) -> None:
    """What the history of a release says of where it came from."""

    @actions.register_action(IMPORTED)
    class ImportFormatter(LogFormatter):
        label = _("Import")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            return _("Imported from the file %(name)s") % {"name": log_entry.data.get("file", "")}
