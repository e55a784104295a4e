"""Whoever translates changes a record's words in their language; its facts belong to those who keep the directory."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from people import at_work
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage
from newsroom.base.factories import ImageFactory
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.home.models import HomePage
from newsroom.home.roles import OFFICERS, translators_of
from newsroom.publication.gates import RefusedError
from organisations.factories import (
    BoilerplateFactory,
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from organisations.models import Person


@pytest.fixture
def translator(newsroom: HomePage) -> Client:
    """Somebody who translates into French."""
    return at_work(translators_of("fr"))


@pytest.fixture
def officer(newsroom: HomePage) -> Client:
    """A communications officer."""
    return at_work(OFFICERS)


def send(browser: Client, record: Any, data: dict[str, Any]) -> Any:
    """Send the form of a record; the record is read again."""
    address = reverse(f"wagtailsnippets_organisations_{record._meta.model_name}:edit", args=[record.pk])
    answer = browser.post(address, nested_form_data(data))
    record.refresh_from_db()
    return answer


def person_form(person: Person, **changes: Any) -> dict[str, Any]:
    """The form of a person with one role, some of it changed."""
    role = person.roles.get()
    fields = {"id": role.pk, "title": "Maire", "organisation": "", "started_on": "2020-01-01", "ended_on": ""}
    return {
        "name": "Wairimu Tendéka",
        "slug": "another",
        "biography": "Elle parle.",
        "portrait": ImageFactory().pk,
        "roles": inline_formset([fields], initial=1),
        **changes,
    }


def test_translator_changes_a_persons_words_alone(translator: Client) -> None:
    body = OrganisationFactory()
    person = PersonFactory(language="fr", slug="tendeka", portrait=ImageFactory())
    role = RoleFactory(person=person, language="fr", organisation=body, started_on=datetime.date(2024, 5, 1))
    portrait = person.portrait
    assert send(translator, person, person_form(person)).status_code == 302
    assert (person.name, person.biography) == ("Wairimu Tendéka", "Elle parle.")
    assert (person.slug, person.portrait) == ("tendeka", portrait)
    role.refresh_from_db()
    assert role.title == "Maire"
    assert (role.organisation, role.started_on) == (body, datetime.date(2024, 5, 1))


def test_translator_neither_adds_nor_takes_away_a_role(translator: Client) -> None:
    person = PersonFactory(language="fr")
    role = RoleFactory(person=person, language="fr")
    kept = {"id": role.pk, "title": "Maire", "DELETE": "on"}
    added = {"id": "", "title": "Grand maître", "started_on": "", "ended_on": "", "organisation": ""}
    send(translator, person, person_form(person, roles=inline_formset([kept, added], initial=1)))
    assert list(person.roles.values_list("pk", flat=True)) == [role.pk]


def test_officer_changes_the_facts(officer: Client) -> None:
    person = PersonFactory(slug="tendeka")
    role = RoleFactory(person=person)
    assert send(officer, person, person_form(person)).status_code == 302
    assert person.slug == "another" and person.portrait
    role.refresh_from_db()
    assert role.started_on == datetime.date(2020, 1, 1)


def test_translator_changes_the_words_of_every_record_alone(translator: Client) -> None:
    other = OrganisationFactory(language="fr", name="Autre", slug="autre")
    body = OrganisationFactory(language="fr", slug="ville", website="https://city.example")
    data = {
        **{"name": "Ville", "acronym": "V", "description": "Deux phrases.", "kind": "ngo", "slug": "faux"},
        **{"website": "https://false.example", "logo": ImageFactory().pk, "parent": other.pk},
    }
    assert send(translator, body, data).status_code == 302
    assert (body.name, body.acronym, body.description) == ("Ville", "V", "Deux phrases.")
    assert (body.kind, body.slug, body.website) == ("city", "ville", "https://city.example")
    assert body.logo is None and body.parent is None
    contact = MediaContactFactory(language="fr", phone="+999 20 555 0142")
    data = {"name": "Service de presse", "role": "Nuit", "phone": "+999 1", "email": "false@false.example"}
    assert send(translator, contact, data).status_code == 302
    assert (contact.name, contact.role) == ("Service de presse", "Nuit")
    assert (contact.phone, contact.email) == ("+999 20 555 0142", "press@confluent.example")
    text = BoilerplateFactory(language="fr", organisation=body)
    assert send(translator, text, {"organisation": other.pk, "variant": "", "text": rich_text("<p>Ici.</p>")})
    draft = text.get_latest_revision_as_object()
    assert "Ici." in draft.text and draft.organisation == body


def test_translator_of_another_language_changes_nothing(newsroom: HomePage) -> None:
    person = PersonFactory(language="fr", name="Wairimu Tendeka")
    RoleFactory(person=person, language="fr")
    send(at_work(translators_of("es")), person, person_form(person))
    assert person.name == "Wairimu Tendeka"


def test_page_of_a_record_names_no_draft_of_another_language(
    officer: Client, translator: Client, index: NewsIndexPage
) -> None:
    person = speaker_of(index)
    ReleasePageFactory(parent=index, title="A terminal opens", body=[quote_block("Soon.", person)], live=False)
    address = reverse("wagtailsnippets_organisations_person:inspect", args=[person.pk])
    public = person.quotes.get().release.title
    for browser, sees in ((officer, True), (translator, False)):
        html = browser.get(address).content.decode()
        assert public in html
        assert ("A terminal opens" in html) == sees


def embargoed_picture(index: NewsIndexPage) -> Any:
    """An image that a release under embargo brings."""
    tomorrow = timezone.now() + datetime.timedelta(days=1)
    picture = ImageFactory(title="The new terminal")
    ReleasePageFactory(parent=index, title="A terminal opens", image=picture, live=False, embargoed_until=tomorrow)
    return picture


def speaker_of(index: NewsIndexPage, **fields: Any) -> Person:
    """Somebody whom a public release quotes."""
    person = PersonFactory(**fields)
    ReleasePageFactory(parent=index, body=[quote_block("We are glad.", person)])
    return person


def test_public_record_takes_no_picture_that_is_under_embargo(
    officer: Client, reader: Client, index: NewsIndexPage
) -> None:
    person, picture = speaker_of(index, slug="tendeka"), embargoed_picture(index)
    RoleFactory(person=person)
    answer = send(officer, person, person_form(person, portrait=picture.pk))
    assert answer.status_code == 200
    assert "A terminal opens" in str(answer.context["form"].errors["portrait"])
    person.portrait = picture
    with pytest.raises(RefusedError):
        person.save()
    assert reader.get(picture.file.url).status_code == 404


def test_record_that_nobody_sees_yet_may_take_it(officer: Client, index: NewsIndexPage) -> None:
    person, picture = PersonFactory(slug="tendeka"), embargoed_picture(index)
    RoleFactory(person=person)
    assert send(officer, person, person_form(person, portrait=picture.pk)).status_code == 302
    assert person.portrait == picture


def test_public_page_takes_no_picture_that_is_under_embargo(reader: Client, index: NewsIndexPage) -> None:
    page, picture = ReleasePageFactory(parent=index), embargoed_picture(index)
    page.image = picture
    with changing(Amendment.MINOR), pytest.raises(RefusedError, match="A terminal opens"):
        page.save_revision().publish()
    assert reader.get(picture.file.url).status_code == 404


def test_picture_that_is_public_already_may_be_taken(index: NewsIndexPage) -> None:
    picture = embargoed_picture(index)
    ReleasePageFactory(parent=index).save()
    shown = ReleasePageFactory(parent=index, live=False)
    type(shown).objects.filter(pk=shown.pk).update(image=picture, live=True)
    from wagtail.models import ReferenceIndex

    ReferenceIndex.create_or_update_for_object(type(shown).objects.get(pk=shown.pk))
    person = speaker_of(index)
    person.portrait = picture
    person.save()
