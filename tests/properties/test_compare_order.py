"""Verdicts do not depend on the order in which documents arrived, nor on how often a text was copied."""

from __future__ import annotations

import random
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from gates.copying import copy_of
from sayso.compare.grouping import Groups
from sayso.compare.origins import trace_origins
from sayso.compare.same_event import find_events
from sayso.model import Document, Reading
from sayso.read.pipeline import Reader
from tests.compare.making import STORY
from tests.compare.test_same_event import AGAIN, OTHER_DAY, OTHER_SIDE, STRIKE, TURNED

NUMBERS = st.permutations(range(10))


@cache
def readings() -> tuple[Reading, ...]:
    chance = random.Random(11)
    texts = [STRIKE, AGAIN, OTHER_DAY, OTHER_SIDE, TURNED, STORY, *(copy_of(STORY, chance) for _ in range(4))]
    documents = [Document(id=f"d{n}", text=text, outlet=f"Outlet {n % 7}") for n, text in enumerate(texts)]
    return tuple(Reader().pipe(documents))


@settings(max_examples=25)
@given(NUMBERS)
def test_any_order_gives_the_same_origins(order: list[int]) -> None:
    assert trace_origins([readings()[n] for n in order]) == trace_origins(readings())


@settings(max_examples=25)
@given(NUMBERS)
def test_any_order_gives_the_same_events(order: list[int]) -> None:
    assert find_events(readings()[n] for n in order) == find_events(readings())


@settings(max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.floats(-5, 5)), max_size=30), st.randoms())
def test_groups_are_the_same_however_the_pairs_came(pairs: list[tuple[int, int, float]], chance: random.Random) -> None:
    scores: dict[tuple[int, int], float | None] = {(min(a, b), max(a, b)): s for a, b, s in pairs if a != b}
    mixed = list(scores.items())
    chance.shuffle(mixed)
    first = Groups(size=8, scores=scores, strangers=-4.0, enough=0.0).find()
    assert Groups(size=8, scores=dict(mixed), strangers=-4.0, enough=0.0).find() == first
