"""Links for outsiders to a draft: who may make one, what it opens, when it ends."""

import datetime
import secrets
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from newsroom.base.models import User
from newsroom.publication.embargoes.service import pages_of
from newsroom.publication.gates import RefusedError
from newsroom.publication.models.embargo import Embargo
from newsroom.publication.models.life import Life
from newsroom.publication.models.preview_link import PreviewLink, PreviewOpening

TOKEN_BYTES = 32
#: Who opens a link again within so long has not opened it twice.
ONCE = datetime.timedelta(minutes=1)
MADE, REVOKED = "newsroom.preview_link.make", "newsroom.preview_link.revoke"


def drafts_of_life(life: Life) -> list[Any]:
    """The pages of a life, one a language, the original first."""
    return [page for page in pages_of(life) if page.alias_of_id is None]


def may_share(page: Page, user: Any) -> bool:
    """Whether somebody may show a draft to people outside: whoever may change and publish it in all its languages.

    A link opens them all, so nobody gives away by it what they may not read themselves.
    """
    if not isinstance(user, User) or not isinstance(page, Embargo):
        return False
    is_alone = vars(page).get("is_one_of_several") is False  # read with it
    drafts = [page] if is_alone and page.alias_of_id is None else drafts_of_life(page.life)
    testers = [each.permissions_for_user(user) for each in drafts]
    return bool(testers) and all(tester.publishes and tester.can_edit() for tester in testers)


def make_link(page: Any, user: User, answers: dict[str, Any]) -> tuple[PreviewLink, str]:
    """Make a link to a draft. Returns it with its token, which is kept nowhere and can be shown this once.

    `answers` are those of the officer's form. Raises RefusedError for what is confidential.
    """
    if page.life.is_confidential:
        raise RefusedError(not_outside_words(), f"page {page.pk} is confidential and is not shown outside")
    token = secrets.token_urlsafe(TOKEN_BYTES)
    now = timezone.now()
    with transaction.atomic():
        link = PreviewLink.objects.create(
            life=page.life,
            recipient_name=answers["recipient_name"],
            may_comment=answers["may_comment"],
            made_by=user,
            made_at=now,
            expires_at=now + datetime.timedelta(days=answers["days"]),
            digest=sha256(token.encode()).hexdigest(),
        )
        log(instance=page, action=MADE, user=user, data={"name": link.recipient_name})
    return link, token


def not_outside_words() -> str:
    """What is said to whoever would show outside what is confidential."""
    return _(
        "It is confidential and is not shown outside. Links that were made before open nothing while it is so; take "
        "“Confidential” off first, if people outside may read it."
    )


def revoke_link(link: PreviewLink, page: Any, user: User) -> None:
    """The link opens nothing from now on; what came by it stays. Harmless when called again."""
    if link.revoked_at is None:
        with transaction.atomic():
            link.revoked_at = timezone.now()
            link.save(update_fields=["revoked_at"])
            log(instance=page, action=REVOKED, user=user, data={"name": link.recipient_name})


def link_opened_by(token: str) -> PreviewLink | None:
    """The link that a token opens. None, after the same one query, where there is none, or none any more.

    Nor does it open anything once whoever made it may no longer publish every language that lies behind it.
    """
    link = PreviewLink.objects.with_token(token).opening().select_related("life", "made_by").first()
    if link is None:
        return None
    testers = [page.permissions_for_user(link.made_by) for page in drafts_of_life(link.life)]
    return link if all(tester.publishes for tester in testers) else None


def note_opening(link: PreviewLink, language_code: str) -> None:
    """Write down that a link was opened in a language."""
    just_now = link.openings.filter(language_code=language_code, opened_at__gt=timezone.now() - ONCE)
    if not just_now.exists():
        PreviewOpening.objects.create(link=link, language_code=language_code)
