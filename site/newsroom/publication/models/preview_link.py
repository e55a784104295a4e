from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.base.kept_names import SignerField, SignerNameField
from newsroom.publication.models.life import Life
from newsroom.publication.querysets import PreviewLinkQuerySet

LONGEST_NAME = 150
LONGEST_COMMENT = 2000


class PreviewLink(models.Model):
    """A link with which somebody outside the newsroom reads one release as it is drafted, in all its languages.

    It holds 256 random bits, of which only the digest is kept: whoever reads the database cannot open it.
    """

    #: Readers see nothing of it.
    is_for_readers: ClassVar[bool] = False
    wagtail_reference_index_ignore = True

    life = models.ForeignKey(Life, on_delete=models.CASCADE, related_name="preview_links")
    recipient_name = models.CharField(_("for whom"), max_length=LONGEST_NAME, blank=True)
    may_comment = models.BooleanField(_("may comment"), default=False)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    made_by_name = SignerNameField()
    made_by = SignerField(verbose_name=_("made by"), name_field="made_by_name")
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"), db_index=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.recipient_name or self.pk}, {self.made_at:%Y-%m-%d %H:%M}"

    @property
    def is_open(self) -> bool:
        """Whether it opens anything now."""
        by = self.made_by
        is_valid = self.revoked_at is None and self.expires_at > timezone.now() and not self.life.is_confidential
        return is_valid and by is not None and by.is_active


class PreviewOpening(models.Model):
    """That a preview link was opened, when and in which language. Nothing is kept of who or from where."""

    #: Written at each opening.
    is_for_readers: ClassVar[bool] = False
    wagtail_reference_index_ignore = True

    link = models.ForeignKey(PreviewLink, on_delete=models.CASCADE, related_name="openings")
    language_code = models.CharField(_("language"), max_length=10)
    opened_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["-opened_at", "-pk"]
        default_permissions = ()
        indexes = [models.Index(fields=("link", "opened_at"), name="openings_of_a_link")]

    def __str__(self) -> str:
        return f"{self.language_code}, {self.opened_at:%Y-%m-%d %H:%M}"


class OutsideComment(models.Model):
    """Who wrote a comment of Wagtail's that came by a preview link: a name, since there is no account."""

    is_for_readers: ClassVar[bool] = False
    wagtail_reference_index_ignore = True

    # Hidden, since Wagtail writes whatever it finds at a comment.
    comment = models.OneToOneField("wagtailcore.Comment", on_delete=models.CASCADE, related_name="+")
    #: None once the link is long over and was deleted; the comment stays.
    link = models.ForeignKey(PreviewLink, null=True, on_delete=models.SET_NULL, related_name="comments")
    name = models.CharField(_("name"), max_length=LONGEST_NAME)
    #: What it is about, in words, as its writer chose it.
    place = models.CharField(_("about"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("comment from outside")
        verbose_name_plural = _("comments from outside")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.name}: {self.place}"

    @classmethod
    def unanswered(cls) -> Any:
        """Those that nobody has resolved or replied to, the newest first."""
        return cls.objects.filter(comment__resolved_at=None, comment__replies=None).order_by("-pk")
