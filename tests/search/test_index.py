"""The index says what is public, from the moment it is to the moment it is no longer."""

import datetime
import uuid
from collections.abc import Callable
from io import StringIO
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from leaving_quietly import keep_to_a_few, unpublish

from campaigns.factories import CampaignHubPageFactory
from campaigns.models import CampaignIndexPage
from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, Quote, ReleasePage
from newsroom.base.factories import publish
from newsroom.publication.choices import Manner
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import MediaContactFactory, OrganisationFactory, PersonFactory
from organisations.models import Organisation, Person
from search import indexing
from search.analysis import ANALYZER_VERSION
from search.models import Completion, Entry, Generation, Posting
from search.request import SearchRequest


@pytest.fixture
def ferry(index: NewsIndexPage) -> ReleasePage:
    """A public release with a quote."""
    speaker = PersonFactory(name="Tomasz Wieliczko")
    office = OrganisationFactory(name="Harbour Office")
    body = [quote_block("Nobody counts the lamps.", speaker)]
    return ReleasePageFactory(parent=index, title="The last ferry", slug="last-ferry", body=body, organisation=office)


def entries(**which: Any) -> set[tuple[str, str]]:
    """Source and title of what the index that answers holds."""
    rows = Entry.objects.filter(generation__is_serving=True, **which)
    return set(rows.values_list("source", "title"))


PUBLIC = {
    ("release", "The last ferry"),
    ("quote", "The last ferry"),
    ("person", "Tomasz Wieliczko"),
    ("organisation", "Harbour Office"),
}


def test_release_brings_its_quotes_and_whom_it_names_and_takes_them_along(ferry: ReleasePage) -> None:
    assert entries() == PUBLIC
    unpublish(ferry)
    assert entries() == set()
    assert not Posting.objects.exists() and not Completion.objects.exists()
    publish(ferry)
    assert entries() == PUBLIC
    take_off(ferry, Manner.GONE, {"en": "It has sunk."})
    assert ("release", "The last ferry") not in entries() and ("quote", "The last ferry") not in entries()


def test_nothing_under_embargo_is_written(ferry: ReleasePage, index: NewsIndexPage) -> None:
    before = Posting.objects.count()
    ahead = timezone.now() + datetime.timedelta(days=1)
    draft = ReleasePageFactory(parent=index, title="A zeppelin", slug="zeppelin", embargoed_until=ahead)
    draft.title = "A second zeppelin"
    draft.save_revision()
    assert entries() == PUBLIC
    assert Posting.objects.count() == before


def test_index_changes_with_the_publication_or_not_at_all(ferry: ReleasePage) -> None:
    ferry.title = "A changed headline"
    with pytest.raises(RuntimeError), transaction.atomic():
        publish(ferry)
        assert ("release", "A changed headline") in entries()
        raise RuntimeError
    assert entries() == PUBLIC


def test_renamed_people_and_organisations_are_found_by_their_new_names(ferry: ReleasePage, reader: Client) -> None:
    def finds(words: str) -> bool:
        hits = reader.get("/en/search/", {"q": words}).context["response"].hits
        return "The last ferry" in {hit.shown.title for hit in hits}

    assert finds("wieliczko") and finds("harbour")
    person, office = Person.objects.get(name="Tomasz Wieliczko"), Organisation.objects.get(name="Harbour Office")
    person.name, office.name = "Tomasz Niezgoda", "Lantern Office"
    person.save()
    office.save()
    assert finds("niezgoda") and finds("lantern")
    assert not finds("wieliczko") and not finds("harbour")


def test_page_kept_to_a_few_leaves_the_index_and_returns(ferry: ReleasePage) -> None:
    restriction = keep_to_a_few(ferry.get_parent())
    assert entries() == set()
    restriction.delete()
    assert entries() == PUBLIC


def test_rebuild_answers_all_the_while_and_says_the_same_afterwards(
    ferry: ReleasePage, index: NewsIndexPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[set[tuple[str, str]]] = []

    def meanwhile(done: int, total: int) -> None:
        seen.append(entries())
        if len(seen) == 1:
            ReleasePageFactory(parent=index, title="Published meanwhile", slug="meanwhile")

    old = Generation.objects.serving()
    indexing.rebuild_index(meanwhile)
    assert all(each >= PUBLIC for each in seen)
    assert entries() >= PUBLIC | {("release", "Published meanwhile")}
    assert not Generation.objects.filter(pk=old.pk).exists()
    out = StringIO()
    call_command("rebuild_search_index", stdout=out)
    assert "entries" in out.getvalue()


def test_index_of_another_analyzer_answers_nothing_and_is_reported(ferry: ReleasePage, reader: Client) -> None:
    assert not run_checks(databases=["default"], tags=["database"])
    Generation.objects.update(analyzer_version=ANALYZER_VERSION - 1)
    answer = reader.get("/en/search/", {"q": "ferry"})
    assert answer.status_code == 200 and not answer.context["response"].hits
    listed = reader.get("/en/news/").context["releases"]
    assert [release.pk for release in listed] == [ferry.pk], "what stands in lists needs no analyzer"
    assert [warning.id for warning in run_checks(databases=["default"], tags=["database"])] == ["newsroom.W001"]
    ready = reader.get("/ready/")
    assert (ready.status_code, ready.content) == (503, b"index")
    indexing.rebuild_index()
    assert reader.get("/ready/").status_code == 200
    assert entries() == PUBLIC


@pytest.mark.parametrize("asked", ["q=ferry", "q=ferry&language=all", "kind=quote&q=lamps"])
def test_queries_do_not_grow_with_what_is_found(
    index: NewsIndexPage, reader: Client, count_queries: Callable[[Callable[[], Any]], int], asked: str
) -> None:
    def ask() -> Any:
        return reader.get(f"/en/search/?{asked}")

    for number in range(3):
        body = [quote_block("Ferry lamps.", PersonFactory())]
        ReleasePageFactory(parent=index, title=f"Ferry {number}", slug=f"ferry-{number}", body=body)
    few = count_queries(ask)
    for number in range(3, 30):
        body = [quote_block("Ferry lamps.", PersonFactory())]
        ReleasePageFactory(parent=index, title=f"Ferry {number}", slug=f"ferry-{number}", body=body)
    assert ask().context["response"].total >= 30
    assert count_queries(ask) == few


def test_completions_offer_what_is_public(ferry: ReleasePage, index: NewsIndexPage, reader: Client) -> None:
    ReleasePageFactory(parent=index, title="A ferry nobody knows", slug="unknown", live=False)

    def offered(typed: str) -> list[str]:
        return [each["title"] for each in reader.get("/en/search/completions/", {"q": typed}).json()["completions"]]

    assert offered("fer") == ["The last ferry"]
    assert offered("wiel") == ["Tomasz Wieliczko"]
    assert offered("HARB") == ["Harbour Office"]
    assert offered("%") == offered("") == offered("zz") == []
    assert reader.get("/en/search/completions/", {"q": "x" * 300}).status_code == 400
    unpublish(ferry)
    assert offered("fer") == []


def test_hashtags_are_offered_and_lead_to_their_campaign_or_their_search(
    index: NewsIndexPage, campaigns: CampaignIndexPage, reader: Client
) -> None:
    CampaignHubPageFactory(parent=campaigns, title="Ferries for all", word="FerryNights")
    tags = ["FerryNights", "FerryLamps", "Тень"]
    release = ReleasePageFactory(parent=index, title="Lamps", slug="lamps", hashtags=tags)
    ReleasePageFactory(parent=index, slug="draft", hashtags=["FerrySecret"], live=False)

    def offered(typed: str) -> dict[str, str]:
        found = reader.get("/en/search/completions/", {"q": typed}).json()["completions"]
        return {each["title"]: each["url"] for each in found}

    assert offered("ferryn") == {"#FerryNights": "/en/campaigns/ferrynights/"}
    assert offered("#ferryl") == {"#FerryLamps": "/en/search/?campaign=ferrylamps"}
    assert list(offered("тен")) == ["#Тень"]
    assert offered("ferrys") == offered("%") == offered("#") == {}
    hits = reader.get(offered("ferryl")["#FerryLamps"]).context["response"].hits
    assert [hit.shown.title for hit in hits] == ["Lamps"]
    unpublish(release)
    assert offered("ferryl") == {}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=ferry&from=nonsense", "Write the day as year-month-day"),
        ("q=ferry&from=2026-13-45", "Write the day as year-month-day"),
        ("q=ferry&from=2026-02-02&to=2026-02-01", "This day comes before the first one."),
        ("q=ferry&kind=zeppelin", "There is no kind “zeppelin”."),
        ("q=ferry&language=tlh", "The newsroom does not publish in this language."),
        ("q=ferry&sort=price", "Results cannot be sorted this way."),
        ("q=ferry&match=none", "Words cannot be matched this way."),
        ("q=ferry&speaker=" + "x" * 300, "These are too many or too long values."),
        ("&".join(f"place={number}" for number in range(30)), "These are too many or too long values."),
    ],
)
def test_wrong_values_are_refused_with_a_reason_and_nothing_typed_is_lost(
    newsroom: Any, reader: Client, query: str, words: str
) -> None:
    answer = reader.get(f"/en/search/?{query}")
    html = answer.content.decode()
    assert answer.status_code == 400
    assert words in html
    if query.startswith("q="):
        assert 'value="ferry"' in html


def test_page_without_results_says_what_to_do_next(ferry: ReleasePage, releases: Any, reader: Client) -> None:
    """The word spelled as it is known, the languages that have it, the list of releases, whom to ask."""
    MediaContactFactory(name="Duty Desk", phone="+999 20 555 0190", is_press_desk=True)
    html = reader.get("/fr/search/", {"q": "ferry"}).content.decode()
    assert 'href="/fr/search/?q=ferry&amp;language=en"' in html
    html = reader.get("/en/search/", {"q": "ferrry", "literal": "1"}).content.decode()
    assert "Nothing was found." in html and '<a href="/en/search/?q=ferry">ferry</a>' in html
    assert '<a href="/en/news/">All releases</a>' in html and 'href="tel:+999205550190"' in html
    assert "Nothing was found." not in reader.get("/en/search/", {"q": "ferry"}).content.decode()


def test_search_can_be_shared_by_its_address(ferry: ReleasePage, reader: Client) -> None:
    address = "/en/search/?q=ferry&amp;kind=press-release"
    html = reader.get("/en/search/?q=ferry&kind=press-release").content.decode()
    assert f'data-copy="http://testserver{address}"' in html and f'<a href="{address}">Address of this search' in html
    assert "Share this search" not in reader.get("/en/search/").content.decode()


def test_unknown_choices_find_nothing_in_peace(ferry: ReleasePage, reader: Client) -> None:
    for query in ("speaker=nobody", "organisation='; DROP TABLE x; --", "place=%C0%AF", "campaign=x", "tag=y", "foo=1"):
        answer = reader.get(f"/en/search/?q=ferry&{query}")
        assert answer.status_code == 200
        assert len(answer.context["response"].hits) == (query == "foo=1")


def test_request_is_a_value(newsroom: Any) -> None:
    one, other = (SearchRequest(words="ferry", language="en", kind=("speech",)) for _each in range(2))
    assert one == other and len({one, other}) == 1
    assert one.query_string("en") == "q=ferry&kind=speech"
    assert one.query_string("fr") == "q=ferry&language=en&kind=speech"
    assert one.without("kind", "speech").query_string("en") == "q=ferry"
    with pytest.raises(AttributeError):
        one.words = "boat"  # type: ignore[misc]


def test_quotes_read_with_their_release_say_what_they_say_alone(ferry: ReleasePage) -> None:
    withdrawn = Quote.objects.create(
        quote_id=uuid.uuid4(), release=ferry, locale=ferry.locale, sort_order=9, words="I never said so.",
        speaker=PersonFactory(), language="en", withdrawn_at=timezone.now(),
    )  # fmt: skip
    standing = [("quote", quote.pk) for quote in Quote.objects.exclude(pk=withdrawn.pk)]
    read = indexing.now([ferry])
    assert len(standing) == 1 and set(read) == {("release", ferry.pk), *standing}
    assert {key: read[key] for key in standing} == indexing.items_for(standing)
    assert indexing.items_for([("quote", withdrawn.pk)]) == {("quote", withdrawn.pk): None}


def test_publishing_reads_the_quotes_once(ferry: ReleasePage) -> None:
    with CaptureQueriesContext(connection) as captured:
        indexing.refresh_index([ferry])
    assert sum('"news_quote"."words"' in query["sql"] for query in captured.captured_queries) == 1
