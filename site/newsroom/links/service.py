"""Which links stand where, and what was found at them: written down for whoever looks later."""

import datetime
import logging
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page

from newsroom.links.asking import Answer, Asker
from newsroom.links.choices import LinkReason, LinkState
from newsroom.links.gathering import FoundLink, links_written_in
from newsroom.links.inside import answers_inside, host_of, is_own, own_hosts
from newsroom.links.models import CheckedLink, LinkUse, digest_of_address, without_fragment

logger = logging.getLogger(__name__)

#: Of so many machines not one answers: then it is ours that does not reach them.
ALL_SILENT = 5
#: What is so said of the other side may be said of ours.
PERHAPS_OURS = frozenset({LinkReason.NO_SUCH_HOST, LinkReason.NO_ANSWER, LinkReason.NOT_CONNECTED})
BROKEN_STATES = frozenset({LinkState.BROKEN, LinkState.SILENT})
WRITTEN = ("state", "reason", "status", "target", "checked_at", "broken_since", "failed_times")


class OurNetworkError(Exception):
    """Nobody can be reached, so nothing was learnt of anybody."""


def note_links_of(pages: Iterable[Page]) -> None:
    """Write down where some pages link to, in what readers see and in their drafts; what was noted before goes."""
    found: dict[tuple[int, str, FoundLink], tuple[bool, bool]] = {}
    numbers = []
    for page in pages:
        numbers.append(page.pk)
        for is_draft, data in stored_versions(page):
            for link in links_written_in(data):
                key = (page.pk, without_fragment(link.address), link)
                public, draft = found.get(key, (False, False))
                found[key] = (public or not is_draft, draft or is_draft or not page.has_unpublished_changes)
    with transaction.atomic():
        rows = link_rows({address for _page, address, _link in found})
        LinkUse.objects.filter(page__in=numbers).delete()
        LinkUse.objects.bulk_create(
            LinkUse(
                link=rows[address],
                page_id=number,
                field=link.field,
                block=link.block,
                words=link.words,
                is_public=public,
                is_in_draft=draft,
            )
            for (number, address, link), (public, draft) in found.items()
        )


def stored_versions(page: Page) -> list[tuple[bool, Any]]:
    """What a page is: as readers see it, and as a draft where that is another; each with whether it is one."""
    draft = page.latest_revision.content if page.latest_revision else None
    versions = [(False, page.specific.serializable_data())] if page.live else []
    if not page.live or page.has_unpublished_changes:
        versions.append((True, draft or page.specific.serializable_data()))
    return versions


def link_rows(addresses: Iterable[str]) -> dict[str, CheckedLink]:
    """The rows of some addresses; those that are new begin as not checked."""
    digests = {digest_of_address(address): address for address in addresses}
    CheckedLink.objects.bulk_create(
        [CheckedLink(address=address, digest=digest) for digest, address in digests.items()], ignore_conflicts=True
    )
    return {row.address: row for row in CheckedLink.objects.filter(digest__in=digests)}


def forget_unused() -> None:
    """Let go of addresses that no page links to any more."""
    CheckedLink.objects.filter(uses=None).delete()


def asker() -> Asker:
    """Who asks the web in the name of this newsroom."""
    return Asker(agent=f"Newsroom-Link-Check (+{settings.WAGTAILADMIN_BASE_URL})")


def check(links: Iterable[CheckedLink]) -> int:
    """Find out where some links lead, and write it down. Returns how many were answered.

    Our own are looked up; others are asked unless the installation asks nobody. Raises OurNetworkError where nobody
    answers at all; what was found at home is written then too.
    """
    by_address = {link.address: link for link in links}
    hosts = own_hosts()
    inside = [address for address in by_address if is_own(address, hosts)]
    answers = answers_inside(inside)
    note_answers(by_address, answers)
    outside = [address for address in by_address if address not in answers]
    if not outside or not settings.NEWSROOM_CHECK_LINKS:
        return len(answers)
    told = asker().answers(outside)
    if is_our_own_fault(told):
        raise OurNetworkError
    note_answers(by_address, told)
    return len(answers) + len(told)


def is_our_own_fault(answers: dict[str, Answer]) -> bool:
    """Whether so many machines do not answer, and none does, that it must lie with us."""
    silent = {host_of(address) for address, answer in answers.items() if answer.reason in PERHAPS_OURS}
    return len(silent) >= ALL_SILENT and all(answer.reason in PERHAPS_OURS for answer in answers.values())


def note_answers(links: dict[str, CheckedLink], answers: dict[str, Answer]) -> None:
    """Write down what was found, by address."""
    now = timezone.now()
    changed = []
    for address, answer in answers.items():
        link = links[address]
        link.state, link.reason, link.status, link.target = answer.state, answer.reason, answer.status, answer.target
        link.checked_at = now
        is_broken = answer.state in BROKEN_STATES
        link.failed_times = link.failed_times + 1 if is_broken else 0
        link.broken_since = (link.broken_since or now) if is_broken else None
        changed.append(link)
    CheckedLink.objects.bulk_update(changed, WRITTEN, batch_size=200)


def languages_for_links(translation_key: UUID) -> Any:
    """The pages of one thing in all its languages, with what is read of them for their links."""
    pages = Page.objects.filter(translation_key=translation_key, alias_of=None)
    return pages.select_related("latest_revision", "locale").order_by("pk")


def ask_for_check(translation_key: UUID) -> int:
    """Note the links of a page in all its languages, and that somebody wants them checked. Returns how many."""
    pages = list(languages_for_links(translation_key))
    note_links_of(pages)
    wanted = CheckedLink.objects.filter(uses__page__in=pages).distinct()
    return CheckedLink.objects.filter(pk__in=wanted.values("pk")).update(asked_at=timezone.now())


def links_of(translation_key: UUID) -> Any:
    """The links of a page in all its languages."""
    return CheckedLink.objects.filter(uses__page__translation_key=translation_key).distinct()


def links_due(before: datetime.datetime, number: int) -> list[CheckedLink]:
    """So many links that nobody has checked since an aware instant; our own alone where nobody else may be asked."""
    due = CheckedLink.objects.due(before)
    if not settings.NEWSROOM_CHECK_LINKS:
        own = Q(address__startswith=settings.WAGTAILADMIN_BASE_URL)
        due = due.filter(own | ~Q(address__istartswith="http"))
    return list(due[:number])


def broken_among(addresses: Iterable[str]) -> dict[str, CheckedLink]:
    """Of some addresses as they are written, those known to lead nowhere; one query."""
    digests = {digest_of_address(without_fragment(address)): address for address in addresses}
    if not digests:
        return {}
    return {digests[row.digest]: row for row in CheckedLink.objects.broken().filter(digest__in=digests)}
