"""Whoever is named or written to for what they may do with a draft knows of it."""

from collections.abc import Callable

import pytest
from desk import an_officer
from wagtail.models import Page
from wagtail.permissions import policy_registry

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from news.quotes.approvals import who_may_approve
from newsroom.base.users import name_of
from newsroom.publication.restrictions.service import name_those_who_see, set_restricted


def publishers_of(page: Page) -> list[str]:
    """The names of those who may publish a page."""
    return [
        name_of(user) for user in policy_registry.get_by_type(Page).users_with_permission_for_instance("publish", page)
    ]


def test_nobody_is_named_as_approver_of_what_they_know_nothing_of(index: NewsIndexPage) -> None:
    named, outside = an_officer(first_name="Ada", last_name="Brook"), an_officer(first_name="Ben", last_name="Quay")
    draft = ReleasePageFactory(parent=index, live=False)
    assert {name_of(named), name_of(outside)} <= set(who_may_approve(draft))
    name_those_who_see(draft.life, [named], [], named)
    assert name_of(named) in who_may_approve(draft) and name_of(outside) not in who_may_approve(draft)
    set_restricted(draft.life, False)
    assert name_of(outside) in who_may_approve(draft)


@pytest.mark.parametrize("number", [3, 30])
def test_colleagues_are_asked_about_one_by_one_only_where_a_page_is_kept_from_some(
    index: NewsIndexPage, count_queries: Callable[[Callable[[], object]], int], number: int
) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    for _each in range(number):
        an_officer()
    assert count_queries(lambda: publishers_of(page)) == 2
