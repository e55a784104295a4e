from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from newsroom.base.fields import LanguageField, SortKeyField, VisibleField
from newsroom.base.normalising import Normalised
from newsroom.language.normalisation import normalise_document


class GlossaryTermQuerySet(models.QuerySet["GlossaryTerm"]):
    """Terms of the glossary."""

    def between(self, source_language: str, language: str) -> "GlossaryTermQuerySet":
        """The terms for translating from one language into another."""
        return self.filter(source_language=source_language, language=language)


class GlossaryTerm(Normalised, models.Model):
    """What a term is called in one other language, and what it must not be called."""

    term = VisibleField(_("term"), max_length=150, help_text=_("As it stands in a dictionary, in the original."))
    sort_key = SortKeyField(of="term", language="source_language")
    source_language = LanguageField(_("language of the original"), default="en")
    language = LanguageField(_("language of the translation"))
    approved = models.TextField(_("approved"), blank=True, help_text=_("One translation a line, the best first."))
    forbidden = models.TextField(
        _("forbidden"), blank=True, help_text=_("One word or phrase a line. A translation with one of them is stopped.")
    )
    note = models.TextField(_("note"), blank=True, help_text=_("When to use which, and why."))
    topic = models.CharField(_("topic"), max_length=80, blank=True, help_text=_("Where a word means several things."))

    panels = [
        FieldRowPanel([FieldPanel("source_language"), FieldPanel("language")]),
        FieldPanel("term"),
        FieldPanel("approved"),
        FieldPanel("forbidden"),
        FieldPanel("note"),
        FieldPanel("topic"),
    ]

    objects = GlossaryTermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["sort_key", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_language", "language", "term", "topic"],
                name="one_entry_for_a_term",
                violation_error_message=_("This term has an entry for this language already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(language=models.F("source_language")),
                name="term_is_translated",
                violation_error_message=_("The two languages must differ."),
            ),
        ]

    def __str__(self) -> str:
        return self.term

    @property
    def approved_words(self) -> list[str]:
        """What to say, the best first."""
        return filled_lines(self.approved)

    @property
    def forbidden_words(self) -> list[str]:
        """What not to say."""
        return filled_lines(self.forbidden)


def filled_lines(text: str) -> list[str]:
    """The lines of a text that say something, without hints where a word might break."""
    return [line.strip() for line in normalise_document(text).splitlines() if line.strip()]
