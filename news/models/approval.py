from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.base.kept_names import SignerField, SignerNameField


class QuoteApproval(models.Model):
    """Somebody with a name stands for these words in this language.

    It holds for exactly these words, translated from exactly those: change either and it says nothing. So nothing
    that copies a block can carry an approval to words that nobody has read.
    """

    quote_id = models.UUIDField(_("quote id"), db_index=True)
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("words"))
    original_words = models.TextField(_("words of the original"), blank=True)
    approver = models.CharField(_("approved by"), max_length=200)
    user_name = SignerNameField()
    user = SignerField(blank=True, name_field="user_name")
    clearance = models.ForeignKey(
        "news.QuoteClearance", null=True, blank=True, on_delete=models.SET_NULL, related_name="approvals"
    )
    approved_at = models.DateTimeField(_("approved at"), default=timezone.now)

    class Meta:
        verbose_name = _("approval of a quote")
        verbose_name_plural = _("approvals of quotes")
        ordering = ["approved_at", "pk"]

    def __str__(self) -> str:
        return f"{self.approver}: {self.words[:60]}"
