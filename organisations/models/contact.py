import datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch import index
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from newsroom.base.fields import SortKeyField, VisibleField
from newsroom.base.models import Signable
from newsroom.base.normalising import Normalised
from newsroom.base.rights.record_form import WordsAndFactsForm
from newsroom.language.separators import side_by_side
from organisations.choices import time_zone_choices
from organisations.querysets import MediaContactQuerySet

WORKING_DAYS = "12345"
A_WEEK = 7


class MediaContact(index.Indexed, Normalised, TranslatableMixin, Signable, models.Model):
    """A person or desk for journalists, with the hours at which somebody answers."""

    name = VisibleField(_("name"), max_length=150)
    sort_key = SortKeyField(of="name")
    role = models.CharField(_("role or desk"), max_length=150, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="contacts",
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = VisibleField(
        _("telephone"), max_length=40, blank=True, help_text=_("With the country code, such as +44 20 …")
    )
    languages = models.CharField(
        _("languages"), max_length=80, blank=True, help_text=_("Codes, the best first, such as: en, sw, ar")
    )
    time_zone = models.CharField(_("time zone"), max_length=60, choices=time_zone_choices, default="UTC")
    opens_at = models.TimeField(_("answers from"), null=True, blank=True)
    closes_at = models.TimeField(_("until"), null=True, blank=True)
    weekdays = models.CharField(
        _("days"), max_length=7, default=WORKING_DAYS, help_text=_("Days of the week as numbers, Monday is 1.")
    )
    valid_until = models.DateField(
        _("valid until"), null=True, blank=True, help_text=_("The last day on which this contact may be shown.")
    )
    deputy = models.ForeignKey(
        "self", verbose_name=_("deputy"), null=True, blank=True, on_delete=models.SET_NULL, related_name="deputises_for"
    )
    is_press_desk = models.BooleanField(
        _("press desk of the newsroom"), default=False, help_text=_("Shown on every page.")
    )

    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("role"), FieldPanel("organisation")], _("Who")),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email"), FieldPanel("languages")], _("How to reach them")),
        MultiFieldPanel(
            [
                FieldPanel("time_zone"),
                FieldRowPanel([FieldPanel("opens_at"), FieldPanel("closes_at"), FieldPanel("weekdays")]),
                FieldRowPanel([FieldPanel("valid_until"), FieldPanel("deputy")]),
            ],
            _("When they answer"),
        ),
        FieldPanel("is_press_desk"),
    ]
    search_fields = [
        index.SearchField("name", boost=2),
        index.SearchField("role"),
        index.AutocompleteField("name"),
        index.AutocompleteField("email"),
        index.FilterField("locale"),
    ]
    base_form_class = WordsAndFactsForm
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("organisation", "deputy", "email", "phone", "languages", "weekdays", "time_zone")
    ]

    objects = MediaContactQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("media contact")
        verbose_name_plural = _("media contacts")
        ordering = ["sort_key"]

    def __str__(self) -> str:
        return side_by_side((self.name, self.role))

    def clean(self) -> None:
        """Refuses a contact nobody can reach, and hours of which one end is missing."""
        super().clean()
        if not self.email and not self.phone:
            raise ValidationError({"email": _("Give an e-mail address or a telephone number.")})
        if (self.opens_at is None) != (self.closes_at is None):
            raise ValidationError({"closes_at": _("Give both hours or neither.")})
        if set(self.weekdays) - set("1234567"):
            raise ValidationError({"weekdays": _("Use the numbers 1 (Monday) to 7 (Sunday).")})

    @property
    def language_codes(self) -> list[str]:
        """The languages they answer in, the best first."""
        return [code.strip().lower() for code in self.languages.split(",") if code.strip()]

    @property
    def hours(self) -> tuple[datetime.time, datetime.time] | None:
        """From when to when they answer, in their own time; None where nobody stated it."""
        return (self.opens_at, self.closes_at) if self.opens_at and self.closes_at else None

    def local(self, instant: datetime.datetime) -> datetime.datetime:
        """An instant in the contact's own time zone."""
        return instant.astimezone(ZoneInfo(self.time_zone))

    def is_valid_on(self, day: datetime.date) -> bool:
        """Whether the contact may still be shown on a day."""
        return self.valid_until is None or day <= self.valid_until

    def answers_at(self, instant: datetime.datetime) -> bool:
        """Whether somebody answers at an instant: within the hours, on a day of work, still valid.

        Hours that end before they begin run over midnight and belong to the day on which they began; those that end
        as they begin last the whole day.
        """
        here = self.local(instant)
        if self.hours is None or not self.is_valid_on(here.date()):
            return False
        opens, closes = self.hours
        began = here.date()
        if closes <= opens:
            on_duty = here.time() >= opens or here.time() < closes
            began -= datetime.timedelta(days=here.time() < opens)
        else:
            on_duty = opens <= here.time() < closes
        return on_duty and str(began.isoweekday()) in self.weekdays

    def answers_until(self, instant: datetime.datetime) -> datetime.datetime | None:
        """When the hours end that run at an instant, in the contact's own time; None if none do."""
        if self.hours is None or not self.answers_at(instant):
            return None
        here = self.local(instant)
        end = datetime.datetime.combine(here.date(), self.hours[1], here.tzinfo)
        return end if end > here else end + datetime.timedelta(days=1)

    def answers_next(self, instant: datetime.datetime) -> datetime.datetime | None:
        """When they begin to answer next after an instant, in their own time; None if never."""
        if self.hours is None:
            return None
        here = self.local(instant)
        for ahead in range(A_WEEK + 1):
            day = here.date() + datetime.timedelta(days=ahead)
            start = datetime.datetime.combine(day, self.hours[0], here.tzinfo)
            if start > here and self.answers_at(start):
                return start
        return None
