"""A restricted draft is known to those whom it names, and to those who answer for it."""

import re
from typing import Any

import pytest
from desk import a_translator, an_officer, ask
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from people import browser_of
from release_form import release_form
from sharing import share
from wagtail.models import Page, PageLogEntry, PageSubscription
from wagtail.permissions import policy_registry

from campaigns.factories import EventPageFactory
from campaigns.models import EventIndexPage
from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.factories import UserFactory, locale_of, publish
from newsroom.base.models import User
from newsroom.base.rights.sight import is_withheld, sees_page, visible_pages, withheld_keys
from newsroom.home.roles import ADMINISTRATORS, APPROVERS, WRITERS
from newsroom.publication.gates import RefusedError
from newsroom.publication.models import ReviewSettings
from newsroom.publication.restrictions.comment_mail import send_within_sight
from newsroom.publication.restrictions.service import is_restricted, name_those_who_see, set_restricted
from newsroom.publication.review.people import approvers_of
from newsroom.translation.models import TranslationTask
from newsroom.translation.tasks.mail import Occasion, write_to
from organisations.factories import OrganisationFactory

SECRET = "The merger"


@pytest.fixture
def owner(newsroom: object) -> User:
    """Who began it."""
    user: User = UserFactory(roles=[WRITERS], email="owner@cities.example")
    return user


@pytest.fixture
def draft(index: NewsIndexPage, owner: User) -> ReleasePage:
    """A draft that nobody is named for."""
    page: ReleasePage = ReleasePageFactory(parent=index, live=False, title=SECRET, owner=owner)
    page.save_revision()
    set_restricted(page.life, True, owner)
    return ReleasePage.objects.get(pk=page.pk)


def knows(user: User, page: Page) -> bool:
    """Whether somebody knows of a page, asked anew, by the list, the tester and the policy alike."""
    user = User.objects.get(pk=user.pk)
    by_list = sees_page(user, page)
    act = "change" if not user.groups.filter(name=ADMINISTRATORS) else "publish"
    by_policy = policy_registry.get_by_type(Page).user_has_permission_for_instance(user, act, page)
    assert by_list == page.permissions_for_user(user).can_edit() == by_policy
    return by_list


def test_people_and_organisations_that_are_named_know_of_it(draft: ReleasePage) -> None:
    named, colleague, outsider = an_officer(), an_officer(), an_officer()
    port = OrganisationFactory(name="Port of Lindmouth")
    in_french = port.copy_for_translation(locale_of("fr"))
    in_french.save()
    colleague.organisations.add(in_french)
    assert not any(knows(user, draft) for user in (named, colleague, outsider))
    row = name_those_who_see(draft.life, [named], [port], None)
    assert row.people.get() == named
    assert knows(named, draft) and knows(colleague, draft) and not knows(outsider, draft)
    name_those_who_see(draft.life, [], [], None)
    assert not knows(named, draft) and not knows(colleague, draft)


def test_neither_owner_nor_whoever_restricted_it_nor_administrators_are_locked_out(index: NewsIndexPage) -> None:
    owner, officer = UserFactory(roles=[WRITERS]), an_officer()
    page = ReleasePageFactory(parent=index, live=False, owner=owner)
    address = reverse("draft_restriction", args=[page.pk])
    browser = browser_of(officer)
    browser.post(address, {"is_restricted": "on", "people": []})
    assert is_restricted(page.life)
    browser_of(owner).post(address, {"is_restricted": "on", "people": []})
    for user in (owner, officer, UserFactory(roles=[ADMINISTRATORS]), UserFactory(is_superuser=True)):
        assert knows(user, page)
    browser.post(address, {})
    assert not is_restricted(page.life) and knows(an_officer(), page)
    assert PageLogEntry.objects.filter(page=page.pk, action="newsroom.restrict").count() == 3


def test_editor_restricts_from_the_first_save(index: NewsIndexPage, owner: User) -> None:
    page = ReleasePageFactory(parent=index, live=False, owner=owner)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    browser_of(owner).post(address, release_form(page, is_restricted="on"))
    assert is_restricted(page.life) and not knows(an_officer(), page)
    page.refresh_from_db()
    assert 'name="is_restricted" id="id_is_restricted" checked' in flat(browser_of(owner).get(address))
    browser_of(owner).post(address, release_form(page))
    assert not is_restricted(page.life)


def flat(answer: Any) -> str:
    """The page, with the checkbox's attributes in one order."""
    html = answer.content.decode()
    found = re.search(r'<input[^>]*name="is_restricted"[^>]*>', html)
    assert found
    attributes = [name for name in ('name="is_restricted"', 'id="id_is_restricted"', "checked") if name in found[0]]
    return " ".join(attributes)


def test_translations_are_restricted_too(draft: ReleasePage) -> None:
    french = a_translator("fr", email="french@cities.example")
    (task,) = ask(draft, "fr")
    TranslationTask.objects.update(assignee=french)
    queue = reverse("translation_queue")
    assert SECRET not in browser_of(french).get(queue).content.decode()
    assert browser_of(french).get(reverse("translation_task", args=[task.pk])).status_code == 302
    assert TranslationTask.objects.known_to(User.objects.get(pk=french.pk)).count() == 0
    assert write_to([User.objects.get(pk=french.pk)], task, Occasion.OVERDUE) and not mail.outbox
    name_those_who_see(draft.life, [french], [], None)
    assert SECRET in browser_of(french).get(queue).content.decode()
    write_to([User.objects.get(pk=french.pk)], task, Occasion.OVERDUE)
    assert SECRET in mail.outbox[0].subject


def test_copy_is_known_to_the_same_people(draft: ReleasePage) -> None:
    named = an_officer()
    name_those_who_see(draft.life, [named], [], None)
    copied = draft.copy(update_attrs={"slug": "copy", "title": "Copied"}, keep_live=False)
    assert copied.life_id != draft.life_id
    assert knows(named, copied) and not knows(an_officer(), copied)


def test_nobody_outside_is_asked_or_written_to(draft: ReleasePage, owner: User) -> None:
    ReviewSettings.objects.create(approval_required=True)
    outside, named = (UserFactory(roles=[APPROVERS], email=f"{name}@cities.example") for name in ("out", "named"))
    name_those_who_see(draft.life, [named], [], None)
    assert approvers_of(draft) == [named]
    PageSubscription.objects.create(page=draft, user=outside, comment_notifications=True)
    context = {"page": draft, "editor": owner, "new_comments": [], "resolved_comments": []}
    context |= {"deleted_comments": [], "replied_comments": []}
    send_within_sight([User.objects.get(pk=outside.pk)], "updated_comments", context)
    assert not mail.outbox
    send_within_sight([User.objects.get(pk=named.pk)], "updated_comments", context)
    assert [letter.to for letter in mail.outbox] == [["named@cities.example"]]


def test_wagtails_editor_writes_so() -> None:
    from wagtail.admin.views.pages import edit

    assert edit.send_notification is send_within_sight


def test_link_of_somebody_who_is_outside_now_opens_nothing(draft: ReleasePage, client: Any) -> None:
    named = an_officer()
    name_those_who_see(draft.life, [named], [], None)
    address = share(browser_of(named), draft)
    assert client.get(address).status_code == 200
    name_those_who_see(draft.life, [], [], None)
    assert client.get(address).status_code == 404


def test_publication_ends_it_for_readers_and_colleagues(draft: ReleasePage, client: Any) -> None:
    publish(draft)
    draft.refresh_from_db()
    assert draft.live and client.get(draft.url).status_code == 200
    assert knows(an_officer(), draft) and not is_restricted(draft.life)
    with pytest.raises(RefusedError):
        set_restricted(draft.life, True)
    assert browser_of(an_officer()).get(reverse("draft_restriction", args=[draft.pk])).status_code == 302


def test_events_are_restricted_alike(newsroom: object) -> None:
    event = EventPageFactory(parent=EventIndexPage.objects.get(locale=locale_of("en")), live=False)
    set_restricted(event.life, True)
    assert not knows(an_officer(), event)


def test_account_works_for_organisations_by_the_word_of_administrators(newsroom: object) -> None:
    person, port = an_officer(username="wairimu"), OrganisationFactory(name="Port of Lindmouth")
    address = reverse("wagtailusers_users:edit", args=[person.pk])
    browser = browser_of(UserFactory(roles=[ADMINISTRATORS]))
    assert "Port of Lindmouth" in browser.get(address).content.decode()
    names = {name: getattr(person, name) or "x" for name in ("username", "email", "first_name", "last_name")}
    names["email"] = names["email"] if "@" in names["email"] else "wairimu@cities.example"
    groups = [group.pk for group in person.groups.all()]
    typed = {**names, "is_active": "on", "groups": groups, "organisations": [port.pk]}
    browser.post(address, typed)
    assert person.organisations.get() == port
    assert f'value="{port.pk}" selected' in browser.get(address).content.decode()
    browser_of(person).post(reverse("wagtailadmin_account"), {"name_email-organisations": ""})
    assert person.organisations.get() == port


@pytest.mark.parametrize("number", [3, 30])
def test_sight_is_one_query_however_many_drafts_are_restricted(index: NewsIndexPage, number: int) -> None:
    pages = ReleasePageFactory.create_batch(number, parent=index, live=False)
    for page in pages:
        set_restricted(page.life, True)
    user = an_officer()
    user.get_all_permissions()
    with CaptureQueriesContext(connection) as queries:
        assert len(withheld_keys(user)) == number
        assert all(is_withheld(user, page) for page in pages)
    assert len(queries) == 1
    assert not list(visible_pages(user, ReleasePage.objects.all()))
