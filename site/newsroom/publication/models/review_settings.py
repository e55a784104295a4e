from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from newsroom.base.kept_names import SignerField, SignerNameField
from newsroom.publication.models.life import Life

A_WEEK = 168


class ReviewSettings(BaseGenericSetting):
    """What an institution has settled about approval; one row, and none while nothing is changed."""

    #: Nothing of it is shown to readers.
    is_for_readers = False

    approval_required = models.BooleanField(
        _("somebody else approves before anything becomes public"),
        default=False,
        help_text=_(
            "Whoever publishes their own text all the same says why, and the desk sees it until it is approved."
        ),
    )
    reminder_hours = models.PositiveSmallIntegerField(
        _("remind approvers after so many hours"),
        default=24,
        validators=[MaxValueValidator(A_WEEK)],
        help_text=_("0: nobody is reminded."),
    )

    panels = [FieldPanel("approval_required"), FieldPanel("reminder_hours")]

    class Meta:
        verbose_name = _("review")

    @classmethod
    def current(cls) -> "ReviewSettings":
        """What holds now; the defaults where nobody has changed anything. Writes nothing."""
        return cls.objects.first() or cls()


class UnapprovedPublication(models.Model):
    """That somebody published their own text, or gave it its hour, without a yes, and why; open until one is given."""

    #: Officers read it, and nobody else.
    is_for_readers = False

    life = models.ForeignKey(Life, on_delete=models.CASCADE, related_name="unapproved")
    reason = models.TextField(_("why nobody could approve it before"))
    at = models.DateTimeField(default=timezone.now)
    user_name = SignerNameField()
    user = SignerField(name_field="user_name")
    approved_by_name = SignerNameField()
    approved_by = SignerField(name_field="approved_by_name")
    approved_at = models.DateTimeField(null=True, blank=True)

    #: That somebody wrote down why makes nothing public.
    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.life}, {self.at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def open(cls) -> Any:
        """Those that nobody has approved yet, the latest first."""
        return cls.objects.filter(approved_at=None).select_related("life")
