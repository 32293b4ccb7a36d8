"""How words around a trigger present it, on trees that are written down; and the algebra of scopes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Factuality
from sayso.read.factuality import local_view
from sayso.read.factuality.scopes import Effect, applied, lowered, scopes, weaker
from sayso.resources.tables import table
from tests.trees import Case, cases_of

CASES = cases_of(Path(__file__).parent / "scopes.conllu")
CERTAINTY = {"CT": 3, "PR": 2, "PS": 1, "Uu": 0}


def certainty(value: Factuality) -> int:
    return CERTAINTY["Uu"] if value is Factuality.UNCOMMITTED else CERTAINTY[value.value[:2]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_local_value(case: Case) -> None:
    index, _, value = case.comments["value"][0].partition(" | ")
    assert local_view(case.parse, int(index)).value.value == value


def test_a_content_bounds_the_view() -> None:
    case = next(c for c in CASES if c.text.startswith("The junta plans to attack"))
    index = int(case.comments["value"][0].partition(" | ")[0])
    alone = local_view(case.parse, index, inside=lambda i: i >= index - 1)
    assert local_view(case.parse, index).value is Factuality.UNCOMMITTED
    assert alone.infinitive
    assert alone.value is Factuality.CERTAIN


@given(st.sampled_from(Factuality), st.lists(st.sampled_from(Effect), max_size=6))
def test_certainty_never_rises(value: Factuality, effects: list[Effect]) -> None:
    for effect in effects:
        after = applied(effect, value)
        assert certainty(after) <= certainty(value)
        value = after


@given(st.sampled_from(Factuality), st.sampled_from(Factuality))
def test_the_weaker_of_two_views_is_no_more_certain_than_either(one: Factuality, other: Factuality) -> None:
    assert certainty(weaker(one, other)) <= min(certainty(one), certainty(other))
    assert weaker(one, other) is weaker(other, one) or certainty(one) == certainty(other)


@pytest.mark.parametrize(
    ("effect", "before", "after"),
    [
        (Effect.NEGATE, "CT+", "CT-"),
        (Effect.NEGATE, "PS+", "PS-"),
        (Effect.NEGATE, "Uu", "Uu"),
        (Effect.POSSIBLE, "CT-", "PS-"),
        (Effect.PROBABLE, "CT+", "PR+"),
        (Effect.PROBABLE, "PS+", "PS+"),
        (Effect.UNLIKELY, "CT+", "PR-"),
        (Effect.UNCOMMIT, "CT+", "Uu"),
        (Effect.KEEP, "PR-", "PR-"),
    ],
)
def test_one_operator(effect: Effect, before: str, after: str) -> None:
    assert applied(effect, Factuality(before)).value == after


def test_lowering_keeps_polarity() -> None:
    assert lowered(Factuality.CERTAINLY_NOT, "PS") is Factuality.POSSIBLY_NOT
    assert lowered(Factuality.POSSIBLE, "PR") is Factuality.POSSIBLE


def test_every_row_of_scopes_is_sound() -> None:
    rows = table("scopes")
    assert len(rows) > 50
    for row in rows:
        assert row["pos"] in {"v", "n", "a", "adv", "det", "pron", "aux", "adj", "mark", "cue"}
        assert row["example"].endswith((".", '."'))
        assert all(words == words.strip() != "" for words in row["entries"].split("; "))
    assert scopes()["may", "aux"][0].effect is Effect.POSSIBLE
