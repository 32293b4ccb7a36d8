"""Verdicts: what facts of several documents say together. They point at facts and never replace them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum, unique

from sayso.model.vocabulary import EventType


@unique
class CopyKind(StrEnum):
    """What shows that a text was taken from another."""

    EXACT = "exact"
    NEAR = "near"
    SPUN = "spun"
    NAMED = "named"


@unique
class Side(StrEnum):
    """What a voice says of an event: that it is so, that it is not, or neither (possible, feared, open)."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


@unique
class Standing(StrEnum):
    """What a voice has to do with an event: it did it, suffered it, stands outside, or nobody can tell."""

    DOER = "doer"
    DONE_TO = "done-to"
    THIRD = "third"
    UNKNOWN = "unknown"


@unique
class Support(StrEnum):
    """How well an event is supported by independent origins; see `sayso.compare.support`."""

    OPEN = "open"
    SINGLE = "single"
    PARTIES = "parties"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    DENIED = "denied"


@unique
class NoteKind(StrEnum):
    """What is odd about where a text says it is from. A note never adds an origin."""

    CREDIT_DOUBTFUL = "credit-doubtful"
    CREDIT_CYCLE = "credit-cycle"
    STATED_TOO_EARLY = "stated-too-early"
    STATED_IN_FUTURE = "stated-in-future"
    NEW_OUTLETS = "new-outlets"


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
    kind: CopyKind = CopyKind.NEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where one document's own words come from.

    `publisher` is who put it out; `credited` whom the text or its page names as the source, nearest first; `root` the
    document at the head of its family of copies, itself if it has no other.
    """

    document: str
    publisher: str
    credited: tuple[str, ...]
    root: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something odd about the provenance of documents, for a person to look at."""

    kind: NoteKind
    documents: tuple[str, ...]
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGraph:
    """Which document comes from which, and why.

    `copies`: one edge a copy, to what it was taken from. `provenance`: one row a document.
    `taken`: statements and event mentions that stand in taken-over words; they are nobody's own telling.
    """

    copies: tuple[CopyOf, ...] = ()
    provenance: tuple[Provenance, ...] = ()
    notes: tuple[Note, ...] = ()
    taken: frozenset[FactRef] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One independent origin and what it says of an event.

    `origin` is the key that copies, carriers and spellings share; `name` as a text gives it. `facts`: the statements
    (or `author`) in which it speaks. `carriers`: publishers that put its words out themselves, copies left out.
    """

    origin: str
    name: str
    side: Side
    standing: Standing
    facts: tuple[FactRef, ...]
    carriers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A publisher that was read and does not tell of an event: `read` documents of it were compared."""

    publisher: str
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """Who independently says so, who says not so, and who was read and says nothing.

    `outlets`: publishers that carry a telling, copies included; never a measure of support.
    """

    event: str
    support: Support
    voices: tuple[Voice, ...]
    outlets: tuple[str, ...]
    silent: tuple[Silence, ...]

    def origins(self, side: Side) -> int:
        """Return how many independent origins are on one side."""
        return len({voice.origin for voice in self.voices if voice.side is side})
