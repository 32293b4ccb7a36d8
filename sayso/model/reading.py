"""Readings: everything that one pass of the reader found in one document."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.actor import Actor
from sayso.model.document import Document
from sayso.model.event import EventMention
from sayso.model.place import Place
from sayso.model.problem import Problem
from sayso.model.span import Span
from sayso.model.statement import Statement
from sayso.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read; all spans are of `document.text`."""

    document: Document
    sentences: tuple[Span, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[When, ...] = ()
    problems: tuple[Problem, ...] = ()
