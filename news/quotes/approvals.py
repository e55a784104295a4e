"""Who stands for an official translation, and for which words."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page
from wagtail.permissions import policy_registry

from news.choices import QuoteStatus
from news.models.approval import QuoteApproval
from news.models.clearance import QuoteClearance
from news.quotes.status import exact_words, original_words, quote_blocks, spoken_in, standings
from newsroom.base.models import User
from newsroom.base.users import name_of
from newsroom.language.separators import as_list

if TYPE_CHECKING:
    from news.models.release import ReleasePage

MOST_NAMES = 5


def approve(
    release: "ReleasePage",
    quote_id: UUID,
    words: str,
    approver: str,
    user: User | None = None,
    clearance: QuoteClearance | None = None,
) -> QuoteApproval:
    """Keep that somebody stands for these words of a release's quote, against the original as it is now."""
    value = quote_blocks(release.body).get(quote_id)
    spoken = spoken_in(value, release) if value else release.locale.language_code
    is_translated = spoken != release.locale.language_code
    originals = original_words(release, {quote_id: spoken}) if is_translated else {}
    return QuoteApproval.objects.create(
        quote_id=quote_id,
        locale=release.locale,
        words=exact_words(words),
        original_words=originals.get(quote_id, ""),
        approver=approver,
        user=user,
        clearance=clearance,
    )


def wanting_approval(release: "ReleasePage", body: Any) -> list[int]:
    """The places in a body of the translations that are called official and that nobody has approved as they are."""
    standing = standings(release, body)
    wanting = []
    for number, block in enumerate(body):
        if block.block_type == "quote" and block.value.get("status") == QuoteStatus.OFFICIAL:
            known = standing.get(UUID(block.id)) if block.id else None
            is_translated = spoken_in(block.value, release) != release.locale.language_code
            if is_translated and (known is None or known.status != QuoteStatus.OFFICIAL):
                wanting.append(number)
    return wanting


def approval_refusal(
    release: "ReleasePage", body: Any, user: User, parent: Page | None
) -> StreamBlockValidationError | None:
    """What is wrong with a body in which somebody who may not publish calls a translation official, or None."""
    place = release if release.pk else parent
    wanting = wanting_approval(release, body)
    if not wanting or place is None or may_approve(place, user, is_new=release.pk is None):
        return None
    message = _("Only somebody who may publish can call a translation official: %(names)s.")
    error = ValidationError(message % {"names": as_list(who_may_approve(place)) or _("an administrator")})
    return StreamBlockValidationError(
        block_errors={number: StructBlockValidationError(block_errors={"status": error}) for number in wanting}
    )


def may_approve(place: Page, user: User, is_new: bool = False) -> bool:
    """Whether somebody may stand for the words of a page, or of a new page below one."""
    permissions = place.permissions_for_user(user)
    return bool(permissions.can_publish_subpage() if is_new else permissions.publishes)


def who_may_approve(place: Page) -> list[str]:
    """Some of those who may, by name."""
    policy = policy_registry.get_by_type(Page)
    users = policy.users_with_permission_for_instance("publish", place).filter(is_active=True)
    return [name_of(user) for user in users.order_by("last_name", "username")[:MOST_NAMES]]
