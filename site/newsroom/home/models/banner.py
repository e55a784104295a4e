import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from newsroom.base.localize.each_language import EachLanguagePanel, words_for_language
from newsroom.home.banner.forms import BannerForm

LONGEST_LINK = 500


class BannerLevel(models.TextChoices):
    """How grave a banner is: each has a word, a shape and a colour of its own."""

    EMERGENCY = "emergency", _("Emergency")
    WARNING = "warning", _("Warning")
    INFORMATION = "information", _("Information")


#: The gravest first.
GRAVITY: dict[str, int] = {level: place for place, level in enumerate(BannerLevel)}


class Banner(models.Model):
    """A few words above every public page, from an instant until another."""

    level = models.CharField(_("level"), max_length=20, choices=BannerLevel.choices, default=BannerLevel.INFORMATION)
    words = models.JSONField(_("text"), default=dict, editable=False)
    link = models.URLField(
        _("link"), max_length=LONGEST_LINK, blank=True, help_text=_("Where readers find more about it.")
    )
    starts_at = models.DateTimeField(_("shown from"), default=timezone.now)
    ends_at = models.DateTimeField(_("shown until"), null=True, blank=True)
    #: The zone in which whoever wrote it meant both instants.
    time_zone = models.CharField(max_length=64, default="UTC", editable=False)

    base_form_class = BannerForm
    panels = [
        FieldPanel("level"),
        EachLanguagePanel(
            heading=_("Text"),
            help_text=_("Readers of a language that is left empty are shown the text in the newsroom’s own language."),
        ),
        FieldPanel("link"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")])], heading=_("When")),
    ]

    class Meta:
        verbose_name = _("banner")
        verbose_name_plural = _("banners")
        ordering = ["-starts_at"]

    def __str__(self) -> str:
        words, _code = words_for_language(self.words, settings.LANGUAGE_CODE)
        return Truncator(words).chars(80) or str(self.get_level_display())

    @property
    def state(self) -> Any:
        """Whether it is shown now, in words."""
        now = timezone.now()
        if self.starts_at > now:
            return _("Planned")
        return _("Over") if self.is_over(now) else _("Shown now")

    def is_over(self, now: datetime.datetime) -> bool:
        """Whether its end has come."""
        return bool(self.ends_at and self.ends_at <= now)

    def as_logged(self) -> dict[str, Any]:
        """Return what the log says of it: it stays readable when the banner is changed or gone."""
        return {
            "level": self.level,
            "words": self.words,
            "link": self.link,
            "from": self.starts_at.isoformat(),
            "until": self.ends_at.isoformat() if self.ends_at else None,
        }
