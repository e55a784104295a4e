"""Two records that are one: everything names the one that stays, in every language and version."""

import datetime
import json
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, ReferenceIndex, Revision
from wagtail_localize.models import TranslationSource

from campaigns.factories import CampaignHubPageFactory, hashtag
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import (
    NewsIndexPage,
    Quote,
    ReleaseBoilerplate,
    ReleaseContact,
    ReleaseOrganisation,
    ReleasePage,
    ReleaseParticipant,
)
from newsroom.base.factories import locale_of, publish
from newsroom.publication.choices import CorrectionKind
from newsroom.publication.corrections.service import Note, correct
from newsroom.publication.lifting.lift import lift_due
from organisations.factories import (
    BoilerplateFactory,
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from organisations.merging import MERGED, merge
from organisations.models import FormerAddress, MediaContact, Person, RecordUse
from organisations.uses import uses_of

NOW = datetime.datetime(2026, 11, 21, 9, 0, tzinfo=datetime.UTC)


@pytest.fixture
def kept(db: None) -> Person:
    """Somebody as the directory should know her."""
    return PersonFactory(name="Wairimu Tendeka", slug="wairimu-tendeka")


@pytest.fixture
def duplicate(db: None) -> Person:
    """The same, typed a second time."""
    return PersonFactory(name="W. Tendeka", slug="w-tendeka")


def quoting(index: NewsIndexPage, *people: Person, **parts: Any) -> ReleasePage:
    """A release in which people are quoted."""
    body = [text_block("<p>Text.</p>"), *(quote_block(f"Words of {person}.", person) for person in people)]
    return ReleasePageFactory(parent=index, body=body, **parts)


def test_every_quote_stays_and_is_the_kept_persons(
    index: NewsIndexPage, kept: Person, duplicate: Person, reader: Client
) -> None:
    _first, second = quoting(index, kept), quoting(index, duplicate)
    addresses = [quote.get_absolute_url() for quote in Quote.objects.all()]
    french = second.copy_for_translation(locale_of("fr"))
    publish(french)
    merge(kept, duplicate, None)
    html = reader.get("/en/people/wairimu-tendeka/").content.decode()
    assert "Words of Wairimu Tendeka." in html and "Words of W. Tendeka." in html
    assert {quote.speaker_id for quote in Quote.objects.all()} == {kept.pk}
    for address in addresses:
        assert reader.get(address).status_code == 200
    for page in (second, french):  # as it was published, under an address that leads on
        assert f'href="/{page.locale.language_code}/people/w-tendeka/"' in reader.get(page.url).content.decode()
    assert reader.get("/en/people/w-tendeka/")["Location"] == "/en/people/wairimu-tendeka/"
    assert not Person.objects.filter(pk=duplicate.pk).exists()
    assert ReferenceIndex.get_references_to(kept).filter(object_id=str(second.pk)).exists()
    assert reader.get("/en/search/", {"q": "Wairimu"}).context["response"].hits


def test_address_of_the_duplicate_leads_to_the_kept_record_for_good(
    index: NewsIndexPage, kept: Person, duplicate: Person, reader: Client
) -> None:
    quoting(index, duplicate)
    merge(kept, duplicate, None)
    answer = reader.get("/fr/people/w-tendeka/?page=2")
    assert (answer.status_code, answer["Location"]) == (301, "/fr/people/wairimu-tendeka/?page=2")
    third = PersonFactory(name="Wairimu T. Tendeka", slug="wairimu-t-tendeka")
    merge(third, kept, None)
    for slug in ("w-tendeka", "wairimu-tendeka"):
        assert reader.get(f"/en/people/{slug}/")["Location"] == "/en/people/wairimu-t-tendeka/"


def test_former_address_gives_no_hidden_record_away(
    index: NewsIndexPage, kept: Person, duplicate: Person, reader: Client
) -> None:
    quoting(index, duplicate, live=False).save_revision()
    merge(kept, duplicate, None)
    answer = reader.get("/en/people/w-tendeka/")
    assert answer.status_code == 404 and "Wairimu" not in answer.content.decode()


def test_drafts_and_scheduled_versions_name_the_kept_record(
    index: NewsIndexPage, kept: Person, duplicate: Person
) -> None:
    public = quoting(index, kept)
    public.body = [*public.body.raw_data, quote_block("Newer words.", duplicate)]
    public.participant_links.add(ReleaseParticipant(person=duplicate, role="Chair", locale=public.locale))
    public.save_revision()
    with time_machine.travel(NOW, tick=False):
        held = quoting(index, duplicate, embargoed_until=NOW + datetime.timedelta(hours=1))
    merge(kept, duplicate, None)
    draft = ReleasePage.objects.get(pk=public.pk).get_latest_revision_as_object()
    assert {block.value["speaker"] for block in draft.body if block.block_type == "quote"} == {kept}
    assert [link.person for link in draft.participant_links.all()] == [kept]
    for revision in Revision.objects.all():
        assert f'"speaker": {duplicate.pk},' not in json.dumps(revision.content).replace('\\"', '"')
    with time_machine.travel(NOW + datetime.timedelta(hours=2), tick=False):
        assert lift_due() == 1
    assert Quote.objects.released().get(release=held).speaker == kept


def test_page_that_listed_both_lists_one(index: NewsIndexPage, kept: Person, duplicate: Person) -> None:
    page = ReleasePageFactory(parent=index, live=False)
    named = ((duplicate, "Mayor"), (kept, "Chair of the network"), (PersonFactory(), "Host"))
    for number, (person, role) in enumerate(named):
        link = ReleaseParticipant(person=person, role=role, locale=page.locale, sort_order=number)
        page.participant_links.add(link)
    page.save()
    publish(page)
    page.save_revision()
    merge(kept, duplicate, None)
    for version in (ReleasePage.objects.get(), ReleasePage.objects.get().get_latest_revision_as_object()):
        listed = [(link.person, link.role) for link in version.participant_links.all()]
        assert listed[0] == (kept, "Mayor; Chair of the network") and len(listed) == 2


def test_organisation_that_issued_and_joined_issues(index: NewsIndexPage) -> None:
    kept, duplicate = OrganisationFactory(slug="joint-office"), OrganisationFactory(slug="jouh")
    page = ReleasePageFactory(parent=index, organisation=duplicate, live=False)
    page.organisation_links.add(ReleaseOrganisation(organisation=kept, is_lead=False))
    page.body = [*page.body.raw_data, quote_block(organisation=duplicate)]
    page.save()
    publish(page)
    RoleFactory(person=PersonFactory(), organisation=duplicate)
    BoilerplateFactory(organisation=duplicate)
    contact = MediaContactFactory(organisation=duplicate)
    child, above = OrganisationFactory(parent=duplicate), OrganisationFactory()
    duplicate.parent, kept.parent = above, duplicate
    duplicate.save()
    kept.save()
    merge(kept, duplicate, None)
    (link,) = ReleasePage.objects.get(pk=page.pk).organisation_links.all()
    assert (link.organisation, link.is_lead) == (kept, True)
    assert Quote.objects.get().organisation == kept
    for record in (kept, child, contact):
        record.refresh_from_db()
    assert kept.parent is None and child.parent == kept and contact.organisation == kept
    assert kept.roles.count() == kept.boilerplates.count() == 1
    assert {use.title for use in uses_of(kept).pages} == {page.title}


def test_released_boilerplate_keeps_its_frozen_words(index: NewsIndexPage, reader: Client) -> None:
    kept, duplicate = BoilerplateFactory(text="<p>New words.</p>"), BoilerplateFactory(text="<p>Old words.</p>")
    one, both = ReleasePageFactory(parent=index, live=False), ReleasePageFactory(parent=index, live=False)
    for page, chosen in ((one, [duplicate]), (both, [kept, duplicate])):
        for boilerplate in chosen:
            page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=boilerplate))
        page.save()
        publish(page)
    merge(kept, duplicate, None)
    for page in (one, both):
        publish(ReleasePage.objects.get(pk=page.pk))
    assert "Old words." in reader.get(one.url).content.decode()
    assert "New words." in reader.get(both.url).content.decode()
    assert reader.get(both.url).content.decode().count("words.</p>") == 1


def test_contact_and_its_deputies_move(index: NewsIndexPage) -> None:
    kept, duplicate = MediaContactFactory(), MediaContactFactory()
    kept.deputy = duplicate
    kept.save()
    other = MediaContactFactory(deputy=duplicate)
    page = ReleasePageFactory(parent=index, contact=duplicate, live=False)
    page.contact_links.add(ReleaseContact(contact=kept))
    page.save()
    publish(page)
    merge(kept, duplicate, None)
    assert [link.contact for link in ReleasePage.objects.get().contact_links.all()] == [kept]
    deputies = dict(MediaContact.objects.values_list("pk", "deputy"))
    assert deputies == {kept.pk: None, other.pk: kept.pk}


def test_languages_come_along(index: NewsIndexPage, kept: Person, duplicate: Person, reader: Client) -> None:
    arabic = PersonFactory(name="وايريمو", slug="w-tendeka", language="ar", translation_key=duplicate.translation_key)
    french = PersonFactory(name="W. T.", slug="w-tendeka", language="fr", translation_key=duplicate.translation_key)
    kept_french = PersonFactory(name="Wairimu T.", slug=kept.slug, language="fr", translation_key=kept.translation_key)
    RoleFactory(person=french, title="Maire", language="fr")
    quoting(index, arabic)
    quoting(index, french)
    merge(kept, duplicate, None)
    arabic.refresh_from_db()
    assert (arabic.translation_key, arabic.slug) == (kept.translation_key, kept.slug)
    assert not Person.objects.filter(pk=french.pk).exists()
    assert [role.title for role in kept_french.roles.all()] == ["Maire"]
    assert set(Quote.objects.values_list("speaker", flat=True)) == {arabic.pk, kept_french.pk}
    assert "وايريمو" in reader.get("/ar/people/wairimu-tendeka/").content.decode()
    assert FormerAddress.objects.count() == 1


def test_role_held_twice_is_held_once(kept: Person, duplicate: Person) -> None:
    day = datetime.date(2024, 6, 1)
    for person in (kept, duplicate):
        RoleFactory(person=person, title="Mayor", started_on=day)
    RoleFactory(person=duplicate, title="Councillor")
    merge(kept, duplicate, None)
    assert sorted(role.title for role in kept.roles.all()) == ["Councillor", "Mayor"]


def test_what_translators_work_from_names_the_kept_record(
    index: NewsIndexPage, kept: Person, duplicate: Person
) -> None:
    page = quoting(index, duplicate)
    source, _created = TranslationSource.get_or_create_from_instance(page)
    merge(kept, duplicate, None)
    source.refresh_from_db()
    assert [block.value["speaker"] for block in source.as_instance().body if block.block_type == "quote"] == [kept]


def test_earlier_version_of_a_corrected_release_can_still_be_read(
    index: NewsIndexPage, kept: Person, duplicate: Person, reader: Client
) -> None:
    page = quoting(index, duplicate)
    page.body = [text_block("<p>Nobody was quoted.</p>")]
    page.save_revision()
    page.refresh_from_db()
    correct([Note(page, "She spoke.", "She did not.", "A mistake.")], CorrectionKind.FACTUAL, None)
    merge(kept, duplicate, None)
    html = reader.get(f"{page.url}versions/1/").content.decode()
    assert "Words of W. Tendeka." in html and "W. Tendeka</b>" in html


def test_hashtags_merge_with_what_carries_them(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client
) -> None:
    kept, duplicate = hashtag("ShadeIsPublic"), hashtag("PublicShade")
    both = ReleasePageFactory(parent=index, hashtags=["ShadeIsPublic", "PublicShade"])
    one = ReleasePageFactory(parent=index, hashtags=["PublicShade"])
    hub = CampaignHubPageFactory(parent=campaigns, word="PublicShade")
    merge(kept, duplicate, None)
    for page in (both, one):
        for version in (ReleasePage.objects.get(pk=page.pk), page.get_latest_revision_as_object()):
            assert [str(tag) for tag in version.hashtags.all()] == ["ShadeIsPublic"]
    hub.refresh_from_db()
    assert hub.hashtag == kept
    assert len(list(reader.get(hub.url).context["dates"])) == 2


def test_merge_that_fails_leaves_everything_as_it_was(
    index: NewsIndexPage, kept: Person, duplicate: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = quoting(index, duplicate)

    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("no ink")

    monkeypatch.setattr("organisations.merging.move_uses", fail)
    with pytest.raises(RuntimeError):
        merge(kept, duplicate, None)
    assert Quote.objects.get(release=page).speaker == duplicate
    assert ReleasePage.objects.get().body[1].value["speaker"] == duplicate
    assert not FormerAddress.objects.exists()


def test_record_is_not_merged_into_itself(kept: Person) -> None:
    french = PersonFactory(slug=kept.slug, language="fr", translation_key=kept.translation_key)
    with pytest.raises(ValidationError):
        merge(kept, french, None)


def test_officer_chooses_sees_what_moves_and_confirms(
    officer: Client, index: NewsIndexPage, kept: Person, duplicate: Person
) -> None:
    quoting(index, duplicate, title="Night buses meet the last ferry")
    PersonFactory(language="ar", slug=duplicate.slug, translation_key=duplicate.translation_key)
    address = reverse("wagtailsnippets_organisations_person:merge", args=[duplicate.pk])
    listed = officer.get(reverse("wagtailsnippets_organisations_person:list")).content.decode()
    inspected = officer.get(reverse("wagtailsnippets_organisations_person:inspect", args=[duplicate.pk]))
    assert address in listed and address in inspected.content.decode()
    assert "Choose person" in officer.get(address).content.decode()
    asked = officer.get(address, {"kept": kept.pk}).content.decode()
    for words in ("Night buses meet the last ferry", "Speaker: 1", "Languages that move to it: Arabic"):
        assert words in asked
    assert Person.objects.filter(pk=duplicate.pk).exists()
    for wrong in ("", "nonsense", "999999", str(duplicate.pk)):
        assert officer.get(address, {"kept": wrong}).status_code == 200
        assert officer.post(address, {"kept": wrong}).status_code == 200
    answer = officer.post(address, {"kept": kept.pk})
    assert answer["Location"] == reverse("wagtailsnippets_organisations_person:inspect", args=[kept.pk])
    entry = ModelLogEntry.objects.get(action=MERGED)
    assert (entry.object_id, entry.data["duplicate"]) == (str(kept.pk), "W. Tendeka")
    history = officer.get(reverse("wagtailsnippets_organisations_person:history", args=[kept.pk]))
    assert "“W. Tendeka” became part of it" in history.content.decode()
    assert not RecordUse.objects.filter(record=duplicate.translation_key).exists()
