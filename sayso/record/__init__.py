"""The record: facts to the database and back. SQLAlchemy rows never leave this folder, frozen values do."""

from __future__ import annotations

from sayso.record.entries import (
    Counts,
    EventEntry,
    FailureEntry,
    Hit,
    Passage,
    StatementEntry,
    StoredDocument,
    StoredReading,
)
from sayso.record.ids import document_key, fact_key, reading_key
from sayso.record.store import Record
from sayso.record.view import View
from sayso.record.writer import Outcome, Writer

__all__ = [
    "Counts",
    "EventEntry",
    "FailureEntry",
    "Hit",
    "Outcome",
    "Passage",
    "Record",
    "StatementEntry",
    "StoredDocument",
    "StoredReading",
    "View",
    "Writer",
    "document_key",
    "fact_key",
    "reading_key",
]
