from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from news.choices import ClearanceAnswer, ClearanceEventKind
from news.querysets import QuoteClearanceQuerySet
from newsroom.base.kept_names import SignerField, SignerNameField
from newsroom.base.models import User

LONGEST_PROPOSAL = 5000
LONGEST_COMMENT = 2000


class QuoteClearance(models.Model):
    """The question to a speaker's office whether the words of a quote may stand, and its answer.

    The link that opens it holds 256 random bits, of which only the digest is kept: whoever reads the database
    cannot open it.
    """

    quote_id = models.UUIDField(_("quote id"), db_index=True)
    release = models.ForeignKey("news.ReleasePage", on_delete=models.CASCADE, related_name="clearances")
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("words"))
    recipient_name = models.CharField(_("name"), max_length=150)
    recipient_email = models.EmailField(_("e-mail"))
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    sender_name = models.CharField(_("asked by"), max_length=200)
    sent_at = models.DateTimeField(_("sent at"), default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    digest = models.CharField(max_length=64, unique=True, editable=False)
    answer = models.CharField(_("answer"), max_length=10, choices=ClearanceAnswer.choices, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    proposed_words = models.TextField(_("proposed words"), max_length=LONGEST_PROPOSAL, blank=True)
    comment = models.TextField(_("comment"), max_length=LONGEST_COMMENT, blank=True)

    objects = QuoteClearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("clearance of a quote")
        verbose_name_plural = _("clearances of quotes")
        ordering = ["sent_at", "pk"]

    def __str__(self) -> str:
        return f"{self.recipient_name}: {self.words[:60]}"

    @property
    def is_expired(self) -> bool:
        """Whether the link's time has passed."""
        return self.expires_at <= timezone.now()

    @property
    def is_approved(self) -> bool:
        """Whether the words were approved; they are cleared as long as they stay these."""
        return self.answer == ClearanceAnswer.APPROVED

    @property
    def is_proposal(self) -> bool:
        """Whether other words were proposed."""
        return self.answer == ClearanceAnswer.PROPOSED

    def note(self, kind: ClearanceEventKind, user: User | None = None) -> None:
        """Write into the log what happened, and who of the newsroom did it."""
        ClearanceEvent.objects.create(clearance=self, kind=kind, user=user)


class ClearanceEvent(models.Model):
    """One line of the log of a clearance."""

    clearance = models.ForeignKey(QuoteClearance, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(_("what happened"), max_length=10, choices=ClearanceEventKind.choices)
    user_name = SignerNameField()
    user = SignerField(name_field="user_name")
    happened_at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        ordering = ["happened_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.happened_at:%Y-%m-%d %H:%M}"
