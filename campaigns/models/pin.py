from django.db import models
from django.utils.translation import gettext_lazy as _

from campaigns.hubs.querysets import PinnedItemQuerySet


class PinnedItem(models.Model):
    """What stands first on a campaign hub: in every language, at once, and apart from the hub's drafts.

    `hub` is the translation key of the hub, `page` what is pinned, in any of its languages.
    """

    hub = models.UUIDField(_("campaign hub"), db_index=True)
    page = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="hub_pins"
    )
    place = models.PositiveIntegerField(_("place"))

    objects = PinnedItemQuerySet.as_manager()

    class Meta:
        verbose_name = _("pinned item")
        verbose_name_plural = _("pinned items")
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=("hub", "page"), name="pinned_once")]

    def __str__(self) -> str:
        return str(self.page)
