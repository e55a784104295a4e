import os
import secrets
import statistics
import time
from itertools import cycle, islice
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext, override_settings

from news.models import ReleasePage
from newsroom.base.models import Change
from newsroom.demo.measured_pages import EMPTY, Measured, empty_page, pages_to_measure
from newsroom.demo.synthetic import COMMON, fill_archive
from newsroom.home.tree import plain_texts, prepare_tree

#: What spares a page of Wagtail's some of what Wagtail asks.
OURS = {"newsroom.base.caching.middleware.ReadChangesOnce", "newsroom.base.caching.middleware.AnswerConditionally"}
#: How many times as much as another of its kind a page with more on it may cost.
MOST_BESIDE = 2.0


class Command(BaseCommand):
    """Measures what a page costs: SQL queries and CPU time inside this process, without a network.

    CPU time is that of the process, the median of many requests, given in milliseconds and as so many times an empty
    page of Wagtail's: a `Page` whose template has a title and nothing else, served by Wagtail's own view behind the
    same middleware, but for what keeps what hardly changes. Each round asks for every page once, so that whatever else
    the machine does meets all of them. Of a kind with several pages another one is asked for each time. What is written
    for it is taken back. No answer is given twice; parts of pages are, until something changes. What the first request
    after a change costs, which finds nothing kept, is measured in rounds of its own.
    """

    help = "Print queries and CPU time of each kind of page, beside an empty page of Wagtail's."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--runs", type=int, default=30, help="timed requests for each kind of page")
        parser.add_argument("--size", type=int, default=0, help="write so many invented releases first, and keep them")

    def handle(self, *args: Any, runs: int, size: int, **options: Any) -> None:
        if size:
            if ReleasePage.objects.exists():
                raise CommandError("There are releases already: this needs an empty database of its own.")
            prepare_tree({code: plain_texts("Bench", code) for code in COMMON})
            fill_archive(size)
            call_command("rebuild_search_index", verbosity=0)
        with transaction.atomic(), override_settings(NEWSROOM_ANSWERS_KEPT=0):
            self.measure(list(pages_to_measure()), empty_page(), runs)
            transaction.set_rollback(True)

    def measure(self, pages: list[Measured], empty: str, runs: int) -> None:
        """Print a line for each kind of page."""
        middleware = [name for name in settings.MIDDLEWARE if name not in OURS]
        times: dict[str, list[float]] = {page.name: [] for page in pages}
        bare: list[float] = []
        client, addresses = Client(HTTP_HOST="127.0.0.1"), {page.name: cycle(page.addresses) for page in pages}
        after: dict[str, list[float]] = {page.name: [] for page in pages}
        with override_settings(MIDDLEWARE=middleware):
            plain = Client(HTTP_HOST="127.0.0.1")
            plain.get(empty)
        for page in pages:
            for address in page.addresses:
                self.ask(client, address)
        for _round in range(runs):
            bare.append(self.ask(plain, empty))
            for page in pages:
                times[page.name].append(self.ask(client, next(addresses[page.name])))
        for _round in range(max(1, runs // 5)):
            for page in pages:
                Change.objects.update(mark=secrets.randbelow(2**40))
                after[page.name].append(self.ask(client, next(addresses[page.name])))
        unit = statistics.median(bare)
        releases = ReleasePage.objects.released().count()
        self.stdout.write(f"{connection.vendor}, {releases} releases, {os.cpu_count()} cores,")
        self.stdout.write(f"load {os.getloadavg()[0]:.1f}, {runs} runs; CPU milliseconds, × {EMPTY}, queries,")
        self.stdout.write("× when something has changed just before\n\n")
        self.stdout.write(f"{EMPTY:28}{unit * 1000:8.1f}{1:8.2f}")
        spent = {name: statistics.median(of_page) for name, of_page in times.items()}
        for page in pages:
            self.report(page, spent[page.name], statistics.median(after[page.name]), unit, client)
        for page in (page for page in pages if page.beside):
            ratio = spent[page.name] / spent[page.beside]
            changed = statistics.median(after[page.name]) / statistics.median(after[page.beside])
            over = "" if ratio <= MOST_BESIDE else "  over"
            line = f"{page.name}: {ratio:.2f} × {page.beside} ≤ {MOST_BESIDE:.1f}, {changed:.2f} × after a change"
            self.stdout.write(f"{line}{over}")

    def report(self, page: Measured, spent: float, after: float, unit: float, client: Client) -> None:
        """Print what a page costs, what it shall cost at most, and what it costs when all has changed."""
        queries = max(self.queries(client, address) for address in islice(page.addresses, 3))
        most = f"≤ {page.most_times:.1f}" if page.most_times else ""
        line = f"{page.name:28}{spent * 1000:8.1f}{spent / unit:8.2f} {most:6}{queries:5} ≤ {page.most_queries:<3}"
        line += f"{after / unit:8.2f}"
        is_kept = queries <= page.most_queries and spent <= unit * (page.most_times or spent / unit)
        self.stdout.write(line if is_kept else f"{line}  over")

    def queries(self, client: Client, address: str) -> int:
        """How many queries a request makes whose parts are kept."""
        self.ask(client, address)
        with CaptureQueriesContext(connection) as captured:
            self.ask(client, address)
        return len(captured)

    def ask(self, client: Client, address: str) -> float:
        """CPU seconds for one request. Raises CommandError for anything but 200."""
        begun = time.process_time()
        status = client.get(address).status_code
        spent = time.process_time() - begun
        if status != 200:
            raise CommandError(f"{address} answers {status}.")
        return spent
