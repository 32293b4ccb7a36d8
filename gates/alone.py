"""Run one gate by itself, with the wrong answers on show: `python -m gates.places --data FOLDER --show 20`."""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path
from typing import Protocol

from gates.__main__ import HERE, shortfalls


class Measures(Protocol):
    """A gate's `measure`, which can print so many wrong answers."""

    def __call__(self, data: Path | None, *, show: int = 0) -> dict[str, float]:
        """Return the gate's figures."""
        ...


def run_alone(name: str, measure: Measures) -> int:
    """Print the figures of every set found; return 1 if a floor is missed."""
    parser = argparse.ArgumentParser(description=f"Measure {name}.")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--show", type=int, default=0, help="print so many wrong answers")
    chosen = parser.parse_args()
    figures = measure(chosen.data, show=chosen.show)
    for key, value in figures.items():
        print(f"{key:36} {value:10.1f}")
    floors = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8")).get(name, {})
    return 1 if shortfalls(figures, floors, whole=False) else 0
