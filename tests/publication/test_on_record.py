"""What was public stays as it is, whoever asks and through whatever door."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from doors import DOORS, delete_it, delete_its_list, delete_its_query, hide_it, move_it
from people import browser_of
from wagtail.models import Page, PageViewRestriction

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, publish
from newsroom.base.models import User
from newsroom.base.rights.permissions import Act
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.publication.choices import CorrectionKind, Manner
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.gates import RefusedError
from newsroom.publication.models import Withdrawal
from newsroom.publication.withdrawals.service import take_off

KEPT = [Act.DELETE, Act.MOVE, Act.UNPUBLISH, Act.MAKE_PRIVATE]


@pytest.fixture
def officer(newsroom: HomePage) -> User:
    """Somebody of the press office."""
    user: User = UserFactory(roles=[OFFICERS])
    return user


@pytest.fixture
def administrator(newsroom: HomePage) -> User:
    """Somebody who may do everything, but for this."""
    user: User = UserFactory(is_superuser=True)
    return user


@pytest.fixture
def translator(newsroom: HomePage) -> User:
    """Somebody who translates into English."""
    user: User = UserFactory(roles=[translators_of("en")])
    return user


@pytest.fixture
def release(index: NewsIndexPage) -> ReleasePage:
    """A public release."""
    page: ReleasePage = ReleasePageFactory(parent=index)
    return page


@pytest.fixture
def hub(campaigns: CampaignIndexPage) -> Page:
    """A public campaign hub."""
    page: Page = CampaignHubPageFactory(parent=campaigns)
    return page


def acts_open_to(user: User, page: Page) -> set[str]:
    """What somebody may do with a page, by the tester."""
    tester = Page.objects.get(pk=page.pk).permissions_for_user(user)
    return {act for act in Act if tester.may(act)}


def withdrawn(page: ReleasePage) -> ReleasePage:
    """The release, withdrawn in view."""
    take_off(page, Manner.WITHDRAWN, {"en": "The figures were wrong."})
    return ReleasePage.objects.get(pk=page.pk)


def by_api(user: User, page: Page, action: str, **data: Any) -> Any:
    """The answer of Wagtail's admin API."""
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, action])
    return browser_of(user).post(address, data, content_type="application/json")


@pytest.mark.parametrize("kind", ["release", "hub", "withdrawn", "list", "front page"])
def test_tester_refuses_officers_and_administrators_alike(
    kind: str, release: ReleasePage, hub: Page, newsroom: HomePage, officer: User, administrator: User
) -> None:
    pages = {"release": release, "hub": hub, "list": release.get_parent(), "front page": newsroom}
    page = pages.get(kind) or withdrawn(release)
    for user in (officer, administrator):
        assert not acts_open_to(user, page) & set(KEPT)
        tester = page.specific.permissions_for_user(user)
        assert all(tester.why_not(act) for act in KEPT)


def test_officers_take_off_what_is_public_and_delete_what_never_was(
    release: ReleasePage, index: NewsIndexPage, officer: User, translator: User
) -> None:
    assert Act.TAKE_OFF in acts_open_to(officer, release)
    draft = ReleasePageFactory(parent=index, live=False)
    assert {Act.DELETE, Act.MOVE, Act.COPY, Act.MAKE_PRIVATE, Act.PUBLISH} <= acts_open_to(officer, draft)
    assert acts_open_to(translator, draft) == {Act.EDIT}
    assert acts_open_to(translator, release) == {Act.EDIT}


def test_translators_change_nothing_in_other_languages(releases: Callable[[str], NewsIndexPage], db: None) -> None:
    page = ReleasePageFactory(parent=releases("fr"), live=False)
    user = UserFactory(roles=[translators_of("es")])
    assert acts_open_to(user, page) == set()
    assert "language" in (page.permissions_for_user(user).why_not("edit") or "")


def test_draft_under_embargo_is_deleted_by_those_alone_who_may_publish_and_by_nobody_once_scheduled(
    index: NewsIndexPage, officer: User, editor: User
) -> None:
    page = ReleasePageFactory(parent=index, live=False, embargoed_until=timezone.now() + datetime.timedelta(days=1))
    assert Act.DELETE in acts_open_to(officer, page)
    assert Act.EDIT in acts_open_to(editor, page)
    assert Act.DELETE not in acts_open_to(editor, page)
    publish(page)
    for somebody in (officer, editor):
        tester = ReleasePage.objects.get(pk=page.pk).permissions_for_user(somebody)
        assert not tester.can_delete()


@pytest.fixture
def editor(newsroom: HomePage) -> User:
    """Somebody who may change pages, publishes none and translates none."""
    from django.contrib.auth.models import Group, Permission

    from newsroom.home.roles import grant_pages

    group = Group.objects.create(name="Authors")
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    grant_pages(group, newsroom, "change")
    user: User = UserFactory(roles=["Authors"])
    return user


def test_no_lock_keeps_a_mistake_in_public(release: ReleasePage, officer: User, administrator: User) -> None:
    release.locked, release.locked_by, release.locked_at = True, administrator, timezone.now()
    release.save(update_fields=["locked", "locked_by", "locked_at"])
    address = reverse("wagtailadmin_pages:unpublish", args=[release.pk])
    browser = browser_of(officer)
    editor = browser.get(reverse("wagtailadmin_pages:edit", args=[release.pk])).content.decode()
    assert address in editor
    browser.post(address, {"manner": "withdrawn", "reason_en": "The figures were wrong."})
    assert Withdrawal.objects.filter(page=release).exists()


@pytest.mark.parametrize("action", ["delete", "unpublish", "create_alias", "move"])
@pytest.mark.parametrize("presented", [True, False])
def test_api_refuses_with_a_reason(
    action: str, presented: bool, release: ReleasePage, administrator: User, settings: Any
) -> None:
    if not presented:
        settings.MIDDLEWARE = [name for name in django_settings.MIDDLEWARE if not name.endswith("SayWhyNot")]
    pages = Page.objects.count()
    elsewhere = HomePage.objects.get(locale__language_code="fr")
    answer = by_api(administrator, release, action, destination_page_id=elsewhere.pk)
    assert answer.status_code in ({403} if presented else {302, 403, 409})
    if presented:
        assert answer.json()["detail"] == release.permissions_for_user(administrator).why_not(action.split("_")[-1])
    release.refresh_from_db()
    assert release.live and Page.objects.count() == pages


def test_api_answers_for_a_corrected_release(release: ReleasePage, officer: User) -> None:
    draft = release.get_latest_revision_as_object()
    draft.title = "Thirteen stops"
    draft.save_revision()
    release.refresh_from_db()
    correct([Note(release, "Twelve", "Thirteen", "One was forgotten.")], CorrectionKind.FACTUAL, None)
    assert by_api(officer, release, "delete").status_code == 403
    assert by_api(officer, release, "unpublish", recursive=True).status_code == 403


def test_api_takes_no_list_off(release: ReleasePage, newsroom: HomePage, officer: User) -> None:
    for page in (newsroom, release.get_parent()):
        assert by_api(officer, page, "unpublish", recursive=True).status_code == 403
    release.refresh_from_db()
    assert release.live


@pytest.mark.parametrize("name", ["delete", "move", "set_privacy"])
def test_pages_of_the_cms_say_why(name: str, release: ReleasePage, officer: User) -> None:
    address = reverse(f"wagtailadmin_pages:{name}", args=[release.pk])
    answer = browser_of(officer).post(address, follow=True)
    assert "public" in str(next(iter(answer.context["messages"])))
    assert browser_of(officer).get(address, headers={"X-Requested-With": "XMLHttpRequest"}).status_code == 403
    assert ReleasePage.objects.filter(pk=release.pk, live=True).exists()
    assert not PageViewRestriction.objects.exists()


def test_nobody_is_told_of_a_page_that_they_may_not_read(releases: Callable[[str], NewsIndexPage], db: None) -> None:
    page = ReleasePageFactory(parent=releases("fr"), title="Zanzara", live=False)
    browser = browser_of(UserFactory(roles=[translators_of("es")]))
    answer = browser.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)
    assert "Translators change words only" in answer.content.decode()
    assert "Zanzara" not in answer.content.decode()
    address = reverse("wagtailadmin_pages:delete", args=[page.pk])
    assert "/login/" in Client().post(address)["Location"]


def test_an_impossible_number_is_not_found(officer: User) -> None:
    browser = browser_of(officer)
    assert browser.post(f"/admin/pages/{9**30}/delete/").status_code in (302, 404)


def tree() -> list[Any]:
    """All that there is, as it stands."""
    return list(Page.objects.order_by("path").values_list("path", "numchild", "live", "url_path"))


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("kind", ["release", "hub"])
def test_the_shell_is_refused_too(door: Callable[[Page], None], kind: str, release: ReleasePage, hub: Page) -> None:
    before = tree()
    with pytest.raises(RefusedError):
        door({"release": release, "hub": hub}[kind])
    assert tree() == before
    assert not PageViewRestriction.objects.exists()


def test_what_was_withdrawn_stays_too(release: ReleasePage) -> None:
    page = withdrawn(release)
    for door in (delete_it, delete_its_query, delete_its_list, move_it, hide_it):
        with pytest.raises(RefusedError):
            door(page)
    assert Withdrawal.objects.filter(page=page).exists()


def test_what_was_corrected_stays_in_any_case(release: ReleasePage) -> None:
    draft = release.get_latest_revision_as_object()
    draft.save_revision()
    release.refresh_from_db()
    correct([Note(release, "Twelve", "Thirteen", "One was forgotten.")], CorrectionKind.FACTUAL, None)
    with pytest.raises((RefusedError, ProtectedError)):
        ReleasePage.objects.get(pk=release.pk).delete()


def test_a_draft_goes_and_moves_as_ever(index: NewsIndexPage, releases: Callable[[str], NewsIndexPage]) -> None:
    draft = ReleasePageFactory(parent=index, live=False)
    make = PageViewRestriction.objects.create(page=draft, restriction_type=PageViewRestriction.LOGIN)
    make.delete()
    draft.move(releases("fr"), pos="last-child")
    ReleasePage.objects.get(pk=draft.pk).delete()
    assert not ReleasePage.objects.exists()


def test_what_is_scheduled_goes_to_no_other_list_even_where_that_is_named_at_once(
    index: NewsIndexPage, officer: User, administrator: User
) -> None:
    other = NewsIndexPage(title="Archive", slug="archive", locale=index.locale)
    index.get_parent().add_child(instance=other)
    page = ReleasePageFactory(parent=index, live=False, embargoed_until=timezone.now() + datetime.timedelta(days=1))
    assert all(page.permissions_for_user(somebody).can_move_to(other) for somebody in (officer, administrator))
    publish(page)
    page = ReleasePage.objects.get(pk=page.pk)
    assert not any(page.permissions_for_user(somebody).can_move_to(other) for somebody in (officer, administrator))


def test_a_page_kept_to_a_few_is_opened_and_not_closed_again(index: NewsIndexPage, officer: User) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    publish(page)
    assert Act.MAKE_PRIVATE in acts_open_to(officer, page)
    restriction.delete()
    assert Act.MAKE_PRIVATE not in acts_open_to(officer, page)


def test_a_public_page_finds_another_place_in_its_list(index: NewsIndexPage, officer: User) -> None:
    first, second = ReleasePageFactory(parent=index), ReleasePageFactory(parent=index)
    address = reverse("wagtailadmin_pages:set_page_position", args=[second.pk])
    browser_of(officer).post(f"{address}?position=0")
    assert [page.pk for page in index.get_children()] == [second.pk, first.pk]


def test_list_of_pages_asks_no_more_for_thirty(
    index: NewsIndexPage, officer: User, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    browser = browser_of(officer)
    address = reverse("wagtailadmin_explore", args=[index.pk])

    def acts_of_all() -> None:
        for page in index.get_children().specific():
            acts = page.permissions_for_user(officer)
            assert not acts.can_delete() and not acts.can_move() and acts.can_take_off()

    ReleasePageFactory.create_batch(3, parent=index)
    few = count_queries(acts_of_all)
    assert "Take off or withdraw" in browser.get(address).content.decode()
    ReleasePageFactory.create_batch(7, parent=index)
    assert count_queries(acts_of_all) == few
