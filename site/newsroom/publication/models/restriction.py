from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from newsroom.base.kept_names import SignerField, SignerNameField
from newsroom.publication.models.life import Life
from newsroom.publication.querysets import RestrictionQuerySet


class Restriction(models.Model):
    """That a draft, in all its languages, is known to those alone whom it names, until it is public.

    Beside them it is known to whoever restricted it, whoever began one of its languages, and administrators, so that
    nobody who answers for it is locked out. Once it was public the row says what held before, and nothing else.
    """

    #: Readers see nothing of it.
    is_for_readers: ClassVar[bool] = False
    wagtail_reference_index_ignore = True

    life = models.OneToOneField(Life, on_delete=models.CASCADE, related_name="restriction")
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, verbose_name=_("people"), related_name="+", blank=True)
    #: In whatever language; their translation keys count.
    organisations = models.ManyToManyField(
        "organisations.Organisation", verbose_name=_("organisations"), related_name="+", blank=True
    )
    made_by_name = SignerNameField()
    made_by = SignerField(verbose_name=_("restricted by"), name_field="made_by_name")
    made_at = models.DateTimeField(default=timezone.now)

    objects = RestrictionQuerySet.as_manager()

    class Meta:
        verbose_name = _("restriction of a draft")
        verbose_name_plural = _("restrictions of drafts")
        ordering = ["-made_at", "-pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.life}, {self.made_at:%Y-%m-%d %H:%M}"

    @classmethod
    def organisation_model(cls) -> Any:
        """The records among which organisations are chosen."""
        return cls._meta.get_field("organisations").related_model
