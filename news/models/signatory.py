"""Who signed an open letter: those who signed it first, as officers list them, and everybody as data."""

import uuid
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from news.choices import SignatoryKind, SignatureState
from news.models.edition import Edition
from news.querysets import ReleaseLinkQuerySet, SignatoryQuerySet
from newsroom.base.fields import LanguageField, SortKeyField, VisibleField
from newsroom.base.models import Consented

LONGEST_NAME = 200
#: Behind all who signed first, on the same day.
LAST_RANK = 100_000


class ReleaseSignatory(TranslatableMixin, Orderable):
    """Somebody who signs a letter from the start: a record of the directory, or a name as typed, in its language."""

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="signatory_links")
    person = models.ForeignKey(
        "organisations.Person",
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signed_letters",
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="signed_letters",
    )
    name = VisibleField(
        _("name"),
        max_length=LONGEST_NAME,
        blank=True,
        help_text=_("As it shall stand. Left empty: that of the person or organisation chosen."),
    )
    role = models.CharField(_("role"), max_length=LONGEST_NAME, blank=True)
    place = VisibleField(_("city or place"), max_length=LONGEST_NAME, blank=True)
    country = VisibleField(_("country"), max_length=LONGEST_NAME, blank=True)
    signed_on = models.DateField(
        _("signed on"), null=True, blank=True, help_text=_("Left empty: the day on which the letter became public.")
    )

    panels = [
        FieldRowPanel([FieldPanel("person"), FieldPanel("organisation")]),
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("place"), FieldPanel("country"), FieldPanel("signed_on")]),
    ]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False) for name in ("person", "organisation", "signed_on")
    ]

    objects = ReleaseLinkQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("signatory")

    def __str__(self) -> str:
        return self.shown_name

    def clean(self) -> None:
        """Somebody signs. Raises ValidationError."""
        super().clean()
        if not self.shown_name:
            raise ValidationError({"name": _("Choose who signs, or write the name.")})

    @property
    def shown_name(self) -> str:
        """The name as typed, else that of the record chosen."""
        record = self.person or self.organisation
        return self.name or (record.name if record else "")


class Signatory(Consented):
    """One signature under an open letter in all its languages, bound to the words that were signed.

    `text_version` counts the texts that the letter had in its original language, `text_since` is when that one was
    issued. `first_key` names the row of those whom officers list; all others signed by themselves.
    """

    #: What strangers send is seen by nobody before somebody looked at it, which changes the row.
    is_for_readers: ClassVar[str] = "update"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    letter_key = models.UUIDField(_("letter"), db_index=True)
    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="signatories", verbose_name=_("the words that were signed")
    )
    text_version = models.PositiveSmallIntegerField(_("version of the text"))
    text_since = models.DateTimeField(_("text of"))
    first_key = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    rank = models.PositiveIntegerField(default=LAST_RANK, editable=False)
    kind = models.CharField(_("who signs"), max_length=12, choices=SignatoryKind.choices, default=SignatoryKind.PERSON)
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    role = models.CharField(_("role"), max_length=LONGEST_NAME, blank=True)
    place = models.CharField(_("city or place"), max_length=LONGEST_NAME, blank=True)
    country = models.CharField(_("country"), max_length=LONGEST_NAME, blank=True)
    language = LanguageField(_("language"))
    name_key = SortKeyField(of="name", language="language")
    search_key = models.TextField(editable=False, default="")
    signed_on = models.DateField(_("signed on"))
    email = models.EmailField(_("e-mail"), blank=True)
    state = models.CharField(
        _("state"), max_length=12, choices=SignatureState.choices, default=SignatureState.UNCONFIRMED, db_index=True
    )
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True, blank=True)
    decided_at = models.DateTimeField(_("looked at"), null=True, blank=True)

    objects = SignatoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")
        ordering = ["signed_on", "rank", "pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row with what it is found by."""
        self.search_key = findable_words(f"{self.name} {self.role} {self.place}")
        super().save(*args, **kwargs)


def findable_words(text: str) -> str:
    """Return a text as signatories are searched for: without regard to case."""
    return " ".join(text.casefold().split())
