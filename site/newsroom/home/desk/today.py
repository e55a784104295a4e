"""What is on today: the front page of the CMS. Each line is one click from the thing; empty parts do not show."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, OuterRef, Q
from django.middleware.csrf import get_token
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState, WorkflowState
from wagtail.permissions import policy_registry

from news.choices import ClearanceAnswer
from news.models import QuoteClearance, ReleasePage
from newsroom.base.rights.sight import visible_pages
from newsroom.home.desk.lines import (
    KnownPages,
    Line,
    clearance_line,
    comment_lines,
    day_line,
    draft_line,
    held_line,
    late_line,
    returned_line,
    review_line,
    scheduled_line,
    unapproved_line,
)
from newsroom.links.models import LinkUse
from newsroom.links.querysets import is_broken
from newsroom.publication.choices import LifeState, Requirement
from newsroom.publication.models import Life, LifeLanguage, LiftFailure, OutsideComment, UnapprovedPublication
from newsroom.publication.review.days import due_again
from newsroom.translation.models import TranslationTask
from newsroom.translation.rights import may_publish_anywhere
from organisations.duty import Duty, contacts_for_reader, press_desks
from organisations.models import MediaContact
from organisations.reports import SOON as EXPIRES_SOON

#: No part is longer than it can be read.
MOST = 6
#: So many comments from outside are looked through for the pages that they are on.
MOST_READ = 50
#: How long before the end of an embargo a missing language is everybody's business.
SOON = datetime.timedelta(hours=48)
#: For how far ahead translations are told of.
AHEAD = datetime.timedelta(days=14)


@dataclass
class TodayParts:
    """The parts of the page, each a list of lines."""

    urgent: list[Line] = field(default_factory=list)
    approvals: list[Line] = field(default_factory=list)
    comments: list[Line] = field(default_factory=list)
    unapproved: list[Line] = field(default_factory=list)
    again: list[Line] = field(default_factory=list)
    scheduled: list[Line] = field(default_factory=list)
    drafts: list[Line] = field(default_factory=list)
    translations: list[TranslationTask] = field(default_factory=list)
    contacts: list[MediaContact] = field(default_factory=list)
    links: list[LinkUse] = field(default_factory=list)
    desks: list[Duty] = field(default_factory=list)

    @property
    def is_quiet(self) -> bool:
        """Whether nobody has to do anything."""
        waits = self.urgent or self.approvals or self.comments or self.unapproved or self.again
        return not (waits or self.scheduled or self.drafts)


class Today(Component):
    """The front page of the CMS for those who write and publish."""

    name = "today"
    template_name = "home/admin/today.html"
    order = 20

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        facts = {"parts": today(request.user, timezone.now()), "now": timezone.now(), "user": request.user}
        editor = MediaContact.snippet_viewset.get_url_name("edit")
        return facts | {"csrf_token": get_token(request), "contact_editor": editor}


def today(user: Any, now: datetime.datetime) -> TodayParts:
    """Everything that is on for somebody at an aware instant; a number of queries that does not grow."""
    lives = list(Life.objects.scheduled().order_by("embargoed_until")[:MOST])
    reviews = list(TaskState.objects.reviewable_by(user).select_related("revision__user")[:MOST])
    returned = list(returned_to(user))
    clearances = list(clearances_of(user, now))
    unapproved = list(UnapprovedPublication.open()[:MOST])
    again = list(due_again(now.date())[:MOST])
    outside = list(OutsideComment.unanswered().select_related("comment")[:MOST_READ])
    pages = KnownPages(
        user,
        keys=[life.translation_key for life in (*lives, *again, *(row.life for row in unapproved))],
        numbers=[
            *(state.revision.object_id for state in reviews),
            *(state.object_id for state in returned),
            *(clearance.release_id for clearance in clearances),
            *(row.comment.page_id for row in outside),
        ],
        drafts=drafts_of(user),
    )
    waiting = languages_waited_for(lives)
    return TodayParts(
        urgent=[
            *(late_line(life, failures, pages) for life, failures in overdue(lives, now) if pages.of(life)),
            *(held_line(life, waiting[life.pk], pages) for life in lives if is_held_soon(life, waiting, now, pages)),
            *(returned_line(state, pages) for state in returned if pages.numbered(state.object_id)),
            *(clearance_line(clearance, pages) for clearance in clearances if pages.numbered(clearance.release_id)),
        ][:MOST],
        approvals=[review_line(state, pages) for state in reviews if pages.numbered(state.revision.object_id)],
        comments=comment_lines(outside, pages)[:MOST],
        unapproved=[unapproved_line(row, pages, user) for row in unapproved if pages.of(row.life)],
        again=[day_line(life, pages) for life in again if pages.of(life)],
        scheduled=[
            scheduled_line(life, waiting[life.pk], pages)
            for life in lives
            if pages.of(life) and life.embargoed_until and life.embargoed_until > now
        ],
        drafts=[draft_line(release) for release in pages.drafts_of_owner()[:MOST]],
        translations=translations_due(user, now),
        contacts=contacts_that_expire(now.date()),
        links=list(broken_links_for(user)),
        desks=press_desks()[:2],
    )


def overdue(lives: Iterable[Life], now: datetime.datetime) -> list[tuple[Life, list[LiftFailure]]]:
    """The lives whose embargo has ended and that are not public, each with what was said of that; one query."""
    late = [life for life in lives if life.embargoed_until and life.embargoed_until <= now]
    failures = LiftFailure.objects.filter(life__in=late).order_by("-failed_at") if late else ()
    said: dict[int, list[LiftFailure]] = defaultdict(list)
    for failure in failures:
        said[failure.life_id].append(failure)
    return [(life, said[life.pk]) for life in late]


def languages_waited_for(lives: list[Life]) -> Mapping[int, list[str]]:
    """By life, the codes of required languages that nobody has signed off; one query for all."""
    unsigned = TranslationTask.objects.open().filter(
        translation_key=OuterRef("life__translation_key"), target_locale=OuterRef("locale")
    )
    required = LifeLanguage.objects.filter(life__in=lives, requirement=Requirement.REQUIRED)
    waited: dict[int, list[str]] = defaultdict(list)
    for life, code in required.filter(Exists(unsigned)).values_list("life", "locale__language_code"):
        waited[life].append(code)
    return waited


def is_held_soon(life: Life, waiting: Mapping[int, list[str]], now: datetime.datetime, pages: KnownPages) -> bool:
    """Whether an embargo ends soon and a language that it waits for is not there."""
    ends = life.embargoed_until
    return bool(ends and now < ends <= now + SOON and waiting[life.pk] and pages.of(life))


def returned_to(user: Any) -> Any:
    """What somebody sent for approval and got back with questions."""
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_NEEDS_CHANGES, requested_by=user)
    return states.select_related("current_task_state__finished_by").order_by("-pk")[:MOST]


def clearances_of(user: Any, now: datetime.datetime) -> Any:
    """Questions to speakers' offices that somebody sent and that keep a release waiting."""
    open_ones = Q(answer="", expires_at__gt=now) | Q(answer=ClearanceAnswer.PROPOSED)
    rows = QuoteClearance.objects.revocable().filter(open_ones, sent_by=user)
    rows = rows.filter(release__life__state__in=(LifeState.DRAFT, LifeState.SCHEDULED))
    return rows.order_by("sent_at")[:MOST]


def drafts_of(user: Any) -> Any:
    """The numbers of the drafts of somebody, those changed last first; asked within another query."""
    own = ReleasePage.objects.filter(owner=user, life__state=LifeState.DRAFT, alias_of=None)
    return own.order_by("-latest_revision_created_at", "-pk").values("pk")[:MOST]


def translations_due(user: Any, now: datetime.datetime) -> list[TranslationTask]:
    """Open tasks that somebody may know of, due within a fortnight or late, the most urgent first."""
    tasks = TranslationTask.objects.open().known_to(user).due_until(now + AHEAD)
    return list(tasks.for_listing().with_progress().most_urgent_first()[:MOST])


def broken_links_for(user: Any) -> Any:
    """Where links that lead nowhere stand on pages that somebody may know of, what broke last first; one query."""
    uses = LinkUse.objects.filter(is_broken("link__"), page__in=visible_pages(user).order_by().values("pk"))
    last_first = F("link__broken_since").desc(nulls_last=True)
    return uses.select_related("link", "page__locale").order_by(last_first, "pk")[:MOST]


def contacts_that_expire(day: datetime.date) -> list[MediaContact]:
    """Contacts that have expired on a day or will within thirty, the earliest first, each once."""
    ending = [(contact.valid_until, contact) for contact in contacts_for_reader().values() if contact.valid_until]
    soon = sorted((until, contact.pk, contact) for until, contact in ending if until <= day + EXPIRES_SOON)
    return [contact for _until, _key, contact in soon[:MOST]]


def sees_today(user: Any) -> bool:
    """Whether the page is for somebody: those who publish, and those who write for them."""
    return bool(may_publish_anywhere(user) or policy_registry.get_by_type(ReleasePage).user_has_permission(user, "add"))
