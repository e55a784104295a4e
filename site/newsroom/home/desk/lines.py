"""The lines of the CMS's front page: each says what it is about, why it is there, and leads to it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from wagtail.models import Page, TaskState

from news.models import QuoteClearance
from newsroom.base.dates import full_date
from newsroom.base.languages import active_code, language_in_words
from newsroom.base.rights.sight import visible_pages
from newsroom.base.users import name_of
from newsroom.language.separators import as_list
from newsroom.publication.choices import LifeState
from newsroom.publication.models import Life, OutsideComment, UnapprovedPublication
from newsroom.publication.page_states import with_marks
from newsroom.publication.review.approval import has_right_to_approve

#: Fields of a release that no line says.
LONG_TEXTS = ("body", "notes_to_editors")
NEVER = datetime.datetime.min.replace(tzinfo=datetime.UTC)


@dataclass(frozen=True)
class Line:
    """One thing to know of or to do: what it is, why it stands here, and the way to it."""

    title: str
    address: str
    #: The page that it is about, of which the marks are said.
    page: Page
    language: str = ""
    #: When it is, or since when; and the words beside that.
    at: datetime.datetime | None = None
    note: str = ""
    #: Why it is here, in a sentence; and the verb of its button.
    why: str = ""
    verb: str = ""
    #: Whether it cannot wait.
    is_late: bool = False
    #: What its button sends instead of leading there.
    sends_to: str = ""


class KnownPages:
    """The pages that the lines are about, as far as somebody may know of them; one query for all."""

    def __init__(self, user: Any, keys: Iterable[UUID], numbers: Iterable[Any], drafts: Any) -> None:
        self.user = user
        wanted = Q(translation_key__in=list(keys)) | Q(pk__in=[int(number) for number in numbers])
        pages = Page.objects.filter(wanted | Q(pk__in=drafts), alias_of=None)
        # a draft says until when it waits, which stands in its life
        related = pages.select_related("locale", "releasepage__life")
        known = visible_pages(user, related.defer(*(f"releasepage__{name}" for name in LONG_TEXTS)))
        rows = with_marks(known).order_by("pk")
        self.by_number = {page.pk: page for page in rows}
        self.by_key: dict[UUID, list[Page]] = defaultdict(list)
        for page in self.by_number.values():
            self.by_key[page.translation_key].append(page)

    def numbered(self, number: Any) -> Page | None:
        """A page by its key."""
        return self.by_number.get(int(number))

    def drafts_of_owner(self) -> list[Any]:
        """The drafts of releases that are somebody's own, those changed last first."""
        releases = (getattr(page, "releasepage", None) for page in self.by_number.values())
        own = [each for each in releases if each and each.owner_id == self.user.pk]
        drafts = [each for each in own if each.life.state == LifeState.DRAFT]
        return sorted(drafts, key=lambda each: (each.latest_revision_created_at or NEVER, each.pk), reverse=True)

    def of(self, life: Life) -> Page | None:
        """The page of a life: in the language of the CMS, or else the first that was there."""
        pages = self.by_key.get(life.translation_key, [])
        own = (page for page in pages if page.locale.language_code == active_code())
        return next(own, pages[0] if pages else None)


def line_of(page: Page | None, **facts: Any) -> Line:
    """A line about a page, which leads to its editor unless it is told otherwise."""
    if page is None:
        raise LookupError("There is no line about a page that somebody may not know of.")
    facts.setdefault("address", reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return Line(title=page.draft_title or page.title, page=page, language=page.locale.language_code, **facts)


def late_line(life: Any, pages: KnownPages) -> Line:
    """What should be public and is not, with what was said of that, its `why_not`."""
    why = _("Did not go public. %(message)s") % {"message": life.why_not or ""}
    return line_of(pages.of(life), at=life.embargoed_until, why=why.strip(), verb=_("Mend and lift"), is_late=True)


def held_line(life: Life, codes: list[str], pages: KnownPages) -> Line:
    """What will not become public in time unless somebody signs."""
    words = _("Required and not signed off: %(languages)s. All languages wait for it.")
    why = words % {"languages": as_list(language_in_words(code) for code in codes)}
    address = reverse("translation_coverage")
    return line_of(pages.of(life), at=life.embargoed_until, why=why, verb=_("See what is missing"), address=address)


def scheduled_line(life: Life, codes: list[str], pages: KnownPages) -> Line:
    """What becomes public next."""
    held = _("held by %(languages)s") % {"languages": as_list(language_in_words(code) for code in codes)}
    note = held if codes else pgettext("of a scheduled release", "ready")
    return line_of(pages.of(life), at=life.embargoed_until, note=life.reference, why=note, is_late=bool(codes))


def returned_line(state: TaskState, pages: KnownPages) -> Line:
    """What came back, from whom and with which words."""
    by = name_of(state.finished_by)
    note = _("Returned by %(name)s") % {"name": by} if by else _("Returned")
    page = pages.numbered(state.workflow_state.object_id)
    why = state.comment or _("Changes were asked for.")
    return line_of(page, at=state.finished_at, note=note, why=why, verb=pgettext("verb", "Answer"))


def clearance_line(clearance: QuoteClearance, pages: KnownPages) -> Line:
    """A quote whose speaker has not answered, or has proposed other words."""
    name = {"name": clearance.recipient_name}
    if clearance.is_proposal:
        why, verb = _("%(name)s proposes other words for a quote.") % name, _("Look at them")
    else:
        why, verb = _("A quote waits for %(name)s to clear it.") % name, _("See the quote")
    address = reverse("release_quotes", args=[clearance.release_id])
    page = pages.numbered(clearance.release_id)
    return line_of(page, at=clearance.sent_at, note=_("asked"), why=why, verb=verb, address=address)


def review_line(state: TaskState, pages: KnownPages) -> Line:
    """What somebody else wrote and waits for a yes."""
    page = pages.numbered(state.revision.object_id)
    by = name_of(state.revision.user) if state.revision.user else ""
    note = pgettext("a release for approval", "by %(name)s") % {"name": by} if by else ""
    address = reverse("review_page", args=[state.revision.object_id])
    return line_of(page, at=state.started_at, note=note, verb=pgettext("verb", "Review"), address=address)


def comment_lines(rows: Iterable[OutsideComment], pages: KnownPages) -> list[Line]:
    """What people outside said and nobody has answered: a line for each page, with who said it last and when."""
    by_page: dict[int, list[OutsideComment]] = defaultdict(list)
    for row in rows:
        by_page[row.comment.page_id].append(row)
    return [
        line_of(
            pages.numbered(number),
            at=said[0].comment.created_at,
            note=pgettext("of a comment", "by %(name)s") % {"name": said[0].name},
            why=ngettext("%(number)d comment from outside", "%(number)d comments from outside", len(said))
            % {"number": len(said)},
            verb=pgettext("verb", "Answer"),
        )
        for number, said in by_page.items()
        if pages.numbered(number)
    ]


def unapproved_line(row: UnapprovedPublication, pages: KnownPages, user: Any) -> Line:
    """What somebody published without a yes, and why; whoever may say yes afterwards has the button."""
    name = {"name": row.user_name, "reason": row.reason}
    why = _("%(name)s: “%(reason)s”") % name if row.user_name else row.reason
    is_asked = has_right_to_approve(user) and row.user_id != user.pk
    return line_of(
        pages.of(row.life),
        at=row.at,
        note=row.life.reference,
        why=why,
        verb=_("Approve afterwards") if is_asked else "",
        sends_to=reverse("approve_afterwards", args=[row.pk]) if is_asked else "",
    )


def day_line(life: Life, pages: KnownPages) -> Line:
    """What was to be looked at again by now."""
    day = full_date(life.review_on) if life.review_on else ""
    return line_of(pages.of(life), note=life.reference, why=day, verb=_("Look at it"))


def draft_line(release: Any, pages: KnownPages) -> Line:
    """A draft, with its embargo where it has one."""
    ends = release.life.embargoed_until
    note = _("embargo") if ends else _("last changed")
    return line_of(pages.numbered(release.pk), at=ends or release.latest_revision_created_at, note=note)
