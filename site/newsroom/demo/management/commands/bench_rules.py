import json
import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from news.rules.contents import Contents, contents_of
from newsroom.base.models import RuleSettings
from newsroom.base.rules.registry import Fault, Finding, Rule, rule_registry
from newsroom.language.html import text_of_html
from organisations.factories import PersonFactory
from organisations.models import Person

LINE = (
    "On Tuesday, {day} May 2026 Wairimu Tendeka of line {number} said that {number} cities had counted 40,000 stops, "
    "and that nobody should wait longer than eight minutes; see https://a.example/en/{number} for “the long wait”. "
)
DAYS = (5, 12, 19, 26)
AT_MOST_MS = 100


class Command(BaseCommand):
    """For developers: what all rules before publishing cost on one long release, beside reading its text once.

    Keeps nothing.
    """

    help = "Print the milliseconds of CPU (medians) and queries of all rules on 3,000 words with 3 and 30 quotes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--runs", type=int, default=21, help="how often each is done; the first is not counted")
        parser.add_argument("--words", type=int, default=3000)

    def handle(self, *args: Any, runs: int, words: int, **options: Any) -> None:
        figures: dict[str, Any] = {"database": connection.vendor, "load": round(os.getloadavg()[0], 1)}
        with transaction.atomic():
            house = RuleSettings(chosen_levels={"clearance": "advisory"})
            for quotes in (3, 30):
                page = release_of(words, quotes)
                figures[f"{words} words, {quotes} quotes"] = {
                    "all rules": cost(partial(asked_all, page, house), runs),
                    "baseline: the text read once": cost(partial(read_once, page), runs),
                    "at most": AT_MOST_MS,
                }
            contents = contents_of(page, False)
            slowest = {
                rule.name: cost(partial(asked_one, rule, contents, house), 5)["ms"]
                for rule in rule_registry.asked_of(contents)
            }
            figures["slowest rules, ms"] = dict(sorted(slowest.items(), key=lambda each: -each[1])[:5])
            transaction.set_rollback(True)
        self.stdout.write(json.dumps(figures, indent=2))


def asked_all(page: ReleasePage, house: RuleSettings) -> list[Finding]:
    """What all rules find in a release that was read before."""
    return rule_registry.findings(contents_of(page, False), house)


def asked_one(rule: Rule, contents: Contents, house: RuleSettings) -> list[Fault]:
    """What one rule finds."""
    return list(rule.look(contents, house))


def release_of(words: int, quotes: int) -> ReleasePage:
    """An English draft of so many words and quotes."""
    index = NewsIndexPage.objects.get(locale__language_code="en")
    speaker = Person.objects.filter(locale=index.locale).first() or PersonFactory(name="Wairimu Tendeka")
    lines = [LINE.format(day=DAYS[number % len(DAYS)], number=number + 2) for number in range(words // 36)]
    per_block = max(1, len(lines) // (quotes + 1))
    body: list[Any] = []
    for number in range(quotes + 1):
        part = lines[number * per_block : (number + 1) * per_block if number < quotes else None]
        body.append(text_block("".join(f"<p>{line}</p>" for line in part) or "<p>It opens.</p>"))
        if number < quotes:
            body.append(quote_block(f"Nobody asks {number} times.", speaker))
    page: ReleasePage = ReleasePageFactory(parent=index, title="Eight minutes for 26 cities", body=body, live=False)
    for block in page.body:
        block.value  # noqa: B018  (reading a draft from the database is no part of a rule)
    return page


def read_once(page: ReleasePage) -> int:
    """How many words the text has, taken out of its HTML."""
    return sum(len(text_of_html(str(block.value)).split()) for block in page.body if block.block_type == "text")


def cost(step: Callable[[], Any], runs: int) -> dict[str, Any]:
    """The median milliseconds of CPU of a step and its queries, the first run left out."""
    spent = []
    for _run in range(runs):
        start = time.process_time()
        step()
        spent.append(1000 * (time.process_time() - start))
    with CaptureQueriesContext(connection) as captured:
        step()
    return {"ms": round(statistics.median(spent[1:]), 1), "queries": len(captured)}
