"""The steps of those who write and of those who approve."""

from typing import Any

from django.urls import reverse
from people import browser_of
from release_form import release_form

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.models import User


def draft_of(index: NewsIndexPage, owner: User, **facts: Any) -> ReleasePage:
    """A draft that somebody wrote."""
    page: ReleasePage = ReleasePageFactory(parent=index, live=False, owner=owner, **facts)
    page.save_revision(user=owner)
    page.refresh_from_db()
    return page


def press(user: User, page: ReleasePage, button: str, **changes: Any) -> Any:
    """A button of the editor; the page is as it stands afterwards."""
    browser = browser_of(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    answer = browser.post(address, release_form(page, **{button: button}, **changes))
    page.refresh_from_db()
    return answer
