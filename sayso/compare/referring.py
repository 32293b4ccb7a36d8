"""What a denial without content of its own points back at: "rejected the accusation", "denied those reports"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from sayso.compare.speakers import voiced
from sayso.model import Kind, Reading, Statement
from sayso.resources.tables import table

_REFERRING: Final = 6  # words; a longer content says itself what it denies


def meant_by(reading: Reading, statement: Statement) -> Statement | None:
    """Return the saying that a denial without content of its own points back at, None if it does not point."""
    text = reading.document.text
    words = " ".join(part.of(text) for part in statement.content).casefold().split()
    if statement.kind is not Kind.DENY or not 0 < len(words) <= _REFERRING:
        return None
    tiers = next((_nouns()[word.strip('.,’”"')] for word in words if word.strip('.,’”"') in _nouns()), ())
    before = [s for s in reading.statements if _is_before(s, statement) and not _same_source(s, statement)]
    for kinds in tiers:
        fitting = [s for s in before if s.kind in kinds and voiced(reading, s) is s]
        if fitting:
            return max(fitting, key=lambda s: (s.cue[0].start, s.id))
    return None


def _is_before(one: Statement, other: Statement) -> bool:
    return bool(one.cue and other.cue) and one.cue[0].start < other.cue[0].start and one.id != other.within


def _same_source(one: Statement, other: Statement) -> bool:
    if one.source is None or other.source is None:
        return False
    return one.source.actor == other.source.actor if one.source.actor is not None else one.source == other.source


@cache
def _nouns() -> Mapping[str, tuple[frozenset[Kind], ...]]:
    return {
        row["noun"]: tuple(frozenset(map(Kind, tier.split("|"))) for tier in row["kinds"].split(">"))
        for row in table("referring_nouns")
    }
