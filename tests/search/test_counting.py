"""Things in several languages are counted once beside each value, whether values are few or many."""

import numpy as np
import pytest

from search.index.counting import FEW_VALUES, count_things


@pytest.mark.parametrize("number", [1, 2, FEW_VALUES, FEW_VALUES + 1, 3 * FEW_VALUES])
def test_each_thing_counts_once_beside_a_value(number: int) -> None:
    chance = np.random.default_rng(number)
    values, things = chance.integers(0, number, 5 * number) + 7, chance.integers(0, 3, 5 * number)

    counts = count_things(values, things, 3)

    pairs = list(zip(values.tolist(), things.tolist(), strict=True))
    expected = {value: len({thing for other, thing in pairs if other == value}) for value in values.tolist()}
    assert {int(value): int(counts[value]) for value in np.flatnonzero(counts)} == expected


@pytest.mark.parametrize("number", [FEW_VALUES, FEW_VALUES + 1])
def test_keys_beyond_32_bits_are_told_apart(number: int) -> None:
    """As in an index whose values have had high keys for years."""
    values = np.repeat(np.arange(number) + 100_000, 2)

    counts = count_things(values, np.full(len(values), 99_999), 100_000)

    assert counts[100_000:].tolist() == [1] * number
