"""What a release is tied to, each an ordered list that is the same in every language.

`listed_once` and `joined` say what becomes of two rows when two records become one (organisations/doubles.py).
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from news.querysets import ReleaseLinkQuerySet

LONGEST_ROLE = 300


class ReleaseOrganisation(Orderable):
    """An organisation that leads or supports a release."""

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="organisation_links")
    organisation = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="release_links",
    )
    is_lead = models.BooleanField(_("issues the release"), default=True)

    panels = [FieldRowPanel([FieldPanel("organisation"), FieldPanel("is_lead")])]
    listed_once = ("page", "organisation")

    objects = ReleaseLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.organisation)

    @staticmethod
    def joined(first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
        """Whoever issued the release under one name issued it."""
        return {"is_lead": True} if other["is_lead"] and not first["is_lead"] else {}


class ReleaseBoilerplate(Orderable):
    """A standing text chosen into a release."""

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="boilerplate_links")
    boilerplate = models.ForeignKey(
        "organisations.Boilerplate",
        verbose_name=_("boilerplate"),
        on_delete=models.PROTECT,
        related_name="release_links",
    )

    panels = [FieldPanel("boilerplate")]
    listed_once = ("page", "boilerplate")

    objects = ReleaseLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.boilerplate)


class ReleaseContact(Orderable):
    """A media contact of a release, by reference."""

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="contact_links")
    contact = models.ForeignKey(
        "organisations.MediaContact",
        verbose_name=_("media contact"),
        on_delete=models.PROTECT,
        related_name="release_links",
    )

    panels = [FieldPanel("contact")]
    listed_once = ("page", "contact")

    objects = ReleaseLinkQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.contact)


class ReleaseParticipant(TranslatableMixin, Orderable):
    """A person named as taking part, with the role as the release states it, in the release's language."""

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="participant_links")
    person = models.ForeignKey(
        "organisations.Person", verbose_name=_("person"), on_delete=models.PROTECT, related_name="participations"
    )
    role = models.CharField(_("role"), max_length=LONGEST_ROLE, blank=True, help_text=_("As stated in this release."))

    panels = [FieldPanel("person"), FieldPanel("role")]
    listed_once = ("page", "person")
    override_translatable_fields = [SynchronizedField("person", overridable=False)]

    objects = ReleaseLinkQuerySet.as_manager()

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("participant")

    def __str__(self) -> str:
        return str(self.person)

    @staticmethod
    def joined(first: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
        """Both roles as stated, where they differ and there is room for both."""
        roles = [role for role in dict.fromkeys((first["role"], other["role"])) if role]
        both = "; ".join(roles)
        return {"role": both} if both != first["role"] and len(both) <= LONGEST_ROLE else {}


class ReleaseAttachment(TranslatableMixin, Orderable):
    """A file that goes with a release; a language may have another one and its own title.

    In the translation's editor the title is a segment and the file can be replaced.
    """

    page = ParentalKey("news.ReleasePage", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "base.NewsroomDocument", verbose_name=_("document"), on_delete=models.PROTECT, related_name="release_links"
    )
    title = models.CharField(
        _("title"), max_length=255, blank=True, help_text=_("What readers see. Left empty: the title of the file.")
    )

    panels = [FieldPanel("document"), FieldPanel("title")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("attachment")

    def __str__(self) -> str:
        return self.title or str(self.document)

    @property
    def language(self) -> str:
        """The language of the file: its own or, where nobody said, the original language of the release."""
        return self.document.language or self.page.original_language

    @property
    def shown_title(self) -> str:
        """What readers see."""
        return self.title or self.document.title

    @property
    def title_language(self) -> str:
        """The language of what readers see: the page's, but for the title of a file."""
        code: str = self.page.locale.language_code
        return code if self.title else self.language

    def clean(self) -> None:
        """A title is always there to be translated."""
        super().clean()
        if not self.title and self.document_id:
            self.title = self.document.title
