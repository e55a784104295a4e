"""The directory in the CMS: lists that can be searched, standing texts with a history."""

from collections.abc import Callable

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS
from organisations.factories import (
    BoilerplateFactory,
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from organisations.models import Boilerplate, Organisation


@pytest.fixture
def officer(newsroom: HomePage) -> Client:
    """A browser in which a communications officer is logged in."""
    user = UserFactory(roles=[OFFICERS])
    browser = Client()
    browser.force_login(user)
    return browser


def person_with_a_role() -> Model:
    """Somebody who can be found by what they do."""
    person = PersonFactory(name="Wairimu Tendeka")
    RoleFactory(person=person, title="Harbour master")
    return person


def standing_text() -> Model:
    """A text that can be found by its organisation."""
    return BoilerplateFactory(organisation=OrganisationFactory(name="Joint Office"), text="<p>It measures heat.</p>")


RECORDS: dict[str, tuple[Callable[[], Model], Callable[[], Model], tuple[str, ...]]] = {
    "organisation": (
        lambda: OrganisationFactory(name="Joint Office", acronym="JOUH"),
        lambda: OrganisationFactory(name="Lindmouth"),
        ("joint", "JOUH", "off"),
    ),
    "person": (person_with_a_role, lambda: PersonFactory(name="Oleg Brandvik"), ("tendeka", "wair")),
    "boilerplate": (standing_text, BoilerplateFactory, ("joint", "off")),
    "mediacontact": (
        lambda: MediaContactFactory(name="Halima Okoth", role="Night desk"),
        lambda: MediaContactFactory(name="Samir Haddad"),
        ("halima", "oko"),
    ),
}


def listed(browser: Client, kind: str, query: str = "") -> list[Model]:
    """The records that a list of the CMS shows."""
    answer = browser.get(reverse(f"wagtailsnippets_organisations_{kind}:list"), {"q": query} if query else {})
    assert answer.status_code == 200
    return list(answer.context["object_list"])


@pytest.mark.parametrize("kind", RECORDS)
def test_list_can_be_searched_from_the_first_letters_on(officer: Client, kind: str) -> None:
    make, make_other, queries = RECORDS[kind]
    wanted, other = make(), make_other()
    assert {wanted, other} <= set(listed(officer, kind))
    for query in queries:
        assert listed(officer, kind, query) == [wanted], query
    assert listed(officer, kind, "zeppelin") == []


@pytest.mark.parametrize("kind", RECORDS)
def test_record_can_be_opened_inspected_and_chosen(officer: Client, kind: str) -> None:
    record = RECORDS[kind][0]()
    for view in ("edit", "inspect", "usage", "history", "delete"):
        answer = officer.get(reverse(f"wagtailsnippets_organisations_{kind}:{view}", args=[record.pk]))
        assert answer.status_code == 200, view
    model_name = record._meta.model_name
    chooser = officer.get(reverse(f"wagtailsnippetchoosers_organisations_{model_name}:choose"))
    assert chooser.status_code == 200
    assert str(record) in chooser.content.decode()


def test_directory_stands_in_the_menu(officer: Client) -> None:
    html = officer.get("/admin/").content.decode()
    for kind in RECORDS:
        assert reverse(f"wagtailsnippets_organisations_{kind}:list") in html


def save(officer: Client, record: Boilerplate, text: str, **buttons: str) -> None:
    """Save the form of a standing text with a button."""
    data = {"organisation": record.organisation_id, "variant": record.variant, "text": rich_text(f"<p>{text}</p>")}
    address = reverse("wagtailsnippets_organisations_boilerplate:edit", args=[record.pk])
    assert officer.post(address, nested_form_data(data | buttons)).status_code == 302
    record.refresh_from_db()


def test_boilerplate_is_drafted_and_then_published(officer: Client) -> None:
    record = BoilerplateFactory(text="<p>As it stands.</p>")
    save(officer, record, "As it will stand.")
    assert "As it stands." in record.text
    assert record.has_unpublished_changes
    assert "As it will stand." in record.get_latest_revision_as_object().text
    save(officer, record, "As it will stand.", **{"action-publish": "action-publish"})
    assert "As it will stand." in record.text
    assert not record.has_unpublished_changes


def test_boilerplate_keeps_every_version(officer: Client) -> None:
    record = BoilerplateFactory()
    for text in ("The first.", "The second.", "The third."):
        save(officer, record, text, **{"action-publish": "action-publish"})
    texts = [revision.as_object().text for revision in record.revisions.order_by("pk")]
    assert [text.count(word) for text, word in zip(texts, ("first", "second", "third"), strict=True)] == [1, 1, 1]


def test_organisation_that_issued_a_release_is_not_deleted(officer: Client, index: NewsIndexPage) -> None:
    city = OrganisationFactory()
    ReleasePageFactory(parent=index, organisation=city)
    address = reverse("wagtailsnippets_organisations_organisation:delete", args=[city.pk])
    officer.post(address)
    assert Organisation.objects.filter(pk=city.pk).exists()
    unnamed = OrganisationFactory()
    officer.post(reverse("wagtailsnippets_organisations_organisation:delete", args=[unnamed.pk]))
    assert not Organisation.objects.filter(pk=unnamed.pk).exists()
