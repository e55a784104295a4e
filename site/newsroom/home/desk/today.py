"""What is on today: the front page of the CMS. Each line is one click from the thing; empty parts do not show."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, Subquery
from django.middleware.csrf import get_token
from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import TaskState, WorkflowState
from wagtail.permissions import policy_registry

from news.choices import ClearanceAnswer
from news.models import QuoteClearance, ReleasePage
from newsroom.base.rights.sight import visible_pages, withheld_keys
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
from newsroom.publication.review.people import waiting_for_yes
from newsroom.translation.models import TranslationTask
from newsroom.translation.rights import may_publish_anywhere
from organisations.admin.reports import SOON as EXPIRES_SOON
from organisations.duty import Duty, contacts_for_reader, press_desks
from organisations.models import MediaContact

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
    hidden = withheld_keys(user)
    lives, again = lives_in_question(now, hidden)
    reviews, returned = reviews_in_question(user)
    clearances = list(clearances_of(user, now))
    unapproved = list(UnapprovedPublication.open().exclude(life__translation_key__in=hidden)[:MOST])
    outside = list(OutsideComment.unanswered().select_related("comment")[:MOST_READ])
    pages = KnownPages(
        user,
        keys=[life.translation_key for life in (*lives, *again, *(row.life for row in unapproved))],
        numbers=[
            *(state.revision.object_id for state in reviews),
            *(state.workflow_state.object_id for state in returned),
            *(clearance.release_id for clearance in clearances),
            *(row.comment.page_id for row in outside),
        ],
        drafts=drafts_of(user),
    )
    tasks = tasks_in_question(user, lives, now)
    known = [life for life in lives if pages.of(life)]
    held = [life for life in known if is_held_soon(life, tasks.waiting, now)]
    return TodayParts(
        urgent=[
            *(late_line(life, pages) for life in known if is_over(life, now)),
            *(held_line(life, tasks.waiting[life.translation_key], pages) for life in held),
            *(returned_line(state, pages) for state in returned if pages.numbered(state.workflow_state.object_id)),
            *(clearance_line(clearance, pages) for clearance in clearances if pages.numbered(clearance.release_id)),
        ][:MOST],
        approvals=[review_line(state, pages) for state in reviews if pages.numbered(state.revision.object_id)],
        comments=comment_lines(outside, pages)[:MOST],
        unapproved=[unapproved_line(row, pages, user) for row in unapproved if pages.of(row.life)],
        again=[day_line(life, pages) for life in again if pages.of(life)],
        scheduled=[
            scheduled_line(life, tasks.waiting[life.translation_key], pages) for life in known if not is_over(life, now)
        ],
        drafts=[draft_line(release, pages) for release in pages.drafts_of_owner()[:MOST]],
        translations=tasks.due,
        contacts=contacts_that_expire(now.date()),
        links=list(broken_links_for(user)),
        desks=press_desks()[:2],
    )


def lives_in_question(now: datetime.datetime, hidden: Collection[UUID]) -> tuple[list[Life], list[Life]]:
    """What is scheduled, by its hour, and what is to be looked at again, by its day; one query for both.

    What is `hidden` from whoever asks, by its translation keys, takes no place of what is not.
    What is late takes no place from what comes next: there are the first of either.
    Of what did not go public at its hour each life has `why_not`, what was said of that.
    """
    said = LiftFailure.objects.filter(life=OuterRef("pk")).exclude(message="").order_by("-failed_at")
    known = Life.objects.exclude(translation_key__in=hidden)
    scheduled = known.scheduled().order_by("embargoed_until")
    late = scheduled.filter(embargoed_until__lte=now).values("pk")[:MOST]
    ahead = scheduled.exclude(embargoed_until__lte=now).values("pk")[:MOST]
    due = due_again(now.date()).exclude(translation_key__in=hidden).values("pk")[:MOST]
    lives = Life.objects.filter(Q(pk__in=late) | Q(pk__in=ahead) | Q(pk__in=due)).annotate(
        why_not=Subquery(said.values("message")[:1])
    )
    found: list[Any] = list(lives.order_by("embargoed_until", "review_on", "pk"))
    days = [(life.review_on, life.pk, life) for life in found if life.review_on and life.review_on <= now.date()]
    hours = [life for life in found if life.state == LifeState.SCHEDULED]
    return hours, [life for _day, _key, life in sorted(days)[:MOST]]


def is_over(life: Life, now: datetime.datetime) -> bool:
    """Whether an embargo has ended."""
    return bool(life.embargoed_until and life.embargoed_until <= now)


@dataclass
class TasksInQuestion:
    """Translations that are due soon or late, the most urgent first, and what lives wait for.

    `waiting` has the codes of required languages that nobody has signed off, by translation key.
    """

    due: list[TranslationTask]
    waiting: Mapping[UUID, list[str]]


def tasks_in_question(user: Any, lives: list[Life], now: datetime.datetime) -> TasksInQuestion:
    """Open tasks that somebody may know of: those due within a fortnight, and those that lives wait for; one query."""
    tasks, until = TranslationTask.objects.open().known_to(user), now + AHEAD
    required = LifeLanguage.objects.filter(
        life__in=lives,
        requirement=Requirement.REQUIRED,
        life__translation_key=OuterRef("translation_key"),
        locale=OuterRef("target_locale"),
    )
    urgent = tasks.due_until(until).most_urgent_first().values("pk")[:MOST]
    rows = tasks.annotate(is_waited_for=Exists(required)).filter(Q(is_waited_for=True) | Q(pk__in=urgent))
    found: list[Any] = list(rows.for_listing().with_progress().most_urgent_first())
    waiting: dict[UUID, list[str]] = defaultdict(list)
    for task in found:
        if task.is_waited_for:
            waiting[task.translation_key].append(task.target_locale.language_code)
    return TasksInQuestion([task for task in found if task.due_at and task.due_at <= until][:MOST], waiting)


def is_held_soon(life: Life, waiting: Mapping[UUID, list[str]], now: datetime.datetime) -> bool:
    """Whether an embargo ends soon and a language that it waits for is not there."""
    ends = life.embargoed_until
    return bool(ends and now < ends <= now + SOON and waiting[life.translation_key])


def reviews_in_question(user: Any) -> tuple[list[TaskState], list[TaskState]]:
    """What waits for somebody's yes, and what they sent for approval and got back; one query for both."""
    returned = TaskState.objects.filter(
        workflow_state__status=WorkflowState.STATUS_NEEDS_CHANGES,
        workflow_state__requested_by=user,
        workflow_state__current_task_state=F("pk"),
    )
    waiting = waiting_for_yes(user).order_by("-pk").values("pk")[:MOST]
    states = TaskState.objects.filter(
        Q(pk__in=waiting) | Q(pk__in=returned.order_by("-workflow_state").values("pk")[:MOST])
    )
    states = states.select_related("revision__user", "workflow_state", "finished_by").defer("revision__content")
    found = list(states.order_by("-workflow_state", "-pk"))
    in_progress = [state for state in found if state.status == TaskState.STATUS_IN_PROGRESS]
    return in_progress, [state for state in found if state.status != TaskState.STATUS_IN_PROGRESS]


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
