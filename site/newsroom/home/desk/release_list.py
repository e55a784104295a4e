"""The list of releases as a press office reads it: one row a release, whatever its languages, what is next first."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, CharField, DateTimeField, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from wagtail.models import Page, WorkflowState
from wagtail.search.backends import get_search_backend

from news.models import Correction, ReleaseHashtag, ReleaseOrganisation, ReleasePage
from newsroom.base.rights.sight import visible_pages
from newsroom.home.desk.choices import DeskState, Turn
from newsroom.publication.choices import LifeState
from newsroom.publication.page_states import with_marks
from newsroom.translation.models import TranslationTask
from newsroom.translation.tasks.coverage import Cell, coverage_rows

#: So many releases are looked at for the words that somebody searches for.
MOST_FOUND = 1000


@dataclass(frozen=True)
class ReleaseRow:
    """A release in the list: its page in the original language, its state, and how far each language is."""

    release: ReleasePage
    state: DeskState
    turn: Turn
    #: When it becomes, or became, public; None where nobody has said.
    instant: datetime.datetime | None
    languages: list[Cell]

    @property
    def can_be_published(self) -> bool:
        """Whether publishing is the next step: drafts alone, the others have their hour or have been public."""
        return self.state in (DeskState.DRAFT, DeskState.REVIEW)


def releases_once(user: Any, now: datetime.datetime | None = None) -> QuerySet[ReleasePage]:
    """Each release that somebody may know of, once: in its original language, or else in the first that there is.

    With `desk_state`, `turn` and `instant`, in the order of the list.
    """
    rows = pages_once(user, ReleasePage).select_related("locale", "life", "owner")
    return in_turn(with_state(rows, now or timezone.now())).defer("body", "notes_to_editors")


def pages_once(user: Any, model: type[Page]) -> Any:
    """Each page of a type that somebody may know of, once: in its original language, else in the first there is.

    Each with its marks.
    """
    known = visible_pages(user, model._default_manager.filter(alias_of=None).order_by())
    others = known.filter(translation_key=OuterRef("translation_key"))
    is_original = Q(original_language=F("locale__language_code"))
    first = ~Exists(others.filter(is_original)) & ~Exists(others.filter(pk__lt=OuterRef("pk")))
    return with_marks(known.filter(is_original | first))


def with_state(rows: Any, now: datetime.datetime) -> Any:
    """Releases with `desk_state`, `turn` and `instant` as they are at an aware instant."""
    under_review = WorkflowState.objects.filter(
        object_id=Cast(OuterRef("pk"), CharField()),
        content_type__app_label="news",
        content_type__model="releasepage",
        status__in=(WorkflowState.STATUS_IN_PROGRESS, WorkflowState.STATUS_NEEDS_CHANGES),
    )
    corrections = Correction.objects.filter(release__translation_key=OuterRef("translation_key"))
    held = Q(life__state=LifeState.SCHEDULED, life__embargoed_until__lte=now)
    to_come = Q(life__state=LifeState.SCHEDULED) | Q(life__state=LifeState.DRAFT, life__embargoed_until__gt=now)
    states = Case(
        When(held, then=Value(DeskState.HELD)),
        When(Q(life__state=LifeState.DRAFT) & Exists(under_review), then=Value(DeskState.REVIEW)),
        When(Q(life__state=LifeState.PUBLIC) & Exists(corrections), then=Value(DeskState.CORRECTED)),
        *(When(life__state=state.value, then=Value(state.value)) for state in LifeState),
        output_field=CharField(),
    )
    turns = Case(
        When(held, then=Value(Turn.LATE)),
        When(to_come, then=Value(Turn.TO_COME)),
        When(life__state=LifeState.DRAFT, then=Value(Turn.UNDATED)),
        default=Value(Turn.ON_RECORD),
        output_field=IntegerField(),
    )
    ahead = Case(When(to_come, then=F("life__embargoed_until")), default=None, output_field=DateTimeField())
    instant = Coalesce("life__released_at", "life__embargoed_until", output_field=DateTimeField())
    return rows.annotate(desk_state=states, turn=turns, ahead=ahead, instant=instant)


def in_turn(rows: Any) -> Any:
    """What is late, what comes next, the drafts edited last, and what was public, the newest first."""
    return rows.order_by(
        "turn",
        "ahead",
        F("instant").desc(nulls_last=True),
        F("latest_revision_created_at").desc(nulls_last=True),
        "-pk",
    )


def narrowed_releases(rows: Any, chosen: dict[str, str], user: Any) -> Any:
    """Those of the releases that fit what was chosen in the form of the list; see `ReleaseListForm`."""
    if words := chosen.get("words"):
        rows = rows.filter(fits_words(words, user))
    if chosen.get("kind"):
        rows = rows.filter(kind=chosen["kind"])
    if chosen.get("state"):
        rows = rows.filter(desk_state=chosen["state"])
    if chosen.get("year"):
        rows = rows.filter(instant__year=chosen["year"])
    if chosen.get("author"):
        rows = rows.filter(owner=chosen["author"])
    if key := chosen.get("organisation"):
        links = ReleaseOrganisation.objects.filter(page=OuterRef("pk"), organisation__translation_key=key)
        rows = rows.filter(Exists(links))
    if slug := chosen.get("hashtag"):
        rows = rows.filter(Exists(ReleaseHashtag.objects.filter(content_object=OuterRef("pk"), tag__slug=slug)))
    if code := chosen.get("lacking"):
        there = ReleasePage.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code=code)
        rows = rows.filter(~Exists(there))
    if code := chosen.get("unsigned"):
        tasks = TranslationTask.objects.open().filter(target_locale__language_code=code)
        rows = rows.filter(Exists(tasks.filter(translation_key=OuterRef("translation_key"))))
    return rows


def fits_words(words: str, user: Any) -> Q:
    """What somebody typed: words of a release in any language, a part of its reference, or a year."""
    known = visible_pages(user, ReleasePage.objects.all())
    found = get_search_backend().autocomplete(words, known.only("translation_key"))[:MOST_FOUND]
    fits = Q(life__reference__icontains=words) | Q(translation_key__in={page.translation_key for page in found})
    return fits | Q(instant__year=int(words)) if words.isdecimal() and len(words) == 4 else fits


def release_rows(releases: Iterable[ReleasePage]) -> list[ReleaseRow]:
    """The rows of some releases, with their languages; a number of queries that does not grow with them."""
    shown = list(releases)
    covered = {row.key: row for row in coverage_rows(release.translation_key for release in shown)}
    return [
        ReleaseRow(
            release,
            DeskState(release.desk_state),
            Turn(release.turn),
            release.instant,
            list(covered[release.translation_key].cells.values()),
        )
        for release in shown
    ]
