"""The rows of a call: each list stands in the order that the officer gave it."""

import datetime
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from news.models import Hashtag
from newsroom.base.fields import LanguageField, VisibleField
from newsroom.publication.deadlines.instants import opening_instant

CALL = "campaigns.CallPage"
LONGEST_ROLE = 300


def fixed(*names: str) -> list[SynchronizedField]:
    """Facts of a row that are the same in every language."""
    return [SynchronizedField(name, overridable=False) for name in names]


class CallOrganisation(Orderable):
    """An organisation that calls."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="organisation_links")
    organisation = models.ForeignKey(
        "organisations.Organisation", verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="+"
    )

    panels = [FieldPanel("organisation")]
    listed_once = ("page", "organisation")

    def __str__(self) -> str:
        return str(self.organisation)


class CallSignatory(TranslatableMixin, Orderable):
    """Who signed, with role and organisation as the letter states them."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="signatories")
    person = models.ForeignKey(
        "organisations.Person", verbose_name=_("person"), on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(_("role"), max_length=LONGEST_ROLE, blank=True, help_text=_("As the letter states it."))
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )

    panels = [FieldPanel("person"), FieldPanel("role"), FieldPanel("organisation")]
    listed_once = ("page", "person")
    override_translatable_fields = fixed("person", "organisation")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("signatory")

    def __str__(self) -> str:
        return str(self.person)

    @staticmethod
    def joined(first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
        """Role and organisation of the other row where the first states none."""
        return {name: other[name] for name in ("role", "organisation") if other[name] and not first[name]}


class CallAudience(TranslatableMixin, Orderable):
    """Who may answer."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="audiences")
    text = models.CharField(_("who"), max_length=300)

    panels = [FieldPanel("text")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("who may answer")

    def __str__(self) -> str:
        return self.text


class CallStep(TranslatableMixin, Orderable):
    """One thing that is asked."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="steps")
    text = models.TextField(_("what is asked"), max_length=1_000)
    due_on = models.DateField(_("due on"), null=True, blank=True, help_text=_("Only if it is due on a day of its own."))

    panels = [FieldPanel("text"), FieldPanel("due_on")]
    override_translatable_fields = fixed("due_on")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("step")

    def __str__(self) -> str:
        return self.text


class CallMeeting(TranslatableMixin, Orderable):
    """One meeting of the series: with a day, or in a month whose day is still to come."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="meetings")
    title = models.CharField(_("title"), max_length=300, blank=True)
    month = models.CharField(
        _("month"),
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^\d{4}-(0[1-9]|1[0-2])$", _("Write it as year and month: 2026-10."))],
        help_text=_("While the day is still to come: year and month, 2026-10."),
    )
    day = models.DateField(_("day"), null=True, blank=True)
    begins = models.TimeField(_("begins"), null=True, blank=True, help_text=_("In the time zone of the call."))
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    event = models.ForeignKey(
        "campaigns.EventPage",
        verbose_name=pgettext_lazy("what people attend", "event"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="call_meetings",
        help_text=_("Once it is public, readers see its name and its date in place of what stands here."),
    )

    panels = [
        FieldPanel("event"),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("month"), FieldPanel("day"), FieldPanel("begins"), FieldPanel("minutes")]),
        FieldPanel("note"),
    ]
    override_translatable_fields = fixed("month", "day", "begins", "minutes", "event")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("meeting")

    def __str__(self) -> str:
        return self.title or (str(self.day) if self.day else self.month) or str(self.event or "")

    @property
    def sorts_as(self) -> str:
        """Where it stands among dates: a month alone comes behind the days of it that are known."""
        return self.day.isoformat() if self.day else f"{self.month}-99"

    @property
    def begins_at(self) -> datetime.datetime | None:
        """The instant in UTC at which it begins; None while day or hour are to come."""
        if not (self.day and self.begins):
            return None
        return opening_instant(self.day, self.begins, self.page.time_zone)


class CallFocalPoint(TranslatableMixin, Orderable):
    """Whom to ask. Several may share an address."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="focal_points")
    person = models.ForeignKey(
        "organisations.Person",
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = VisibleField(_("name"), max_length=200, blank=True, help_text=_("Only for who is not in the directory."))
    role = models.CharField(_("role"), max_length=LONGEST_ROLE, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = VisibleField(_("telephone"), max_length=50, blank=True)

    panels = [
        FieldPanel("person"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
    ]
    listed_once = ("page", "person", "name", "email")
    override_translatable_fields = fixed("person", "name", "organisation", "email", "phone")

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("focal point")

    def __str__(self) -> str:
        return str(self.person or self.name or self.email)


class CallLanguage(Orderable):
    """A language in which one works."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="working_languages")
    language = LanguageField(_("language"))

    panels = [FieldPanel("language")]

    def __str__(self) -> str:
        return self.language


class CallAttachment(TranslatableMixin, Orderable):
    """A file that goes with a call; a language may have another one and its own title."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "base.NewsroomDocument", verbose_name=_("document"), on_delete=models.PROTECT, related_name="+"
    )
    title = models.CharField(
        _("title"), max_length=255, blank=True, help_text=_("What readers see. Left empty: the title of the file.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("attachment")

    def __str__(self) -> str:
        return self.title or str(self.document)

    def clean(self) -> None:
        """A title is always there to be translated."""
        super().clean()
        if not self.title and self.document_id:
            self.title = self.document.title


class CallOfficer(Orderable):
    """Who answers for a call, and is reminded of its outcome."""

    page = ParentalKey(CALL, on_delete=models.CASCADE, related_name="officers")
    user: Any = models.ForeignKey("base.User", verbose_name=_("officer"), on_delete=models.CASCADE, related_name="+")

    panels = [FieldPanel("user")]

    def __str__(self) -> str:
        return str(self.user)


class CallHashtag(ItemBase):
    """A hashtag on a call; the same in every language."""

    tag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="call_links")
    listed_once = ("content_object", "tag")

    content_object = ParentalKey(CALL, on_delete=models.CASCADE, related_name="hashtag_links")
