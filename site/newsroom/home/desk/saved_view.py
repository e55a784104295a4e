from typing import ClassVar
from urllib.parse import urlencode

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from newsroom.base.fields import VisibleField


class SavedView(models.Model):
    """A list of releases that somebody asks for again, by a name of their own."""

    is_for_readers: ClassVar[bool] = False

    #: Goes with the account, shared or not: what nobody tends is nobody's view.
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    name = VisibleField(_("name"), max_length=60)
    is_shared = models.BooleanField(_("for all who see the list"), default=False)
    #: What was chosen, by the fields of the form.
    choices = models.JSONField(default=dict)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=("owner", "name"), name="view_of_somebody_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """Where it is shown."""
        return f"{reverse('releases_admin')}?{urlencode(self.choices)}"
