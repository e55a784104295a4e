from django.db import models
from django.utils.translation import gettext_lazy as _

from news.querysets import FrozenBoilerplateQuerySet


class FrozenBoilerplate(models.Model):
    """The words of a boilerplate as one language of a release was published with them.

    Written at the first publication with that boilerplate and kept: editing the boilerplate changes no live
    release. Refreshing is a deliberate act, see `news.releases.boilerplates.refresh`.
    """

    release = models.ForeignKey("news.ReleasePage", on_delete=models.CASCADE, related_name="frozen_boilerplates")
    boilerplate = models.ForeignKey(
        "organisations.Boilerplate", on_delete=models.PROTECT, related_name="frozen", verbose_name=_("boilerplate")
    )
    revision = models.ForeignKey("wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+")
    organisation_name = models.CharField(_("name"), max_length=200)
    text = models.TextField(_("text"))
    frozen_at = models.DateTimeField(_("frozen at"))

    listed_once = ("release", "boilerplate")

    objects = FrozenBoilerplateQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("release", "boilerplate"), name="frozen_once_a_release")]

    def __str__(self) -> str:
        return f"{self.organisation_name}, {self.release}"

    @property
    def is_older(self) -> bool:
        """Whether the boilerplate says something else today."""
        return self.text != self.boilerplate.text
