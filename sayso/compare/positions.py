"""Positions: what each voice holds of each event mention, seen through claims within claims.

"He rejected reports that his country might attack" is his no to an attack that others think possible; "she said they
had no intention of attacking" is her no to a plan. The chain is walked from the innermost saying outwards; what is said
of somebody's plan or belief is the view of him who says it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.compare.slots import Slots, holders_of
from sayso.compare.speakers import voiced
from sayso.compare.support import SIDES
from sayso.model import AUTHOR, EventMention, Factuality, Kind, Reading, Stance, Statement
from sayso.model.dispute import Level
from sayso.model.verdict import FactRef, Side
from sayso.resources.tables import table

_PLANS: Final = {Kind.ANNOUNCE, Kind.THREATEN, Kind.PROMISE}
_NEAR: Final = 60  # characters before a trigger in which a word makes it a plan
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
        told = _Told(statement, mention, is_plan=_is_plan(reading, statement, mention), innermost=depth == 0)
        mine = _view(told, view)
        if statement.kind in _PLANS and statement.within is not None:
            planner = statement
        if mine is not None and voiced(reading, statement) is statement:
            yield Position(FactRef(name, statement.id), slots, *mine, planner)
        view = mine or view
    written = mention.value_for(AUTHOR)
    if written is not None and written is not Factuality.UNCOMMITTED:
        yield Position(FactRef(name, AUTHOR), slots, *_committed(written, plan=False), None)


@dataclass(frozen=True, slots=True)
class _Told:
    """A mention within a statement; `is_plan` if words make it one, `innermost` if no other statement is between."""

    statement: Statement
    mention: EventMention
    is_plan: bool
    innermost: bool


def _is_plan(reading: Reading, statement: Statement, mention: EventMention) -> bool:
    """Tell whether a statement is a plan, or a word for one stands in its content shortly before the trigger."""
    if statement.kind in _PLANS:
        return True
    trigger = mention.trigger[0]
    for part in statement.content:
        if part.contains(trigger):
            before = reading.document.text[max(part.start, trigger.start - _NEAR) : trigger.start]
            return any(word in _plan_words() for word in before.casefold().split())
    return False


@cache
def _plan_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("plan_words"))


def _view(told: _Told, inner: View | None) -> View | None:
    """Return what a statement makes of a mention, given what the statement inside it makes of it.

    A denial of a request or a question inside it says nothing of what was requested.
    """
    statement = told.statement
    value = told.mention.value_for(statement.id)
    plan = told.is_plan or (inner is not None and inner[0] is Level.PLAN)
    denies = statement.kind is Kind.DENY or statement.stance is Stance.DENY
    if value is not None and value is not Factuality.UNCOMMITTED:
        return _committed(value, plan=plan)
    if inner is not None:
        return (inner[0], _TURNED[inner[1]]) if denies else inner
    if told.innermost and (told.is_plan or statement.kind is Kind.DENY):
        return Level.PLAN, Side.AGAINST if denies else Side.FOR
    return None


def _committed(value: Factuality, *, plan: bool) -> View:
    if value in _RAISED and (plan or value is Factuality.POSSIBLE):
        return Level.PLAN, Side.FOR
    return Level.PLAN if plan else Level.ACT, SIDES[value]
