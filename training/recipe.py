"""The recipe: what is trained on what, how long and how fast, read from `recipe.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

RECIPE = Path(__file__).with_name("recipe.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One run of training that starts where the stage before it ended.

    `peak`: factor of the recipe's rates. `self_named`: treebanks whose names the stage before guesses (`selfname`).
    """

    name: str
    epochs: int
    peak: float
    share: Mapping[str, float]
    self_named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """All settings; see the comments in `recipe.toml`."""

    name: str
    version: str
    licence: str
    seed: int
    layers: int
    batch: int
    encoder_rate: float
    head_rate: float
    warm_up: float
    last_rate: float
    losses: Mapping[str, float]
    stages: tuple[Stage, ...]

    def corpora(self) -> list[str]:
        """Return the names of all corpora that any stage draws from, in order."""
        return list(dict.fromkeys(name for stage in self.stages for name in stage.share))


def read_recipe(path: Path = RECIPE) -> Recipe:
    """Read a recipe. Raises `KeyError` or `TypeError` where a setting is missing or unknown."""
    with path.open("rb") as file:
        cells = tomllib.load(file)
    stages = tuple(
        Stage(**(stage | {"self_named": tuple(stage.get("self_named", ()))})) for stage in cells.pop("stage")
    )
    return Recipe(stages=stages, **cells)
