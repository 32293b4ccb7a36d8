"""The corpus readers' word lists, from `words.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Final

_TABLES = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))

WORDS: Final[dict[str, frozenset[str]]] = {name: frozenset(row["words"].split()) for name, row in _TABLES.items()}
"""Each list by name, lower case."""
