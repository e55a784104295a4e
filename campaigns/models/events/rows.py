"""What an event is tied to, each an ordered list.

`listed_once` says which rows become one when two records do (organisations/doubles.py).
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from campaigns.events.choices import OrganisationPart
from news.models import Hashtag
from newsroom.base.fields import VisibleField


class EventOrganisation(Orderable):
    """An organisation that organises an event or is a partner in it; the same in every language."""

    page = ParentalKey("campaigns.EventPage", on_delete=models.CASCADE, related_name="organisation_links")
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="event_links",
    )
    part = models.CharField(
        _("part"), max_length=10, choices=OrganisationPart.choices, default=OrganisationPart.ORGANISER
    )

    panels = [FieldPanel("organisation"), FieldPanel("part")]
    listed_once = ("page", "organisation")

    def __str__(self) -> str:
        return str(self.organisation)

    @staticmethod
    def joined(first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
        """Whoever organised the event under one name organised it."""
        organises = OrganisationPart.ORGANISER in (first["part"], other["part"])
        return {"part": OrganisationPart.ORGANISER} if organises and first["part"] != OrganisationPart.ORGANISER else {}


class EventFocalPoint(TranslatableMixin, Orderable):
    """Whom to ask about an event: a media contact, or a person with role, organisation and e-mail."""

    page = ParentalKey("campaigns.EventPage", on_delete=models.CASCADE, related_name="focal_points")
    contact = models.ForeignKey(
        "organisations.MediaContact",
        verbose_name=_("media contact"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="event_links",
    )
    name = VisibleField(_("name"), max_length=150, blank=True, help_text=_("Of somebody who is no media contact."))
    role = models.CharField(pgettext_lazy("held by a person", "role"), max_length=300, blank=True)
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="event_focal_points",
    )
    email = models.EmailField(_("e-mail"), blank=True)

    panels = [
        FieldPanel("contact"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("email")]),
        FieldRowPanel([FieldPanel("role"), FieldPanel("organisation")]),
    ]
    listed_once = ("page", "contact", "name", "email")
    override_translatable_fields = [
        SynchronizedField("contact", overridable=False),
        SynchronizedField("organisation", overridable=False),
        SynchronizedField("email", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("focal point")

    def __str__(self) -> str:
        return self.name or str(self.contact or "")

    def clean(self) -> None:
        """Refuses a row that names nobody."""
        super().clean()
        if not self.contact_id and not self.name:
            raise ValidationError({"name": _("Choose a media contact, or write a name.")})


class EventEarlierDate(Orderable):
    """When an event was to take place before it was moved, in its zone; the same in every language."""

    page = ParentalKey("campaigns.EventPage", on_delete=models.CASCADE, related_name="earlier_dates")
    starts_on = models.DateField(_("first day"))
    starts_time = models.TimeField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    ends_time = models.TimeField(_("until"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("starts_time")]),
        FieldRowPanel([FieldPanel("ends_on"), FieldPanel("ends_time")]),
    ]

    def __str__(self) -> str:
        return f"{self.starts_on}"


class EventAttachment(TranslatableMixin, Orderable):
    """A document of an event; a language may have another file and its own title."""

    page = ParentalKey("campaigns.EventPage", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "base.NewsroomDocument", verbose_name=_("document"), on_delete=models.PROTECT, related_name="event_links"
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


class EventRelease(Orderable):
    """A release that was issued at an event; the same in every language."""

    page = ParentalKey("campaigns.EventPage", on_delete=models.CASCADE, related_name="release_links")
    release = models.ForeignKey(
        "news.ReleasePage", verbose_name=_("release"), on_delete=models.CASCADE, related_name="event_links"
    )

    panels = [FieldPanel("release")]

    def __str__(self) -> str:
        return str(self.release)


class EventHashtag(ItemBase):
    """A hashtag on an event; the same in every language."""

    tag = models.ForeignKey(Hashtag, on_delete=models.CASCADE, related_name="event_links")
    listed_once = ("content_object", "tag")

    content_object = ParentalKey("campaigns.EventPage", on_delete=models.CASCADE, related_name="hashtag_links")
