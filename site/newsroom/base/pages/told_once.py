"""What Wagtail is told of a page that is written: once for the page and not once for each row of its lists.

A page is written with the rows of its lists, and after each of them Wagtail reads the page and all its rows again to
note what they name, in its index of references: with fourteen rows that was a third of a publication. The tasks by
which it does so are held back here until the page is written. Then, in the same transaction, both indexes are told of
the page as it was written, which nobody has to read again. What is written of drafts alone (`pages.drafts.OF_DRAFTS`)
names nothing and is found by nobody, so it needs neither.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import transaction
from django_tasks.backends.immediate import ImmediateBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from django_tasks.utils import get_random_id
from modelcluster.models import get_all_child_relations
from modelsearch.index import insert_or_update_object

from newsroom.base.pages.rows import leave_unchanged, seen_as_written

#: The tasks by their paths: they ask for this backend while their modules are read, so none can be imported here.
REFERENCES, FOUND_IN_CMS = "wagtail.tasks.update_reference_index_task", "modelsearch.tasks.insert_or_update_object_task"


@dataclass
class HeldBack:
    """What is to be told of one page as soon as it is written."""

    page: Any
    is_of_drafts: bool
    tasks: dict[str, Task[Any, Any]] = field(default_factory=dict)

    def takes(self, task: Task[Any, Any], label: str, name: str, key: str) -> bool:
        """Keep a task that is about the page or about a row of its lists; tell whether it was one."""
        options = self.page._meta
        is_own = (label, name, key) == (options.app_label, options.model_name, str(self.page.pk))
        if not is_own and (task.module_path != REFERENCES or (label, name) not in models_of_rows(self.page)):
            return False
        if not (is_own and self.is_of_drafts):
            self.tasks[task.module_path] = task
        return True


held_back: ContextVar[HeldBack | None] = ContextVar("held_back", default=None)


def models_of_rows(page: Any) -> set[tuple[str, str | None]]:
    """The models of the rows that are written with a page, as tasks name them."""
    related = (relation.related_model._meta for relation in get_all_child_relations(type(page)))
    return {(options.app_label, options.model_name) for options in related}


@contextmanager
def told_once(page: Any, update_fields: Iterable[str] | None, is_of_drafts: bool = False) -> Iterator[None]:
    """While a page is written, hold back what Wagtail is to be told of it, and then tell it once.

    `is_of_drafts`: nothing but what is kept of drafts is written; the page itself then names nothing new.
    """
    rows = leave_unchanged(page) if update_fields is None else {}
    held = HeldBack(page, is_of_drafts)
    token = held_back.set(held)
    try:
        yield
    finally:
        held_back.reset(token)
    if update_fields is None:
        page.rows_written = rows
        with seen_as_written(page):
            tell(page, held.tasks)
    else:  # what was not written is the page's own alone: what is told of is read
        for task in held.tasks.values():
            task.enqueue(page._meta.app_label, page._meta.model_name, str(page.pk))


def tell(page: Any, tasks: Iterable[str]) -> None:
    """Tell the indexes of a page that was written whole."""
    references = apps.get_model("wagtailcore", "ReferenceIndex")
    if REFERENCES in tasks and references.is_indexed(type(page)):
        with transaction.atomic(savepoint=False):
            references.create_or_update_for_object(page)
    if FOUND_IN_CMS in tasks:
        insert_or_update_object(page)


class TellingOnce(ImmediateBackend):
    """Does tasks at once, but for those that `told_once` holds back."""

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Do a task, or hold it back. What is held back is answered as one that waits."""
        held = held_back.get()
        if held is None or task.module_path not in (REFERENCES, FOUND_IN_CMS) or not held.takes(task, *args):
            return super().enqueue(task, args, kwargs)
        return TaskResult(
            task=task,
            id=get_random_id(),
            status=TaskResultStatus.READY,
            enqueued_at=None,
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )
