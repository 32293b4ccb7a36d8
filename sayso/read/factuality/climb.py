"""What one climb from a trigger towards the root keeps, and the view that it ends in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sayso.model import Factuality
from sayso.read.factuality.scopes import Effect, applied
from sayso.read.language.parse import Parse

Inside = Callable[[int], bool]
"""Tells whether a token belongs to the content within which the view is taken."""


@dataclass(frozen=True, slots=True)
class LocalView:
    """What the words say: a value and the operators met, nearest first.

    `future`: rests on plain future. `infinitive`: an infinitive at the edge of a content, whose force is the cue's own
    ("expects | to leave", "said | to have left"); `perfect` if it looks back. `indefinite`: a noun that points to no
    act known to the hearer ("opposes | an invasion"). `verbal`: a verb and no noun.
    """

    value: Factuality
    future: bool = False
    infinitive: bool = False
    perfect: bool = False
    indefinite: bool = False
    verbal: bool = False
    reasons: tuple[str, ...] = ()

    @property
    def presupposed(self) -> bool:
        """Tell whether the words take the act for granted rather than say it."""
        return any(r.startswith("presupposed") for r in self.reasons)


class Climb:
    """One climb from a trigger; keeps the value and what was met.

    `look` gives the view of another word in the same voice, None where climbs are nested too deep.
    """

    def __init__(self, parse: Parse, inside: Inside, look: Callable[[int], LocalView | None]) -> None:
        self.parse = parse
        self.inside = inside
        self.look = look
        self.value = Factuality.CERTAIN
        self.future = False
        self.infinitive = False
        self.perfect = False
        self.below = -1
        self.finite = False
        self.hedge: str | None = None
        self.negations = 0
        self.reasons: list[str] = []

    def apply(self, effect: Effect, reason: str) -> None:
        """Put the value under an operator and keep the reason."""
        if effect is Effect.FUTURE:
            self.future = True
        self.negations += effect is Effect.NEGATE
        self.value = applied(effect, self.value)
        self.reasons.append(f"{reason}:{effect.value}")
