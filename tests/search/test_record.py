"""Lists of the record, which are searches without words: the same on every engine."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.http import QueryDict
from django.test import Client
from django.utils import translation

from news.factories import ReleasePageFactory, quote_block
from news.models import NewsIndexPage, Quote, ReleasePage
from news.releases.lists import LIST_FACETS, QUOTE_KINDS, RELEASE_KINDS, Lists
from newsroom.base.factories import publish
from newsroom.publication.choices import Manner
from newsroom.publication.withdrawals.service import take_off
from organisations.factories import OrganisationFactory, PersonFactory
from organisations.merging import merge
from search.answering import answer_search
from search.forms import list_request
from search.presentation.listing import answer_list
from search.request import SearchRequest
from search.response import ListResponse

Releases = Callable[[str], NewsIndexPage]


def listed(query: str = "", code: str = "en", size: int = 20, **more: Any) -> ListResponse:
    """What an address of the list answers to a reader of a language."""
    with translation.override(code):
        asked = list_request(QueryDict(query), RELEASE_KINDS, LIST_FACETS, code)
        return answer_list(asked.with_changes(page=asked.page, **more), size, LIST_FACETS)


def titles(answer: ListResponse) -> list[str]:
    """The headlines of a list, in its order."""
    return [row.title for row in answer.rows]


def options(answer: ListResponse, name: str) -> dict[str, int]:
    """The values of a facet with their counts, in their order."""
    return {option.value: option.count for facet in answer.facets if facet.name == name for option in facet.options}


def released(releases: Releases, title: str, day: str, code: str = "en", **more: Any) -> ReleasePage:
    """A release of a day."""
    with time_machine.travel(datetime.datetime.fromisoformat(f"{day}T09:30+00:00"), tick=False):
        slug = title.lower().replace(" ", "-")
        page: ReleasePage = ReleasePageFactory(
            parent=releases(code), title=title, slug=slug, original_language=code, **more
        )
    return page


def translated(page: ReleasePage, releases: Releases, code: str, title: str) -> ReleasePage:
    """A release in another language too."""
    other: ReleasePage = page.copy_for_translation(releases(code).locale)
    other.title = title
    publish(other)
    return other


def test_each_release_stands_once_in_the_language_or_in_its_original(releases: Releases) -> None:
    first = released(releases, "Ferry", "2026-01-05")
    released(releases, "Bac", "2026-01-07", "fr")
    translated(first, releases, "fr", "Ferry en français")
    translated(first, releases, "ar", "عبارة")
    assert titles(listed()) == ["Bac", "Ferry"]
    assert titles(listed(code="fr")) == ["Bac", "Ferry en français"]
    assert titles(listed(code="ar")) == ["Bac", "عبارة"]
    assert titles(listed(code="ru")) == ["Bac", "Ferry"]
    answer = listed("kind=press-release", code="ru")
    assert (answer.total, answer.whole, options(answer, "kind")) == (2, 2, {"press-release": 2})
    assert titles(listed(has_originals=False)) == ["Ferry"]
    assert titles(listed(code="ru", has_originals=False)) == []


def test_original_that_is_gone_stands_for_nobody(releases: Releases) -> None:
    first = released(releases, "Ferry", "2026-01-05")
    translated(first, releases, "fr", "Le bac")
    ReleasePage.objects.filter(pk=first.pk).update(live=False)
    ReleasePage.objects.get(pk=first.pk).save(update_fields=["live"])
    assert titles(listed(code="fr")) == ["Le bac"]
    assert titles(listed()) == titles(listed(code="ru")) == []


def test_what_was_withdrawn_keeps_its_place_and_no_search_finds_it(releases: Releases, reader: Client) -> None:
    office = OrganisationFactory(slug="office")
    released(releases, "Older", "2026-01-05", organisation=office, hashtags=["ShadeIsPublic"])
    page = released(releases, "Miscounted", "2026-01-06", organisation=office, hashtags=["ShadeIsPublic"])
    released(releases, "Newer", "2026-01-07", organisation=office, hashtags=["ShadeIsPublic"])
    quote = Quote.objects.filter(release=page)
    take_off(page, Manner.WITHDRAWN, {"en": "The count was wrong."})
    answer = listed("organisation=office&campaign=shadeispublic")
    assert titles(answer) == ["Newer", "Miscounted", "Older"]
    assert (answer.total, options(answer, "campaign")) == (3, {"shadeispublic": 3})
    for asked in ({"words": "miscounted"}, {"organisation": ("office",)}, {"kind": ("press-release",)}):
        hits = answer_search(SearchRequest(language="en", **asked)).hits  # type: ignore[arg-type]
        assert "Miscounted" not in [hit.shown.title for hit in hits], asked
    counted = answer_search(SearchRequest(language="en", kind=("press-release",))).total
    assert counted == 2 and not quote.released().exists()
    assert "Miscounted" not in reader.get("/en/search/completions/?q=mis").content.decode()


def test_what_was_taken_off_or_comes_back_leaves_and_enters(releases: Releases) -> None:
    page = released(releases, "Miscounted", "2026-01-06")
    take_off(page, Manner.GONE, {"en": "The count was wrong."})
    assert titles(listed()) == []
    publish(ReleasePage.objects.get(pk=page.pk))
    assert titles(listed()) == ["Miscounted"]
    assert answer_search(SearchRequest(words="miscounted", language="en")).total == 1


@pytest.mark.parametrize("change", ["live", "alias_of"])
def test_index_alone_is_never_believed(releases: Releases, change: str) -> None:
    page = released(releases, "Hidden", "2026-01-06")
    shown = released(releases, "Shown", "2026-01-05")
    assert titles(listed()) == ["Hidden", "Shown"]
    ReleasePage.objects.filter(pk=page.pk).update(**{change: {"live": False, "alias_of": shown.pk}[change]})
    answer = listed()
    assert (titles(answer), answer.total, answer.whole) == (["Shown"], 1, 1)


@pytest.fixture
def three_years(releases: Releases) -> None:
    """Releases at the edges of years (UTC), of several kinds, one of them translated."""
    released(releases, "First", "2024-01-01", kind="speech")
    with time_machine.travel(datetime.datetime(2024, 12, 31, 23, 59, 59, tzinfo=datetime.UTC), tick=False):
        ReleasePageFactory(parent=releases("en"), title="Last", slug="last", kind="statement")
    page = released(releases, "Middle", "2025-06-01", kind="statement")
    released(releases, "Present", "2026-01-01", "fr", kind="statement")
    translated(page, releases, "fr", "Milieu")


def test_years_are_counted_and_chosen(three_years: None) -> None:
    assert options(listed(), "year") == {"2026": 1, "2025": 1, "2024": 2}
    assert list(options(listed(), "year")) == ["2026", "2025", "2024"]
    assert titles(listed("year=2024")) == ["Last", "First"]
    assert titles(listed("year=2026&year=2024")) == ["Present", "Last", "First"]
    answer = listed("year=2025&kind=statement", code="fr")
    assert (titles(answer), answer.total, answer.whole) == (["Milieu"], 1, 4)
    assert options(answer, "year") == {"2026": 1, "2025": 1, "2024": 1}
    assert options(answer, "kind") == {"statement": 1}
    for nonsense in ("year=0000", "year=9999", "year=nonsense", "year=99999999", "kind=nonsense", "kind=quote"):
        assert titles(listed(nonsense)) == [], nonsense


def test_years_narrow_a_search_too(three_years: None, reader: Client) -> None:
    found = answer_search(SearchRequest(kind=("statement",), year=("2024",), language="en"))
    assert [hit.shown.title for hit in found.hits] == ["Last"]
    assert "year" in [facet.name for facet in found.facets]
    assert "year" not in [
        facet.name for facet in answer_search(SearchRequest(kind=("statement",), language="en")).facets
    ]
    html = reader.get("/en/search/?kind=statement&year=2024").content.decode()
    assert ">2024</bdi>" in html and "Last" in html


def test_old_and_other_ways_to_write_a_choice_are_understood(releases: Releases) -> None:
    released(releases, "Shade", "2026-01-05", hashtags=["ShadeIsPublic"])
    for query in ("campaign=shadeispublic", "campaign=%23ShadeIsPublic", "tag=SHADEISPUBLIC", "kind=%00&page=-1&x=y"):
        assert titles(listed(query)) == ["Shade"], query


def test_pages_reach_the_last_and_no_further(releases: Releases) -> None:
    for day in range(1, 6):
        released(releases, f"Day {day}", f"2026-03-0{day}")
    pages = [titles(listed(f"page={page}", size=2)) for page in (1, 2, 3, 99)]
    assert pages == [["Day 5", "Day 4"], ["Day 3", "Day 2"], ["Day 1"], ["Day 1"]]
    answer = listed("page=99", size=2)
    assert (answer.page, answer.pages, answer.total, answer.part.number) == (3, 3, 5, 3)


def test_of_one_instant_what_came_last_stands_first(releases: Releases) -> None:
    for title in ("One", "Two", "Three"):
        released(releases, title, "2026-01-05")
    assert titles(listed()) == ["Three", "Two", "One"]


def test_quotes_are_listed_by_who_said_them_each_once(releases: Releases) -> None:
    speaker = PersonFactory(slug="speaker")
    for day, words in ((5, "Older"), (6, "Newer")):
        body = [quote_block(words, speaker), quote_block("Of another.")]
        page = released(releases, words, f"2026-01-0{day}", body=body)
    french = page.copy_for_translation(releases("fr").locale)
    french.body = [quote_block("Plus récent.", speaker, block_id=page.body[0].id)]
    publish(french)
    newest = {"en": "Newer", "fr": "Plus récent.", "ar": "Newer"}
    for code, words in newest.items():
        with translation.override(code):
            answer = Lists().quotes(speaker=("speaker",))
            assert [quote.words for quote in answer.rows] == [words, "Older"], code
            assert answer.total == 2


def test_campaigns_know_their_number_and_their_first_day(releases: Releases) -> None:
    released(releases, "First", "2025-02-03", hashtags=["ShadeIsPublic"], quotes=1)
    released(releases, "Second", "2026-02-03", hashtags=["ShadeIsPublic", "CoolNights"])
    counts, first = Lists().counts(RELEASE_KINDS, "campaign")
    assert counts == {"shadeispublic": 2, "coolnights": 1}
    days = {name: datetime.datetime.fromtimestamp(at, datetime.UTC).date().isoformat() for name, at in first.items()}
    assert days == {"shadeispublic": "2025-02-03", "coolnights": "2026-02-03"}
    assert Lists().counts(QUOTE_KINDS, "campaign")[0] == {"shadeispublic": 1}


def test_index_made_anew_holds_the_same_lists(releases: Releases) -> None:
    from search.indexing import rebuild_index

    page = released(releases, "Miscounted", "2026-01-06")
    translated(page, releases, "fr", "Mal compté")
    released(releases, "Ferry", "2026-01-05")
    take_off(page, Manner.WITHDRAWN, {"en": "The count was wrong."})
    before = [titles(listed(code=code)) for code in ("en", "fr", "ru")]
    assert before[0] == ["Miscounted", "Ferry"]
    rebuild_index()
    assert [titles(listed(code=code)) for code in ("en", "fr", "ru")] == before


def test_changed_address_leads_to_the_same_list(releases: Releases, reader: Client) -> None:
    speaker, office = PersonFactory(slug="speaker"), OrganisationFactory(slug="office")
    released(releases, "Ferry", "2026-01-05", organisation=office, body=[quote_block("It sails.", speaker)])
    for record in (speaker, office):
        record.slug = f"{record.slug}-renamed"
        record.save()
    assert [quote.words for quote in Lists().quotes(speaker=("speaker-renamed",)).rows] == ["It sails."]
    assert titles(listed("organisation=office-renamed")) == ["Ferry"]
    for address in ("/en/people/speaker-renamed/", "/en/organisations/office-renamed/", "/en/people/"):
        assert reader.get(address).status_code == 200
    assert "It sails." in reader.get("/en/people/speaker-renamed/").content.decode()


def test_records_that_become_one_have_one_list(releases: Releases) -> None:
    kept, duplicate = PersonFactory(slug="kept"), PersonFactory(slug="duplicate")
    for day, person in ((5, kept), (6, duplicate)):
        released(releases, f"Day {day}", f"2026-01-0{day}", body=[quote_block(f"Of day {day}.", person)])
    merge(kept, duplicate, None)
    assert [quote.words for quote in Lists().quotes(speaker=("kept",)).rows] == ["Of day 6.", "Of day 5."]
    assert Lists().counts(QUOTE_KINDS, "speaker")[0] == {"kept": 2}
