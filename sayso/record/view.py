"""Reading from the record: documents, readings, single facts, searches; pages by key, never by offset."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Engine, func, select

from sayso.record import queries, schema
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
from sayso.record.search import find_documents, find_statements, marks_of, match_of, snippet_of


class View:
    """Queries; every call sees one state of the record, a stream sees each page in one."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def counts(self) -> Counts:
        """Return how much the record holds."""
        d = schema.documents
        tables = (schema.readings, schema.statements, schema.events, schema.actors, schema.failures)
        with self._engine.begin() as connection:
            series = connection.scalar(select(func.count(d.c.series.distinct()))) or 0
            versions, readings, statements, events, actors, failures = (
                connection.scalar(select(func.count()).select_from(table)) or 0 for table in (d, *tables)
            )
        return Counts(
            documents=series,
            versions=versions,
            readings=readings,
            statements=statements,
            events=events,
            actors=actors,
            failures=failures,
        )

    def documents(self, *, after: int = 0) -> Iterator[StoredDocument]:
        """Yield the documents, every version, in order of intake, from after number `after`."""
        table = schema.documents
        while True:
            with self._engine.begin() as connection:
                query = select(table).where(table.c.n > after).order_by(table.c.n).limit(queries.PAGE)
                page = queries.documents(connection, query)
            yield from page.values()
            if len(page) < queries.PAGE:
                return
            after = max(page)

    def document(self, name: str) -> StoredDocument | None:
        """Return the document with the record id or own id `name`, its latest version where it has several."""
        with self._engine.begin() as connection:
            return queries.document(connection, name)

    def versions(self, name: str) -> tuple[StoredDocument, ...]:
        """Return all versions of the document with the record id or own id `name`, oldest first."""
        table = schema.documents
        with self._engine.begin() as connection:
            found = queries.document(connection, name)
            if found is None:
                return ()
            series = found.document.url or found.document.id
            query = select(table).where(table.c.series == series).order_by(table.c.version)
            return tuple(queries.documents(connection, query).values())

    def reading(self, name: str) -> StoredReading | None:
        """Return the latest reading of the document `name` (record id or own id)."""
        with self._engine.begin() as connection:
            found = queries.document(connection, name)
            if found is None:
                return None
            return next(iter(queries.readings(connection, queries.latest([found.n]))), None)

    def readings(self, *, since: date | None = None, until: date | None = None) -> Iterator[StoredReading]:
        """Yield the latest reading of the latest version of each document, in order of intake.

        `since` and `until`, both inclusive, bound the day of publication; documents without one are then left out.
        """
        after = 0
        while True:
            with self._engine.begin() as connection:
                numbers = list(connection.scalars(queries.current(since, until, after=after)))
                page = queries.readings(connection, queries.latest(numbers))
            yield from page
            if len(numbers) < queries.PAGE:
                return
            after = numbers[-1]

    def statement(self, key: str) -> StatementEntry | None:
        """Return the statement with the id `key`."""
        with self._engine.begin() as connection:
            found = queries.fact(connection, schema.statements, key)
        if found is None:
            return None
        stored, position = found
        return StatementEntry(id=key, statement=stored.reading.statements[position], stored=stored)

    def event(self, key: str) -> EventEntry | None:
        """Return the event mention with the id `key`."""
        with self._engine.begin() as connection:
            found = queries.fact(connection, schema.events, key)
        if found is None:
            return None
        stored, position = found
        return EventEntry(id=key, event=stored.reading.events[position], stored=stored)

    def failures(self, *, after: int = 0) -> tuple[FailureEntry, ...]:
        """Return the inputs that could not be read, in order of intake, from after number `after`."""
        table = schema.failures
        with self._engine.begin() as connection:
            rows = connection.execute(select(table).where(table.c.n > after).order_by(table.c.n)).all()
        return tuple(
            FailureEntry(id=row.id, where=row.where, reason=row.reason, advice=row.advice, added=row.added)
            for row in rows
        )

    def search(self, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
        """Return the documents that match `words` best: all words, "a phrase", or beginn*."""
        match = match_of(words)
        if not match:
            return ()
        with self._engine.begin() as connection:
            found = find_documents(connection, match, limit=limit)
            table = schema.documents
            stored = queries.documents(connection, select(table).where(table.c.n.in_([n for n, _, _ in found])))
        return tuple(_hit(stored[n], title, body) for n, title, body in found)

    def search_statements(self, words: str, *, limit: int = 20) -> tuple[Passage, ...]:
        """Return the statements whose source and content match `words` best."""
        match = match_of(words)
        if not match:
            return ()
        with self._engine.begin() as connection:
            return queries.passages(connection, find_statements(connection, match, limit=limit))


def _hit(stored: StoredDocument, title: str | None, body: str) -> Hit:
    marks = marks_of(body)
    snippet = snippet_of(stored.document.text, marks)
    return Hit(stored=stored, title_marks=marks_of(title), marks=marks, snippet=snippet)
