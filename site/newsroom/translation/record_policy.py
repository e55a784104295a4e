"""Who may change which record: translators those in their languages."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from newsroom.translation.rights import is_kept_from, permitted_locales

CHANGES = {"change", "delete", "publish"}


class RecordPermissionPolicy(ModelPermissionPolicy):
    """As Django's permissions on the model; whoever is kept to languages changes nothing in another one."""

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        """Whether somebody may do something to a record."""
        if action in CHANGES and is_kept_from(user, instance.locale_id):
            return False
        return bool(super().user_has_permission_for_instance(user, action, instance))

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        """The records that somebody may do one of these to; a list shows all, who may change some."""
        asked = set(actions)
        records: QuerySet[Any] = super().instances_user_has_any_permission_for(user, asked)
        own = permitted_locales(user)
        return records.filter(locale__in=own) if own is not None and asked <= CHANGES else records
