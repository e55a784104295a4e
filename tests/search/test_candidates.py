"""What the index in the database looks at: the entries that may be found, and no others; what it answers is the same
as if it looked at all of them."""

import datetime
import random
import uuid
from collections.abc import Collection, Iterator
from unittest import mock

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search.engine import COUNTED, Found
from search.engines import Scratch, embedded_scratch
from search.index import matching
from search.index.matching import Matcher
from search.index.narrowing import Numbers
from search.registry import Item
from search.request import ALL_LANGUAGES, YEAR, SearchRequest

WORDS = ["ferry", "harbour", "lamp", "depot", "night", "river", "bridge", "nurse", "the", "of", "2024"]
PLACES, SPEAKERS, KINDS = ["Karsund", "Lindmouth", "Qinghui"], ["a", "b", "c", "d"], ["speech", "statement", "quote"]
COUNTED_ALL = (*COUNTED, YEAR)
LISTED = ("speech", "statement")

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive() -> Iterator[Scratch]:
    """An index of things in three languages, some of them in two."""
    dice = random.Random(11)  # noqa: S311  (nothing secret)
    with embedded_scratch() as scratch:
        things = [uuid.UUID(int=dice.getrandbits(128)) for _number in range(60)]
        items = [
            an_item(dice, code, things[dice.randrange(60)]) for code in ("en", "fr", "ru") for _number in range(50)
        ]
        scratch.write({("thing", number): item for number, item in enumerate(items)})
        yield scratch


def an_item(dice: random.Random, code: str, thing: uuid.UUID) -> Item:
    """Something with a few words here and there; a rare one in a few."""

    def words(most: int) -> str:
        return " ".join(dice.choices(WORDS, range(len(WORDS), 0, -1), k=dice.randint(0, most)))

    return Item(
        code,
        dice.choice(KINDS),
        thing,
        words(4),
        words(5),
        words(9) + (" zeppelin" if dice.random() < 0.1 else ""),
        released_at=datetime.datetime(2020 + dice.randrange(5), 3, 1, dice.randrange(24), tzinfo=datetime.UTC),
        facets={"place": [dice.choice(PLACES)], "speaker": dice.sample(SPEAKERS, k=dice.randint(0, 2))},
        is_original=dice.random() < 0.5,
        is_withdrawn=dice.random() < 0.1,
    )


def answers(archive: Scratch, request: SearchRequest) -> Found:
    """All that the engine finds, at one instant."""
    with mock.patch.object(timezone, "now", return_value=datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)):
        return archive.engine.find(request, 1_000, COUNTED_ALL)


def everything(matcher: Matcher, code: str, key: int, has_words: bool) -> Numbers:
    """All entries in a language, whatever is looked for."""
    return matcher.columns.of_language(key)[0]


@pytest.mark.parametrize(
    "words",
    [
        "ferry",
        "ferry zeppelin",
        "the ferry",
        "the of",
        "the",
        "ferry -lamp",
        "-ferry",
        "ferry OR nurse",
        '"ferry harbour"',
        'lamp "the ferry"',
        "title:ferry lamp",
        "2024 ferry",
        "zeppelin nowhere",
        "ferry -the",
        "nowhere",
    ],
)
@pytest.mark.parametrize("match", ["all", "any", "telling"])
def test_looking_at_few_finds_what_looking_at_all_finds(archive: Scratch, words: str, match: str) -> None:
    for code in ("en", "fr", ALL_LANGUAGES):
        request = SearchRequest(words=words, language=code, match=match)
        found = answers(archive, request)
        with mock.patch.object(Matcher, "_that_may_match", everything):
            assert answers(archive, request) == found


def test_only_what_holds_the_rarest_word_is_looked_at(archive: Scratch) -> None:
    rare = answers(archive, SearchRequest(words="zeppelin", language="en"))
    assert 0 < rare.total < 20
    with mock.patch.object(matching, "Among", side_effect=matching.Among) as looked_at:
        answers(archive, SearchRequest(words="ferry zeppelin", language="en"))
    sizes = {call.args[0]: len(call.args[2]) for call in looked_at.call_args_list}
    assert sizes["en"] < 20 < answers(archive, SearchRequest(words="ferry", language="en")).total


@pytest.mark.parametrize("code", ["en", "fr", ALL_LANGUAGES])
@pytest.mark.parametrize("listed", [(), LISTED])
@pytest.mark.parametrize("words", ["", "ferry"])
@pytest.mark.parametrize(
    "chosen",
    [
        {"place": ("Karsund",)},
        {"place": ("Karsund", "Qinghui"), "speaker": ("a",), "kind": ("speech",)},
        {"speaker": ("nobody",)},
        {"year": ("2021", "2022"), "place": ("Lindmouth",)},
        {"speaker": ("a", "b"), "since": datetime.date(2021, 3, 1), "until": datetime.date(2023, 3, 1)},
    ],
)
def test_value_counts_what_would_be_found_if_it_alone_were_chosen(
    archive: Scratch, code: str, listed: tuple[str, ...], words: str, chosen: dict[str, Collection[str]]
) -> None:
    if listed and words:
        return
    request = SearchRequest(words=words, language=code, listed=listed, **chosen)  # type: ignore[arg-type]
    found = answers(archive, request)
    for facet, values in (("place", PLACES), ("speaker", SPEAKERS), (YEAR, [str(year) for year in range(2019, 2026)])):
        expected = {value: answers(archive, request.with_changes(**{facet: (value,)})).total for value in values}
        assert found.facets[facet] == {value: total for value, total in expected.items() if total}, facet


def test_facets_cost_no_query_at_all(archive: Scratch) -> None:
    request = SearchRequest(words="ferry", language="en", place=("Karsund",), speaker=("a",))
    asked = []
    for counted in (COUNTED_ALL, (), ("place",), COUNTED_ALL):
        with CaptureQueriesContext(connection) as captured:
            assert archive.engine.find(request, 20, counted).total
        asked.append(len(captured))
    assert len(set(asked[1:])) == 1


def test_values_of_a_transaction_that_was_undone_name_nothing(archive: Scratch) -> None:
    """On SQLite the next value gets the key that the undone one had."""
    dice = random.Random(1)  # noqa: S311  (nothing secret)
    request = SearchRequest(words="ferry", language="en")
    assert "Undone" not in answers(archive, request).facets["place"]
    for place, is_undone in (("Undone", True), ("Kept", False)):
        with transaction.atomic():
            item = an_item(dice, "en", uuid.UUID(int=7))
            item = Item("en", "speech", item.group, "Ferry", facets={"place": [place]})
            archive.write({("thing", 900): item})
            assert answers(archive, request).facets["place"][place] == 1
            transaction.set_rollback(is_undone)
    places = answers(archive, request).facets["place"]
    assert places["Kept"] == 1
    assert "Undone" not in places
