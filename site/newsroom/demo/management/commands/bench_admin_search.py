import json
import os
import statistics
import time
from collections.abc import Callable
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from modelsearch.backends import database, get_search_backend
from wagtail.models import Page

from news.models import ReleasePage
from newsroom.demo.synthetic import COMMON, fill_archive
from newsroom.home.tree import plain_texts, prepare_tree

SMALL = 1_000


class Command(BaseCommand):
    """Measures the search of the CMS on an archive of invented releases, beside modelsearch's own backend."""

    help = "Fill an empty database with invented releases; print what searching the CMS and saving cost, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", type=int, default=100_000, help="how many releases, over six languages")

    def handle(self, *args: Any, size: int, **options: Any) -> None:
        if ReleasePage.objects.exists():
            raise CommandError("There are releases already: this needs an empty database of its own.")
        prepare_tree({code: plain_texts("Bench", code) for code in COMMON})
        figures = {}
        for pages in sorted({min(SMALL, size), size}):
            fill_archive(pages - ReleasePage.objects.count())
            call_command("rebuild_modelsearch_index", verbosity=0)
            backends = {"newsroom": get_search_backend(), "modelsearch": database.SearchBackend({})}
            figures[f"{pages} pages"] = {name: measured(backend) for name, backend in backends.items()}
        conditions = {"database": connection.vendor, "cores": os.cpu_count(), "load": round(os.getloadavg()[0], 1)}
        self.stdout.write(json.dumps({"conditions": conditions, "milliseconds": figures}, indent=2))


def measured(backend: Any) -> dict[str, float]:
    """What a backend takes for a word of many pages, for a beginning, and for a page that is saved."""
    rows, page = Page.objects.all(), ReleasePage.objects.order_by("-pk").first()
    backend.add(page)
    return {
        "one word, best first": timed(lambda: list(backend.search(COMMON["en"], rows)[:20]), 1),
        "one word, by title": timed(
            lambda: list(backend.search(COMMON["en"], rows.order_by("title"), order_by_relevance=False)[:20]), 3
        ),
        "a beginning": timed(lambda: list(backend.autocomplete("synth", rows)[:20]), 3),
        "a save": timed(lambda: backend.add(page), 9),
    }


def timed(step: Callable[[], Any], runs: int) -> float:
    """The median of the milliseconds of a step."""
    times = []
    for _run in range(runs):
        begun = time.perf_counter()
        step()
        times.append((time.perf_counter() - begun) * 1000)
    return round(statistics.median(times), 1)
