from uuid import UUID

from django.db import models
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from news.choices import QuoteStatus
from news.querysets import QuoteQuerySet
from newsroom.base.fields import LanguageField
from newsroom.base.languages import active_code


def quote_address(quote_id: UUID, code: str) -> str:
    """The permanent address of a quote in a language."""
    if code == active_code():
        return reverse("quote", args=[quote_id])
    with translation.override(code):
        return reverse("quote", args=[quote_id])


class Quote(models.Model):
    """The record of a quote in one language of a release, written when that language is published.

    Derived from the block in the body and never edited. Everything that shows, finds or counts quotes reads
    these rows. `quote_id` is the block's id, the same in every language.
    """

    quote_id = models.UUIDField(_("quote id"))
    release = models.ForeignKey("news.ReleasePage", on_delete=models.CASCADE, related_name="quotes")
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.PROTECT, related_name="+")
    sort_order = models.PositiveIntegerField(_("order"))
    words = models.TextField(_("words"))
    speaker = models.ForeignKey("organisations.Person", on_delete=models.PROTECT, related_name="quotes")
    role = models.CharField(_("role as stated"), max_length=250, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="quotes"
    )
    language = LanguageField(_("language spoken"))
    status = models.CharField(_("status"), max_length=10, choices=QuoteStatus.choices, default=QuoteStatus.ORIGINAL)
    approver = models.CharField(_("approved by"), max_length=200, blank=True)
    approved_at = models.DateTimeField(_("approved at"), null=True, blank=True)
    stale_since = models.DateTimeField(_("original changed at"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    #: It stands in a page, whose references are kept; its own say nothing more.
    wagtail_reference_index_ignore = True
    #: The public words as they were spoken, where somebody has attached them.
    original: "Quote | None" = None

    objects = QuoteQuerySet.as_manager()

    class Meta:
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")
        ordering = ["release", "sort_order"]
        constraints = [models.UniqueConstraint(fields=("quote_id", "release"), name="quote_once_a_language")]

    def __str__(self) -> str:
        return f"{self.speaker}: {self.words[:60]}"

    def get_absolute_url(self) -> str:
        """The permanent address of the quote in the language of this row."""
        return quote_address(self.quote_id, self.locale.language_code)

    @property
    def is_translation(self) -> bool:
        """Whether the words were spoken in another language."""
        return self.locale.language_code != self.language

    @property
    def anchor(self) -> str:
        """The fragment that leads to the quote on its release's page."""
        return f"quote-{self.quote_id}"
