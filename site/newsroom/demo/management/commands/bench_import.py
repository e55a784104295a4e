import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from importing.apart import arguments_of_child, surroundings
from newsroom.demo import measured_process
from newsroom.demo.measured_files import measured_files

AT_MOST = {"s": 1.0, "MB above the start": 150}


class Command(BaseCommand):
    """For developers: what reading a document costs, in the process that reads it, beside starting that process alone.

    Nothing is stored.
    """

    help = "Print seconds, seconds of CPU and memory of importing an invented release in each format, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--runs", type=int, default=7, help="how often each is read; the first is not counted")
        parser.add_argument("--pages", type=int, default=3)
        parser.add_argument("--rows", type=int, default=500)

    def handle(self, *args: Any, runs: int, pages: int, rows: int, **options: Any) -> None:
        python = [sys.executable, "-X", "utf8", "-c"]
        plain = median_cost([*python, "pass"], b"", runs)
        start = median_cost([*python, "import importing.child"], b"", runs)
        figures: dict[str, Any] = {
            "conditions": {"processors": os.cpu_count(), "load": round(os.getloadavg()[0], 1), "runs": runs - 1},
            "baseline: Python alone": rounded(plain),
            "baseline: the process without a document": rounded(start) | {"of Python alone": ratio(start, plain)},
            "at most": AT_MOST,
        }
        for title, (name, content) in measured_files(pages, rows).items():
            wanted = {"name": name, "accept_changes": False, "edits": [], "taken_as": None}
            cost = median_cost(arguments_of_child(wanted), content, runs)
            above = {"of the start": ratio(cost, start), "MB above the start": round(cost["mb"] - start["mb"])}
            figures[title] = rounded(cost) | above
        self.stdout.write(json.dumps(figures, indent=2))


def median_cost(arguments: list[str], content: bytes, runs: int) -> dict[str, float]:
    """Return the medians of what a process cost, the first run left out; raises CommandError for one that broke off."""
    measuring = [sys.executable, "-S", str(Path(measured_process.__file__)), *arguments]
    costs: list[dict[str, float]] = []
    for _run in range(runs):
        done = subprocess.run(  # noqa: S603  (our own script, by our own interpreter)
            measuring, input=content, capture_output=True, env=surroundings(), check=True
        )
        costs.append(json.loads(done.stdout))
    if any(cost["status"] for cost in costs):
        raise CommandError(f"It broke off: {' '.join(arguments)}")
    return {name: statistics.median(cost[name] for cost in costs[1:] or costs) for name in ("s", "cpu_s", "mb")}


def ratio(cost: dict[str, float], baseline: dict[str, float]) -> float:
    """Return how many times the CPU of a baseline something took."""
    return round(cost["cpu_s"] / baseline["cpu_s"], 1)


def rounded(cost: dict[str, float]) -> dict[str, float]:
    """Return a cost as one reads it."""
    return {"s": round(cost["s"], 2), "cpu_s": round(cost["cpu_s"], 2), "MB": round(cost["mb"])}
