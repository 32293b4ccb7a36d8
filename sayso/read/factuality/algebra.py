"""The algebra: one value for each sayer that a trigger passes through, and one for the author.

The innermost statement's source presents the act as the local view says, bent by the kind of saying; every outer
source and the author are uncommitted to what somebody else says (Saurí and Pustejovsky 2009, source chains), but for a
denial of a report, which denies what the report says.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from sayso.model import AUTHOR, Factuality, Kind, Presented, Stance, Statement
from sayso.read.factuality.climb import LocalView
from sayso.read.factuality.scopes import Scope, applied, lowered, scopes
from sayso.read.factuality.witness import heard

_DIRECTIVE: Final = frozenset({Kind.DEMAND, Kind.REQUEST, Kind.THREATEN, Kind.PROMISE})
_OPEN: Final = Factuality.UNCOMMITTED
_INTENT: Final = frozenset({Kind.ANNOUNCE, Kind.PROMISE, Kind.THREATEN})
_IMPUTING: Final = frozenset({Kind.ACCUSE, Kind.CLAIM, Kind.WARN})
_REPORTS: Final = frozenset({Kind.REPORT, Kind.CLAIM, Kind.ACCUSE, Kind.SAY})
_CEILING: Final = {Kind.PREDICT: "PR", Kind.BELIEVE: "PR", Kind.ASSESS: "PR", Kind.FEAR: "PS", Kind.WARN: "PS"}
"""The most certainty that a kind of saying lends: who expects or judges is not sure, who fears or warns sees a risk."""


def presented(
    view: LocalView,
    chain: Sequence[Statement],
    text: str,
    *,
    said: bool = True,
    tagged: Factuality | None = None,
) -> tuple[Presented, ...]:
    """Return how each statement of `chain` (innermost first) and then the author present an act seen as `view`.

    `text` is the document's, for the words of the cues; `said` is False where the innermost saying did not take place
    or is itself left open, so that its source is held to nothing. `tagged` is what the tagger thinks of the nearest
    sayer's value.
    """
    if not chain:
        return (Presented(source=AUTHOR, value=heard(_author_value(view), tagged)),)
    value = heard(value_in(view, chain[0], text) if said else _OPEN, tagged)
    values = [Presented(source=chain[0].id, value=value)]
    for below, outer in pairwise(chain):
        values.append(Presented(source=outer.id, value=_outer_value(values[-1].value, below, outer)))
    return (*values, Presented(source=AUTHOR, value=Factuality.UNCOMMITTED))


def _author_value(view: LocalView) -> Factuality:
    if view.infinitive:
        return Factuality.UNCOMMITTED
    return lowered(view.value, "PR") if view.future else view.value


def value_in(view: LocalView, statement: Statement, text: str) -> Factuality:
    """Return how the source of the statement that holds an act directly presents it."""
    value = lowered(view.value, "PR" if statement.kind in _CEILING else "PS") if _open_future(view) else view.value
    if view.presupposed and value is Factuality.CERTAIN and statement.kind is not Kind.DENY:
        return value if statement.stance is not Stance.DENY or "presupposed:who" in view.reasons else _OPEN
    if statement.kind is Kind.DENY:
        return _denied(statement, view)
    if statement.kind is Kind.ASK or statement.stance is Stance.QUESTION:
        return Factuality.UNCOMMITTED
    if statement.stance is Stance.DENY:
        return _withheld(value, statement, view)
    if view.infinitive and value.polarity == "+" and _in_vain(statement, text):
        return Factuality.CERTAINLY_NOT
    if view.infinitive and (value.polarity == "+" or statement.kind not in _INTENT):
        return _infinitive(value, statement, view)
    scope = _cue_scope(statement, view, text)
    if scope is not None and value.polarity == "+":
        return applied(scope.effect, value)
    return _said(value, statement, view)


def _infinitive(value: Factuality, statement: Statement, view: LocalView) -> Factuality:
    """Give an infinitive the force of its cue: expected, said to have happened, or only aimed at."""
    if statement.kind is Kind.PREDICT:
        return lowered(value, "PR")
    if statement.kind in _CEILING:
        return lowered(value, _CEILING[statement.kind]) if view.perfect or statement.kind is Kind.FEAR else _OPEN
    return value if view.perfect and statement.kind not in _DIRECTIVE else _OPEN


def _in_vain(statement: Statement, text: str) -> bool:
    """Tell whether a cue sets an aim before the story's past ("had planned | to sue")."""
    first = statement.cue[0].of(text).lower().split()[:1] if statement.cue else []
    return first == ["had"] and statement.kind in (Kind.ANNOUNCE, Kind.BELIEVE)


def _open_future(view: LocalView) -> bool:
    return view.future and view.value.polarity == "+"


def _said(value: Factuality, statement: Statement, view: LocalView) -> Factuality:
    if statement.kind in _DIRECTIVE:
        spelt = statement.kind in _INTENT and (view.future or value.value[:2] in ("PS", "PR") or value.polarity == "-")
        return value if spelt else Factuality.UNCOMMITTED
    if value is _OPEN and statement.kind in _IMPUTING and _imputed_aim(view):
        return Factuality.PROBABLE
    ceiling = _CEILING.get(statement.kind)
    return lowered(value, ceiling) if ceiling else value


def _imputed_aim(view: LocalView) -> bool:
    """Tell whether somebody is said to plan or prepare the act: who accuses of that holds it to be likely."""
    met = [r.removesuffix(":uncommit") for r in view.reasons if r.endswith(":uncommit")]
    return len(met) == 1 and met[0] in ("plan", "plot", "prepare", "intend", "conspire", "scheme")


def _denied(statement: Statement, view: LocalView) -> Factuality:
    """Turn what a denial holds: an act, an order or a plan into a no; a no that the denier himself says stays a no.

    Conditions and questions inside a denial stay open.
    """
    if statement.stance is not Stance.AFFIRM:
        return Factuality.UNCOMMITTED
    if any(r.startswith(("if:", "unless:", "whether:", "?:", "conditional:")) for r in view.reasons):
        return Factuality.UNCOMMITTED
    return Factuality.CERTAINLY_NOT


def _withheld(value: Factuality, statement: Statement, view: LocalView) -> Factuality:
    """Read a negated cue: who does not confirm knows but does not say; who does not plan or wish to will not."""
    if statement.kind is Kind.CONFIRM or any(r.startswith("whether:") for r in view.reasons):
        return Factuality.CERTAIN_UNKNOWN
    if statement.kind in _INTENT:
        return Factuality.CERTAINLY_NOT
    if statement.kind in (Kind.PREDICT, Kind.BELIEVE, Kind.ASSESS):
        return Factuality.PROBABLY_NOT if value.polarity == "+" else Factuality.UNCOMMITTED
    return value if value is Factuality.CERTAINLY_NOT else Factuality.UNCOMMITTED


def _cue_scope(statement: Statement, view: LocalView, text: str) -> Scope | None:
    """Return what the cue's own words do to its content ("ruled out", "wants", "rumours of"), None for plain saying."""
    words = " ".join(span.of(text).lower() for span in statement.cue).split()
    pairs = [" ".join(pair) for pair in pairwise(words)]
    for phrase in (*pairs, *words):
        for scope in scopes().get((phrase, "cue"), ()):
            if " " in phrase or _fits(scope, statement, view):
                return scope
    return None


def _fits(scope: Scope, statement: Statement, view: LocalView) -> bool:
    """Tell whether a cue word of wish, aim or hearsay bends this content: "welcomed the release" leaves it true."""
    if scope.group == "desire":
        return view.indefinite or statement.kind in (Kind.BELIEVE, Kind.ASSESS, Kind.SAY)
    return (
        scope.group in ("hearsay", "aim", "refusal")
        or view.indefinite
        or (scope.group == "deliberation" and view.verbal)
    )


def _outer_value(inner: Factuality, below: Statement, outer: Statement) -> Factuality:
    """Return an outer source's value: it denies what it denies of a report, and commits to nothing else."""
    if (
        outer.kind is Kind.DENY
        and outer.stance is Stance.AFFIRM
        and below.kind in _REPORTS
        and inner is Factuality.CERTAIN
    ):
        return Factuality.CERTAINLY_NOT
    return Factuality.UNCOMMITTED
