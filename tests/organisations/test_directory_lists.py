"""The lists of the directory, what uses a record, and what keeps it from deletion."""

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from leaving_quietly import unpublish

from campaigns.factories import CampaignHubPageFactory, hashtag
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block, text_block
from news.models import NewsIndexPage, ReleaseBoilerplate, ReleasePage, ReleaseParticipant
from newsroom.base.factories import locale_of, publish
from organisations.factories import (
    BoilerplateFactory,
    MediaContactFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from organisations.models import RecordUse
from organisations.uses import uses_of

KINDS: dict[str, Callable[[], Any]] = {
    "organisation": lambda: OrganisationFactory(name="Joint Office"),
    "person": lambda: PersonFactory(name="Wairimu Tendeka"),
    "boilerplate": lambda: BoilerplateFactory(organisation=OrganisationFactory(name="Joint Office")),
    "mediacontact": lambda: MediaContactFactory(name="Halima Okoth", organisation=OrganisationFactory()),
    "hashtag": lambda: hashtag("ShadeIsPublic"),
}


def address(record: Model, view: str) -> str:
    """A page of the CMS about a record."""
    name = f"wagtailsnippets_{record._meta.app_label}_{record._meta.model_name}:{view}"
    return reverse(name) if view in ("list", "add") else reverse(name, args=[record.pk])


def naming(record: Any, index: NewsIndexPage, *, live: bool = True, **parts: Any) -> ReleasePage:
    """A release that names a record as what it is."""
    kind = record._meta.model_name
    chosen = {
        "organisation": {"organisation": record},
        "mediacontact": {"contact": record},
        "person": {"body": [text_block("<p>Text.</p>"), quote_block(speaker=record)]} if kind == "person" else {},
        "hashtag": {"hashtags": [str(record)]},
    }.get(kind, {})
    page = ReleasePageFactory(parent=index, live=False, **chosen, **parts)
    if kind == "boilerplate":
        page.boilerplate_links.add(ReleaseBoilerplate(boilerplate=record))
        page.save()
    page.save_revision()
    if live:
        publish(page)
    return page


def rows(browser: Client, record: Model, **query: Any) -> list[Any]:
    """What the list of a kind of records shows."""
    answer = browser.get(address(record, "list"), query)
    assert answer.status_code == 200
    return list(answer.context["object_list"])


@pytest.mark.parametrize("kind", KINDS)
def test_use_is_counted_once_a_release_whatever_its_languages(officer: Client, index: NewsIndexPage, kind: str) -> None:
    record = KINDS[kind]()
    page = naming(record, index)
    publish(page.copy_for_translation(locale_of("fr")))
    naming(record, index, live=False)
    counts = {row.pk: row.use_count for row in rows(officer, record)}
    assert counts.pop(record.pk) == 2
    assert all(count < 2 for count in counts.values())


@pytest.mark.parametrize("kind", KINDS)
def test_list_is_filtered_and_ordered_by_use_also_while_searching(
    officer: Client, index: NewsIndexPage, kind: str
) -> None:
    record = KINDS[kind]()
    naming(record, index)
    assert record in rows(officer, record, is_used="true")
    assert record not in rows(officer, record, is_used="false")
    counts = [row.use_count for row in rows(officer, record, ordering="-use_count")]
    assert counts == sorted(counts, reverse=True)
    words = {"hashtag": "shade", "person": "tend", "mediacontact": "hali"}.get(kind, "joint")
    assert rows(officer, record, q=words, ordering="-use_count", is_used="true") == [record]


def test_contacts_are_searched_and_filtered_at_once(officer: Client) -> None:
    contact = MediaContactFactory(name="Halima Okoth", is_press_desk=True, organisation=OrganisationFactory())
    MediaContactFactory(name="Halima Osei")
    query = {"q": "halima", "is_press_desk": "true", "organisation": contact.organisation_id, "ordering": "phone"}
    assert rows(officer, contact, **query) == [contact]


def test_person_is_listed_with_the_role_of_today(officer: Client) -> None:
    person = PersonFactory(name="Wairimu Tendeka")
    RoleFactory(person=person, title="Deputy Mayor", ended_on=timezone.now().date() - datetime.timedelta(days=1))
    RoleFactory(person=person, title="Mayor", organisation=OrganisationFactory(name="Mito Miwili"))
    html = officer.get(address(person, "list")).content.decode()
    assert "Mayor, Mito Miwili" in html and "Deputy" not in html


@pytest.mark.parametrize("kind", KINDS)
def test_queries_of_a_list_do_not_grow(
    officer: Client, index: NewsIndexPage, kind: str, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    makers: dict[str, Callable[[int], Any]] = {
        "organisation": lambda number: OrganisationFactory(parent=OrganisationFactory()),
        "person": lambda number: RoleFactory(person=PersonFactory(), organisation=OrganisationFactory()).person,
        "boilerplate": lambda number: BoilerplateFactory(),
        "mediacontact": lambda number: MediaContactFactory(organisation=OrganisationFactory()),
        "hashtag": lambda number: hashtag(f"Word{number}"),
    }
    made = 0
    counts = []
    for more in (3, 15):
        for _count in range(more):
            made += 1
            record = makers[kind](made)
        naming(record, index)
        counts.append(count_queries(partial(officer.get, address(record, "list"))))
    assert counts[0] == counts[1]


def test_inspect_view_says_where_a_record_is_used(officer: Client, index: NewsIndexPage) -> None:
    person = PersonFactory(name="Wairimu Tendeka")
    public = naming(person, index, title="Public words")
    draft = naming(person, index, live=False, title="Words in a draft")
    soon = timezone.now() + datetime.timedelta(days=1)
    held = naming(person, index, title="Words held back", embargoed_until=soon)
    former = naming(person, index, title="Words taken off")
    unpublish(former)
    taking_part = ReleasePageFactory(parent=index, title="With her at the table", live=False)
    taking_part.participant_links.add(ReleaseParticipant(person=person, locale=taking_part.locale))
    publish(taking_part)
    answer = officer.get(address(person, "inspect"))
    html = answer.content.decode()
    states = {use.title: str(use.state) for use in answer.context["uses"].pages}
    assert states == {
        "Public words": "public",
        "With her at the table": "public",
        "Words in a draft": "draft",
        "Words held back": "scheduled",
        "Words taken off": "was public",
    }
    for page in (public, draft, held, former, taking_part):
        assert f"/admin/pages/{page.pk}/edit/" in html
    assert "Speaker: 4" in html and "Participant: 1" in html and "public: 2" in html


def test_speaker_who_stands_in_the_newest_draft_alone_is_found(officer: Client, index: NewsIndexPage) -> None:
    page, person = ReleasePageFactory(parent=index), PersonFactory()
    page.body = [*page.body.raw_data, quote_block(speaker=person)]
    page.save_revision()
    (use,) = uses_of(person).pages
    assert (str(use.state), use.is_public) == ("draft", False)
    page.body = page.body.raw_data[:1]
    page.save_revision()
    assert not uses_of(person)


def test_who_stood_on_a_public_release_once_is_remembered(index: NewsIndexPage) -> None:
    person = PersonFactory()
    page = naming(person, index)
    page.body = [text_block("<p>Without the quote.</p>")]
    publish(page)
    (use,) = uses_of(person).pages
    assert str(use.state) == "was public"


def test_directory_and_hubs_count_as_uses(officer: Client, campaigns: CampaignIndexPage) -> None:
    office, deputy = OrganisationFactory(), MediaContactFactory()
    OrganisationFactory(parent=office, name="Below")
    RoleFactory(person=PersonFactory(name="Oleg Brandvik"), organisation=office)
    MediaContactFactory(name="Halima Okoth", organisation=office, deputy=deputy)
    BoilerplateFactory(organisation=office, variant="short")
    named = {str(name) for _label, name, _address in uses_of(office).records}
    assert named == {"Below", "Oleg Brandvik", "Halima Okoth", f"{office} (short)"}
    assert [name for _label, name, _address in uses_of(deputy).records] == ["Halima Okoth"]
    hub = CampaignHubPageFactory(parent=campaigns, word="TellTheRiver")
    assert [name for _label, name, _address in uses_of(hub.hashtag).records] == [hub.title]


def test_queries_of_the_inspect_view_do_not_grow_with_the_uses(
    officer: Client, index: NewsIndexPage, count_queries: Callable[[Callable[[], Any]], int]
) -> None:
    person, counts = PersonFactory(), []
    for number in (3, 12):
        for _count in range(number):
            naming(person, index)
        counts.append(count_queries(lambda: officer.get(address(person, "inspect"))))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("state", ["public", "draft", "taken off"])
def test_record_that_a_release_names_is_not_deleted_and_the_page_says_which(
    officer: Client, index: NewsIndexPage, kind: str, state: str
) -> None:
    record = KINDS[kind]()
    page = naming(record, index, live=state != "draft", title="Night buses meet the last ferry")
    if state == "taken off":
        unpublish(page)
    for send in (officer.get, officer.post):
        answer = send(address(record, "delete"))
        assert answer.status_code == 409
        assert "Night buses meet the last ferry" in answer.content.decode()
        assert f"/admin/pages/{page.pk}/edit/" in answer.content.decode()
    assert type(record).objects.filter(pk=record.pk).exists()


def test_neither_are_several_of_which_one_is_used(officer: Client, index: NewsIndexPage) -> None:
    used, unused = PersonFactory(), PersonFactory()
    naming(used, index)
    bulk = f"/admin/bulk/organisations/person/delete/?id={used.pk}&id={unused.pk}"
    assert str(used) in officer.post(bulk).content.decode()
    assert type(used).objects.count() == 2
    officer.post(f"/admin/bulk/organisations/person/delete/?id={unused.pk}")
    assert list(type(used).objects.all()) == [used]


@pytest.mark.parametrize("kind", KINDS)
def test_unused_record_is_deleted(officer: Client, kind: str) -> None:
    record = KINDS[kind]()
    assert officer.post(address(record, "delete")).status_code == 302
    assert not type(record).objects.filter(pk=record.pk).exists()


def test_deleting_a_draft_frees_what_only_it_named(officer: Client, index: NewsIndexPage) -> None:
    person = PersonFactory()
    naming(person, index, live=False).delete()
    assert not RecordUse.objects.exists() and not uses_of(person)


def test_boilerplates_lead_to_the_page_that_refreshes_them(officer: Client) -> None:
    record = BoilerplateFactory()
    assert reverse("boilerplate_releases", args=[record.pk]) in officer.get(address(record, "inspect")).content.decode()


def test_hashtag_is_there_once_whatever_its_case(officer: Client) -> None:
    word = hashtag("ShadeIsPublic")
    answer = officer.post(address(word, "add"), {"name": "#shadeispublic"})
    assert "is a hashtag already" in answer.content.decode()
    assert officer.post(address(word, "add"), {"name": "#TellTheRiver"}).status_code == 302
    assert hashtag("TellTheRiver").slug == "telltheriver"


def test_translator_reads_and_neither_merges_nor_deletes(translator: Client) -> None:
    person = PersonFactory()
    assert translator.get(address(person, "inspect")).status_code == 200
    for view in ("merge", "delete"):
        assert translator.get(address(person, view)).status_code == 302


def test_uses_can_be_noted_afterwards(index: NewsIndexPage, capsys: pytest.CaptureFixture[str]) -> None:
    people = [PersonFactory() for _number in range(3)]
    naming(people[0], index)
    naming(people[1], index, live=False)
    ReleasePageFactory(parent=index, live=False, quotes=1, speaker=people[2])
    before = set(RecordUse.objects.values_list("page", "kind", "record", "part", "version"))
    RecordUse.objects.all().delete()
    for _time in range(2):
        call_command("note_uses")
    assert set(RecordUse.objects.values_list("page", "kind", "record", "part", "version")) == before
    assert "3 pages" in capsys.readouterr().out
