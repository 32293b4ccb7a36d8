"""The local view: how certain the words around a trigger make it, up to the edge of the content that holds it.

Climbs from the trigger towards the root. At each word it applies the word's own operators (modals, negation, hedges,
conditions), at each link the operator that governs through it. A word that nothing lets pass leaves the act
uncommitted: doubt lowers certainty.
"""

from __future__ import annotations

from typing import Final

from sayso.model import Factuality
from sayso.read import clauses
from sayso.read.factuality.climb import Climb, Inside, LocalView
from sayso.read.factuality.edges import close_at_edge, unread_doubt
from sayso.read.factuality.links import join, pass_link
from sayso.read.factuality.operators import own_operators
from sayso.read.factuality.scopes import Effect
from sayso.read.factuality.words import NOMINAL, is_definite
from sayso.read.language.parse import Parse

STEPS: Final = 24  # links climbed at most; deeper trees are parser accidents
_RIGHT_BEFORE: Final = frozenset({"no", "not", "n't", "n’t", "never"})
"""Negators that, standing right before a trigger, negate it whatever the tree says."""
NESTED: Final = 3  # views within views ("a raid" under "a plan" under "a report")


def local_view(parse: Parse, index: int, *, inside: Inside | None = None, nested: int = 0) -> LocalView:
    """Return how the words around token `index` present what it names.

    `inside` bounds the view to the content of a statement; without it the whole sentence counts. `nested` counts the
    views within views.
    """
    voice = inside or _anywhere

    def look(other: int) -> LocalView | None:
        return local_view(parse, other, inside=voice, nested=nested + 1) if nested < NESTED else None

    climb = Climb(parse, voice, look)
    here = parse.tokens[index]
    shared = False
    for _ in range(STEPS):
        if not shared:
            own_operators(climb, here)
        if here.is_root or not climb.inside(here.head):
            close_at_edge(climb, here)
            break
        above = parse.tokens[here.head]
        shared = clauses.base(here.relation) == "conj"
        if shared:
            join(climb, here, above)
        elif not pass_link(climb, here, above):
            break
        climb.below = here.index
        here = above
    return _view(climb, index)


def _anywhere(index: int) -> bool:
    return index >= 0


def _view(climb: Climb, start: int) -> LocalView:
    """Close a climb; what two negations seem to affirm stays open."""
    trigger = climb.parse.tokens[start]
    if climb.value is Factuality.CERTAIN and any(t.lower == "any" for t in climb.parse.dependents(start, "det")):
        climb.apply(Effect.UNCOMMIT, "any")
    if climb.value is Factuality.CERTAIN and start and climb.parse.tokens[start - 1].lower in _RIGHT_BEFORE:
        climb.apply(Effect.NEGATE, climb.parse.tokens[start - 1].lower)
    if climb.hedge is not None and climb.value.polarity == "+":
        climb.apply(Effect.UNCOMMIT, climb.hedge)
    value = climb.value
    if value is Factuality.CERTAIN and (climb.negations > 1 or unread_doubt(climb, start)):
        value = Factuality.UNCOMMITTED
    return LocalView(
        value=value,
        future=climb.future,
        infinitive=climb.infinitive,
        perfect=climb.perfect,
        indefinite=trigger.upos in NOMINAL and not is_definite(climb.parse, trigger),
        verbal=trigger.upos in clauses.VERBAL,
        reasons=tuple(climb.reasons),
    )
