"""People, the roles they held on a day, and when a name becomes public."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from leaving_quietly import unpublish

from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleaseParticipant
from newsroom.base.factories import locale_of, publish
from organisations.factories import OrganisationFactory, PersonFactory, RoleFactory
from organisations.models import Organisation, Person, Role

DAY = datetime.datetime(2026, 7, 14, 10, 0, tzinfo=datetime.UTC)


def day(text: str) -> datetime.date:
    """A day from its ISO form."""
    return datetime.date.fromisoformat(text)


@pytest.fixture
def mayor(db: None) -> Person:
    """Somebody who was deputy mayor and then mayor, and has sat in a council all the time."""
    person = PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")
    RoleFactory(person=person, title="Councillor")
    RoleFactory(person=person, title="Deputy", started_on=day("2020-01-01"), ended_on=day("2024-05-31"))
    RoleFactory(person=person, title="Mayor", started_on=day("2024-06-01"))
    return person


@pytest.mark.parametrize(
    ("on", "titles"),
    [
        ("2019-12-31", ["Councillor"]),
        ("2020-01-01", ["Deputy", "Councillor"]),
        ("2024-05-31", ["Deputy", "Councillor"]),
        ("2024-06-01", ["Mayor", "Councillor"]),
        ("2099-01-01", ["Mayor", "Councillor"]),
    ],
)
def test_roles_are_those_of_the_day_the_last_begun_first(mayor: Person, on: str, titles: list[str]) -> None:
    assert [role.title for role in mayor.roles_on(day(on))] == titles


def test_role_cannot_end_before_it_begins(db: None) -> None:
    person = PersonFactory()
    wrong = {"started_on": day("2026-02-01"), "ended_on": day("2026-01-31")}
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleFactory(person=person, **wrong)
    with pytest.raises(ValidationError) as caught:
        Role(person=person, title="Mayor", locale=person.locale, **wrong).clean()
    assert list(caught.value.message_dict) == ["ended_on"]
    assert RoleFactory(person=person, started_on=day("2026-02-01"), ended_on=day("2026-02-01"))


def test_address_is_given_once_in_a_language(mayor: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PersonFactory(slug=mayor.slug)
    assert PersonFactory(slug=mayor.slug, language="ar", translation_key=mayor.translation_key)


def said(index: NewsIndexPage, speaker: Person, words: str, role: str, days: int = 0, **parts: Any) -> Any:
    """A release in which somebody is quoted, some days after the first."""
    with time_machine.travel(DAY + datetime.timedelta(days=days), tick=False):
        body = [text_block("<p>Text.</p>"), quote_block(words, speaker, role)]
        return ReleasePageFactory(parent=index, title=f"About {words}", body=body, **parts)


def quotes_on(reader: Client, address: str) -> list[tuple[str, str]]:
    """The words and roles that a page shows, in its order."""
    html = reader.get(address).content.decode()
    pattern = r'<blockquote class="words"[^>]*>(.*?)</blockquote>.*?</a></b>, <span[^>]*>(.*?)</span>'
    return re.findall(pattern, html, re.DOTALL)


def test_speaker_page_shows_every_quote_newest_first_with_the_role_of_its_day(
    mayor: Person, index: NewsIndexPage, reader: Client
) -> None:
    said(index, mayor, "The oldest words.", "Deputy")
    said(index, mayor, "The newest words.", "Mayor", days=2)
    said(index, mayor, "Words between.", "Acting Mayor", days=1)
    said(index, PersonFactory(), "Words of another.", "Nobody")
    expected = [("The newest words.", "Mayor"), ("Words between.", "Acting Mayor"), ("The oldest words.", "Deputy")]
    assert quotes_on(reader, "/en/people/wairimu-tendeka/") == expected
    mayor.roles.all().delete()
    RoleFactory(person=mayor, title="Retired")
    assert quotes_on(reader, "/en/people/wairimu-tendeka/") == expected
    assert "Retired" in reader.get("/en/people/wairimu-tendeka/").content.decode()


def test_speaker_page_pages_a_long_record(mayor: Person, index: NewsIndexPage, reader: Client) -> None:
    body = [quote_block(f"Words {number}.", mayor) for number in range(23)]
    ReleasePageFactory(parent=index, body=body)
    address = "/en/people/wairimu-tendeka/"
    assert [len(quotes_on(reader, f"{address}?page={page}")) for page in (1, 2)] == [20, 3]
    assert quotes_on(reader, f"{address}?page=nonsense") == quotes_on(reader, address)


def test_speaker_page_is_in_the_readers_language_and_marks_what_is_not(
    mayor: Person, index: NewsIndexPage, reader: Client
) -> None:
    said(index, mayor, "Only in English.", "Mayor")
    arabic = PersonFactory(
        name="وايريمو تينديكا", slug=mayor.slug, language="ar", translation_key=mayor.translation_key
    )
    html = reader.get("/ar/people/wairimu-tendeka/").content.decode()
    assert f'<h1 class="headline">{arabic.name}</h1>' in html
    assert '<blockquote class="words" lang="en" dir="ltr">Only in English.</blockquote>' in html
    assert (
        '<h1 class="headline" lang="en" dir="ltr">Wairimu' in reader.get("/ru/people/wairimu-tendeka/").content.decode()
    )


@pytest.mark.parametrize("how", ["quoted", "taking part"])
def test_person_becomes_public_with_the_first_release_that_names_them(
    mayor: Person, index: NewsIndexPage, reader: Client, how: str
) -> None:
    address = "/en/people/wairimu-tendeka/"
    body = [text_block("<p>Text.</p>")] + ([quote_block("Words.", mayor)] if how == "quoted" else [])
    page = ReleasePageFactory(parent=index, body=body, live=False)
    if how == "taking part":
        page.participant_links.add(ReleaseParticipant(person=mayor, locale=page.locale))
        page.save()
    page.save_revision()
    assert reader.get(address).status_code == 404
    publish(page)
    assert reader.get(address).status_code == 200
    listed = [person.name for person, _roles, _count in reader.get("/en/people/").context["rows"]]
    assert listed == (["Wairimu Tendeka"] if how == "quoted" else [])
    unpublish(page)
    assert reader.get(address).status_code == 404


def test_organisation_becomes_public_with_its_first_release_and_so_does_the_one_above_it(
    index: NewsIndexPage, reader: Client
) -> None:
    network = OrganisationFactory(name="Network", slug="network")
    city = OrganisationFactory(name="City", slug="city", parent=network)
    OrganisationFactory(name="Never named", slug="never-named")
    page = ReleasePageFactory(parent=index, organisation=city, live=False)
    assert not Organisation.objects.released().exists()
    publish(page)
    assert {body.slug for body in Organisation.objects.released()} == {"network", "city"}
    answers = {
        slug: reader.get(f"/en/organisations/{slug}/").status_code for slug in ("network", "city", "never-named")
    }
    assert answers == {"network": 200, "city": 200, "never-named": 404}


def test_organisation_named_in_another_language_is_public_in_all(index: NewsIndexPage, reader: Client) -> None:
    city = OrganisationFactory(name="City", slug="city")
    OrganisationFactory(name="المدينة", slug="city", language="ar", translation_key=city.translation_key)
    ReleasePageFactory(parent=index, organisation=city)
    assert '<h1 class="headline">المدينة</h1>' in reader.get("/ar/organisations/city/").content.decode()


def test_present_roles_follow_the_calendar(mayor: Person, index: NewsIndexPage, reader: Client) -> None:
    said(index, mayor, "Words.", "Mayor")
    for on, expected in ((datetime.datetime(2024, 5, 31, tzinfo=datetime.UTC), "Deputy"), (DAY, "Mayor")):
        with time_machine.travel(on, tick=False):
            roles = reader.get("/en/people/wairimu-tendeka/").context["present_roles"]
        assert expected in [role.title for role in roles]
        assert len(roles) == 2


def test_roles_proposed_in_a_translation_are_in_its_language(mayor: Person) -> None:
    french = mayor.copy_for_translation(locale_of("fr"))
    french.save()
    assert {role.locale.language_code for role in french.roles.all()} == {"fr"}


def test_name_written_alike_in_several_languages_stands_once(index: NewsIndexPage, reader: Client) -> None:
    speaker = PersonFactory(name="Naima Belhadri", slug="naima-belhadri")
    for code, name in (("fr", "Naima Belhadri"), ("es", "Naima Belhadri"), ("ar", "نعيمة بلحضري")):
        PersonFactory(language=code, name=name, slug=speaker.slug, translation_key=speaker.translation_key)
    ReleasePageFactory(parent=index, quotes=1, speaker=speaker)
    names = {code: reader.get(f"/{code}/people/naima-belhadri/").context["names"] for code in ("en", "ar")}
    assert [row.name for row in names["en"]] == ["نعيمة بلحضري"]
    assert [row.name for row in names["ar"]] == ["Naima Belhadri"]
