from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.base.users import name_of
from newsroom.translation.choices import Priority


class Assignment(models.Model):
    """That something is to be done until an instant, and who asked for it; whoever does it is the task's own."""

    due_at = models.DateTimeField(_("due"), null=True, blank=True)
    priority = models.PositiveSmallIntegerField(_("priority"), choices=Priority.choices, default=Priority.NORMAL)
    created_at = models.DateTimeField(_("asked for at"), default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked for by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    #: When each reminder was sent; none is sent twice.
    due_soon_told_at = models.DateTimeField(null=True, editable=False)
    overdue_told_at = models.DateTimeField(null=True, editable=False)

    assignee: models.ForeignKey

    class Meta:
        abstract = True

    @property
    def assignee_name(self) -> str:
        """Who does it, if somebody is named."""
        return name_of(self.assignee)
