"""Frozen values that travel along the house, from documents and spans to whole readings."""

from __future__ import annotations

from sayso.model.actor import Actor, Role
from sayso.model.document import Document
from sayso.model.event import AUTHOR, EventMention, Participant, Presented
from sayso.model.place import Place
from sayso.model.problem import Problem
from sayso.model.reading import Reading
from sayso.model.span import Span, cover
from sayso.model.statement import Reference, Statement
from sayso.model.vocabulary import (
    ActorKind,
    EventType,
    Factuality,
    Kind,
    PlaceBasis,
    Precision,
    ProblemKind,
    Quotation,
    Stance,
    Tense,
    TimeType,
)
from sayso.model.when import When

__all__ = [
    "AUTHOR",
    "Actor",
    "ActorKind",
    "Document",
    "EventMention",
    "EventType",
    "Factuality",
    "Kind",
    "Participant",
    "Place",
    "PlaceBasis",
    "Precision",
    "Presented",
    "Problem",
    "ProblemKind",
    "Quotation",
    "Reading",
    "Reference",
    "Role",
    "Span",
    "Stance",
    "Statement",
    "Tense",
    "TimeType",
    "When",
    "cover",
]
