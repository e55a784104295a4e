from django.db import models
from django.utils.translation import gettext_lazy as _


class Consented(models.Model):
    """For what somebody sent: the text they agreed to, of which day it is, and when they agreed."""

    consent_text = models.TextField(_("agreed to"), blank=True, editable=False)
    consent_text_of = models.DateField(_("text of"), null=True, blank=True, editable=False)
    consented_at = models.DateTimeField(_("agreed at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True
