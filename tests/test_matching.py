from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from lt_by_claims.matching import matched

sparse = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 7)),
    st.floats(0, 1) | st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    max_size=60,
)


@settings(max_examples=500)
@given(sparse)
def test_the_sum_of_likeness_is_the_greatest_there_is(likeness: dict[tuple[int, int], float]) -> None:
    table = np.zeros((10, 8))
    for pair, value in likeness.items():
        table[pair] = value
    rows, columns = linear_sum_assignment(table, maximize=True)
    assert sum(likeness[pair] for pair in matched(likeness)) == pytest.approx(table[rows, columns].sum())


@given(sparse)
def test_pairs_are_one_to_one_and_alike(likeness: dict[tuple[int, int], float]) -> None:
    pairs = matched(likeness)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(likeness[pair] > 0 for pair in pairs)


@given(sparse)
def test_the_order_of_the_pairs_does_not_matter(likeness: dict[tuple[int, int], float]) -> None:
    backwards = dict(reversed(likeness.items()))
    assert sum(likeness[p] for p in matched(backwards)) == pytest.approx(sum(likeness[p] for p in matched(likeness)))


@pytest.mark.parametrize(
    ("likeness", "pairs"),
    [
        ({}, []),
        ({(0, 0): 0.0}, []),
        ({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}, [(0, 1), (1, 0)]),
        ({(0, 0): 0.9, (0, 1): 0.1, (1, 0): 0.1}, [(0, 0)]),
        ({(0, 5): 0.5, (1, 5): 0.6, (2, 5): 0.4}, [(1, 5)]),
        ({(7, 0): 0.5, (0, 7): 0.5}, [(0, 7), (7, 0)]),
    ],
)
def test_small_cases(likeness: dict[tuple[int, int], float], pairs: list[tuple[int, int]]) -> None:
    assert matched(likeness) == pairs
