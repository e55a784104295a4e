"""Which release exists in which language, and how far the others are."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Max, Min, QuerySet
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, get_page_models

from newsroom.base.rights.sight import visible_pages
from newsroom.publication.choices import LEFT, Manner, Requirement
from newsroom.publication.models import Embargo, Withdrawal
from newsroom.translation.choices import TaskState
from newsroom.translation.models.task import TranslationTask

CODES = [code for code, _name in settings.LANGUAGES]
ORIGINAL, MISSING, REOPENED, PUBLIC, DRAFT = "original", "missing", "reopened", "public", "draft"
#: What a cell of the table says, in the order in which a language gets there.
STATES: dict[str, Any] = {
    MISSING: pgettext_lazy("state of a translation", "Missing"),
    DRAFT: _("Draft, without a task"),
    TaskState.TO_DO.value: TaskState.TO_DO.label,
    TaskState.IN_PROGRESS.value: TaskState.IN_PROGRESS.label,
    REOPENED: pgettext_lazy("state of a translation", "Reopened"),
    TaskState.IN_REVIEW.value: TaskState.IN_REVIEW.label,
    TaskState.SIGNED_OFF.value: TaskState.SIGNED_OFF.label,
    PUBLIC: _("Public, without a task"),
    ORIGINAL: pgettext_lazy("state of a translation", "Original"),
}
SCHEDULED = _("Scheduled, without a task")
DONE = {ORIGINAL, PUBLIC, TaskState.SIGNED_OFF.value}


@dataclass
class Cell:
    """A release in one language."""

    code: str
    state: str = MISSING
    page_id: int | None = None
    task_id: int | None = None
    is_required: bool = False
    total: int = 0
    done: int = 0
    #: How the page left, where it is off now; whether it goes public by itself.
    left: str = ""
    is_scheduled: bool = False

    @property
    def label(self) -> Any:
        """The state in words. What readers see or will see counts more than what a translator has done."""
        if self.left:
            return LEFT[Manner(self.left)]
        return SCHEDULED if self.is_scheduled and self.state == DRAFT else STATES[self.state]

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do."""
        return self.state in DONE

    @property
    def progress(self) -> str:
        """How far it is, as a mark in a list shows it: "missing", "begun", "reopened" or "done"."""
        if self.is_done:
            return "done"
        if self.state in (MISSING, TaskState.TO_DO.value):
            return "missing"
        return "reopened" if self.state == REOPENED else "begun"


@dataclass
class CoverageRow:
    """A release in all languages."""

    key: UUID
    title: str = ""
    page_id: int | None = None
    cells: dict[str, Cell] = field(default_factory=lambda: {code: Cell(code) for code in CODES})

    @property
    def is_complete(self) -> bool:
        """Whether every language that it waits for is there."""
        return all(cell.is_done for cell in self.cells.values() if cell.is_required)

    @property
    def is_in_all_languages(self) -> bool:
        """Whether every language of the newsroom is there."""
        return all(cell.is_done for cell in self.cells.values())


def lifting_models() -> list[type[Any]]:
    """The types of pages that lift by languages: the releases."""
    return [model for model in get_page_models() if issubclass(model, Embargo) and not model._meta.abstract]


def releases_to_translate(user: Any) -> QuerySet[Any]:
    """Each release that somebody may know of, once, by `translation_key`.

    With its instant: of its release, its embargo or its draft.
    """
    found: QuerySet[Any] | None = None
    for model in lifting_models():
        keys = (
            visible_pages(user, model._default_manager.order_by())
            .values("translation_key")
            .annotate(
                instant=Coalesce(
                    Min("life__released_at"),
                    Min("life__embargoed_until"),
                    Max("latest_revision_created_at"),
                    Min("first_published_at"),
                ),
                newest=Max("pk"),
            )
        )
        found = keys if found is None else found.union(keys)
    if found is None:
        return Page.objects.none().values("translation_key")
    return found


def keys_by_month(user: Any) -> dict[datetime.date | None, list[UUID]]:
    """The releases of each month, the latest first; under None those that have no instant at all."""
    oldest = datetime.datetime.min.replace(tzinfo=datetime.UTC)
    rows = sorted(releases_to_translate(user), key=lambda row: (row["instant"] or oldest, row["newest"]), reverse=True)
    found: dict[datetime.date | None, list[UUID]] = defaultdict(list)
    for row in rows:
        found[row["instant"].date().replace(day=1) if row["instant"] else None].append(row["translation_key"])
    return found


def coverage_rows(keys: Iterable[UUID], with_progress: bool = True) -> list[CoverageRow]:
    """The table of some releases, in their order, in a fixed number of queries."""
    rows = {key: CoverageRow(key) for key in keys}
    originals: dict[UUID, str] = {}
    pages = Page.objects.filter(translation_key__in=rows).select_related("locale").annotate_approved_schedule()
    by_key: dict[UUID, list[Page]] = defaultdict(list)
    left = dict(Withdrawal.objects.in_force().filter(page__in=pages).values_list("page_id", "manner"))
    for page in pages.order_by("pk"):
        by_key[page.translation_key].append(page)
    for model in lifting_models():
        originals.update(
            model._default_manager.filter(translation_key__in=rows).values_list("translation_key", "original_language")
        )
    for key, found in by_key.items():
        place_pages(rows[key], found, originals.get(key, ""), left)
    tasks = TranslationTask.objects.filter(translation_key__in=rows).with_requirement().select_related("target_locale")
    tasks = tasks.defer("signed_segments", "changes")
    for task in tasks.with_progress() if with_progress else tasks:
        place_task(rows[task.translation_key], task)
    return list(rows.values())


def place_pages(row: CoverageRow, pages: list[Page], original: str, left: dict[int, str]) -> None:
    """Put the pages of a release into its row, with how those left that did (`left`, by key).

    Without a page in its original language the first one counts as that.
    """
    codes = [page.locale.language_code for page in pages]
    original = original if original in codes else codes[0]
    for page in pages:
        code = page.locale.language_code
        cell = row.cells.setdefault(code, Cell(code))
        cell.page_id, cell.state = page.pk, PUBLIC if page.live else DRAFT
        cell.left, cell.is_scheduled = left.get(page.pk, ""), page.approved_schedule and not page.live
        if code == original:
            cell.state, row.title, row.page_id = ORIGINAL, page.draft_title or page.title, page.pk


def place_task(row: CoverageRow, task: TranslationTask) -> None:
    """Put a task into the cell of its language; what it says counts more than the page there."""
    cell = row.cells.setdefault(task.code, Cell(task.code))
    cell.task_id, cell.is_required = task.pk, task.requirement == Requirement.REQUIRED
    cell.state = REOPENED if task.is_reopened else task.state
    cell.total, cell.done = getattr(task, "total", 0), getattr(task, "done", 0)


@dataclass
class Share:
    """How many releases of a month are complete in what they require, and how many in all languages."""

    month: datetime.date
    number: int
    complete: int
    everywhere: int

    @property
    def complete_share(self) -> int:
        """In per cent."""
        return round(100 * self.complete / self.number)

    @property
    def everywhere_share(self) -> int:
        """In per cent."""
        return round(100 * self.everywhere / self.number)


def shares(by_month: dict[datetime.date | None, list[UUID]], most: int = 12) -> list[Share]:
    """The shares of the latest months."""
    months = [month for month in by_month if month][:most]
    rows = {
        row.key: row for row in coverage_rows((key for month in months for key in by_month[month]), with_progress=False)
    }
    return [
        Share(
            month,
            len(by_month[month]),
            sum(rows[key].is_complete for key in by_month[month]),
            sum(rows[key].is_in_all_languages for key in by_month[month]),
        )
        for month in months
    ]
