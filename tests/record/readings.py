"""A reading made by hand, for tests of the record."""

from __future__ import annotations

from datetime import date
from typing import Any

from sayso.model import (
    AUTHOR,
    Actor,
    ActorKind,
    Document,
    EventMention,
    EventType,
    Factuality,
    Kind,
    Participant,
    Place,
    PlaceBasis,
    Precision,
    Presented,
    Problem,
    ProblemKind,
    Quotation,
    Reading,
    Reference,
    Span,
    Stance,
    Statement,
    Tense,
    TimeType,
    When,
)

TEXT = "Belarus insists Russia deploys troops. The Crímea bridge 🛩 was closed to lorries on Monday, a guard said."


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def a_document(name: str = "d1", text: str = TEXT, **stated: Any) -> Document:
    facts: dict[str, Any] = {"title": "Bridge news", "published": date(2022, 10, 14), **stated}
    return Document(id=name, text=text, **facts)


MONDAY = When(
    span=span("Monday"),
    type=TimeType.DATE,
    value="2022-10-10",
    earliest=date(2022, 10, 10),
    latest=date(2022, 10, 10),
)
BRIDGE = Place(span=span("Crímea bridge"), name="Crimean Bridge", precision=Precision.SITE, latitude=45.3, candidates=2)
INSISTS = Statement(
    id="s1",
    source=Reference(span=span("Belarus"), actor="a1"),
    cue=(span("insists"),),
    content=(span("Russia deploys troops"),),
    kind=Kind.CLAIM,
    quotation=Quotation.INDIRECT,
    stance=Stance.AFFIRM,
    events=("e1",),
)
SAID = Statement(
    id="s2",
    source=Reference(span=span("a guard")),
    cue=(span("said"),),
    content=(span("The Crímea bridge 🛩 was closed to lorries on Monday"),),
    kind=Kind.SAY,
    quotation=Quotation.INDIRECT,
    stance=Stance.AFFIRM,
    events=("e2",),
)
DEPLOYS = EventMention(
    id="e1",
    type=EventType.MOBILIZE,
    modes=("troops",),
    contexts=("military",),
    trigger=(span("deploys"),),
    actors=(Participant(span=span("Russia"), actor="a2", country="RUS", sector="MIL"),),
    factuality=(
        Presented(source="s1", value=Factuality.CERTAIN),
        Presented(source=AUTHOR, value=Factuality.UNCOMMITTED),
    ),
    tense=Tense.PRESENT,
)
CLOSED = EventMention(
    id="e2",
    type=EventType.COERCE,
    trigger=(span("closed"),),
    recipients=(Participant(span=span("lorries")),),
    place=BRIDGE,
    place_basis=PlaceBasis.CLAUSE,
    time=MONDAY,
    factuality=(Presented(source="s2", value=Factuality.CERTAIN),),
)


def a_reading(document: Document | None = None) -> Reading:
    """Return a reading of `TEXT` as a careful person would make it."""
    return Reading(
        document=document or a_document(),
        sentences=(Span(0, TEXT.index(" The")), Span(TEXT.index("The"), len(TEXT))),
        statements=(INSISTS, SAID),
        events=(DEPLOYS, CLOSED),
        actors=(
            Actor(id="a1", name="Belarus", kind=ActorKind.COUNTRY, country="BLR", mentions=(span("Belarus"),)),
            Actor(id="a2", name="Russia", kind=ActorKind.COUNTRY, country="RUS", mentions=(span("Russia"),)),
        ),
        places=(BRIDGE,),
        times=(MONDAY,),
        problems=(Problem(kind=ProblemKind.MISSING_DATE, detail="none"),),
    )
