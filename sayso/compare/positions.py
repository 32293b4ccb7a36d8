"""Positions: what each voice holds of each event mention, seen through claims within claims.

"He rejected reports that his country might attack" is his no to an attack that others think possible; "she said they
had no intention of attacking" is her no to a plan. The chain is walked from the innermost saying outwards; what is said
of somebody's plan or belief is the view of him who says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.compare.slots import Slots, holders_of
from sayso.compare.speakers import voiced
from sayso.compare.support import SIDES
from sayso.model import AUTHOR, EventMention, Factuality, Kind, Reading, Stance, Statement
from sayso.model.verdict import FactRef, Level, Side

_PLANS: Final = {Kind.ANNOUNCE, Kind.THREATEN, Kind.PROMISE}
_RAISED: Final = {Factuality.POSSIBLE, Factuality.PROBABLE}
_TURNED: Final = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR, Side.OPEN: Side.OPEN}

View = tuple[Level, Side]


@dataclass(frozen=True, slots=True)
class Position:
    """One voice's yes or no to one mention; `planner` is the statement that tells of the plan, if one does."""

    sayer: FactRef
    slots: Slots
    level: Level
    side: Side
    planner: Statement | None


def positions_in(reading: Reading, slots: Slots) -> Iterator[Position]:
    """Yield the position of each voice that takes one on a mention, innermost first."""
    mention, name = slots.mention, reading.document.id
    view: View | None = None
    planner: Statement | None = None
    for depth, statement in enumerate(holders_of(reading, mention)):
        mine = _view(statement, mention, view, innermost=depth == 0)
        if statement.kind in _PLANS and statement.within is not None:
            planner = statement
        if mine is not None and voiced(reading, statement) is statement:
            yield Position(FactRef(name, statement.id), slots, *mine, planner)
        view = mine or view
    written = mention.value_for(AUTHOR)
    if written is not None and written is not Factuality.UNCOMMITTED:
        yield Position(FactRef(name, AUTHOR), slots, *_committed(written, plan=False), None)


def _view(statement: Statement, mention: EventMention, inner: View | None, *, innermost: bool) -> View | None:
    """Return what a statement makes of a mention, given what the statement inside it makes of it.

    A denial of a request or a question inside it says nothing of what was requested.
    """
    value = mention.value_for(statement.id)
    plan = statement.kind in _PLANS or (inner is not None and inner[0] is Level.PLAN)
    denies = statement.kind is Kind.DENY or statement.stance is Stance.DENY
    if value is not None and value is not Factuality.UNCOMMITTED:
        return _committed(value, plan=plan)
    if inner is not None:
        return (inner[0], _TURNED[inner[1]]) if denies else inner
    if statement.kind in _PLANS or (innermost and statement.kind is Kind.DENY):
        return Level.PLAN, Side.AGAINST if denies else Side.FOR
    return None


def _committed(value: Factuality, *, plan: bool) -> View:
    if value in _RAISED and (plan or value is Factuality.POSSIBLE):
        return Level.PLAN, Side.FOR
    return Level.PLAN if plan else Level.ACT, SIDES[value]
