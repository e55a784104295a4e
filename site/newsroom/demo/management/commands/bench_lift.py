import datetime
import json
import os
import statistics
import subprocess
import sys
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone
from wagtail.models import Locale, Page

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import publish
from newsroom.home.tree import plain_texts, prepare_tree
from newsroom.publication.models import Life
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory

CODES = ("en", "fr", "ar")
LOOK = 0.02
PATIENCE = 300


class Command(BaseCommand):
    """Measures how late releases are public after the end of their embargo, lifted by a scheduler of its own.

    Beside it the baseline: the same number of plain Wagtail pages published in this process, one after the other.
    """

    help = "Schedule invented releases in an empty database; print how late they are public, as JSON."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", type=int, default=50, help="how many releases lift at one second")
        parser.add_argument("--runs", type=int, default=5, help="how often an idle newsroom lifts one")

    def handle(self, *args: Any, size: int, runs: int, **options: Any) -> None:
        if ReleasePage.objects.exists():
            raise CommandError("There are releases already: this needs an empty database of its own.")
        prepare_tree({code: plain_texts("Bench", code) for code in (*CODES, "es", "ru", "zh-hans")})
        scheduler = subprocess.Popen([sys.executable, sys.argv[0], "run_scheduler"])  # noqa: S603  (ours)
        try:
            alone = [self.lateness(1)[0] for _run in range(runs)]
            together = self.lateness(size)
        finally:
            scheduler.terminate()
            scheduler.wait()
        baseline = self.plain_pages(size * len(CODES))
        a_page = together[-1] / (size * len(CODES))
        figures = {
            "one release, idle newsroom": spread(alone),
            f"{size} releases at one second": spread(together),
            "a release": round(together[-1] / size, 3),
            "a page": round(a_page, 3),
            "a plain Wagtail page": round(baseline, 3),
            "a page, as a multiple of a plain one": round(a_page / baseline, 1),
        }
        conditions = {
            "database": connection.vendor,
            "languages": len(CODES),
            "cores": os.cpu_count(),
            "load": round(os.getloadavg()[0], 1),
        }
        self.stdout.write(json.dumps({"conditions": conditions, "seconds": figures}, indent=2, ensure_ascii=False))

    def lateness(self, size: int) -> list[float]:
        """Schedule releases for one instant; the seconds after it at which each is public in all its languages."""
        drafts = [self.draft(number) for number in range(size)]
        instant = timezone.now() + datetime.timedelta(seconds=5 + size)
        keys = set()
        for pages in drafts:
            pages[0].hold_until(instant)
            pages[0].save()
            for page in pages:
                publish(page)
            keys.add(pages[0].translation_key)
        if Life.objects.scheduled().filter(translation_key__in=keys).count() < size or timezone.now() >= instant:
            raise CommandError("This machine was too slow to schedule them in time.")
        return self.watched(keys, instant)

    def watched(self, keys: set[Any], instant: datetime.datetime) -> list[float]:
        """Look again and again, as readers would, until all are public."""
        late: list[float] = []
        waiting = set(keys)
        while waiting:
            live = Page.objects.live().filter(translation_key__in=waiting).values_list("translation_key", flat=True)
            counts: dict[Any, int] = {}
            for key in live:
                counts[key] = counts.get(key, 0) + 1
            now = timezone.now()
            for key in [key for key, number in counts.items() if number == len(CODES)]:
                late.append((now - instant).total_seconds())
                waiting.discard(key)
            if (now - instant).total_seconds() > PATIENCE:
                raise CommandError(f"{len(waiting)} were not public after {PATIENCE} seconds.")
            time.sleep(LOOK)
        return sorted(late)

    def draft(self, number: int) -> list[Any]:
        """A release in three languages with two quotes, as an officer writes it."""
        if number == 0:
            self.organisation, self.contact = OrganisationFactory(), MediaContactFactory()
            self.speakers = [PersonFactory() for _each in range(2)]
        index = NewsIndexPage.objects.get(locale__language_code=CODES[0])
        words = " ".join(f"The boat no longer leaves before bus {each} arrives." for each in range(60))
        body = [text_block(f"<p>{words}</p>"), *(quote_block(speaker=speaker) for speaker in self.speakers)]
        page = ReleasePageFactory(
            parent=index, live=False, body=body, organisation=self.organisation, contact=self.contact
        )
        locales = [Locale.objects.get(language_code=code) for code in CODES[1:]]
        return [page, *(page.copy_for_translation(locale) for locale in locales)]

    def plain_pages(self, number: int) -> float:
        """The seconds that Wagtail takes to publish a page of its own plainest type."""
        root = Page.get_first_root_node()
        drafts = []
        for each in range(number):
            page = root.add_child(instance=Page(title=f"Plain {each}", slug=f"plain-{each}", live=False))
            drafts.append(page.save_revision())
        begun = time.perf_counter()
        for revision in drafts:
            revision.publish()
        return (time.perf_counter() - begun) / number


def spread(seconds: list[float]) -> dict[str, float]:
    """The least, the median and the greatest."""
    return {
        "min": round(min(seconds), 3),
        "median": round(statistics.median(seconds), 3),
        "max": round(max(seconds), 3),
    }
