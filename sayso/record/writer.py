"""Writing to the record: one transaction a document, insert or keep, never overwrite."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import Enum, unique
from typing import Any

from sqlalchemy import Connection, Engine, func, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError, SQLAlchemyError

from sayso.errors import RecordError, RecordUnavailable
from sayso.model import Document, Reading
from sayso.record import schema
from sayso.record.ids import document_key, failure_key, reading_key
from sayso.record.rows import rows_of, span_row
from sayso.record.sqlite import add_statements_to_search, add_to_search


@unique
class Outcome(Enum):
    """What became of a reading that was handed to the record."""

    ADDED = "added"
    NEW_LAYER = "new layer"
    KNOWN = "known"


class Writer:
    """Adds readings and failures; each call is one transaction, so a kill leaves whole documents or none."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(sayso_writes=True)

    def add(self, reading: Reading, *, reader: str, at: datetime | None = None) -> Outcome:
        """Store `reading` as made by the reader version `reader`; what is known already stays as it is.

        Raises `RecordError` where the reading contradicts itself (a fact that points at none) or holds what databases
        cannot, `RecordUnavailable` where nothing can be written at all.
        """
        if "\x00" in reading.document.text or "\x00" in (reading.document.title or ""):
            # full-text search would mark the wrong words, and PostgreSQL has no such character
            raise RecordError(f"{reading.document.id}: cannot be written (a NUL in its text); read it through intake")
        name = reading.document.id
        try:
            with _available(), self._engine.begin() as connection:
                return _add(connection, reading, reader=reader, at=at or datetime.now(UTC))
        except IntegrityError as error:
            raise RecordError(f"{name}: the reading refers to facts that it does not hold ({error.orig})") from error
        except (SQLAlchemyError, UnicodeEncodeError) as error:
            raise RecordError(f"{name}: cannot be written ({getattr(error, 'orig', None) or error})") from error

    def knows(self, document: Document, *, reader: str) -> bool:
        """Tell whether this version of the document was read by this version of the reader already."""
        key = reading_key(document_key(document), reader)
        with _available(), self._engine.connect().execution_options(sayso_writes=False) as connection:
            return connection.scalar(select(schema.readings.c.n).where(schema.readings.c.id == key)) is not None

    def fail(self, *, where: str, reason: str, advice: str, at: datetime | None = None) -> Outcome:
        """Store that an input could not be read; the same failure at the same place is kept once."""
        row = {"where": where, "reason": reason, "advice": advice}
        row = {name: value.encode("utf-8", "backslashreplace").decode() for name, value in row.items()}
        key = failure_key(row["where"], row["reason"])
        with _available(), self._engine.begin() as connection:
            if connection.scalar(select(schema.failures.c.n).where(schema.failures.c.id == key)) is not None:
                return Outcome.KNOWN
            connection.execute(insert(schema.failures).values(id=key, added=at or datetime.now(UTC), **row))
        return Outcome.ADDED


@contextmanager
def _available() -> Iterator[None]:
    """Turn what stops the whole file into `RecordUnavailable`."""
    try:
        yield
    except OperationalError as error:
        raise RecordUnavailable(
            f"the record cannot be written now ({error.orig}); free it or the disk, then go on"
        ) from error


def _add(connection: Connection, reading: Reading, *, reader: str, at: datetime) -> Outcome:
    key = document_key(reading.document)
    number = connection.scalar(select(schema.documents.c.n).where(schema.documents.c.id == key))
    layer = reading_key(key, reader)
    if number is None:
        outcome, number = Outcome.ADDED, _add_document(connection, reading.document, key=key, at=at)
    elif connection.scalar(select(schema.readings.c.n).where(schema.readings.c.id == layer)) is not None:
        return Outcome.KNOWN
    else:
        outcome = Outcome.NEW_LAYER
    values = {"id": layer, "document": number, "reader": reader, "added": at}
    n = _number(connection.execute(insert(schema.readings).values(values)))
    for table, rows in rows_of(reading, n=n, key=layer).items():
        if rows:
            connection.execute(insert(table), rows)
    _index_statements(connection, reading, n=n)
    return outcome


def _add_document(connection: Connection, document: Document, *, key: str, at: datetime) -> int:
    documents = schema.documents
    series = document.url or document.id
    last = connection.scalar(select(func.max(documents.c.version)).where(documents.c.series == series))
    values: dict[str, Any] = {
        "id": key,
        "name": document.id,
        "series": series,
        "version": (last or 0) + 1,
        "sha256": document.sha256,
        "text": document.text,
        "title": document.title,
        "url": document.url,
        "outlet": document.outlet,
        "byline": document.byline,
        "published": document.published,
        "published_at": document.published_at,
        "modified": document.modified,
        "fetched": document.fetched,
        "language": document.language,
        "origin": document.origin,
        "added": at,
    }
    number = _number(connection.execute(insert(documents).values(values)))
    for position, note in enumerate(document.noticed):
        row = {"document": number, "position": position, "kind": note.kind.value, "detail": note.detail}
        row |= span_row(note.span)
        connection.execute(insert(schema.document_notes).values(row))
    add_to_search(connection, document=number, title=document.title, body=document.text)
    return number


def _index_statements(connection: Connection, reading: Reading, *, n: int) -> None:
    table, body = schema.statements, reading.document.text
    query = select(table.c.n).where(table.c.reading == n).order_by(table.c.position)
    rows = [
        (number, s.source.span.of(body) if s.source else "", " … ".join(span.of(body) for span in s.content))
        for number, s in zip(connection.scalars(query), reading.statements, strict=True)
    ]
    add_statements_to_search(connection, rows)


def _number(result: Any) -> int:
    return int(result.inserted_primary_key[0])
