"""What belongs to somebody else's embargo is not told by any address that names one thing, several or a list."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
from desk import a_translator, an_officer
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import browser_of

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleaseAttachment, ReleasePage
from newsroom.base.factories import DocumentFactory, ImageFactory, locale_of, publish
from newsroom.base.models import NewsroomDocument, NewsroomImage, User

SECRET = "Nobody knows of this yet"


@pytest.fixture
def scheduled(index: NewsIndexPage) -> ReleasePage:
    """A release in English alone that awaits its hour, with an image and a document."""
    hour = timezone.now() + datetime.timedelta(days=1)
    image = ImageFactory(title=f"{SECRET}: picture", description=f"{SECRET}: a bench")
    page: ReleasePage = ReleasePageFactory(
        parent=index, title=SECRET, slug="secret", live=False, embargoed_until=hour, image=image
    )
    paper = DocumentFactory(title=f"{SECRET}: paper")
    page.attachments.add(ReleaseAttachment(document=paper, locale=page.locale))
    page.save()
    publish(page)
    page.refresh_from_db()
    return page


@pytest.fixture
def translator(newsroom: object) -> User:
    """Somebody who translates into two languages: all of the tree lies open to them as far as Wagtail knows."""
    return a_translator("fr", "ar")


def files_of(page: ReleasePage) -> tuple[NewsroomImage, NewsroomDocument]:
    """The image and the document of a release."""
    return page.image, page.attachments.get().document


def about_files(page: ReleasePage) -> list[str]:
    """The addresses that name one file, or several."""
    image, paper = files_of(page)
    several = [("newsroomimage", image, act) for act in ("delete", "add_tags", "add_to_collection")]
    several += [("newsroomdocument", paper, act) for act in ("delete", "add_tags", "add_to_collection")]
    return [
        reverse("wagtailadmin_api:images:detail", args=[image.pk]),
        reverse("wagtailadmin_api:documents:detail", args=[paper.pk]),
        reverse("wagtailadmin_api:images:listing"),
        reverse("wagtailadmin_api:documents:listing"),
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        reverse("wagtailimages_chooser:select_format", args=[image.pk]),
        reverse("wagtaildocs_chooser:chosen", args=[paper.pk]),
        *(f"{reverse('wagtail_bulk_action', args=['base', kind, act])}?id={file.pk}" for kind, file, act in several),
        *(f"{reverse('wagtail_bulk_action', args=['base', kind, act])}?id=all" for kind, file, act in several),
    ]


def about_pages(page: ReleasePage) -> list[str]:
    """The addresses that name a page, or several."""
    several = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return [
        reverse("wagtailadmin_explore", args=[page.pk]),
        reverse("wagtailadmin_explore_results", args=[page.pk]),
        f"{several}?id={page.pk}",
        f"{several}?id=all&childOf={page.get_parent().pk}",
        reverse("wagtailadmin_api:pages:detail", args=[page.pk]),
        reverse("wagtailadmin_api:pages:listing"),
    ]


def told(browser: Client, address: str) -> bool:
    """Whether an answer, or what it leads to, names something secret."""
    return SECRET in browser.get(address, follow=True).content.decode()


def test_translator_is_told_of_no_file_of_somebody_elses_embargo(scheduled: ReleasePage, translator: User) -> None:
    browser = browser_of(translator)
    assert [address for address in about_files(scheduled) if told(browser, address)] == []


def test_translator_is_told_of_no_page_of_somebody_elses_embargo(scheduled: ReleasePage, translator: User) -> None:
    browser = browser_of(translator)
    assert [address for address in about_pages(scheduled) if told(browser, address)] == []


def test_officer_is_told_of_everything(scheduled: ReleasePage) -> None:
    browser = browser_of(an_officer())
    silent = [address for address in about_files(scheduled) if not told(browser, address)]
    assert [address for address in silent if "/bulk/" not in address or "add_t" not in address] == []
    assert told(browser, reverse("wagtailadmin_explore", args=[scheduled.pk]))


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_hidden_files_are_not_counted(scheduled: ReleasePage, translator: User, kind: str) -> None:
    address = reverse(f"wagtailadmin_api:{kind}:listing")
    assert browser_of(translator).get(address).json()["meta"]["total_count"] == 0
    assert browser_of(an_officer()).get(address).json()["meta"]["total_count"] == 1


def test_policy_answers_for_one_file_as_for_lists(scheduled: ReleasePage, index: NewsIndexPage) -> None:
    from wagtail.permissions import policy_registry

    mine = a_translator("es")
    shown = ReleasePageFactory(parent=index, image=ImageFactory()).image
    own = ImageFactory(uploaded_by_user=mine)
    policy = policy_registry.get_by_type(NewsroomImage)
    listed = set(policy.instances_user_has_permission_for(mine, "choose"))
    assert listed == {shown, own}
    images = list(NewsroomImage.objects.all())
    assert {image for image in images if policy.user_has_permission_for_instance(mine, "choose", image)} == listed
    assert scheduled.image in set(policy.instances_user_has_permission_for(an_officer(), "choose"))


def test_api_names_no_language_of_a_page_that_is_out_of_sight(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    french, spanish = (page.copy_for_translation(locale_of(code)) for code in ("fr", "es"))
    spanish.title = SECRET
    spanish.save()
    address = reverse("wagtailadmin_api:pages:detail", args=[french.pk])
    languages = browser_of(a_translator("fr")).get(address).json()["meta"]["translations"]
    assert [each["id"] for each in languages] == [page.pk]
    assert told(browser_of(an_officer()), address)


def act(browser: Client, page: Any, action: str, **data: Any) -> Any:
    """Ask the admin API to do something to a page, as a program that says nothing of what it accepts."""
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
    return browser.post(address, json.dumps(data), content_type="application/json")


@pytest.mark.parametrize("somebody", [an_officer, lambda: a_translator("fr")])
def test_scheduled_page_is_put_back_to_no_earlier_version(index: NewsIndexPage, somebody: Callable[[], User]) -> None:
    hour = timezone.now() + datetime.timedelta(days=1)
    releases = NewsIndexPage.objects.get(locale=locale_of("fr"))
    page = ReleasePageFactory(parent=releases, live=False, embargoed_until=hour)
    publish(page)
    page.refresh_from_db()
    newest = page.latest_revision_id
    answer = act(browser_of(somebody()), page, "revert_to_page_revision", revision_id=newest)
    assert (answer.status_code, answer["Content-Type"]) == (403, "application/json")
    assert answer.json()["detail"]
    page.refresh_from_db()
    assert page.latest_revision_id == newest


@pytest.mark.parametrize("action", ["publish", "revert_to_page_revision"])
def test_lock_of_a_colleague_holds_from_afar(index: NewsIndexPage, action: str) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    number = page.save_revision().pk
    page.locked, page.locked_by = True, an_officer()
    page.save()
    answer = act(browser_of(an_officer()), page, action, revision_id=number)
    page.refresh_from_db()
    assert (answer.status_code, page.live, page.latest_revision_id) == (403, False, number)
    assert act(browser_of(page.locked_by), page, action, revision_id=number).status_code == 200


def test_bulk_action_publishes_nothing_that_a_colleague_locked(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    page.save_revision()
    page.locked, page.locked_by = True, an_officer()
    page.save()
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    browser_of(an_officer()).post(f"{address}?id={page.pk}")
    page.refresh_from_db()
    assert not page.live


def test_every_action_of_the_api_is_an_act_of_the_tester() -> None:
    from newsroom.base.rights.doors import CALLED
    from newsroom.publication.admin_api import Pages

    assert set(Pages.actions) == set(CALLED)


def test_what_a_gate_refuses_is_told_to_programs_in_json(index: NewsIndexPage) -> None:
    page = ReleasePageFactory(parent=index)
    draft = page.get_latest_revision_as_object()
    draft.title = "Other words"
    draft.save_revision()
    answer = act(browser_of(an_officer()), page, "publish")
    assert (answer.status_code, answer["Content-Type"]) == (409, "application/json")
    assert answer.json()["detail"]
