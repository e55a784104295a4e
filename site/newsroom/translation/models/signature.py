from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation

from newsroom.base.kept_names import SignerField, SignerNameField


class Signed(models.Model):
    """Who signed a translation off, and each of its segments as it stood then: what it was signed for."""

    signed_by_name = SignerNameField()
    signed_by = SignerField(verbose_name=_("signed off by"), blank=True, name_field="signed_by_name")
    signed_segments = models.JSONField(default=list, editable=False)
    override_reason = models.TextField(_("why it was signed off all the same"), blank=True)

    class Meta:
        abstract = True


class RecordSignature(Signed):
    """That somebody answers for the translation of a record, as its words stood then."""

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="signature")
    signed_at = models.DateTimeField(_("signed off at"), default=timezone.now)

    class Meta:
        verbose_name = _("signature of a record")
        verbose_name_plural = _("signatures of records")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.translation)
