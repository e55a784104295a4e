"""What is confidential is shown to nobody outside; links that are long over go, and what was said by them stays."""

import datetime
from typing import Any

import pytest
import time_machine
from desk import an_officer
from django.test import Client
from django.utils import timezone
from people import browser_of
from sharing import comment, page_of_links, share
from wagtail.models import CommentReply

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.models import User
from newsroom.home.desk.today import today
from newsroom.publication.gates import RefusedError
from newsroom.publication.lifting.scheduler import DAILY
from newsroom.publication.models import OutsideComment, PreviewLink, PreviewOpening
from newsroom.publication.preview_links.duties import delete_old_links, preview_link_duties_of_the_day
from newsroom.publication.preview_links.service import make_link
from newsroom.publication.review.facts import set_confidential

DAY = datetime.timedelta(days=1)


@pytest.fixture
def officer(newsroom: object) -> User:
    """Who shares the draft."""
    return an_officer()


@pytest.fixture
def draft(index: NewsIndexPage) -> ReleasePage:
    """A draft."""
    page: ReleasePage = ReleasePageFactory(parent=index, title="Shade for all", live=False)
    page.save_revision()
    return page


def test_what_is_confidential_cannot_be_shared(draft: ReleasePage, officer: User) -> None:
    set_confidential(draft.life, True)
    desk = browser_of(officer)
    for answer in (desk.get(page_of_links(draft)), desk.post(page_of_links(draft), {"days": "7"})):
        assert "is not shown outside" in answer.content.decode()
    assert not PreviewLink.objects.exists()
    with pytest.raises(RefusedError):
        make_link(draft, officer, {"recipient_name": "", "may_comment": False, "days": 7})


def test_links_that_were_made_before_answer_nothing_while_it_is_confidential(draft: ReleasePage, officer: User) -> None:
    address = share(browser_of(officer), draft, may_comment="on")
    reader = Client()
    assert reader.get(address).status_code == 200
    set_confidential(draft.life, True)
    assert reader.get(address).status_code == 404
    assert reader.get(f"{address}text/").status_code == 404
    assert comment(reader, address).status_code == 404 and not OutsideComment.objects.exists()
    assert not PreviewLink.objects.get().is_open
    set_confidential(draft.life, False)
    assert reader.get(address).status_code == 200


def test_links_long_over_go_and_comments_stay(draft: ReleasePage, officer: User) -> None:
    start = datetime.datetime(2027, 1, 4, 9, tzinfo=datetime.UTC)
    with time_machine.travel(start, tick=False):
        desk = browser_of(officer)
        address = share(desk, draft, may_comment="on", days="7")
        Client().get(address)
        comment(Client(), address)
        share(desk, draft, days="30")
    with time_machine.travel(start + 7 * DAY + 90 * DAY, tick=False):
        assert delete_old_links() == 0, "for ninety days it is still listed"
    with time_machine.travel(start + 98 * DAY, tick=False):
        preview_link_duties_of_the_day.call()
        assert PreviewLink.objects.count() == 1 and not PreviewOpening.objects.exists()
        said = OutsideComment.objects.get()
        assert said.name == "Mariam Haddad" and said.link is None
        desk = browser_of(officer)
        assert "Mariam Haddad" in desk.get(page_of_links(draft)).content.decode()
        assert delete_old_links() == 0
    with time_machine.travel(start + 2 * DAY, tick=False):
        PreviewLink.objects.update(revoked_at=timezone.now())
    with time_machine.travel(start + 93 * DAY, tick=False):
        assert delete_old_links() == 1, "ninety days after it was revoked"


def test_scheduler_asks_for_it_every_day() -> None:
    assert "newsroom.publication.preview_links.duties.preview_link_duties_of_the_day" in DAILY


def outside_on_today(user: Any) -> list[Any]:
    """What the front page of the CMS says of comments from outside."""
    return today(User.objects.get(pk=user.pk), timezone.now()).comments


def test_comment_that_nobody_answered_stands_on_today(draft: ReleasePage, officer: User) -> None:
    address = share(browser_of(officer), draft, may_comment="on")
    for name in ("Mariam Haddad", "Ilya Dorn"):
        comment(Client(), address, name=name)
    (line,) = outside_on_today(officer)
    assert line.title == "Shade for all" and "Ilya Dorn" in line.note and line.why.startswith("2 ")
    assert "Comments from outside that nobody has answered" in browser_of(officer).get("/admin/").content.decode()
    first, second = (row.comment for row in OutsideComment.objects.order_by("pk"))
    CommentReply.objects.create(comment=second, user=officer, text="It is mended.")
    (line,) = outside_on_today(officer)
    assert "Mariam Haddad" in line.note and line.why.startswith("1 ")
    first.resolved_at = timezone.now()
    first.save()
    assert outside_on_today(officer) == []
