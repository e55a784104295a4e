import json
import statistics
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from news.models import NewsIndexPage, Quote, ReleasePage
from newsroom.home.models import HomePage


class Command(BaseCommand):
    """Measures what a page costs: SQL queries, and milliseconds inside this process without a network."""

    help = "Print queries and median milliseconds of the main pages as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--runs", type=int, default=20, help="timed requests for each page, after one to warm up")

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("en"):
            pages = self.pages()
        figures = {name: self.measure(address, options["runs"]) for name, address in pages.items()}
        conditions = {"releases": ReleasePage.objects.released().count(), "runs": options["runs"]}
        self.stdout.write(json.dumps({"conditions": conditions, "pages": figures}, indent=2))

    def pages(self) -> dict[str, str]:
        """The addresses to measure, in English: of what there is most of."""
        english = {"locale__language_code": "en"}
        quote = Quote.objects.released().filter(**english).first()
        if quote is None:
            raise CommandError("There is no public release with a quote: load the demonstration first.")
        return {
            "front page": HomePage.objects.get(**english).url,
            "listing": NewsIndexPage.objects.get(**english).url,
            "release": quote.release.url,
            "speaker": quote.speaker.get_absolute_url(),
            "search": f"{reverse('search')}?q=city",
        }

    def measure(self, address: str, runs: int) -> dict[str, float]:
        """Queries of one request and the median of several, for one page."""
        client = Client(HTTP_HOST="127.0.0.1")
        self.ask(client, address)
        with CaptureQueriesContext(connection) as captured:
            self.ask(client, address)
        queries = len(captured)
        times = [self.ask(client, address) for _run in range(runs)]
        return {"queries": queries, "milliseconds": round(statistics.median(times) * 1000, 1)}

    def ask(self, client: Client, address: str) -> float:
        """Seconds for one request; refuses anything but 200."""
        begun = time.perf_counter()
        status = client.get(address).status_code
        if status != 200:
            raise CommandError(f"{address} answers {status}.")
        return time.perf_counter() - begun
