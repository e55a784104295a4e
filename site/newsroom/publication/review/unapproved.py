"""Publishing one's own text without a yes: with a reason that the desk sees until somebody else approves."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from newsroom.publication.embargoes.service import pages_of
from newsroom.publication.gates import RefusedError
from newsroom.publication.models.review_settings import UnapprovedPublication
from newsroom.publication.review.approval import excusing, may_say_yes

WITHOUT_APPROVAL = "newsroom.review.without_approval"
AFTERWARDS = "newsroom.review.approved_afterwards"


@transaction.atomic
def publish_unapproved(page: Any, user: Any, reason: str) -> UnapprovedPublication:
    """Publish the newest version of a page, or give it its hour, and write down who did so and why.

    Raises RefusedError, with nothing written, where something else keeps it from being published.
    """
    row = UnapprovedPublication.objects.create(life=page.life, user=user, reason=reason)
    with excusing(page):
        page.get_latest_revision().publish(user=user, skip_permission_checks=True)
    log(page, WITHOUT_APPROVAL, user=user, data={"reason": reason})
    return row


@transaction.atomic
def approve_afterwards(row: UnapprovedPublication, user: Any) -> UnapprovedPublication:
    """Say yes to what went public without one. A second yes changes nothing.

    Raises RefusedError for whoever wrote or published it themselves, and for those without the right to approve.
    """
    stands = UnapprovedPublication.objects.select_for_update().get(pk=row.pk)
    page = pages_of(stands.life)[0]
    if stands.user_id == user.pk or not may_say_yes(page, user):
        note = f"page {page.pk} was not approved afterwards"
        raise RefusedError(_("Somebody else than whoever wrote and published this approves it."), note)
    if stands.approved_at is None:
        stands.approved_by, stands.approved_at = user, timezone.now()
        stands.save()
        log(page, AFTERWARDS, user=user)
    return stands
