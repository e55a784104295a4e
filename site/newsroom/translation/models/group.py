from django.db import models
from django.utils.translation import gettext_lazy as _


class TranslatorGroup(models.Model):
    """That the members of a group translate into one language, and change nothing in any other.

    Pages are kept apart by Wagtail itself, since the group has rights on the tree of its language alone; records and
    tasks have no tree and ask for this.
    """

    group = models.OneToOneField(
        "auth.Group", verbose_name=_("group"), on_delete=models.CASCADE, related_name="translates_into"
    )
    locale = models.ForeignKey(
        "wagtailcore.Locale", verbose_name=_("language"), on_delete=models.CASCADE, related_name="translator_groups"
    )

    class Meta:
        verbose_name = _("group of translators")
        verbose_name_plural = _("groups of translators")

    def __str__(self) -> str:
        return f"{self.group}: {self.locale}"
