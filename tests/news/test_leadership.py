"""What a former leadership issued says so on its page, in one step, and nothing on record is changed by it."""

import datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from people import at_work, browser_of
from wagtail.models import ModelLogEntry

from news.factories import ReleasePageFactory
from news.leadership.service import number_marked
from news.leadership.views import MARKED
from news.models import Edition, FormerLeadership, NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory
from newsroom.home.roles import OFFICERS
from organisations.factories import OrganisationFactory

pytestmark = pytest.mark.django_db
LAST = datetime.date(2026, 6, 30)
ADD = "/admin/snippets/news/formerleadership/add/"
SAID = "Issued under <span>the presidency of Ada Brook</span>"
NEVER_EMPTY = {"words_en": "the presidency of Ada Brook", "last_day": "2026-06-30", "organisation": ""}


def issued(index: NewsIndexPage, at: datetime.datetime, **told: Any) -> ReleasePage:
    """A release that became public at an instant."""
    with time_machine.travel(at, tick=False):
        page: ReleasePage = ReleasePageFactory(parent=index, **told)
    return page


@pytest.fixture(autouse=True)
def kept(settings: Any) -> Any:
    """Answers and parts are kept as in production."""
    settings.NEWSROOM_ANSWERS_KEPT, settings.NEWSROOM_PARTS_KEPT = 300, 1_000_000
    with time_machine.travel(datetime.datetime(2026, 7, 14, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def before(index: NewsIndexPage) -> ReleasePage:
    """Issued in the last second of the last day."""
    at = datetime.datetime(2026, 6, 30, 23, 59, 59, tzinfo=datetime.UTC)
    return issued(index, at, slug="before", organisation=OrganisationFactory(name="Port", slug="port"))


@pytest.fixture
def after(index: NewsIndexPage) -> ReleasePage:
    """Issued in the first second of the next."""
    return issued(index, datetime.datetime(2026, 7, 1, tzinfo=datetime.UTC), slug="after")


def page_of(reader: Client, release: ReleasePage) -> str:
    """What a reader gets."""
    return reader.get(release.url).content.decode()


def form(**told: Any) -> dict[str, Any]:
    """What somebody sends."""
    return {f"words_{code}": "" for code in ("fr", "es", "ar", "ru", "zh_hans")} | NEVER_EMPTY | told


def test_one_step_marks_and_one_takes_it_back(before: ReleasePage, after: ReleasePage, reader: Client) -> None:
    editions = list(Edition.objects.order_by("pk").values())
    assert SAID not in page_of(reader, before)
    chief = UserFactory(is_superuser=True)
    browser = browser_of(chief)
    asked = browser.post(ADD, form()).content.decode()
    assert "1 release until" in asked and before.title in asked and not FormerLeadership.objects.exists()
    assert browser.post(ADD, form(confirmed="yes")).status_code == 302
    row = FormerLeadership.objects.get()
    assert SAID in page_of(reader, before) and SAID not in page_of(reader, after)
    entry = ModelLogEntry.objects.get(action=MARKED)
    assert (entry.user, entry.data["number"]) == (chief, 1) and "1 release until 2026-06-30" in entry.message
    assert browser.post(f"/admin/snippets/news/formerleadership/delete/{row.pk}/").status_code == 302
    assert SAID not in page_of(reader, before)
    assert ModelLogEntry.objects.filter(action="wagtail.delete", user=chief).exists()
    assert list(Edition.objects.order_by("pk").values()) == editions


def test_only_what_the_organisation_issued(before: ReleasePage, index: NewsIndexPage, reader: Client) -> None:
    other = issued(index, datetime.datetime(2026, 5, 1, tzinfo=datetime.UTC), slug="other")
    port = before.organisation_links.get().organisation
    row = FormerLeadership.objects.create(words={"en": NEVER_EMPTY["words_en"]}, last_day=LAST, organisation=port)
    assert number_marked(row) == 1
    assert SAID in page_of(reader, before) and SAID not in page_of(reader, other)


def test_of_several_the_one_of_its_time_is_named(before: ReleasePage, reader: Client) -> None:
    FormerLeadership.objects.create(words={"en": "the presidency of Ada Brook"}, last_day=LAST)
    FormerLeadership.objects.create(words={"en": "the presidency of Ben Weir"}, last_day=datetime.date(2026, 7, 10))
    html = page_of(reader, before)
    assert SAID in html and "Ben Weir" not in html


def test_an_earlier_version_says_so_too_and_other_languages_mark_the_name(before: ReleasePage, reader: Client) -> None:
    FormerLeadership.objects.create(words={"en": "the presidency of Ada Brook", "ar": "رئاسة آدا"}, last_day=LAST)
    from django.utils.translation import override

    from news.leadership.showing import leaderships_of

    document = before.editions.get().document
    with override("fr"):
        assert leaderships_of(document)[0]["foreign"] == {"code": "en", "direction": "ltr"}
    with override("ar"):
        assert leaderships_of(document)[0]["foreign"] is None


def test_a_page_asks_no_more_for_thirty_than_for_three(before: ReleasePage, reader: Client) -> None:
    asked = []
    for number in (3, 27):
        for _each in range(number):
            FormerLeadership.objects.create(words={"en": "the presidency of Ada Brook"}, last_day=LAST)
        page_of(reader, before)
        with CaptureQueriesContext(connection) as captured:
            FormerLeadership.objects.create(words={"en": "another"}, last_day=LAST)
            page_of(reader, before)
        asked.append(len(captured))
    assert asked[0] == asked[1]


def test_it_has_a_permission_of_its_own(before: ReleasePage) -> None:
    answer = at_work(OFFICERS).post(ADD, form(confirmed="yes"))
    assert answer.status_code == 302 and not FormerLeadership.objects.exists()
