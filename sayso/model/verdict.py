"""Verdicts: what facts of several documents say together. They point at facts and never replace them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.vocabulary import EventType


@dataclass(frozen=True, slots=True, order=True)
class FactRef:
    """One fact of one document: the document's id and the fact's id within its reading."""

    document: str
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The same happening as told by one or more event mentions, over documents.

    `earliest` and `latest` bound it as far as any mention does; `place` is the most precise name that a mention gives.
    `reasons` say why mentions were put together, one line a merge.
    """

    id: str
    type: EventType
    mentions: tuple[FactRef, ...]
    place: str | None = None
    earliest: date | None = None
    latest: date | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyOf:
    """One document's text comes from another's; `share` of the shorter text stands in the other, 0 to 1."""

    document: str
    original: str
    share: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """A statement that denies what another statement, or another document's author, asserts.

    `assertion` is None where no assertion stands in the documents compared.
    """

    denial: FactRef
    assertion: FactRef | None
    reason: str
