import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.base.kept_names import SignerField, SignerNameField
from newsroom.publication.choices import LifeAct, LifeState, Requirement
from newsroom.publication.querysets import LifeQuerySet


class Life(models.Model):
    """The one record of when something is public, for all its languages: those share its translation key.

    Pages that can be held back point to it and read it; nothing of it is copied to them. It changes through the
    operations in `publication.embargoes.service`, `publication.lifting.lift` and `publication.withdrawals.service`
    alone, each for all languages in one transaction. It holds nothing that only releases have.
    """

    translation_key = models.UUIDField(_("translation key"), unique=True, editable=False)
    state = models.CharField(_("state"), max_length=10, choices=LifeState.choices, default=LifeState.DRAFT)
    embargoed_until = models.DateTimeField(_("embargoed until"), null=True, blank=True)
    #: The IANA zone in which the embargo was entered and is shown.
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    released_at = models.DateTimeField(_("released at"), null=True, blank=True, db_index=True)
    reference = models.CharField(_("reference"), max_length=20, blank=True, db_index=True)
    is_confidential = models.BooleanField(_("confidential"), default=False)
    #: When somebody is to look at it again, and for which day they were reminded.
    review_on = models.DateField(_("look at it again on"), null=True, blank=True, db_index=True)
    review_told_on = models.DateField(null=True, editable=False)

    objects = LifeQuerySet.as_manager()

    #: That a page has a life makes nothing public.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("life")
        verbose_name_plural = _("lives")
        permissions = [
            ("approve_life", "Can approve what others wrote"),
            ("withdraw_life", "Can take off and withdraw what is public"),
            ("correct_life", "Can correct what is public"),
            ("pull_back_life", "Can move, lift now and call off what is scheduled"),
            ("see_restricted_life", "Can see every draft that is restricted"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=("reference",), condition=~models.Q(reference=""), name="reference_of_one_life"
            ),
            models.CheckConstraint(
                condition=~models.Q(state=LifeState.SCHEDULED) | models.Q(embargoed_until__isnull=False),
                name="scheduled_means_when",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=[LifeState.DRAFT, LifeState.SCHEDULED])
                | models.Q(released_at__isnull=False),
                name="public_means_since_when",
            ),
        ]
        indexes = [models.Index(fields=("state", "embargoed_until"), name="lives_by_state_and_embargo")]

    def __str__(self) -> str:
        return f"{self.translation_key}, {self.state}"

    @property
    def is_held(self) -> bool:
        """Whether the embargo has still to end."""
        return self.embargoed_until is not None and self.embargoed_until > timezone.now()

    @property
    def was_public(self) -> bool:
        """Whether some language has ever been public."""
        return self.state not in (LifeState.DRAFT, LifeState.SCHEDULED)

    def note(self, act: LifeAct, user: Any = None, **data: Any) -> "LifeEvent":
        """Write down what happened, who did it and when. `data` is what JSON can hold."""
        return LifeEvent.objects.create(life=self, act=act, user=user if user and user.pk else None, data=data)


class LifeLanguage(models.Model):
    """Whether a life waits for a language before it is public for the first time."""

    life = models.ForeignKey(Life, on_delete=models.CASCADE, related_name="languages")
    locale = models.ForeignKey("wagtailcore.Locale", on_delete=models.CASCADE, related_name="+")
    requirement = models.CharField(
        _("requirement"), max_length=10, choices=Requirement.choices, default=Requirement.REQUIRED
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=("life", "locale"), name="one_requirement_a_language")]

    def __str__(self) -> str:
        return f"{self.locale}: {self.requirement}"


class LifeEvent(models.Model):
    """One thing that happened to a life; written once."""

    life = models.ForeignKey(Life, on_delete=models.CASCADE, related_name="events")
    act = models.CharField(_("what happened"), max_length=12, choices=LifeAct.choices)
    at = models.DateTimeField(_("when"), default=timezone.now)
    user_name = SignerNameField()
    user = SignerField(name_field="user_name")
    data = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}, {self.at:%Y-%m-%d %H:%M:%S}"

    @property
    def until(self) -> datetime.datetime | None:
        """The end of the embargo from then on, where what happened set one."""
        return datetime.datetime.fromisoformat(self.data["until"]) if self.data.get("until") else None


class LiftFailure(models.Model):
    """That a lift did not take place, why, and who has been told of it.

    `locale` is set where the others went without one language. `message` is for people who may read the release,
    `note` for a log, which names no title.
    """

    #: Written at each attempt.
    is_for_readers = False

    life = models.ForeignKey(Life, on_delete=models.CASCADE, related_name="failures")
    locale = models.ForeignKey("wagtailcore.Locale", null=True, on_delete=models.CASCADE, related_name="+")
    note = models.TextField()
    message = models.TextField(blank=True)
    failed_at = models.DateTimeField(default=timezone.now)
    #: When it is tried again; None once it is over.
    try_again_at = models.DateTimeField(null=True, db_index=True)
    logged_at = models.DateTimeField(null=True)
    #: The addresses that a mail about this was really sent to, and when somebody must be tried again.
    told = models.JSONField(default=list)
    is_told = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("life",), condition=models.Q(locale=None), name="one_failure_a_life"),
            models.UniqueConstraint(fields=("life", "locale"), name="one_failure_a_language"),
        ]

    def __str__(self) -> str:
        return self.note
