"""Penn tags and universal parts of speech of a spaCy token, whichever of the two its pipeline sets."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sayso.resources.tables import table


@cache
def _rows() -> tuple[tuple[str, frozenset[str] | None, str], ...]:
    """Return (part of speech, features that a token must have or None for never, Penn tag)."""
    kinds: dict[str, frozenset[str] | None] = {"-": frozenset(), "!": None}
    return tuple(
        (row["upos"], kinds.get(row["features"], frozenset(row["features"].split(","))), row["xpos"])
        for row in table("language/spacy_tags")
    )


@cache
def _parts() -> dict[str, str]:
    """Return the part of speech of each Penn tag."""
    found: dict[str, str] = {}
    for upos, _, xpos in _rows():
        found.setdefault(xpos, upos)
    return found


def tags_of(text: str, *, upos: str, xpos: str, features: Mapping[str, str], relation: str) -> tuple[str, str]:
    """Return the token's part of speech and Penn tag; "X" and "FW" for a word of which the pipeline says neither."""
    if xpos not in _parts():
        xpos = _by_features(upos, features) if upos else _by_shape(text)
    if not upos:
        upos = "AUX" if relation.startswith("aux") or relation == "cop" else _parts()[xpos]
    return upos, xpos


def _by_features(upos: str, features: Mapping[str, str]) -> str:
    has = {f"{name}={value}" for name, value in features.items()}
    return next((tag for part, need, tag in _rows() if part == upos and need is not None and need <= has), "FW")


def _by_shape(text: str) -> str:
    if any(c.isalnum() for c in text):
        return "FW"
    return text if text in _parts() else ":"
