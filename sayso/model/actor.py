"""Actors: who somebody in a document is, by the names, roles and spans that say so."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span
from sayso.model.vocabulary import ActorKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A title that the text gives to an actor: "President", of "Belarus"."""

    title: str
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of one document.

    `country`: ISO 3166-1 alpha-3; `sector`: PLOVER code; each only with evidence in the text (`evidence`: spans).
    `mentions`: every span that stands for the actor, names, roles and pronouns alike, in text order.
    `variants`: distinct spellings of the name, in order of appearance.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Span, ...] = ()
    variants: tuple[str, ...] = ()
    evidence: tuple[Span, ...] = ()
