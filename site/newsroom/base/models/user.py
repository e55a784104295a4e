from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Somebody who works in the newsroom. Readers have no account."""

    #: Written whenever somebody logs in.
    is_for_readers = False

    #: Set by administrators: drafts may be restricted to those who work for an organisation.
    organisations = models.ManyToManyField(
        "organisations.Organisation",
        verbose_name=_("organisations"),
        related_name="+",
        blank=True,
        help_text=_("Whom this person works for. They see drafts that are restricted to one of these."),
    )
