"""Who may do what with a page: one tester which buttons, bulk actions, the admin API and our own views ask alike.

A room that knows a reason why somebody may not do something registers a rule; it holds for administrators too.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page, PagePermissionTester

from newsroom.base.rights.sight import is_withheld, withheld_below


class Act(StrEnum):
    """What somebody wants to do with a page; a release leaves by being taken off and not by being unpublished.

    To rewrite is to put another version in the place of the draft, and to publish unopened to publish the draft as it
    stands: both pass by the editor, and so by what the editor asks of locks.
    """

    EDIT = "edit"
    REWRITE = "rewrite"
    SUBMIT = "submit"
    PUBLISH = "publish"
    PUBLISH_UNOPENED = "publish_unopened"
    UNSCHEDULE = "unschedule"
    UNPUBLISH = "unpublish"
    TAKE_OFF = "take_off"
    CORRECT = "correct"
    DELETE = "delete"
    MOVE = "move"
    COPY = "copy"
    ALIAS = "alias"
    MAKE_PRIVATE = "make_private"
    LOCK = "lock"
    UNLOCK = "unlock"


#: What is done to all that stands below a page too.
WITH_ALL_BELOW = (Act.DELETE, Act.MOVE)
#: Sees every draft, whoever it is restricted to.
SEE_RESTRICTED = "publication.see_restricted_life"
#: Rights beside those on the tree, by what somebody does with them.
PULL_BACK, WITHDRAW, CORRECT = (f"publication.{name}_life" for name in ("pull_back", "withdraw", "correct"))

Rule = Callable[["NewsroomPagePermissionTester", Act], str | None]
rules: list[Rule] = []


def register_rule(rule: Rule) -> Rule:
    """A function that is given a tester (its `user` and `page`) and an act, and says to a person why not, if so.

    What it says holds no title: whoever hears it may be kept from reading the page.
    """
    rules.append(rule)
    return rule


class NewsroomPagePermissionTester(PagePermissionTester):
    """Wagtail's tester, with the rules of our rooms on top of the rights of a user's groups."""

    def __init__(self, user: Any, page: Page) -> None:
        super().__init__(user, page)
        self._refusals: dict[Act, str | None] = {}
        self.is_withheld = bool(user.is_active) and is_withheld(user, page)
        if self.is_withheld:
            self.permissions: set[str] = set()

    def why_not(self, action: str) -> str | None:
        """In words for people, why the user may not do this; None if they may. Raises ValueError for no act."""
        act = Act(action)
        if self.refusal(act):
            return self.refusal(act)
        return None if self.may(act) else _("You do not have permission to do this.")

    def refusal(self, act: Act) -> str | None:
        """What the first rule says that refuses, if one does.

        Nobody deletes or moves what they know nothing of; the words are those for whoever lacks the right.
        """
        if self.is_withheld:
            return _("You do not have permission to do this.")
        if act not in self._refusals:
            refusal = next((words for rule in rules if (words := rule(self, act))), None)
            if refusal is None and act in WITH_ALL_BELOW and withheld_below(self.user, self.page):
                refusal = _("You do not have permission to do this.")
            self._refusals[act] = refusal
        return self._refusals[act]

    def may(self, act: Act) -> bool:
        """The verb of an act."""
        names = {Act.ALIAS: "can_make_alias", Act.MAKE_PRIVATE: "can_set_view_restrictions"}
        names[Act.SUBMIT] = "can_submit_for_moderation"
        return bool(getattr(self, names.get(act, f"can_{act}"))())

    @property
    def publishes(self) -> bool:
        """Whether the rights of the user's groups let them publish this page."""
        return bool(self.user.is_active and (self.user.is_superuser or "publish" in self.permissions))

    @property
    def keeps_facts(self) -> bool:
        """Whether somebody may change what all languages of a draft share: who publishes, and who may begin one."""
        return self.publishes or bool(self.user.is_active and "add" in self.permissions)

    def can_edit(self) -> bool:
        return bool(super().can_edit()) and not self.refusal(Act.EDIT)

    def can_rewrite(self) -> bool:
        return self.can_edit() and not self.refusal(Act.REWRITE)

    def can_publish_unopened(self) -> bool:
        return self.can_publish() and not self.refusal(Act.PUBLISH_UNOPENED)

    def can_submit_for_moderation(self) -> bool:
        return bool(super().can_submit_for_moderation()) and not self.refusal(Act.SUBMIT)

    def can_publish(self) -> bool:
        return bool(super().can_publish()) and not self.refusal(Act.PUBLISH)

    def can_unschedule(self) -> bool:
        """To move, to lift now and to call off alike; what was approved needs no second yes for it."""
        has_right = self.publishes and self.user.has_perm(PULL_BACK)
        return has_right and not self.page_is_root and not self.refusal(Act.UNSCHEDULE)

    def can_correct(self) -> bool:
        """Whether somebody may tell readers what was wrong."""
        return self.can_publish() and bool(self.user.has_perm(CORRECT)) and not self.refusal(Act.CORRECT)

    def can_unpublish(self) -> bool:
        """Wagtail's own way to take a page down, which asks for no reason."""
        return bool(super().can_unpublish()) and not self.refusal(Act.UNPUBLISH)

    def can_take_off(self) -> bool:
        """Our way. No lock and no workflow keeps a mistake in public."""
        has_right = self.publishes and self.user.has_perm(WITHDRAW)
        return has_right and self.page.live and not self.page_is_root and not self.refusal(Act.TAKE_OFF)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return bool(super().can_delete(ignore_bulk)) and not self.refusal(Act.DELETE)

    def can_move(self) -> bool:
        return bool(super().can_move()) and not self.refusal(Act.MOVE)

    def can_move_to(self, destination: Page) -> bool:
        """Within its list a page is put in another place by whoever may order the list.

        Elsewhere goes what may be moved at all, which Wagtail does not ask where somebody names the place at once.
        """
        if self.page.is_child_of(destination):
            return bool(destination.permissions_for_user(self.user).can_reorder_children())
        return self.can_move() and bool(super().can_move_to(destination))

    def can_copy(self) -> bool:
        return bool(super().can_copy()) and not self.refusal(Act.COPY)

    def can_make_alias(self) -> bool:
        """Wagtail asks for the right to copy; that no alias is made holds in the model too."""
        return self.can_copy() and not self.refusal(Act.ALIAS)

    def can_set_view_restrictions(self) -> bool:
        return bool(super().can_set_view_restrictions()) and not self.refusal(Act.MAKE_PRIVATE)

    def can_lock(self) -> bool:
        return bool(super().can_lock()) and not self.refusal(Act.LOCK)

    def can_unlock(self) -> bool:
        return bool(super().can_unlock()) and not self.refusal(Act.UNLOCK)
