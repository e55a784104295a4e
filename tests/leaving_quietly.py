"""Pages out of public view without a word, as older ones may be; nobody can do this any more."""

from typing import Any

from django.db.models.signals import post_save
from wagtail.models import Page, PageViewRestriction

from newsroom.publication.withdrawals.leaving import leaving


def unpublish(page: Any) -> None:
    """A page is no longer live, and no notice says so."""
    with leaving(page):
        page.unpublish()


def keep_to_a_few(page: Page) -> PageViewRestriction:
    """A page is shown only to those who log in."""
    row = PageViewRestriction(page=page, restriction_type=PageViewRestriction.LOGIN)
    PageViewRestriction.objects.bulk_create([row])
    post_save.send(PageViewRestriction, instance=row, created=True)
    return PageViewRestriction.objects.get(page=page)
