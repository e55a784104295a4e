"""What the first publication of a release asks: nothing that is at hand is read again, and all says what is stored."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, ReferenceIndex

from news.factories import ReleasePageFactory
from news.models import Edition, NewsIndexPage, ReleaseOrganisation, ReleasePage
from newsroom.base.factories import publish
from newsroom.base.pages.amendments import Amendment, changing
from newsroom.demo.laden import Load, Records, laden_release
from organisations.factories import OrganisationFactory
from search import indexing
from search.index.writing import fingerprint_of
from search.models.rows import Entry

MOST = 112


def first_publication(page: ReleasePage) -> list[str]:
    """The SQL of the publication of the newest draft, without savepoints."""
    draft = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    with CaptureQueriesContext(connection) as queries:
        draft.save_revision().publish()
    return [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]


@pytest.fixture
def asked(index: NewsIndexPage) -> Iterator[dict[int, list[str]]]:
    """What the first publication asked with three and with thirty quotes, one having gone before."""
    records = Records()
    first_publication(laden_release(index, records, Load(quotes=30)))
    yield {number: first_publication(laden_release(index, records, Load(quotes=number))) for number in (3, 30)}


def reading(asked: list[str], column: str) -> int:
    """How many queries read a column."""
    return sum(sql.startswith("SELECT") and column in sql.partition(" FROM ")[0] for sql in asked)


def test_first_publication_asks_no_more_for_thirty_quotes(asked: dict[int, list[str]]) -> None:
    assert len(asked[3]) == len(asked[30]) < MOST


@pytest.mark.parametrize(
    ("column", "times"),
    [
        ('"organisations_boilerplate"."text"', 1),
        ('"organisations_person"."slug"', 3),  # with the version, with its text, and with the recorded quotes
        ('"base_newsroomdocument"."file"', 1),
        ('"news_edition"."document"', 1),
        ('"wagtailcore_page"."url_path" AS', 1),
    ],
)
def test_what_is_at_hand_is_not_read_again(asked: dict[int, list[str]], column: str, times: int) -> None:
    assert reading(asked[3], column) == times


def test_a_release_without_translations_asks_for_tasks_once_a_step_of_wagtails(asked: dict[int, list[str]]) -> None:
    """When its version is saved, and when it is published."""
    assert sum(sql.startswith("SELECT") and "translation_translationtask" in sql for sql in asked[3]) == 2
    assert not any("publication_lifelanguage" in sql and "translation_translationtask" in sql for sql in asked[3])


def test_index_says_what_it_would_say_of_the_rows_as_they_are_stored(index: NewsIndexPage) -> None:
    page = laden_release(index, Records(), Load.of_each(3))
    page.hashtags.set(["Zebra", "Apples", "Middle"])
    page.organisation_links.set(
        [ReleaseOrganisation(organisation=OrganisationFactory(), sort_order=order) for order in (2, 0, 1)]
    )
    page.save_revision()
    first_publication(page)
    known = {("release", page.pk), *(("quote", quote.pk) for quote in page.quotes.all())}
    stored = {key: fingerprint_of(item) for key, item in indexing.items_for(known).items() if item}
    entries = Entry.objects.filter(source__in=("release", "quote"), generation__is_serving=True)
    assert stored == {(entry.source, entry.object_id): entry.fingerprint for entry in entries}
    assert len(stored) == 4


def test_renamed_organisation_is_called_so_in_the_next_edition(index: NewsIndexPage) -> None:
    organisation = OrganisationFactory(name="Harbour Office")
    page = ReleasePageFactory(parent=index, organisation=organisation)
    organisation.name = "Port Office"
    organisation.save()
    page.title = "Another title"
    with changing(Amendment.MINOR):
        publish(page)
    document = Edition.objects.filter(release=page).order_by("-number").first().document
    assert [each.organisation.name for each in document.organisations] == ["Port Office"]


def test_edition_stays_among_what_keeps_a_file(index: NewsIndexPage) -> None:
    page = laden_release(index, Records(), Load.of_each(3))
    first_publication(page)
    edition = Edition.objects.get(release=page.pk)
    file = page.attachments.all()[0].document
    naming = ReferenceIndex.get_references_to(file).filter(object_id=str(edition.pk), model_path__startswith="document")
    assert naming.exists()
