"""The names of deleted accounts, for Wagtail's history, which keeps their numbers alone.

Wagtail has no setting for what it shows there: its function is replaced where it is used. This goes when it has one.
"""

from typing import Any

from django.db import models
from django.utils.functional import lazy
from wagtail.users.utils import get_deleted_user_display_name

from newsroom.base.users import name_of


class FormerAccount(models.Model):
    """What somebody was called whose account was deleted. Wagtail's history knows them by their number alone."""

    number = models.BigIntegerField(unique=True)
    name = models.CharField(max_length=320)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.name


def note_who_goes(instance: Any, **kwargs: Any) -> None:
    """Keep the name of an account that is being deleted."""
    FormerAccount.objects.update_or_create(number=instance.pk, defaults={"name": name_of(instance)})


def name_of_former(user_id: Any) -> str:
    """Return what somebody was called whose account is gone; a number where it went before names were kept."""
    found = FormerAccount.objects.filter(number=user_id).values_list("name", flat=True).first()
    return found or str(get_deleted_user_display_name(user_id))


#: In place of Wagtail's own; asks nothing before it is shown, since a report makes one for each of its rows.
shown_name_of_former = lazy(name_of_former, str)


def show_former_names() -> None:
    """Show these names in the history and in reports. Raises AttributeError where Wagtail shows them otherwise now."""
    from wagtail.admin.views.reports import aging_pages  # an application's views, which need all models
    from wagtail.models import audit_log

    for module in (audit_log, aging_pages):
        module.get_deleted_user_display_name  # noqa: B018  (asked for, so that an upgrade is heard)
        module.get_deleted_user_display_name = shown_name_of_former
