from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from search.analysis import ANALYZER_VERSION


class GenerationQuerySet(models.QuerySet):
    """The indexes there are: the one that answers, the one being built beside it, scratch ones."""

    def written(self) -> Self:
        """Those that every change goes to, by this analyzer: the one that answers and the one being built."""
        return self.filter(is_scratch=False, analyzer_version=ANALYZER_VERSION).order_by("pk")

    def serving(self) -> "Generation | None":
        """The one that answers, or None where it was made by another analyzer or not at all."""
        kept = self.kept()
        return kept if kept and kept.is_of_this_analyzer else None

    def kept(self) -> "Generation | None":
        """The one that answered last, whatever analyzer made it: it knows what stands in lists, if no words of ours."""
        found: Any = self.filter(is_serving=True)
        kept: Generation | None = found.first()
        return kept


def this_version() -> int:
    """The version of the analyzer that this program has."""
    return ANALYZER_VERSION


class Generation(models.Model):
    """One whole index of everything public, made by one version of the analyzer."""

    analyzer_version = models.PositiveIntegerField(_("version of the analyzer"), default=this_version)
    is_serving = models.BooleanField(_("answers"), default=False)
    is_scratch = models.BooleanField(_("for measuring only"), default=False)
    next_number = models.PositiveIntegerField(_("next free number"), default=0)
    started_at = models.DateTimeField(_("started at"), auto_now_add=True)

    objects: Any = GenerationQuerySet.as_manager()

    class Meta:
        verbose_name = _("search index")
        verbose_name_plural = _("search indexes")
        constraints = [
            models.UniqueConstraint(
                fields=("is_serving",), condition=models.Q(is_serving=True), name="one_index_answers"
            )
        ]

    def __str__(self) -> str:
        return f"{self.pk}"

    @property
    def is_of_this_analyzer(self) -> bool:
        """Whether its words are those that this program asks for."""
        return self.analyzer_version == ANALYZER_VERSION
