"""People are chosen for a release or their record is made there and then, with their role."""

import datetime
import json
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import UserFactory, locale_of
from organisations.factories import OrganisationFactory, PersonFactory, RoleFactory
from organisations.models import Person

CHOOSER = "wagtailsnippetchoosers_organisations_person"


def window(browser: Client, **query: Any) -> str:
    """What the window shows in which somebody is chosen."""
    answer = browser.get(reverse(f"{CHOOSER}:choose"), query)
    assert answer.status_code == 200
    return str(answer.json()["html"])


def make(browser: Client, language: str = "en", **values: Any) -> Any:
    """Send the form in it."""
    data = {"name": "", "role": "", "organisation": "", "slug": "", "locale": locale_of(language).pk} | values
    answer = browser.post(reverse(f"{CHOOSER}:create"), {f"person-{name}": value for name, value in data.items()})
    assert answer.status_code == 200
    return answer.json()


def test_window_tells_people_of_one_name_apart_by_their_role(officer: Client) -> None:
    day = datetime.date(2020, 1, 1)
    for title in ("Harbour master", "Conductor"):
        person = PersonFactory(name="Oleg Brandvik", slug=f"oleg-{title.lower().replace(' ', '-')}")
        RoleFactory(person=person, title="Pupil", ended_on=day)
        RoleFactory(person=person, title=title, organisation=OrganisationFactory(name=f"{title}s’ office"))
    html = window(officer)
    assert "Harbour master, Harbour masters’ office" in html and "Conductor, Conductors’ office" in html
    assert "Pupil" not in html


def test_queries_of_the_window_do_not_grow(officer: Client, count_queries: Callable[[Callable[[], Any]], int]) -> None:
    counts = []
    for number in (3, 12):
        for _count in range(number):
            RoleFactory(person=PersonFactory(), organisation=OrganisationFactory())
        counts.append(count_queries(lambda: window(officer)))
    assert counts[0] == counts[1]


def test_person_is_made_with_role_and_chosen(officer: Client) -> None:
    office = OrganisationFactory(name="Joint Office")
    answer = make(officer, name="Naïma Belhadri", role="Director", organisation=office.pk)
    person = Person.objects.get()
    assert answer["step"] == "chosen"
    assert (answer["result"]["id"], answer["result"]["string"]) == (str(person.pk), "Naïma Belhadri")
    assert (person.slug, person.locale.language_code) == ("naima-belhadri", "en")
    assert person.present_role == "Director, Joint Office"


def test_language_is_that_of_the_page_and_the_address_is_in_latin_letters(officer: Client) -> None:
    city = OrganisationFactory(name="City")
    OrganisationFactory(name="المدينة", slug=city.slug, language="ar", translation_key=city.translation_key)
    OrganisationFactory(name="Only here")
    html = window(officer, locale="ar")
    assert f'<option value="{locale_of("ar").pk}" selected>' in html
    assert "المدينة" in html and "Only here" in html and ">City<" not in html
    make(officer, "ar", name="نعيمة بلحضري", role="مديرة")
    person = Person.objects.get()
    assert person.locale == person.roles.get().locale == locale_of("ar")
    assert person.slug.isascii() and len(person.slug) > 3


@pytest.mark.parametrize(
    ("values", "field", "words"),
    [
        ({"name": ""}, "name", "This field is required."),
        ({"name": "Oleg Brandvik"}, "slug", "“Oleg Brandvik” has this address already."),
        ({"name": "Oleg B.", "slug": "oleg-brandvik"}, "slug", "“Oleg Brandvik” has this address already."),
        ({"name": "Oleg B.", "slug": "öl"}, "slug", "Enter a valid “slug”"),
        ({"name": "Oleg B.", "organisation": "999999"}, "organisation", "Select a valid choice"),
    ],
)
def test_what_cannot_be_made_is_said_at_its_field_and_nothing_typed_is_lost(
    officer: Client, values: dict[str, Any], field: str, words: str
) -> None:
    PersonFactory(name="Oleg Brandvik")
    answer = make(officer, **values, role="Conductor of the night bus")
    assert answer["step"] == "reshow_creation_form"
    html = answer["htmlFragment"]
    assert words in html.replace("&quot;", '"').replace("&#x27;", "'") and f"id_person-{field}" in html
    assert "Conductor of the night bus" in html
    assert Person.objects.count() == 1


def test_organisation_without_a_role_says_nothing(officer: Client) -> None:
    answer = make(officer, name="Oleg Brandvik", organisation=OrganisationFactory().pk)
    assert "Say what they are in this organisation." in answer["htmlFragment"]


def test_translator_chooses_and_makes_nobody(translator: Client) -> None:
    assert "person-name" not in window(translator)
    answer = translator.post(reverse(f"{CHOOSER}:create"), {"person-name": "Oleg Brandvik"})
    assert answer.status_code == 302 and not Person.objects.exists()


def role_of(browser: Client, person: Person, **query: Any) -> Any:
    """What the editor proposes."""
    with time_machine.travel(datetime.datetime(2026, 11, 21, 9, tzinfo=datetime.UTC), tick=False):
        answer = browser.get(reverse("role_on_day", args=[person.pk]), query)
    assert answer.status_code == 200
    return json.loads(answer.content)


def test_role_is_proposed_for_the_day(officer: Client, index: NewsIndexPage) -> None:
    person, council = PersonFactory(), OrganisationFactory(name="Council")
    RoleFactory(person=person, title="Deputy", ended_on=datetime.date(2026, 12, 31))
    RoleFactory(person=person, title="Mayor", organisation=council, started_on=datetime.date(2027, 1, 1))
    assert role_of(officer, person) == {"role": "Deputy", "organisation": None}
    for nonsense in ("tomorrow", "2027-99-99", "", "x" * 3000):
        assert role_of(officer, person, day=nonsense, page=nonsense)["role"] == "Deputy"
    found = role_of(officer, person, day="2027-01-02 09:00")
    assert (found["role"], found["organisation"]["id"], found["organisation"]["string"]) == (
        "Mayor",
        str(council.pk),
        "Council",
    )
    with time_machine.travel(datetime.datetime(2027, 5, 1, tzinfo=datetime.UTC), tick=False):
        page = ReleasePageFactory(parent=index)
    assert role_of(officer, person, page=str(page.pk))["role"] == "Mayor"
    assert role_of(officer, PersonFactory()) == {"role": "", "organisation": None}


def test_roles_are_told_to_those_who_work_here(client: Client, translator: Client) -> None:
    person = PersonFactory()
    address = reverse("role_on_day", args=[person.pk])
    assert role_of(translator, person)["role"] == ""
    assert client.get(address).status_code == 302
    client.force_login(UserFactory())
    assert client.get(address).status_code == 302
