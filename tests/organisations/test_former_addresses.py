"""An address that a person or organisation had leads to them for good."""

import pytest
from django.test import Client
from django.urls import reverse

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage
from newsroom.base.factories import locale_of
from organisations.factories import OrganisationFactory, PersonFactory
from organisations.models import FormerAddress, Organisation, Person


@pytest.fixture
def kept(db: None) -> Person:
    """Somebody who will be renamed."""
    return PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")


def test_renamed_record_is_found_at_its_former_address(index: NewsIndexPage, kept: Person, reader: Client) -> None:
    french = PersonFactory(language="fr", slug=kept.slug, translation_key=kept.translation_key)
    ReleasePageFactory(parent=index, quotes=1, speaker=kept)
    for slug in ("wairimu-okoth", "wairimu-okoth-tendeka"):
        kept.slug = slug
        kept.save()
    french.refresh_from_db()
    assert french.slug == "wairimu-okoth-tendeka"
    for slug in ("wairimu-tendeka", "wairimu-okoth"):
        assert reader.get(f"/fr/people/{slug}/")["Location"] == "/fr/people/wairimu-okoth-tendeka/"
    kept.slug = "wairimu-tendeka"
    kept.save()
    assert reader.get("/en/people/wairimu-tendeka/").status_code == 200
    assert reader.get("/en/people/wairimu-okoth/")["Location"] == "/en/people/wairimu-tendeka/"


def test_organisation_is_found_at_its_former_address_and_not_at_that_of_a_person(
    index: NewsIndexPage, reader: Client
) -> None:
    office = OrganisationFactory(slug="joint-office")
    ReleasePageFactory(parent=index, organisation=office)
    office.slug = "joint-office-for-urban-heat"
    office.save()
    assert reader.get("/en/organisations/joint-office/").status_code == 301
    assert reader.get("/en/people/joint-office/").status_code == 404


@pytest.mark.parametrize("owner", ["present", "former", "in another language"])
def test_address_that_is_or_was_anothers_is_refused_at_its_field(officer: Client, kept: Person, owner: str) -> None:
    if owner == "former":
        kept.slug = "wairimu-okoth"
        kept.save()
    if owner == "in another language":
        Person.objects.filter(pk=kept.pk).update(locale=locale_of("fr"))
    data = {"name": "Another Tendeka", "slug": "wairimu-tendeka", "biography": "", "portrait": ""}
    roles = {f"roles-{name}_FORMS": "0" for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}
    answer = officer.post(reverse("wagtailsnippets_organisations_person:add"), data | roles)
    assert answer.status_code == 200
    assert kept.name in str(answer.context["form"].errors["slug"])
    assert not Person.objects.filter(name="Another Tendeka").exists()


def test_address_of_what_is_deleted_is_free_again(kept: Person, officer: Client) -> None:
    kept.slug = "wairimu-okoth"
    kept.save()
    kept.delete()
    PersonFactory(slug="wairimu-tendeka").full_clean()
    assert not FormerAddress.objects.filter(slug="wairimu-tendeka").exists()
    assert not Organisation.objects.exists()
