"""However an index came to hold what it holds, it is the same as one that is written at once (decision 0017)."""

import random
import uuid
from collections import defaultdict

import numpy as np
import pytest

from search.index import columns, narrowing
from search.index.columns import FACETS, POSTING
from search.index.writing import Key, write_entries
from search.models import Completion, Entry, Generation, Posting, Segment
from search.registry import Item

WORDS = ["ferry", "harbour", "lamp", "depot", "night", "river", "bridge", "landing", "nurse", "cook", "cleaner"]
Held = dict[str, dict[Key, list[int]]]

pytestmark = pytest.mark.django_db


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> int:
    """Segments of eight entries, so that a few dozen things fill several."""
    for module in (columns, narrowing):
        monkeypatch.setattr(module, "SIZE", 8)
    return 8


def an_item(dice: random.Random) -> Item:
    """Something with a few words here and there."""

    def words(most: int) -> str:
        return " ".join(dice.choices(WORDS, k=dice.randint(0, most)))

    facets = {"place": [dice.choice(WORDS)], "speaker": dice.sample(WORDS, k=dice.randint(0, 2))}
    return Item("en", dice.choice(("speech", "statement")), uuid.uuid4(), words(4), words(5), words(30), facets=facets)


def postings(generation: Generation, size: int) -> Held:
    """For each term what holds it, by key, with its counts; entries must stand in order and once."""
    keys = keys_of(generation)
    held: Held = defaultdict(dict)
    for row in Posting.objects.filter(generation=generation):
        found = np.frombuffer(bytes(row.entries), POSTING)
        assert found["entry"].tolist() == sorted(set(found["entry"].tolist())), row.term
        for entry, counts in zip(found["entry"].tolist(), found["counts"].tolist(), strict=True):
            held[row.term][keys[row.segment * size + entry]] = counts
    return held


def facets(generation: Generation, size: int) -> set[tuple[Key, int]]:
    """What has which value of a facet; no place that was left has one."""
    keys = keys_of(generation)
    return {
        (keys[row.number * size + entry], value)
        for row in Segment.objects.filter(generation=generation)
        for entry, value in np.frombuffer(bytes(row.facets), FACETS).tolist()
    }


def keys_of(generation: Generation) -> dict[int, Key]:
    """What has which number."""
    rows = Entry.objects.filter(generation=generation).values_list("number", "source", "object_id")
    return {number: (source, key) for number, source, key in rows}


def test_index_written_in_many_changes_is_the_one_written_at_once(small_segments: int) -> None:
    dice = random.Random(7)  # noqa: S311  (nothing secret)
    step_by_step, at_once = Generation.objects.create(), Generation.objects.create()
    there: dict[Key, Item] = {}
    for _change in range(20):
        new = {("thing", dice.randint(1, 60)): an_item(dice) for _number in range(6)}
        gone = dict.fromkeys(dice.sample(sorted(there), k=min(3, len(there))))
        write_entries(step_by_step, {**new, **gone})
        there = {key: item for key, item in (there | new).items() if key not in gone}
    write_entries(at_once, there)
    assert len(there) > 3 * small_segments
    assert postings(step_by_step, small_segments) == postings(at_once, small_segments)
    values = {
        value: (facet, name) for value, facet, name in narrowing.FacetValue.objects.values_list("pk", "facet", "value")
    }
    named = [{(key, values[value]) for key, value in facets(each, small_segments)} for each in (step_by_step, at_once)]
    assert named[0] == named[1]
    counts = [Completion.objects.filter(generation=each).count() for each in (step_by_step, at_once)]
    assert counts[0] == counts[1]
