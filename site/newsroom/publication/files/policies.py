"""Who may choose, change and delete images and documents; asked by views, choosers, bulk actions and APIs alike."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from newsroom.language.separators import as_list, in_quotation_marks
from newsroom.publication.files.storage import files_within_sight, publishes
from newsroom.publication.files.uses import uses_that_keep
from newsroom.publication.gates import RefusedError
from newsroom.publication.restrictions.service import nameable

CHANGES = {"change", "delete"}


class FilePermissionPolicy(CollectionOwnershipPermissionPolicy):
    """As Wagtail's by collection and owner; besides, what readers see belongs to those who publish.

    A file that something public uses, or something held back, is changed by them alone. The others do with a file, one
    by one and in lists alike, nothing that they may not see: its title alone would tell what it is for.
    """

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        """Whether somebody may do one of these to a file."""
        asked = set(actions)
        if not self._sees(user, instance):
            return False
        if CHANGES & asked and not publishes(user) and uses_that_keep(instance):
            asked -= CHANGES
        return bool(asked) and bool(super().user_has_any_permission_for_instance(user, asked, instance))

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Any]:
        """The files that somebody may do one of these to."""
        files: QuerySet[Any] = super().instances_user_has_any_permission_for(user, set(actions))
        if user.is_authenticated and not publishes(user):
            in_sight = files_within_sight(user, self.model)
            files = files.filter(Q(pk__in=in_sight) | Q(**{self.owner_field_name: user}))
        return files

    def _sees(self, user: Any, file: Any) -> bool:
        """Whether a file is among those that a list would offer somebody."""
        if not user.is_authenticated or publishes(user) or getattr(file, self.owner_field_name) == user:
            return True
        return file.pk in files_within_sight(user, self.model, file.pk)


def keep_used_files(instance: Any, **kwargs: Any) -> None:
    """A file that something public or held back uses is deleted by nobody, from no door.

    Raises RefusedError with what uses it.
    """
    if uses := uses_that_keep(instance):
        names = as_list(map(in_quotation_marks, nameable(uses)))
        words = _("“%(file)s” is not deleted: it is used by %(names)s. Take it out of there first.")
        raise RefusedError(words % {"file": instance, "names": names}, f"file {instance.pk} is in use")
