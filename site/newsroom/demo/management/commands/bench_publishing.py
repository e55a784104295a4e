import json
import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.demo.laden import Load, Records, filled_form, laden_release
from newsroom.demo.synthetic import COMMON
from newsroom.home.roles import OFFICERS, prepare_roles
from newsroom.home.tree import plain_texts, prepare_tree

Step = Callable[[], Any]


class Command(BaseCommand):
    """Measures what an officer's acts cost: saving, publishing, the explorer and the editor.

    A release has five quotes, three organisations, two contacts, two boilerplates, two participants, three hashtags,
    an image and an attachment. Beside it stands a page of Wagtail's own plainest type in the same process.
    """

    help = "Write invented releases into an empty database; print milliseconds of CPU (medians) and queries, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--runs", type=int, default=11, help="how often each is done; the first is not counted")

    def handle(self, *args: Any, runs: int, **options: Any) -> None:
        if ReleasePage.objects.exists():
            raise CommandError("There are releases already: this needs an empty database of its own.")
        prepare_tree({code: plain_texts("Bench", code) for code in COMMON})
        prepare_roles()
        self.index, self.records, self.runs = NewsIndexPage.objects.get(locale__language_code="en"), Records(), runs
        self.client = Client(headers={"host": "localhost"})
        self.client.force_login(UserFactory(roles=[OFFICERS]))
        figures: dict[str, Any] = {"a release": self.writing(self.releases(runs))}
        figures["a plain Wagtail page"] = self.writing(self.plain_pages(runs))
        for number in (3, 30):
            figures[f"the CMS with {number} of each"] = self.desk(number)
        conditions = {"database": connection.vendor, "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1)}
        self.stdout.write(json.dumps({"conditions": conditions, "CPU and queries": figures}, indent=2))

    def releases(self, number: int) -> list[Page]:
        """Drafts with everything in them."""
        return [laden_release(self.index, self.records, Load()) for _each in range(number)]

    def plain_pages(self, number: int) -> list[Page]:
        """Drafts of Wagtail's own type."""
        root = Page.get_first_root_node()
        pages = [Page(title=f"Plain {each}", slug=f"plain-{each}", live=False) for each in range(number)]
        for page in pages:
            root.add_child(instance=page)
            page.save_revision()
        return pages

    def writing(self, pages: list[Page]) -> dict[str, Any]:
        """Save, publish and change each of some drafts, as the editor does: with what it read of the latest version."""
        acts: dict[str, Callable[[Page], Any]] = {
            "saving a draft": lambda page: page.save_revision(),
            "publishing it": lambda page: page.save_revision().publish(),
            "a minor change": lambda page: page.save_revision().publish(),
        }
        with changing(Amendment.MINOR):
            return {name: cost_of([self.prepared(page, act) for page in pages]) for name, act in acts.items()}

    def prepared(self, page: Page, act: Callable[[Page], Any]) -> Callable[[], Step]:
        """An act on the latest version of a page, which is read just before."""

        def made_ready() -> Step:
            return partial(act, Page.objects.get(pk=page.pk).get_latest_revision_as_object())

        return made_ready

    def desk(self, number: int) -> dict[str, Any]:
        """The explorer with so many releases, and the editor of one that has so many of each part."""
        missing = number - self.index.get_children().count()
        self.releases(max(missing, 0))
        explored = reverse("wagtailadmin_explore", args=[self.index.pk])
        page = laden_release(self.index, self.records, Load.of_each(number))
        edited = reverse("wagtailadmin_pages:edit", args=[page.pk])
        form = filled_form(self.client.get(edited).content.decode(), page)
        steps = {
            "the explorer": lambda: self.client.get(explored),
            "the editor": lambda: self.client.get(edited),
            "saving in the editor": lambda: self.client.post(edited, form),
        }
        return {name: cost_of([partial(returned, step)] * self.runs) for name, step in steps.items()}


def returned(step: Step) -> Step:
    """A step for which nothing has to be prepared."""
    return step


def cost_of(prepared: list[Callable[[], Step]]) -> dict[str, float]:
    """The median of the CPU of a step, without the first, and the queries of the last, on which no clock runs.

    Each is made ready outside of what is measured.
    """
    times = []
    for make in prepared[:-1]:
        step = make()
        begun = time.process_time()
        step()
        times.append((time.process_time() - begun) * 1000)
    last = prepared[-1]()
    with CaptureQueriesContext(connection) as queries:
        last()
    return {"CPU ms": round(statistics.median(times[1:]), 1), "queries": len(queries)}
