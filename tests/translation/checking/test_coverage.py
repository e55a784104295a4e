"""Releases by languages, with the share of each month's that are complete."""

import datetime
from typing import Any

import pytest
import time_machine
from desk import again, an_officer, ask, signed, translate
from django.urls import reverse
from people import browser_of

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import locale_of, publish
from newsroom.publication.choices import Requirement
from newsroom.translation.tasks.coverage import coverage_rows, keys_by_month, shares
from newsroom.translation.tasks.transitions import ask_for_review

JULY = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
AUGUST = datetime.datetime(2026, 8, 14, 9, 0, tzinfo=datetime.UTC)
COVERAGE = "translation_coverage"


def states_of(page: ReleasePage) -> dict[str, str]:
    """The state of a release in each language."""
    (row,) = coverage_rows([page.translation_key])
    return {code: cell.state for code, cell in row.cells.items()}


def test_every_state_has_its_cell(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    french, spanish, arabic, russian = ask(page, "fr", "es", "ar", "ru")
    translate(spanish, leave=1)
    translate(arabic)
    ask_for_review(again(arabic), an_officer())
    signed(russian)
    assert states_of(page) == {
        "en": "original",
        "fr": "to_do",
        "es": "in_progress",
        "ar": "in_review",
        "ru": "signed_off",
        "zh-hans": "missing",
    }
    draft = page.get_latest_revision_as_object()
    draft.title = "Another headline"
    draft.save_revision()
    assert states_of(page)["ru"] == "reopened"
    assert french.code == "fr"


def test_translation_by_hand_and_another_original_have_cells_too(index: NewsIndexPage, releases: Any) -> None:
    page = ReleasePageFactory(parent=releases("fr"), original_language="fr", title="Les bus")
    publish(page.copy_for_translation(locale_of("en")))
    page.copy_for_translation(locale_of("es"))
    assert states_of(page) == {
        "en": "public",
        "fr": "original",
        "es": "draft",
        "ar": "missing",
        "ru": "missing",
        "zh-hans": "missing",
    }
    assert coverage_rows([page.translation_key])[0].title == "Les bus"


def test_shares_of_each_month(index: NewsIndexPage) -> None:
    with time_machine.travel(JULY, tick=False):
        done, open_page = (ReleasePageFactory(parent=index, live=False) for _each in range(2))
        signed(ask(done, "fr", "ar", wishes={"ar": {"requirement": Requirement.OPTIONAL}})[0])
        ask(open_page, "fr")
    with time_machine.travel(AUGUST, tick=False):
        everywhere = ReleasePageFactory(parent=index)
        for task in ask(everywhere, "fr", "es", "ar", "ru", "zh-hans"):
            signed(task)
    august, july = shares(keys_by_month(None))
    assert (august.number, august.complete, august.everywhere, august.everywhere_share) == (1, 1, 1, 100)
    assert (july.number, july.complete, july.complete_share, july.everywhere) == (2, 1, 50, 0)


def test_filters_by_month_and_state(index: NewsIndexPage) -> None:
    with time_machine.travel(JULY, tick=False):
        ReleasePageFactory(parent=index, title="In July")
    with time_machine.travel(AUGUST, tick=False):
        page = ReleasePageFactory(parent=index, title="In August")
        ReleasePageFactory(parent=index, title="August, untouched")
    ask(page, "fr")
    browser = browser_of(an_officer())

    def shown(query: str) -> set[str]:
        html = browser.get(reverse(COVERAGE) + query).content.decode()
        return {title for title in ("In July", "In August", "August, untouched") if title in html}

    assert shown("") == shown("?month=2026-08") == shown("?month=what") == {"In August", "August, untouched"}
    assert shown("?month=2026-07") == {"In July"}
    assert shown("?month=2026-08&state=to_do") == {"In August"}
    assert shown("?month=2025-01") == set()


def test_draft_stands_in_the_month_of_its_last_saving(index: NewsIndexPage) -> None:
    with time_machine.travel(JULY, tick=False):
        ReleasePageFactory(parent=index, live=False, title="A draft").save_revision()
    assert "A draft" in browser_of(an_officer()).get(reverse(COVERAGE)).content.decode()


@pytest.mark.usefixtures("unsearched")
def test_queries_do_not_grow_with_releases(index: NewsIndexPage, count_queries: Any) -> None:
    browser = browser_of(an_officer())

    def fill(number: int) -> None:
        for _each in range(number):
            signed(ask(ReleasePageFactory(parent=index), "fr", "ar")[0])

    fill(3)
    few = count_queries(lambda: browser.get(reverse(COVERAGE)))
    fill(7)
    assert count_queries(lambda: browser.get(reverse(COVERAGE))) == few
