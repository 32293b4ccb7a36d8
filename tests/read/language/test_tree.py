"""The tree decoder always gives a tree, and the best one."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.language.tree import Heads, Scores, best_tree, is_tree


def matrix(count: int, seed: int) -> Scores:
    return np.random.default_rng(seed).normal(size=(count, count)).astype(np.float32)


def weight(scores: Scores, heads: Heads) -> float:
    return float(sum(scores[i, h] for i, h in enumerate(heads) if i != h))


@given(st.integers(1, 60), st.integers(0, 10_000))
def test_result_is_a_tree(count: int, seed: int) -> None:
    assert is_tree(best_tree(matrix(count, seed)))


@pytest.mark.parametrize("seed", range(60))
def test_no_tree_with_that_root_is_better(seed: int) -> None:
    scores = matrix(5, seed)
    found = best_tree(scores)
    root = int(np.argmax(np.diag(scores)))
    assert found[root] == root
    trees = (np.array(heads) for heads in itertools.product(range(5), repeat=5) if heads[root] == root)
    best = max(weight(scores, tree) for tree in trees if is_tree(tree))
    assert weight(scores, found) == pytest.approx(best, abs=1e-4)


@pytest.mark.parametrize(
    ("heads", "answer"),
    [([0], True), ([1, 1], True), ([0, 1], False), ([1, 0], False), ([1, 2, 1, 3], False), ([0, 0, 1, 2], True)],
)
def test_is_tree(heads: list[int], answer: bool) -> None:
    assert is_tree(np.array(heads)) is answer
