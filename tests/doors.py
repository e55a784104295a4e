"""The ways in which plain code publishes a page or would do away with it, none of which knows the rules."""

from typing import Any

from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, PageViewRestriction

from newsroom.home.models import HomePage


def delete_it(page: Page) -> None:
    page.delete()


def delete_it_as_a_plain_page(page: Page) -> None:
    Page.objects.get(pk=page.pk).delete()


def delete_its_query(page: Page) -> None:
    type(page).objects.filter(pk=page.pk).delete()


def delete_its_list(page: Page) -> None:
    page.get_parent().specific.delete()


def delete_its_language(page: Page) -> None:
    HomePage.objects.filter(locale=page.locale).delete()


def unpublish_it(page: Page) -> None:
    page.unpublish()


def unpublish_it_as_a_plain_page(page: Page) -> None:
    Page.objects.get(pk=page.pk).unpublish()


def unpublish_its_list(page: Page) -> None:
    page.get_parent().specific.unpublish()


def write_it_as_a_draft(page: Page) -> None:
    page.live = False
    page.save()


def move_it(page: Page) -> None:
    page.move(HomePage.objects.get(locale__language_code="fr"), pos="last-child")


def move_its_list(page: Page) -> None:
    page.get_parent().move(HomePage.objects.get(locale__language_code="fr"), pos="last-child")


def hide_it(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def hide_its_language(page: Page) -> None:
    home = page.get_parent().get_parent()
    PageViewRestriction.objects.create(page=home, restriction_type=PageViewRestriction.LOGIN)


def make_an_alias(page: Page) -> None:
    page.create_alias(update_slug="a-second-address")


DOORS = [
    *(delete_it, delete_it_as_a_plain_page, delete_its_query, delete_its_list, delete_its_language),
    *(unpublish_it, unpublish_it_as_a_plain_page, unpublish_its_list, write_it_as_a_draft),
    *(move_it, move_its_list, hide_it, hide_its_language, make_an_alias),
]


def the_revision(page: Any) -> None:
    """Publish as the shell, a command and wagtail-localize do."""
    page.get_latest_revision().publish()


def wagtails_action(page: Any) -> None:
    """Publish as Wagtail's views, its API and its workflows do."""
    PublishPageRevisionAction(page.get_latest_revision()).execute(skip_permission_checks=True)


def the_row(page: Any) -> None:
    """Publish by writing the page itself."""
    draft = page.get_latest_revision_as_object()
    draft.live = True
    draft.save()
