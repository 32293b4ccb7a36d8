"""Floors hold figures from below, ceilings from above, and a figure that was not measured is no pass."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from gates.__main__ import GATES, shortfalls

FLOORS = tomllib.loads((Path(__file__).parent.parent.parent / "gates" / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("figures", "floors", "short"),
    [
        ({"f1": 80.0}, {"f1": 79.0}, 0),
        ({"f1": 78.0}, {"f1": 79.0}, 1),
        ({"seconds": 0.2}, {"most_seconds": 0.3}, 0),
        ({"seconds": 0.4}, {"most_seconds": 0.3}, 1),
        ({}, {"f1": 79.0}, 1),
    ],
)
def test_shortfalls(figures: dict[str, float], floors: dict[str, float], short: int) -> None:
    assert len(shortfalls(figures, floors)) == short


def test_a_part_of_the_data_leaves_bounds_unmeasured() -> None:
    assert shortfalls({"own": 90.0}, {"own": 80.0, "polnear": 60.0}, whole=False) == []
    assert shortfalls({"own": 70.0}, {"own": 80.0, "polnear": 60.0}, whole=False) == ["own: 70 is below 80"]


@pytest.mark.parametrize("gate", GATES)
def test_every_gate_has_floors(gate: str) -> None:
    assert FLOORS[gate]
