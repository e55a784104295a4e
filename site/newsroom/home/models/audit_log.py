from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry


class AuditLog(ModelLogEntry):
    """What the permission to read all of Wagtail's log hangs on. It has no rows of its own, and no form."""

    #: Written at each log-in; no page shows it.
    is_for_readers = False

    class Meta:
        proxy = True
        default_permissions = ()
        permissions = [("see_audit_log", _("Can read the audit log"))]
        verbose_name = _("audit log")
        verbose_name_plural = _("audit log")
