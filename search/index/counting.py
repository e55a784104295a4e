"""How many things, each in several languages, have each of many values."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
#: Up to so many values a table of values and things is filled, which costs less than putting pairs in order.
FEW_VALUES = 64


def count_things(values: Numbers, things: Numbers, size: int) -> Numbers:
    """Return how many different things stand beside each value, at the place of the value.

    `values` and `things` are of one length and not empty, none negative; every thing is below `size`.
    """
    present = np.flatnonzero(np.bincount(values))
    if len(present) > FEW_VALUES:
        pairs = values.astype(np.int64) * size + things
        if pairs.max() <= np.iinfo(np.uint32).max:
            pairs = pairs.astype(np.uint32)  # put in order in half the time
        pairs.sort()
        return np.bincount(pairs[np.r_[True, pairs[1:] != pairs[:-1]]] // pairs.dtype.type(size))
    row = np.zeros(int(present[-1]) + 1, np.intp)
    row[present] = np.arange(len(present))
    is_beside = np.zeros((len(present), size), bool)
    is_beside[row[values], things] = True
    counts = np.zeros(len(row), np.int64)
    counts[present] = is_beside.sum(axis=1)
    return counts
