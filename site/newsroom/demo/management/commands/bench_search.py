import json
import os
import random
import statistics
import time
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from typing import Any
from unittest import mock

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse
from django.utils import translation

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.caching.changes import number_read_once
from newsroom.demo.synthetic import COMMON, Language, body_of, fill_archive
from newsroom.home.tree import plain_texts, prepare_tree
from organisations.models import Organisation, Person
from search.answering import answer_search, shown_of
from search.engine import Engine
from search.engines import NAMED
from search.index.columns import POSTING
from search.index.embedded import EmbeddedEngine
from search.indexing import BATCH, rebuild_index
from search.models import Entry, Posting
from search.presentation.completing import complete
from search.request import SearchRequest

#: The size at which queries are counted first, to see that they are the same at the full size.
SMALL = 600
#: How often each step is taken before it is timed: a search server gets faster with every question at first.
WARM = 10


class Command(BaseCommand):
    """Measures the search on an archive of invented releases, which it writes into an empty database first."""

    help = "Fill an empty database with invented releases; print what searching and publishing cost, as JSON and table."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", type=int, default=100_000, help="how many releases, over six languages")
        parser.add_argument("--runs", type=int, default=40, help="how often each step is timed")
        parser.add_argument(
            "--engine",
            nargs="+",
            choices=sorted(NAMED),
            default=["embedded"],
            help="which engines answer",
        )

    def handle(self, *args: Any, size: int, runs: int, engine: list[str], **options: Any) -> None:
        if ReleasePage.objects.exists():
            raise CommandError("There are releases already: this needs an empty database of its own.")
        prepare_tree({code: plain_texts("Bench", code) for code in COMMON})
        few, _seconds = self.measured(min(SMALL, size), 2, engine)
        figures, seconds = self.measured(size - ReleasePage.objects.count(), runs, engine)
        for name in engine:
            for step, figure in figures[name].items():
                figure["queries_when_small"] = few[name][step]["queries"]
        conditions = {
            "database": connection.vendor,
            "releases": ReleasePage.objects.count(),
            "entries": Entry.objects.count(),
            "postings": sum(map(len, Posting.objects.values_list("entries", flat=True).iterator())) // POSTING.itemsize,
            "cores": os.cpu_count(),
            "load": round(os.getloadavg()[0], 1),
            "rebuild_seconds": seconds,
            "runs": runs,
        }
        self.stdout.write(json.dumps({"conditions": conditions, "milliseconds": figures}, indent=2))
        for name in engine:
            self.stderr.write(f"\n{name}\n{table(figures[name])}")

    def measured(self, more: int, runs: int, engines: list[str]) -> tuple[dict[str, Any], dict[str, float]]:
        """The figures of each engine with so many releases more, and how many seconds its index took to build."""
        fill_archive(more)
        figures, seconds = {}, {EmbeddedEngine.name: elapsed(lambda: rebuild_index(self.told))}
        for name in engines:
            chosen = NAMED[name]()
            is_server = name != EmbeddedEngine.name
            if is_server:
                seconds[name] = elapsed(partial(call_command, "rebuild_search_index", engine=name, stdout=self.stderr))
            with (
                translation.override("en"),
                mock.patch("search.answering.usual_engine", return_value=chosen),
                mock.patch("search.presentation.completing.engine", return_value=chosen),
                # What is published is noted for the server only where there is one.
                nullcontext() if is_server else mock.patch.dict(settings.NEWSROOM_SEARCH_SERVER, URL=""),
            ):
                figures[name] = self.figures(chosen, runs)
        return figures, seconds

    def told(self, done: int, total: int) -> None:
        """How far a rebuild is, now and then."""
        if done % 10_000 < BATCH:
            self.stderr.write(f"{done} of {total}")

    def figures(self, engine: Engine, runs: int) -> dict[str, Any]:
        """The median and the 95th percentile of every step."""
        common = SearchRequest(words=COMMON["en"], language="en")
        everywhere = SearchRequest(words=" OR ".join(COMMON.values()), language="all")
        title = SearchRequest(words=f"{COMMON['en']} speaker:speaker", language="en")
        page = f"{reverse('search')}?q={COMMON['en']}"
        client = Client(HTTP_HOST="127.0.0.1")
        with number_read_once(), override_settings(NEWSROOM_ANSWERS_KEPT=0):  # as in a request that is answered anew
            reading = {
                "list of 20, a word of half the releases": timed(lambda: shown_of(engine.find(common).keys), runs),
                "the same in all languages": timed(lambda: shown_of(engine.find(everywhere).keys), runs),
                "the same and a speaker's name": timed(lambda: shown_of(engine.find(title).keys), runs),
                "the first with six facets and excerpts": timed(lambda: answer_search(common), runs),
                "the same in all languages, with six facets": timed(lambda: answer_search(everywhere), runs),
                "whole page": timed(lambda: client.get(page), runs),
                "completion": timed(lambda: complete("off", "en"), runs),
                "suggestion": timed(lambda: engine.spelling(SearchRequest(words="harbuor", language="en")), runs),
            }
        return {**reading, **self.publishing(runs)}

    def publishing(self, runs: int) -> dict[str, Any]:
        """What publishing one release takes, as long as those of the archive, with the index and without it."""
        language = Language("en", random.Random(runs))  # noqa: S311  (nothing secret)
        always: dict[str, Any] = {
            "parent": NewsIndexPage.objects.get(locale__language_code="en"),
            "organisation": Organisation.objects.first(),
            "live": False,
        }
        speaker = Person.objects.earliest("pk")
        pages = [
            ReleasePageFactory(title=language.text(8), body=body_of(language, speaker), **always)
            for _run in range(2 * (WARM + runs))
        ]

        def publish() -> None:
            pages.pop().save_revision().publish()

        with mock.patch("search.indexing.refresh_index"):
            without = timed(publish, runs)
        return {"publishing": timed(publish, runs), "publishing without the index": without}


def elapsed(step: Callable[[], Any]) -> float:
    """Seconds a step takes once."""
    begun = time.perf_counter()
    step()
    return round(time.perf_counter() - begun, 1)


def table(figures: dict[str, Any]) -> str:
    """The figures for people."""
    rows = [f"{'':44}{'median':>8}{'p95':>8}{'queries':>9}{f'at {SMALL}':>9}"]
    for step, each in figures.items():
        rows.append(f"{step:44}{each['p50']:8}{each['p95']:8}{each['queries']:9}{each['queries_when_small']:9}")
    added = figures["publishing"]["p50"] - figures["publishing without the index"]["p50"]
    return "\n".join([*rows, f"{'the index adds to publishing':44}{added:8.1f}"])


def timed(step: Callable[[], Any], runs: int) -> dict[str, float]:
    """Milliseconds of a step and the queries it took."""
    for _run in range(WARM):
        step()
    times, asked = [], 0

    def counted(execute: Callable[..., Any], *args: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*args)

    with connection.execute_wrapper(counted):
        for _run in range(runs):
            begun = time.perf_counter()
            step()
            times.append((time.perf_counter() - begun) * 1000)
    ordered = sorted(times)
    return {
        "p50": round(statistics.median(ordered), 1),
        "p95": round(ordered[int(len(ordered) * 0.95) - 1], 1),
        "queries": asked // runs,
    }
