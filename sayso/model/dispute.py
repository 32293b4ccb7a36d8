"""Disputes: denials, numbers told differently, changes of position and wording; they point at facts as verdicts do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

from sayso.model.span import Span
from sayso.model.verdict import FactRef


@unique
class Measure(StrEnum):
    """What a number counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"
    TROOPS = "troops"


@unique
class TallyState(StrEnum):
    """How far the numbers told of one thing agree, as of the last day that any was told."""

    AGREED = "agreed"
    OPEN = "open"
    NARROWED = "narrowed"
    RESOLVED = "resolved"


@unique
class Level(StrEnum):
    """What a denial is about: that something happened, or that somebody means or may do it."""

    ACT = "act"
    PLAN = "plan"


@unique
class ChangeKind(StrEnum):
    """How a claim differs between two versions of a document."""

    ADDED = "added"
    WITHDRAWN = "withdrawn"
    SOFTENED = "softened"
    FIRMER = "firmer"
    REVERSED = "reversed"
    NUMBER = "number"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A statement that denies what another statement, or another document's author, asserts.

    `assertion` is None where no assertion stands in the documents compared. `since`: the first day on which both were
    told, None where a document states no day.
    """

    denial: FactRef
    assertion: FactRef | None
    reason: str
    level: Level = Level.ACT
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A change of position: one voice says the opposite of what it said before, `on` the day of the later saying."""

    earlier: FactRef
    later: FactRef
    level: Level
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What some assert and others deny: every voice on either side, whatever document it stands in.

    `asserted` is empty where nobody does in the documents compared. `withdrawn`: the day on which the last voice that
    asserted it took it back itself, None while anybody stands by it.
    """

    asserted: tuple[FactRef, ...]
    denied: tuple[FactRef, ...]
    level: Level
    since: date | None
    withdrawn: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number that somebody tells: at least `low`, at most `high`, either None where the words leave it open.

    `span`: the words of the number with its bound ("at least 11"). `sayer`: the statement, or the document's author.
    `mention`: the event mention that the number belongs to, if one was read.
    """

    measure: Measure
    low: int | None
    high: int | None
    span: Span
    sayer: FactRef
    mention: FactRef | None = None
    told: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """All numbers told of one thing, side by side in order of telling and never merged into one.

    `low` and `high` are the range over all of them, as far as they are numbers. `event`: the event counted for.
    """

    measure: Measure
    counts: tuple[Count, ...]
    state: TallyState
    event: str | None = None

    @property
    def low(self) -> int | None:
        """Return the lowest number told."""
        return min((n for c in self.counts for n in (c.low, c.high) if n is not None), default=None)

    @property
    def high(self) -> int | None:
        """Return the highest number told."""
        return max((n for c in self.counts for n in (c.low, c.high) if n is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference between two versions: the claim as it was, as it is, None on the side that lacks it."""

    kind: ChangeKind
    old: FactRef | None
    new: FactRef | None
    detail: str = ""
