from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from newsroom.base.fields import ShortTextField
from newsroom.base.models import Signable
from newsroom.base.normalising import Normalised
from newsroom.base.rights.record_form import WordsAndFactsForm
from newsroom.language.separators import in_brackets
from organisations.querysets import BoilerplateQuerySet


class Boilerplate(index.Indexed, Normalised, DraftStateMixin, RevisionMixin, TranslatableMixin, Signable, models.Model):
    """An organisation's standing "About …" text, chosen into releases, never retyped."""

    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="boilerplates",
    )
    variant = models.CharField(
        _("variant"),
        max_length=60,
        blank=True,
        help_text=_("Which text this is where there are several: short, for climate talks …"),
    )
    text = ShortTextField(_("text"))

    panels = [FieldPanel("organisation"), FieldPanel("variant"), FieldPanel("text")]
    search_fields = [
        index.SearchField("text"),
        index.AutocompleteField("variant"),
        index.RelatedFields("organisation", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.FilterField("locale"),
    ]
    base_form_class = WordsAndFactsForm
    override_translatable_fields = [SynchronizedField("organisation", overridable=False)]

    #: What its name as text holds.
    shown_with = ("organisation",)

    objects = BoilerplateQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("boilerplate")
        verbose_name_plural = _("boilerplates")
        ordering = ["organisation__sort_key", "variant"]

    def __str__(self) -> str:
        return f"{self.organisation}{in_brackets(self.variant)}"
