"""Wagtail's policy for pages, of which its lists, searches, reports and its API ask who may do what, within sight."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from newsroom.base.rights.sight import is_withheld, is_withheld_from_some, visible_pages


class PagesWithinSight(PagePermissionPolicy):
    """As Wagtail's, by the rights of groups on the tree; without what somebody may not know of."""

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        """Whether somebody may do one of these to a page."""
        has_right = super().user_has_any_permission_for_instance(user, actions, instance)
        return bool(has_right) and not is_withheld(user, instance)

    def users_with_any_permission_for_instance(
        self, actions: Iterable[str], instance: Any, include_superusers: bool = True
    ) -> QuerySet[Any]:
        """Who may do one of these to a page. Each is asked about what they know of only where it is kept from some."""
        users: QuerySet[Any] = super().users_with_any_permission_for_instance(actions, instance, include_superusers)
        if not is_withheld_from_some(instance):
            return users
        outside = [user.pk for user in users if is_withheld(user, instance)]
        return users.exclude(pk__in=outside)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> QuerySet[Page]:
        """The pages that somebody may do one of these to."""
        return visible_pages(user, super().instances_user_has_any_permission_for(user, actions))

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        """The pages that somebody may come by in lists."""
        return visible_pages(user, super().explorable_instances(user))
