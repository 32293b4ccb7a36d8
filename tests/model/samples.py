"""A small reading made by hand, with every slot filled once."""

from __future__ import annotations

from datetime import date

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
    Role,
    Span,
    Stance,
    Statement,
    Tense,
    TimeType,
    When,
)

TEXT = "Kelmar's minister Anna Rusk told Reuters on Monday that Dorvan had not shelled Orsk Vale."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def sample_reading() -> Reading:
    monday = When(
        span=at("Monday"),
        type=TimeType.DATE,
        value="2031-03-03",
        earliest=date(2031, 3, 3),
        latest=date(2031, 3, 3),
        rule="weekday",
    )
    place = Place(span=at("Orsk Vale"), name="Orsk Vale", precision=Precision.SETTLEMENT, candidates=0)
    return Reading(
        document=Document(
            id="d1",
            text=TEXT,
            title="Minister speaks",
            outlet="Dorvan Courier",
            published=date(2031, 3, 4),
            language="en",
        ),
        sentences=(Span(0, len(TEXT)),),
        statements=(
            Statement(
                id="s1",
                source=Reference(span=at("Kelmar's minister Anna Rusk"), actor="a1"),
                cue=(at("told"),),
                content=(at("that Dorvan had not shelled Orsk Vale"),),
                kind=Kind.SAY,
                quotation=Quotation.INDIRECT,
                stance=Stance.AFFIRM,
                via=(Reference(span=at("Reuters"), actor="a2"),),
                said=monday,
                events=("e1",),
            ),
        ),
        events=(
            EventMention(
                id="e1",
                type=EventType.ASSAULT,
                modes=("heavy-weapons",),
                contexts=("military",),
                trigger=(at("shelled"),),
                actors=(Participant(span=at("Dorvan"), actor="a3"),),
                recipients=(Participant(span=at("Orsk Vale")),),
                place=place,
                place_basis=PlaceBasis.CLAUSE,
                time=monday,
                factuality=(
                    Presented(source="s1", value=Factuality.CERTAINLY_NOT),
                    Presented(source=AUTHOR, value=Factuality.UNCOMMITTED),
                ),
                tense=Tense.PAST,
            ),
        ),
        actors=(
            Actor(
                id="a1",
                name="Anna Rusk",
                kind=ActorKind.PERSON,
                sector="GOV",
                roles=(Role(title="minister", of="Kelmar", span=at("minister")),),
                mentions=(at("Kelmar's minister Anna Rusk"),),
                variants=("Anna Rusk",),
                evidence=(at("minister"),),
            ),
            Actor(id="a2", name="Reuters", kind=ActorKind.OUTLET, mentions=(at("Reuters"),), variants=("Reuters",)),
            Actor(id="a3", name="Dorvan", kind=ActorKind.COUNTRY, mentions=(at("Dorvan"),), variants=("Dorvan",)),
        ),
        places=(place,),
        times=(monday,),
        problems=(Problem(kind=ProblemKind.TRUNCATED, detail="no final full stop", span=None),),
    )
