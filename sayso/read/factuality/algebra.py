"""The algebra: one value for each sayer that a trigger passes through, and one for the author.

The innermost statement's source presents the act as the local view says, bent by the kind of saying; every outer source
and the author are uncommitted to what somebody else says (Saurí and Pustejovsky 2009, source chains), but for a denial of
a report, which denies what the report says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.model import AUTHOR, Factuality, Kind, Presented, Stance, Statement
from sayso.read.factuality.local import LocalView
from sayso.read.factuality.scopes import lowered

_DIRECTIVE: Final = frozenset({Kind.DEMAND, Kind.REQUEST, Kind.PROMISE, Kind.THREATEN, Kind.ASK})
_CEILING: Final = {Kind.PREDICT: "PR", Kind.BELIEVE: "PR", Kind.FEAR: "PS"}
"""The most certainty that a kind of saying lends: who expects is not sure, who fears thinks it may be."""
_SCHEDULED: Final = Factuality.PROBABLE
_ANNOUNCED: Final = Factuality.POSSIBLE


def presented(view: LocalView, chain: Sequence[Statement]) -> tuple[Presented, ...]:
    """Return how each statement of `chain` (innermost first) and then the author present an act seen as `view`."""
    if not chain:
        return (Presented(source=AUTHOR, value=_author_value(view)),)
    inner = chain[0]
    values = [Presented(source=inner.id, value=value_in(view, inner))]
    for below, outer in zip(chain, chain[1:], strict=False):
        values.append(Presented(source=outer.id, value=_outer_value(values[-1].value, below, outer)))
    return (*values, Presented(source=AUTHOR, value=Factuality.UNCOMMITTED))


def _author_value(view: LocalView) -> Factuality:
    return lowered(view.value, "PR") if view.future else view.value


def value_in(view: LocalView, statement: Statement) -> Factuality:
    """Return how the source of the statement that holds an act directly presents it."""
    value = view.value
    if view.future:
        value = lowered(value, "PR" if statement.kind in (Kind.PREDICT, Kind.ASSESS) else "PS")
    if statement.kind is Kind.DENY:
        return _denied(value, statement)
    if statement.stance is not Stance.AFFIRM or statement.kind is Kind.ASK:
        return Factuality.UNCOMMITTED
    if statement.kind in _DIRECTIVE:
        return value if value.polarity == "-" and statement.kind in (Kind.PROMISE,) else _asked(value, view)
    ceiling = _CEILING.get(statement.kind)
    return lowered(value, ceiling) if ceiling else value


def _denied(value: Factuality, statement: Statement) -> Factuality:
    """Turn what a denial holds: a plain act into a no, a no that the denier himself says stays a no."""
    if statement.stance is not Stance.AFFIRM:
        return Factuality.UNCOMMITTED
    return value.negated() if value.polarity == "+" and value is Factuality.CERTAIN else _doubtful(value)


def _doubtful(value: Factuality) -> Factuality:
    return value if value is Factuality.CERTAINLY_NOT else Factuality.UNCOMMITTED


def _asked(value: Factuality, view: LocalView) -> Factuality:
    """Leave open what is demanded, promised or threatened; what the words merely presuppose stays."""
    if view.value is Factuality.CERTAIN and any(r.startswith("presupposed") for r in view.reasons):
        return value
    return Factuality.UNCOMMITTED


def _outer_value(inner: Factuality, below: Statement, outer: Statement) -> Factuality:
    """Return an outer source's value: it denies what it denies of a report, and commits to nothing else."""
    reported = below.kind in (Kind.REPORT, Kind.CLAIM, Kind.ACCUSE, Kind.SAY)
    if outer.kind is Kind.DENY and outer.stance is Stance.AFFIRM and reported and inner is Factuality.CERTAIN:
        return Factuality.CERTAINLY_NOT
    return Factuality.UNCOMMITTED
