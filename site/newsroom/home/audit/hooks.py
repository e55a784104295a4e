"""What the CMS asks of us about the audit log."""

from typing import Any

from django.contrib.auth.models import Permission
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry, LogFormatter

from newsroom.home.audit.access import (
    EXPORTED,
    FAILED,
    FAILED_SECOND,
    FORGOT_SECOND,
    GROUPS_GIVEN,
    LOCKED_OUT,
    LOGGED_IN,
    LOGGED_OUT,
    SET_UP_SECOND,
    SHOWN_SECOND,
)
from newsroom.home.audit.report import sees_audit_log

#: What Wagtail calls its own report of its log; ours stands at its address.
WAGTAILS_REPORT = "site-history"
WORDS = {
    LOGGED_IN: (_("Log in"), _("Logged in")),
    LOGGED_OUT: (_("Log out"), _("Logged out")),
    FAILED: (_("Failed log-in"), _("A log-in failed")),
    LOCKED_OUT: (_("Log-ins refused"), _("Log-ins were refused after too many failures")),
    SHOWN_SECOND: (_("Second factor"), _("Showed the second factor")),
    FAILED_SECOND: (_("Wrong second factor"), _("A code was wrong")),
    SET_UP_SECOND: (_("Second factor set up"), _("Set up a second factor or new recovery codes")),
    FORGOT_SECOND: (_("Second factor forgotten"), _("The account has no second factor any more")),
    GROUPS_GIVEN: (_("Groups by single sign-on"), _("Got other groups from the institution's log-in")),
    EXPORTED: (_("Export"), _("Took a file out of the CMS")),
}


class FormatterWithAddress(LogFormatter):
    """Says from where, and by which way where that is not the password."""

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data if isinstance(log_entry.data, dict) else {}
        message = _("%(what)s, by single sign-on") % {"what": self.message} if data.get("way") else str(self.message)
        return f"{message} ({data['address']})" if data.get("address") else message


@hooks.register("register_log_actions")
def access_log_actions(actions: LogActionRegistry) -> None:
    """What the log says of log-ins and of what was taken out."""
    for action, (label, message) in WORDS.items():
        actions.register_action(action)(
            type("AccessFormatter", (FormatterWithAddress,), {"label": label, "message": message})
        )


@hooks.register("register_permissions")
def audit_permission() -> Any:
    """To be given in the form of a group."""
    return Permission.objects.filter(content_type__app_label="home", codename="see_audit_log")


class AuditLogMenuItem(MenuItem):
    """For those who may read it."""

    def is_shown(self, request: HttpRequest) -> bool:
        return sees_audit_log(request.user)


@hooks.register("register_reports_menu_item")
def audit_log_among_the_reports() -> MenuItem:
    """The way to it, in the place of Wagtail's, which is there for whoever may see a page."""
    return AuditLogMenuItem(_("Audit log"), reverse_lazy("audit_log"), icon_name="history", order=1000)


@hooks.register("construct_reports_menu")
def without_wagtails_own(request: HttpRequest, items: list[MenuItem]) -> None:
    """One way to one report."""
    items[:] = [item for item in items if item.name != WAGTAILS_REPORT]
