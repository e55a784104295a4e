"""A published release keeps the words it was published with."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone
from leaving_quietly import unpublish
from wagtail.models import Locale, PageLogEntry

from news.factories import ReleasePageFactory
from news.models import Edition, NewsIndexPage, ReleaseBoilerplate, ReleasePage
from news.releases.boilerplates import REFRESHED, refresh_boilerplates, releases_with_boilerplate
from newsroom.base.factories import UserFactory, publish
from newsroom.home.roles import translators_of
from organisations.factories import BoilerplateFactory, OrganisationFactory
from organisations.models import Boilerplate

OLD, NEW = "<p>Ninety cities on two rivers.</p>", "<p>Ninety-one cities on two rivers.</p>"


@pytest.fixture
def boilerplate(newsroom: object) -> Boilerplate:
    """A standing text."""
    return BoilerplateFactory(text=OLD)


@pytest.fixture
def release(index: NewsIndexPage, boilerplate: Boilerplate) -> ReleasePage:
    """A release published with it."""
    page = ReleasePageFactory(parent=index, live=False)
    page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=boilerplate))
    page.save()
    publish(page)
    return page


def edit(boilerplate: Boilerplate) -> None:
    """An officer edits and publishes the master."""
    boilerplate.text = NEW
    boilerplate.organisation.name = "Renamed"
    boilerplate.organisation.save()
    boilerplate.save_revision().publish()
    boilerplate.refresh_from_db()


def test_editing_the_master_changes_no_byte_of_a_live_release(
    release: ReleasePage, boilerplate: Boilerplate, reader: Client
) -> None:
    before = reader.get(release.url).content
    assert b"Ninety cities" in before
    edit(boilerplate)
    assert reader.get(release.url).content == before


def test_republishing_a_release_keeps_its_words(release: ReleasePage, boilerplate: Boilerplate, reader: Client) -> None:
    edit(boilerplate)
    publish(release)
    assert "Ninety cities" in reader.get(release.url).content.decode()


def test_release_published_later_has_the_words_of_its_day(
    release: ReleasePage, boilerplate: Boilerplate, index: NewsIndexPage, reader: Client
) -> None:
    edit(boilerplate)
    later = ReleasePageFactory(parent=index, live=False)
    later.boilerplate_links.add(ReleaseBoilerplate(boilerplate=boilerplate))
    later.save()
    publish(later)
    assert "Ninety-one cities" in reader.get(later.url).content.decode()


def test_boilerplate_no_longer_chosen_is_let_go(release: ReleasePage) -> None:
    release.boilerplate_links = []
    publish(release)
    assert Edition.objects.current().get().document.boilerplates == ()


def test_each_language_freezes_its_own_words(release: ReleasePage, boilerplate: Boilerplate, reader: Client) -> None:
    french = Locale.objects.get(language_code="fr")
    city = boilerplate.organisation
    OrganisationFactory(name="Ville de Lindmouth", slug=city.slug, locale=french, translation_key=city.translation_key)
    BoilerplateFactory(
        text="<p>Quatre-vingt-dix villes.</p>",
        locale=french,
        translation_key=boilerplate.translation_key,
        organisation=boilerplate.organisation,
    )
    translation = release.copy_for_translation(french)
    publish(translation)
    html = reader.get(translation.url).content.decode()
    assert "Quatre-vingt-dix villes." in html
    assert "Ville de Lindmouth</a></h3>" in html
    assert "Ninety cities" in reader.get(release.url).content.decode()


def test_officer_sees_where_older_words_stand_and_refreshes_the_chosen(
    release: ReleasePage, boilerplate: Boilerplate, index: NewsIndexPage, admin_client: Client, reader: Client
) -> None:
    other = ReleasePageFactory(parent=index, live=False)
    other.boilerplate_links.add(ReleaseBoilerplate(boilerplate=boilerplate))
    other.save()
    publish(other)
    edit(boilerplate)
    address = f"/admin/boilerplates/{boilerplate.pk}/releases/"
    html = " ".join(admin_client.get(address).content.decode().split())
    assert "Used in 2 releases, 2 of which show an older text." in html
    assert "<del>Ninety </del><ins>Ninety-one </ins>cities" in html
    admin_client.post(address, {"row": [release.pk, "nonsense"]})
    assert "Ninety-one cities" in reader.get(release.url).content.decode()
    assert "Ninety cities" in reader.get(other.url).content.decode()
    entry = PageLogEntry.objects.get(action=REFRESHED)
    assert (entry.page_id, entry.data["before"], entry.data["after"]) == (release.pk, OLD, NEW)


def test_those_who_may_not_change_boilerplates_may_not_refresh(boilerplate: Boilerplate, client: Client) -> None:
    client.force_login(UserFactory())
    assert client.get(f"/admin/boilerplates/{boilerplate.pk}/releases/").status_code in (302, 403)


def test_release_that_was_public_cannot_be_deleted(release: ReleasePage, admin_client: Client) -> None:
    unpublish(release)
    for page in (release, release.get_parent()):
        admin_client.post(f"/admin/pages/{page.pk}/delete/")
    assert ReleasePage.objects.filter(pk=release.pk).exists()


def test_neither_can_it_be_deleted_with_others(
    release: ReleasePage, index: NewsIndexPage, admin_client: Client
) -> None:
    draft = ReleasePageFactory(parent=index, live=False)
    admin_client.post(f"/admin/bulk/wagtailcore/page/delete/?id={draft.pk}&id={release.pk}")
    assert ReleasePage.objects.filter(pk__in=[draft.pk, release.pk]).count() == 2


def test_translator_cannot_delete_a_release_that_waits_for_its_lift(index: NewsIndexPage, client: Client) -> None:
    held = ReleasePageFactory(parent=index, embargoed_until=timezone.now() + datetime.timedelta(days=1))
    user = UserFactory(roles=[translators_of("en")])
    client.force_login(user)
    client.post(f"/admin/pages/{held.pk}/delete/")
    assert ReleasePage.objects.filter(pk=held.pk).exists()


def test_draft_can_be_deleted(index: NewsIndexPage, admin_client: Client) -> None:
    draft = ReleasePageFactory(parent=index, live=False)
    admin_client.post(f"/admin/pages/{draft.pk}/delete/")
    assert not ReleasePage.objects.filter(pk=draft.pk).exists()


def test_refreshing_keeps_what_was_published_meanwhile(
    release: ReleasePage, boilerplate: Boilerplate, reader: Client
) -> None:
    edit(boilerplate)
    seen = releases_with_boilerplate(boilerplate)
    release.title = "Published while somebody looked"
    publish(release)
    assert refresh_boilerplates(seen, UserFactory()) == 1
    html = reader.get(release.url).content.decode()
    assert "Ninety-one cities" in html and "Published while somebody looked" in html
    assert refresh_boilerplates(seen, UserFactory()) == 0, "they show it already"
