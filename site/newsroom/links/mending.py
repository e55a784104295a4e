"""Another address in the place of one that has moved: written into the draft, for somebody to look at and publish."""

from typing import Any
from urllib.parse import urldefrag

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page

from newsroom.base.localize.translations import translation_of
from newsroom.base.pages.drafts import draft_of
from newsroom.links.choices import LinkState
from newsroom.links.gathering import with_other_addresses
from newsroom.links.models import CheckedLink, without_fragment
from newsroom.links.service import link_rows, note_links_of


class NotMendedError(Exception):
    """An address was not replaced; its words say why, to whoever wished it."""


def reason_against_mending(page: Page, user: Any) -> str:
    """Why somebody may not put another address into the draft of a page; "" where they may."""
    tester = page.permissions_for_user(user)
    if not tester.can_edit() or tester.page_locked():
        return _("You may not change this page now.")
    if translation_of(page):
        return _("This page follows its original. Change the link there or where it is translated.")
    return ""


@transaction.atomic
def mend(page: Page, link: CheckedLink, user: Any) -> None:
    """Write where a link leads by now into the newest draft of a page, as its history tells.

    Raises NotMendedError for those who may not change it, and where the draft has no such link any more.
    """
    page = page.specific
    if reason := reason_against_mending(page, user):
        raise NotMendedError(reason)
    if not link.target:
        raise NotMendedError(_("Nobody knows where this link should lead by now."))
    stored = draft_of(page).serializable_data()
    changed = with_other_addresses(stored, lambda address: target_for(address, link))
    if changed == stored:
        raise NotMendedError(_("The link is not in the draft any more."))
    page.with_content_json(changed).save_revision(user=user, log_action=True, clean=False)
    new = link_rows([without_fragment(link.target)])[without_fragment(link.target)]
    if new.state == LinkState.UNASKED:
        # whoever followed the link has been there
        new.state, new.checked_at, new.status = LinkState.FINE, link.checked_at, link.status
        new.save(update_fields=["state", "checked_at", "status"])
    note_links_of(Page.objects.filter(pk=page.pk).select_related("latest_revision"))


def target_for(address: str, link: CheckedLink) -> str | None:
    """What to write for an address, the place in the page kept; None for another address than that of the link."""
    if without_fragment(address) != link.address:
        return None
    fragment = urldefrag(address).fragment
    return f"{link.target}#{fragment}" if fragment and "#" not in link.target else link.target
