"""Whoever translates works in their own languages only."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail.permission_policies.pages import PagePermissionPolicy

from newsroom.base.models import User
from newsroom.base.rights.permissions import Act, NewsroomPagePermissionTester
from newsroom.translation.models.group import TranslatorGroup


def permitted_locales(user: Any) -> set[int] | None:
    """The locales a user is kept to, by their ids; None for those who are kept to none.

    Kept to their languages are members of groups of translators, unless they may publish pages as well.
    """
    if not isinstance(user, User) or user.is_superuser or may_publish_anywhere(user):
        return None
    if "translates_into" not in user.__dict__:
        found = TranslatorGroup.objects.filter(group__user=user).values_list("locale_id", flat=True)
        user.__dict__["translates_into"] = set(found)
    return user.__dict__["translates_into"] or None


def may_publish_anywhere(user: User) -> bool:
    """Whether somebody publishes pages, anywhere: an officer or an administrator."""
    return bool(PagePermissionPolicy().user_has_permission(user, "publish"))


def is_kept_from(user: Any, locale_id: int) -> bool:
    """Whether a translator of other languages must leave what is in this one alone."""
    own = permitted_locales(user)
    return own is not None and locale_id not in own


def translates_only(tester: NewsroomPagePermissionTester, act: Act) -> str | None:
    """The rule of the permission tester: whoever translates changes words in their own languages, and nothing else."""
    if permitted_locales(tester.user) is None:
        return None
    if act != Act.EDIT:
        return _("Translators change words only. Ask a communications officer.")
    if is_kept_from(tester.user, tester.page.locale_id):
        return _("This page is not in a language that you translate into.")
    return None


def works_at_the_desk(user: Any) -> bool:
    """Whether somebody translates or publishes, and so sees what is to be translated."""
    return isinstance(user, User) and (permitted_locales(user) is not None or may_publish_anywhere(user))


def may_sign(user: Any, locale_id: int) -> bool:
    """Whether somebody may answer for a translation: its language's translators and those who publish."""
    own = permitted_locales(user)
    return works_at_the_desk(user) and (own is None or locale_id in own)


def translators_into(locales: Iterable[Locale]) -> dict[int, list[User]]:
    """Who translates into each language, by the ids of the locales."""
    people: dict[int, list[User]] = {locale.pk: [] for locale in locales}
    rows = User.objects.filter(is_active=True, groups__translates_into__locale__in=list(people))
    for user in rows.annotate(into=F("groups__translates_into__locale")).order_by("last_name", "first_name", "pk"):
        people[user.into].append(user)
    return people
