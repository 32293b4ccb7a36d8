"""What the record hands out: frozen values that name their ids in the record beside the values of the model."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sayso.model import Document, EventMention, Reading, Span, Statement
from sayso.record.ids import fact_key


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """One version of a document. `id`: its 16 digits; `n`: its place in intake order; `version` from 1."""

    id: str
    n: int
    version: int
    added: datetime
    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading:
    """What one reader (`reader`: its version) made of one version of a document."""

    id: str
    n: int
    reader: str
    added: datetime
    stored: StoredDocument
    reading: Reading

    def fact_id(self, fact: str) -> str:
        """Return the id in the record of the fact that is called `fact` ("s1", "e4", "a2") in this reading."""
        return fact_key(self.id, fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """One statement with the reading that holds it."""

    id: str
    statement: Statement
    stored: StoredReading


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """One event mention with the reading that holds it."""

    id: str
    event: EventMention
    stored: StoredReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that matches a search.

    `title_marks`, `marks`: the matched words in title and text; `snippet`: a part of the text that shows some.
    """

    stored: StoredDocument
    title_marks: tuple[Span, ...]
    marks: tuple[Span, ...]
    snippet: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement whose source or content matches a search."""

    id: str
    name: str
    document: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureEntry:
    """An input that could not be read."""

    id: str
    where: str
    reason: str
    advice: str
    added: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the record holds. `readings` counts every layer; facts are those of all layers."""

    documents: int
    versions: int
    readings: int
    statements: int
    events: int
    actors: int
    failures: int
