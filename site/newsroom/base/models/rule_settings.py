from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from newsroom.base.rules.form import RuleLevelsPanel, RuleSettingsForm
from newsroom.base.rules.registry import Level, Rule, settled_level

SHORTEST, LONGEST_HEADLINE, LONGEST_SUMMARY, MOST_PIXELS_OF_A_SIDE = 20, 255, 300, 8000


def between(least: int, most: int) -> list[Any]:
    """Validators of a number."""
    return [MinValueValidator(least), MaxValueValidator(most)]


class RuleSettings(BaseGenericSetting):
    """What an institution has settled about its rules before publishing; one row, and none while nothing is changed."""

    #: Nothing of it is shown to readers.
    is_for_readers = False

    chosen_levels = models.JSONField(_("what follows from each rule"), default=dict, blank=True, editable=False)
    headline_limit = models.PositiveSmallIntegerField(
        _("headline: characters at most"), default=100, validators=between(SHORTEST, LONGEST_HEADLINE)
    )
    subheadline_limit = models.PositiveSmallIntegerField(
        _("subheadline: characters at most"), default=200, validators=between(SHORTEST, LONGEST_SUMMARY)
    )
    summary_limit = models.PositiveSmallIntegerField(
        _("summary: characters at most"), default=280, validators=between(SHORTEST, LONGEST_SUMMARY)
    )
    picture_long_side = models.PositiveSmallIntegerField(
        _("pictures of a release: pixels of the longer side at least"),
        default=1200,
        validators=between(0, MOST_PIXELS_OF_A_SIDE),
    )
    picture_short_side = models.PositiveSmallIntegerField(
        _("pictures of a release: pixels of the shorter side at least"),
        default=600,
        validators=between(0, MOST_PIXELS_OF_A_SIDE),
    )
    upload_short_side = models.PositiveSmallIntegerField(
        _("every uploaded image: pixels of the shorter side at least"),
        default=100,
        validators=between(0, MOST_PIXELS_OF_A_SIDE),
        help_text=_("What is smaller is refused when it is uploaded, portraits and logos too."),
    )

    base_form_class = RuleSettingsForm
    panels = [
        MultiFieldPanel(
            [
                FieldRowPanel(
                    [FieldPanel("headline_limit"), FieldPanel("subheadline_limit"), FieldPanel("summary_limit")]
                )
            ],
            heading=_("Lengths"),
            help_text=_("Where no spaces part words, as in Chinese, half as many."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("picture_long_side"), FieldPanel("picture_short_side")]),
                FieldPanel("upload_short_side"),
            ],
            heading=_("Sizes of pictures"),
        ),
        RuleLevelsPanel(heading=_("What holds a release back")),
    ]

    class Meta:
        verbose_name = _("rules before publishing")

    @classmethod
    def current(cls) -> "RuleSettings":
        """What holds now; as the rules come where nobody has changed anything. Writes nothing."""
        return cls.objects.first() or cls()

    @classmethod
    def for_answer(cls, request: Any) -> "RuleSettings":
        """The same, read once for an answer of the CMS."""
        if not hasattr(request, "rule_settings"):
            request.rule_settings = cls.current()
        found: RuleSettings = request.rule_settings
        return found

    def level_of(self, rule: Rule) -> Level:
        """What follows from a rule."""
        return settled_level(rule, self.chosen_levels)
