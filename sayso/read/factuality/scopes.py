"""Scopes: which words make what hangs on them less than certain, as told by `resources/scopes.tsv`.

A row says: words of one part of speech, through which link they govern (`via`), what they do to the value below
(`effect`) and what they do when they are negated themselves (`negated`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum, unique
from functools import cache

from sayso.model import Factuality
from sayso.resources.tables import table


@unique
class Effect(StrEnum):
    """What an operator does to the value below it."""

    KEEP = "keep"
    NEGATE = "negate"
    POSSIBLE = "possible"
    PROBABLE = "probable"
    UNLIKELY = "unlikely"
    UNCOMMIT = "uncommit"
    FUTURE = "future"
    WOULD = "would"


@dataclass(frozen=True, slots=True)
class Scope:
    """One row: an operator word, the links through which it governs, and its effects."""

    words: str
    pos: str
    via: frozenset[str]
    effect: Effect
    negated: Effect
    group: str


def applied(effect: Effect, value: Factuality) -> Factuality:
    """Return `value` under an operator; certainty never rises.

    Negation of certain, probable and possible flips polarity; hedges lower certainty and leave lower ones as they are.
    After Saurí and Pustejovsky 2009 (FactBank), discriminatory tests; unknown stays unknown.
    """
    if effect in (Effect.KEEP, Effect.WOULD) or value is Factuality.UNCOMMITTED:
        return value
    if effect is Effect.UNCOMMIT:
        return Factuality.UNCOMMITTED
    if effect is Effect.NEGATE:
        return value.negated()
    if effect is Effect.UNLIKELY:
        return lowered(value, "PR").negated()
    return lowered(value, "PS" if effect is Effect.POSSIBLE else "PR")


_ORDER = {"CT": 3, "PR": 2, "PS": 1}


def lowered(value: Factuality, certainty: str) -> Factuality:
    """Return `value` with at most this certainty (CT, PR or PS), its polarity kept."""
    if value.polarity == "u" or _ORDER[value.value[:2]] <= _ORDER[certainty]:
        return value
    return Factuality(certainty + value.polarity)


def weaker(one: Factuality, other: Factuality) -> Factuality:
    """Return the less certain of two views; views of opposite polarity leave nothing to commit to."""
    if Factuality.UNCOMMITTED in (one, other) or one.polarity != other.polarity:
        return Factuality.UNCOMMITTED
    return min(one, other, key=lambda v: _ORDER.get(v.value[:2], 0))


@cache
def scopes() -> Mapping[tuple[str, str], tuple[Scope, ...]]:
    """Return all operators by (words, part of speech); words lower case, several words joined by spaces."""
    found: dict[tuple[str, str], list[Scope]] = {}
    for row in table("scopes"):
        via = frozenset(row["via"].split(","))
        effect = Effect(row["effect"])
        negated = Effect.UNCOMMIT if row["negated"] == "-" else Effect(row["negated"])
        for words in dict.fromkeys(row["entries"].split("; ")):
            found.setdefault((words, row["pos"]), []).append(
                Scope(words, row["pos"], via, effect, negated, row["group"])
            )
    return {key: tuple(rows) for key, rows in found.items()}


def look_up(words: Iterable[str], pos: str, links: Iterable[str]) -> Scope | None:
    """Return the operator that fits best: words and links are each tried in order, the most specific first."""
    wanted = tuple(links)
    for word in words:
        rows = scopes().get((word, pos), ())
        for link in wanted if rows else ():
            for scope in rows:
                if link in scope.via:
                    return scope
    return None
