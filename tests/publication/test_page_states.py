"""What the lists of the CMS call a page that left, and one that lifts by itself."""

import datetime
import re
from typing import Any

import pytest
from corpora import for_the_file
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from people import at_work
from wagtail.models import PageLogEntry

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.models import User
from newsroom.home.roles import OFFICERS
from newsroom.publication.choices import Manner
from newsroom.publication.withdrawals.service import take_off


@pytest.fixture
def officer(newsroom: Any) -> Client:
    return at_work(OFFICERS)


def left(index: NewsIndexPage, manner: Manner = Manner.WITHDRAWN, title: str = "Karsund to host") -> ReleasePage:
    """A release that was public and is off."""
    page = ReleasePageFactory(parent=index, title=title)
    replacement = ReleasePageFactory(parent=index, title="Instead") if manner == Manner.MOVED else None
    take_off(page, manner, {"en": "The vote was taken without a quorum."}, replacement=replacement)
    return ReleasePage.objects.get(pk=page.pk)


def scheduled(index: NewsIndexPage, title: str = "Shade is counted") -> ReleasePage:
    """A release that goes public by itself."""
    page = ReleasePageFactory(
        parent=index,
        title=title,
        live=False,
        embargoed_until=datetime.datetime(2999, 12, 5, 9, 30, 15, tzinfo=datetime.UTC),
    )
    page.save_revision(approved_go_live_at=page.embargoed_until)
    return ReleasePage.objects.get(pk=page.pk)


def states(html: str) -> list[str]:
    """The status of each row."""
    return re.findall(r"Current page status:</span>\s*([^<]+?)\s*<", html)


@pytest.mark.parametrize(
    ("manner", "called"), [(Manner.WITHDRAWN, "withdrawn"), (Manner.GONE, "taken off"), (Manner.MOVED, "moved")]
)
def test_page_that_left_is_called_so_in_the_list(
    index: NewsIndexPage, officer: Client, manner: Manner, called: str
) -> None:
    page = left(index, manner)
    assert called in states(officer.get(f"/admin/pages/{index.pk}/").content.decode())
    assert page.status_string == called


def addresses(index: NewsIndexPage) -> list[str]:
    """Lists of the CMS that say in which state a page is."""
    return [
        f"/admin/pages/{index.pk}/",
        "/admin/pages/search/?q=Karsund",
        f"/admin/choose-page/{index.pk}/",
        "/admin/choose-page/search/?q=Karsund",
        "/admin/reports/aging-pages/",
    ]


def test_every_list_calls_it_withdrawn(index: NewsIndexPage, officer: Client) -> None:
    page = left(index)
    user = User.objects.get(pk=officer.session["_auth_user_id"])
    PageLogEntry.objects.log_action(page, "wagtail.edit", user=user, timestamp=timezone.now())
    for address in addresses(index):
        html = officer.get(address).content.decode()
        if address.startswith("/admin/choose"):
            html = html.encode().decode("unicode_escape")
        assert "withdrawn" in states(html), address
    edit = officer.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert re.search(r"w-status[^>]*>\s*withdrawn", edit)
    assert "<b>Withdrawn</b>" in edit
    board = officer.get("/admin/translations/coverage/").content.decode()
    assert re.search(r"newsroom-cell[^>]*>\s*withdrawn", board)


def test_draft_that_never_was_public_and_what_is_public_again_are_not(index: NewsIndexPage, officer: Client) -> None:
    page = left(index)
    page.save_revision().publish()
    ReleasePageFactory(parent=index, title="Never seen", live=False)
    assert sorted(states(officer.get(f"/admin/pages/{index.pk}/").content.decode())) == ["draft", "live"]


def test_what_lifts_by_itself_is_called_scheduled_and_says_when_in_utc_and_on_the_officers_clock(
    index: NewsIndexPage, officer: Client
) -> None:
    from wagtail.users.models import UserProfile

    user = User.objects.get(pk=officer.session["_auth_user_id"])
    UserProfile.objects.update_or_create(user=user, defaults={"current_time_zone": "Africa/Nairobi"})
    page = scheduled(index)
    assert states(officer.get(f"/admin/pages/{index.pk}/").content.decode()) == ["scheduled"]
    html = officer.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    words = "2999-12-05 09:30:15 UTC (2999-12-05 12:30:15 in Africa/Nairobi)"
    assert f"Goes public by itself at {words}" in html
    assert f"Scheduled in all its languages for {words}" in html
    assert "Dec. 5" not in html
    board = officer.get("/admin/translations/coverage/?month=2999-12-01").content.decode()
    assert "Shade is counted" in board


@pytest.fixture(scope="module")
def asked(django_db_setup: None, django_db_blocker: Any) -> list[list[tuple[int, int]]]:
    """How often each list asks for states, with few rows and with many, which are taken back at once."""
    counts: list[list[tuple[int, int]]] = [[], [], [], []]
    with for_the_file(django_db_blocker):
        index, officer = NewsIndexPage.objects.get(locale__language_code="en"), at_work(OFFICERS)
        for more in (3, 27):
            for number in range(more):
                left(index, title=f"Karsund {number}")
            for found, address in zip(counts, addresses(index), strict=False):
                found.append(times_asked(officer, address))
    return counts


def times_asked(officer: Client, address: str) -> tuple[int, int]:
    """How often a list asks what was withdrawn and what is scheduled, the second time it is opened."""
    officer.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert officer.get(address).status_code == 200
    queries = [query["sql"] for query in captured]
    withdrawn = [query for query in queries if 'FROM "publication_withdrawal"' in query]
    return len(withdrawn), len([query for query in queries if 'approved_go_live_at" IS NOT NULL' in query])


@pytest.mark.parametrize("place", range(4))
@pytest.mark.django_db
def test_queries_for_states_do_not_grow_with_the_rows(asked: list[list[tuple[int, int]]], place: int) -> None:
    """Wagtail's own buttons ask for the parent of each row; what says its state asks once for all."""
    few, many = asked[place]
    assert few == many and few[0] == 1
