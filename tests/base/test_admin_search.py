"""The search of the CMS: modelsearch's answers, at a cost that does not grow with the archive."""

from collections.abc import Iterator
from typing import Any

import pytest
from corpora import for_the_file
from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from modelsearch.backends import database, get_search_backend
from modelsearch.backends.base import FilterFieldError
from modelsearch.query import MATCH_ALL, Not, Phrase, PlainText
from wagtail.models import Page

from news.factories import ReleasePageFactory
from news.models import NewsIndexPage, ReleasePage
from newsroom.base.pages.amendments import Amendment, changing

pytestmark = pytest.mark.django_db
TITLES = ["Harbour", "The harbour of Karsund and its many lamps", "A night ferry", "Ferry lamps", "Harbours", "Bridge"]
QUERIES: list[Any] = [
    *("harbour", "ferry", "lamps harbour", "nothing", "karsund's", "%", "\\"),
    *(Phrase("night ferry"), Phrase("ferry night"), PlainText("ferry", operator="or"), MATCH_ALL, Not(MATCH_ALL)),
    PlainText("harbour") & PlainText("lamps"),
    PlainText("harbour") | PlainText("ferry"),
    PlainText("lamps") & ~PlainText("ferry"),
    ~PlainText("ferry"),
]


@pytest.fixture(scope="module", autouse=True)
def archive(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Releases and drafts that the CMS finds by their titles."""
    with for_the_file(django_db_blocker):
        index = NewsIndexPage.objects.get(locale__language_code="en")
        for number, title in enumerate(TITLES):
            summary = "Harbour" * (number == 5)
            ReleasePageFactory(parent=index, title=title, slug=f"release-{number}", summary=summary)
        yield


@pytest.fixture
def usual() -> Any:
    """modelsearch's own backend for this database."""
    return database.SearchBackend({})


@pytest.fixture
def ours() -> Any:
    """The newsroom's."""
    return get_search_backend()


def test_ours_is_chosen_by_a_setting(ours: Any) -> None:
    assert type(ours).__module__ == ours.index_class.__module__ == "newsroom.base.admin_search"
    from modelsearch.backends.elasticsearch9 import Elasticsearch9SearchBackend

    chosen = {"BACKEND": "modelsearch.backends.elasticsearch9", "URLS": ["http://search.example:9200"]}
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(settings.MODELSEARCH_BACKENDS, "elsewhere", chosen)
        assert isinstance(get_search_backend("elsewhere"), Elasticsearch9SearchBackend)


@pytest.mark.parametrize("query", QUERIES, ids=str)
def test_same_pages_are_found_as_by_modelsearch(ours: Any, usual: Any, query: Any) -> None:
    for rows in (ReleasePage.objects.all(), Page.objects.all()):
        for kept in (rows, rows.filter(live=True), rows.exclude(pk=0)):
            expected = {page.pk for page in usual.search(query, kept)}
            found = ours.search(query, kept)
            assert {page.pk for page in found} == expected
            assert found.count() == len(expected)
            assert len(ours.search(query, kept)[:2]) == min(2, len(expected))


@pytest.mark.parametrize("query", ['"', 'a "b', '"" ferry"', "NEAR(", "title:x", "*", "^", "{a} : b"])
def test_signs_are_no_errors(ours: Any, admin_client: Client, query: str) -> None:
    rows = ReleasePage.objects.all()
    assert len(ours.search(query, rows)) == (2 if "ferry" in query else 0)
    assert len(ours.search(Phrase(query), rows)) == (2 if "ferry" in query else 0)
    assert len(ours.autocomplete(query, rows)) in range(3)
    assert admin_client.get("/admin/pages/search/", {"q": query}).status_code == 200


@pytest.mark.parametrize(
    ("query", "number"),
    [
        (PlainText('"') & PlainText("ferry"), 0),
        (PlainText('"') | PlainText("ferry"), 2),
        (PlainText('"') | Phrase('""'), 0),
        (PlainText("ferry") & ~PlainText('"'), 2),
        (~PlainText('"'), len(TITLES)),
    ],
    ids=str,
)
def test_signs_within_a_query_find_nothing(ours: Any, query: Any, number: int) -> None:
    assert len(ours.search(query, ReleasePage.objects.all())) == number


@pytest.mark.parametrize("typed", ["har", "harb", "ferry la", "lam", "f", "zz", "kar of"])
def test_same_pages_are_offered_while_somebody_types(ours: Any, usual: Any, typed: str) -> None:
    rows = ReleasePage.objects.all()
    assert {page.pk for page in ours.autocomplete(typed, rows)} == {page.pk for page in usual.autocomplete(typed, rows)}


def test_order_is_that_of_relevance_or_the_one_asked_for(ours: Any, usual: Any) -> None:
    rows = ReleasePage.objects.all()
    for backend in (ours, usual):  # PostgreSQL takes plural and singular for the same
        assert backend.search("harbour", rows)[0].title in ("Harbour", "Harbours")
    by_title = rows.order_by("-title")
    found = ours.search("ferry", by_title, order_by_relevance=False)
    assert [page.title for page in found] == ["Ferry lamps", "A night ferry"]
    assert list(found) == list(usual.search("ferry", by_title, order_by_relevance=False))
    assert all(page.score is not None for page in ours.search("ferry", rows).annotate_score("score"))


def test_facets_and_wrong_filters_are_as_in_modelsearch(ours: Any, usual: Any) -> None:
    rows = ReleasePage.objects.all()
    assert ours.search("ferry", rows).facet("kind") == usual.search("ferry", rows).facet("kind")
    with pytest.raises(FilterFieldError):
        list(ours.search("ferry", rows.filter(notes_to_editors="x")))


def test_editors_find_pages(admin_client: Client) -> None:
    for address in ("/admin/pages/search/?q=harbour", "/admin/pages/search/?q=harbour&ordering=title"):
        found = {page.title for page in admin_client.get(address).context["pages"]}
        assert found >= {"The harbour of Karsund and its many lamps", "Harbour"} and "Ferry lamps" not in found


def plan_of(statement: str) -> str:
    """How the database goes about a statement."""
    explain = "EXPLAIN QUERY PLAN" if connection.vendor == "sqlite" else "EXPLAIN"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"{explain} {statement}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


def test_words_are_found_by_an_index_and_hits_joined_once(ours: Any) -> None:
    """On SQLite modelsearch searches again for each row; on PostgreSQL it leaves out the index of title and text."""
    with CaptureQueriesContext(connection) as captured:
        list(ours.search("harbour", ReleasePage.objects.all())[:20])
    if connection.vendor == "sqlite":
        plan = plan_of(captured.captured_queries[-1]["sql"])
        assert "CORRELATED" not in plan and "SCAN modelsearch_indexentry_fts VIRTUAL TABLE" in plan
        assert plan.count("SCAN") == 1
    else:
        asked = "SELECT id FROM modelsearch_indexentry WHERE (title || body) @@ plainto_tsquery('harbour')"
        assert "newsroom_admin_words" in plan_of(asked)


def test_modelsearch_alone_still_needs_ours(usual: Any) -> None:
    """The day this fails, a part of ours can go."""
    page = ReleasePage.objects.get(slug="release-0")
    with CaptureQueriesContext(connection) as captured:
        usual.add(page)
    assert [each for each in captured.captured_queries if "AVG(" in each["sql"]]
    if connection.vendor == "sqlite":
        with CaptureQueriesContext(connection) as captured:
            list(usual.search("harbour", ReleasePage.objects.all())[:20])
        assert "CORRELATED" in plan_of(captured.captured_queries[-1]["sql"])
        with pytest.raises(OperationalError), transaction.atomic():
            list(usual.search('"', ReleasePage.objects.all()))


def test_save_neither_reads_all_titles_nor_writes_other_rows() -> None:
    page = ReleasePage.objects.get(slug="release-0")
    page.title = "A zeppelin"
    with CaptureQueriesContext(connection) as captured, changing(Amendment.MINOR):
        page.save()
    own = [each["sql"] for each in captured.captured_queries if "modelsearch_indexentry" in each["sql"]]
    assert own
    assert not [sql for sql in own if "AVG(" in sql or 'title_norm" = (' in sql]
    assert page in get_search_backend().search("zeppelin", ReleasePage.objects.all())
