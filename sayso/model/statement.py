"""Statements: a source expresses a content by a cue (attribution relation, PARC/PolNeAR)."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Span
from sayso.model.vocabulary import Kind, Quotation, Stance
from sayso.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A span that stands for an actor; `actor` is the actor's id, None while nobody knows who it is."""

    span: Span
    actor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One saying.

    `source` is None only where the text names none. `via`: carriers, nearest to the source first.
    `within`: id of the statement whose content holds this one. `events`: ids of event mentions in the content.
    `said`: when it was said, where the text tells.
    """

    id: str
    source: Reference | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind
    quotation: Quotation
    stance: Stance
    addressee: Reference | None = None
    via: tuple[Reference, ...] = ()
    within: str | None = None
    said: When | None = None
    events: tuple[str, ...] = ()
