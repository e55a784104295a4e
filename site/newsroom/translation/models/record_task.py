from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import Translation

from newsroom.translation.models.assignment import Assignment
from newsroom.translation.querysets import AssignmentQuerySet


class RecordTaskQuerySet(AssignmentQuerySet):
    """Tasks to translate a record, named as those of pages."""

    def open(self) -> Self:
        """Those whose record is not as somebody signed it."""
        return self.filter(is_open=True)

    def into(self, locales: Any) -> Self:
        """Those into some languages; None stands for all."""
        return self if locales is None else self.filter(translation__target_locale__in=locales)

    def for_listing(self) -> Self:
        """With the names that a list shows."""
        return self.select_related("translation__source__locale", "translation__target_locale", "assignee")


class RecordTask(Assignment):
    """That a record is to be translated into a language: by whom and until when.

    One for each translation of a record. A record waits for no lift and is signed on a page of its own; whether the
    task is open follows its signature.
    """

    translation = models.OneToOneField(Translation, on_delete=models.CASCADE, related_name="record_task")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assignee"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="record_tasks",
    )
    is_open = models.BooleanField(default=True, editable=False)
    objects = RecordTaskQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation task of a record")
        verbose_name_plural = _("translation tasks of records")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.title} → {self.code}"

    @property
    def code(self) -> str:
        """The language it is translated into, as in the address."""
        code: str = self.translation.target_locale.language_code
        return code

    @property
    def title(self) -> str:
        """What the record is called in its original."""
        return str(self.translation.source.object_repr)

    @property
    def embargo(self) -> None:
        """A record has none."""
        return None

    @property
    def address(self) -> str:
        """Where it is signed."""
        return reverse("sign_record", args=[self.translation_id])

    @property
    def is_overdue(self) -> bool:
        """Whether its instant passed while it was open."""
        return self.is_open and self.due_at is not None and self.due_at <= timezone.now()
