from typing import Any

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import Translation

from newsroom.base.localize.translations import translations_into
from newsroom.publication.choices import Requirement
from newsroom.publication.models import LifeLanguage
from newsroom.translation.choices import TaskState
from newsroom.translation.models.assignment import Assignment
from newsroom.translation.models.signature import Signed
from newsroom.translation.querysets import TaskQuerySet


class TranslationTask(Assignment, Signed):
    """That a page is to be translated into a language: by whom, until when, how far it is and who signed it.

    One for each page and language. `page` is the source, `translation_key` what all its languages share.
    """

    translation_key = models.UUIDField(editable=False)
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="translation_tasks"
    )
    target_locale = models.ForeignKey(
        "wagtailcore.Locale", verbose_name=_("language"), on_delete=models.CASCADE, related_name="translation_tasks"
    )
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assignee"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="translation_tasks",
    )
    state = models.CharField(_("state"), max_length=12, choices=TaskState.choices, default=TaskState.TO_DO)
    signed_at = models.DateTimeField(_("signed off at"), null=True, blank=True)
    #: How many segments a machine translated and nobody had checked when it was signed off; and whether such a
    #: translation is what readers see, who are told so.
    unchecked_machine = models.PositiveIntegerField(default=0, editable=False)
    is_shown_unchecked = models.BooleanField(default=False, editable=False)
    #: Since when it is open again, and the segments that opened it.
    reopened_at = models.DateTimeField(_("reopened at"), null=True, blank=True)
    changes = models.JSONField(default=list, editable=False)

    objects = TaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation task")
        verbose_name_plural = _("translation tasks")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=("translation_key", "target_locale"), name="one_task_for_a_language"),
            models.CheckConstraint(
                condition=~models.Q(state=TaskState.SIGNED_OFF) | models.Q(signed_at__isnull=False),
                name="signed_off_means_when",
            ),
        ]
        indexes = [models.Index(fields=("state", "due_at"), name="tasks_by_state_and_due")]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.code}"

    @property
    def code(self) -> str:
        """The language it is translated into, as in the address."""
        code: str = self.target_locale.language_code
        return code

    @cached_property
    def requirement(self) -> Requirement:
        """What the language is to its release, a fact of the life of all languages; of a page without one, optional."""
        if "stated_requirement" in self.__dict__:
            return Requirement(self.__dict__["stated_requirement"] or Requirement.OPTIONAL)
        found = LifeLanguage.objects.filter(life__translation_key=self.translation_key, locale=self.target_locale_id)
        return Requirement(found.values_list("requirement", flat=True).first() or Requirement.OPTIONAL)

    @property
    def title(self) -> str:
        """What the original is called now, published or not."""
        return str(self.page.draft_title or self.page.title)

    @property
    def embargo(self) -> Any:
        """When the embargo of the original ends; None where it has none."""
        return getattr(self.page.specific, "embargoed_until", None)

    @property
    def address(self) -> str:
        """Where it is signed off."""
        return reverse("translation_task", args=[self.pk])

    @property
    def is_signed_off(self) -> bool:
        """Whether somebody answers for the translation as it stands."""
        return self.state == TaskState.SIGNED_OFF

    @property
    def is_reopened(self) -> bool:
        """Whether it was signed off once and something changed since."""
        return self.reopened_at is not None and not self.is_signed_off

    @property
    def is_overdue(self) -> bool:
        """Whether its instant passed while it was open."""
        return not self.is_signed_off and self.due_at is not None and self.due_at <= timezone.now()

    @property
    def translation(self) -> Translation | None:
        """What wagtail-localize knows of it, stopped or not; None where it knows nothing."""
        return translations_into(self.translation_key, self.target_locale_id).first()

    @cached_property
    def target(self) -> Any:
        """The translated page, if it is there."""
        found = Page.objects.filter(translation_key=self.translation_key, locale=self.target_locale).first()
        return found.specific if found else None
