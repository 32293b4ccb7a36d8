"""Event mentions: who did what to whom, where and when, and how each sayer presents it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.model.place import Place
from sayso.model.plover import CLASSES
from sayso.model.span import Span
from sayso.model.vocabulary import EventType, Factuality, PlaceBasis, Tense
from sayso.model.when import When

AUTHOR: Final = "author"
"""Name of the document's own voice among the sources of a factuality value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who takes part in an event, as the clause names them."""

    span: Span
    actor: str | None = None
    country: str | None = None
    sector: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Presented:
    """How one source (a statement's id, or `author`) presents an event."""

    source: str
    value: Factuality


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One trigger of one PLOVER type in one document; slots come from the trigger's own clause."""

    id: str
    type: EventType
    trigger: tuple[Span, ...]
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    place: Place | None = None
    place_basis: PlaceBasis | None = None
    time: When | None = None
    factuality: tuple[Presented, ...]
    tense: Tense | None = None

    @property
    def cameo_root(self) -> str:
        """Return the two-digit CAMEO root that older pipelines expect."""
        return CLASSES[self.type].cameo_root

    @property
    def quad(self) -> str:
        """Return PLOVER's quad: VC, MC, VX or MX."""
        return CLASSES[self.type].quad

    @property
    def score(self) -> float:
        """Return PLOVER's conflict-cooperation score, -10 to +10."""
        return CLASSES[self.type].score

    def value_for(self, source: str) -> Factuality | None:
        """Return how `source` presents the event, None if it says nothing of it."""
        return next((p.value for p in self.factuality if p.source == source), None)
