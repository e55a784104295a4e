import datetime

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from news.leadership.forms import LeadershipForm
from newsroom.base.localize.each_language import EachLanguagePanel, words_for_language


class FormerLeadership(models.Model):
    """Under whom releases were issued until a day. Each of them says so on its page, and nothing in them is changed."""

    words = models.JSONField(_("name"), default=dict, editable=False)
    last_day = models.DateField(
        _("last day"), help_text=_("What was released until the end of this day in UTC is marked.")
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Whose releases are marked. Left empty: all."),
    )

    base_form_class = LeadershipForm
    panels = [
        EachLanguagePanel(
            heading=_("Name"), help_text=_("As it stands after “Issued under”: “the presidency of Ada Brook”.")
        ),
        FieldPanel("last_day"),
        FieldPanel("organisation"),
    ]

    class Meta:
        verbose_name = _("former leadership")
        verbose_name_plural = _("former leaderships")
        ordering = ["-last_day"]

    def __str__(self) -> str:
        return words_for_language(self.words, settings.LANGUAGE_CODE)[0]

    @property
    def ended_at(self) -> datetime.datetime:
        """The instant at which its last day was over, in UTC."""
        midnight = datetime.datetime.combine(self.last_day, datetime.time(), datetime.UTC)
        return midnight + datetime.timedelta(days=1)
