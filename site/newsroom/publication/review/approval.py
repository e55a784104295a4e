"""Whether a release needs the yes of somebody else, and who may give it.

The rule of the permission tester tells people before they try; the step of the chain holds for every door, the schedule
and the shell too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.utils.translation import gettext as _
from wagtail.log_actions import get_active_log_context

from newsroom.base.models import NewsroomPage
from newsroom.base.rights.permissions import Act, NewsroomPagePermissionTester
from newsroom.publication.choices import LifeState
from newsroom.publication.embargoes.service import lifting
from newsroom.publication.gates import RefusedError
from newsroom.publication.models.review_settings import ReviewSettings

APPROVE = "publication.approve_life"
#: The life that somebody publishes without a yes, having said why; set in `unapproved` alone.
excused: ContextVar[int | None] = ContextVar("excused", default=None)


@contextmanager
def excusing(page: Any) -> Iterator[None]:
    """Let one release through without a yes."""
    token = excused.set(page.life_id)
    try:
        yield
    finally:
        excused.reset(token)


def is_approval_required(user: Any = None) -> bool:
    """Whether the newsroom has settled that somebody else approves; read once for each request of a user."""
    if user is None:
        return ReviewSettings.current().approval_required
    if "sees_approval_required" not in vars(user):
        vars(user)["sees_approval_required"] = ReviewSettings.current().approval_required
    return bool(vars(user)["sees_approval_required"])


def can_be_sent(page: Any) -> bool:
    """Whether a page is one that somebody approves: an original that is not public. Translations are signed off."""
    if not getattr(page, "life_id", None) or not page.is_original:
        return False
    state = vars(page).get("state_of_life") or page.life.state  # in the explorer it is read with the list
    return bool(state != LifeState.PUBLIC)


def has_right_to_approve(user: Any) -> bool:
    """Whether the rights of somebody's groups let them approve what others wrote."""
    return bool(user.is_active and user.has_perm(APPROVE))


def may_say_yes(page: Any, user: Any) -> bool:
    """Whether somebody may say yes to a page: they have the right, may publish it, and did not write it."""
    page = page if isinstance(page, NewsroomPage) else page.specific
    return has_right_to_approve(user) and page.permissions_for_user(user).publishes and not is_author(page, user)


def is_author(page: Any, user: Any) -> bool:
    """Whether somebody began a page, sent it for approval, or is the only one who has written it.

    A version that no account answers for was written by somebody else.
    """
    state = page.current_workflow_state
    if user.pk in (page.owner_id, state and state.requested_by_id):
        return True
    writers = page.revisions.order_by().values_list("user_id", flat=True).distinct()[:2]
    return list(writers) == [user.pk]


def approval_comes_first(tester: NewsroomPagePermissionTester, act: Act) -> str | None:
    """The rule of the tester: nobody publishes what needs somebody else's yes, and nothing else is sent for one."""
    page = tester.page
    if act == Act.SUBMIT:
        return None if can_be_sent(page) else not_sent_words()
    if act not in (Act.PUBLISH, Act.PUBLISH_UNOPENED) or not is_approval_required(tester.user):
        return None
    return None if not can_be_sent(page) or may_say_yes(page, tester.user) else approval_words()


def refuse_without_approval(page: Any) -> None:
    """Raises RefusedError for what would become public, or get its hour, without the yes of somebody else.

    Who says yes is whoever is at work in the CMS now. A lift was asked when the hour was given.
    """
    if page.life_id in (lifting.get(), excused.get()) or not can_be_sent(page) or not is_approval_required():
        return
    user = get_active_log_context().user
    if user is None or not may_say_yes(page, user):
        raise RefusedError(approval_words(), f"nobody has approved page {page.pk}")


def approval_words() -> str:
    """What is said to whoever would publish what nobody has approved."""
    return _("Somebody else approves this before it becomes public. Send it for approval, or say why it cannot wait.")


def not_sent_words() -> str:
    """What is said to whoever would send for approval what nobody approves in this way."""
    return _(
        "Only drafts in their original language are sent for approval: translations are signed off, and what is "
        "public is changed as a minor change or a correction."
    )
