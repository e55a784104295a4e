"""The queue: what is due first comes first, filtered as asked, in a fixed number of queries."""

import datetime
from typing import Any

import pytest
import time_machine
from desk import a_translator, address, again, an_officer, ask, signed, translate
from django.urls import reverse
from people import browser_of

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.translation.choices import Priority
from newsroom.translation.models import TranslationTask

NOW = datetime.datetime(2026, 7, 14, 9, 0, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)
QUEUE = "translation_queue"


def task_due(
    index: NewsIndexPage, due_at: datetime.datetime | None, title: str = "Buses", **wishes: Any
) -> TranslationTask:
    """A task into French."""
    (task,) = ask(ReleasePageFactory(parent=index, title=title), "fr", due_at=due_at, **wishes)
    return task


def order_of(html: str, *titles: str) -> list[str]:
    """Titles as they follow one another on a page."""
    return sorted((title for title in titles if title in html), key=html.index)


def test_overdue_first_then_by_due_then_by_priority_then_without_a_date(index: NewsIndexPage) -> None:
    browser = browser_of(a_translator("fr"))
    with time_machine.travel(NOW, tick=False):
        task_due(index, None, "Undated")
        task_due(index, NOW + 2 * HOUR, "Second, low", priority=Priority.LOW)
        task_due(index, NOW + 2 * HOUR, "Second, high", priority=Priority.HIGH)
        task_due(index, NOW - 3 * HOUR, "Overdue one")
        html = browser.get(reverse(QUEUE)).content.decode()
    titles = ("Overdue one", "Second, high", "Second, low", "Undated")
    assert order_of(html, *titles) == list(titles)
    assert "Overdue by 3 hours" in html and "In 2 hours" in html and "No date" in html


def test_row_says_progress_and_embargo_and_leads_into_the_editor(index: NewsIndexPage) -> None:
    with time_machine.travel(NOW, tick=False):
        page = ReleasePageFactory(parent=index, embargoed_until=NOW + 50 * HOUR)
        (task,) = ask(page, "fr")
        translate(task, leave=1)
        html = browser_of(a_translator("fr")).get(reverse(QUEUE)).content.decode()
    assert "3 of 4" in html and "16 July 2026, 11:00" in html
    assert reverse("wagtailadmin_pages:edit", args=[task.target.pk]) in html


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"fr", "es"}),
        ("?language=fr", {"fr"}),
        ("?state=signed_off", {"ar"}),
        ("?state=in_progress", {"es"}),
        ("?assignee=me", set()),
        ("?assignee=nobody", {"es"}),
        ("?language=xx&state=what&assignee=-3", {"fr", "es"}),
    ],
)
def test_filters(index: NewsIndexPage, query: str, expected: set[str]) -> None:
    samir = a_translator("fr", "ar")
    wishes = {"fr": {"assignee": samir.pk}, "ar": {"assignee": samir.pk}}
    tasks = {task.code: task for task in ask(ReleasePageFactory(parent=index), "fr", "ar", "es", wishes=wishes)}
    signed(tasks["ar"])
    translate(tasks["es"], leave=1)
    html = browser_of(an_officer()).get(reverse(QUEUE) + query).content.decode()
    assert {code for code, task in tasks.items() if address("translation_task", task) in html} == expected
    own = browser_of(samir).get(reverse(QUEUE) + "?assignee=me").content.decode()
    assert address("translation_task", tasks["fr"]) in own


def test_empty_queue_says_so(newsroom: Any) -> None:
    assert "Nothing is to be translated." in browser_of(an_officer()).get(reverse(QUEUE)).content.decode()


def test_progress_counts_each_language_for_itself(index: NewsIndexPage) -> None:
    french, arabic = ask(ReleasePageFactory(parent=index), "fr", "ar")
    translate(french)
    found = {task.pk: (task.done, task.total) for task in TranslationTask.objects.with_progress()}
    assert found == {french.pk: (4, 4), arabic.pk: (0, 4)}
    assert again(arabic).target.locale.language_code == "ar"


@pytest.mark.usefixtures("unsearched")
def test_queries_do_not_grow_with_tasks(index: NewsIndexPage, count_queries: Any) -> None:
    browser = browser_of(an_officer())
    people = [a_translator("fr"), a_translator("ar"), a_translator("es")]

    def fill(number: int) -> None:
        for _each in range(number):
            page = ReleasePageFactory(parent=index, embargoed_until=datetime.datetime.now(datetime.UTC) + 50 * HOUR)
            wishes = {code: {"assignee": person.pk} for code, person in zip(("fr", "ar", "es"), people, strict=True)}
            ask(page, "fr", "ar", "es", wishes=wishes)

    fill(1)
    few = count_queries(lambda: browser.get(reverse(QUEUE)))
    fill(9)
    assert TranslationTask.objects.count() == 30
    assert count_queries(lambda: browser.get(reverse(QUEUE))) == few
