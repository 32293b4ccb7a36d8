"""The queries behind the view: each takes a connection and gives frozen values, rows for many owners at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, Row, Select, Table, func, select

from sayso.model import Problem, Span, cover
from sayso.record import schema
from sayso.record.entries import Passage, StoredDocument, StoredReading
from sayso.record.facts import Facts, document_of, problem_of

PAGE: Final = 50  # readings a round of queries: memory stays bounded, queries stay few


def documents(connection: Connection, query: Select[Any]) -> dict[int, StoredDocument]:
    """Return the documents that `query` over the table of documents finds, by number, in its order."""
    rows = connection.execute(query).all()
    notes = _notes(connection, [row.n for row in rows])
    return {row.n: _stored(row, notes.get(row.n, ())) for row in rows}


def document(connection: Connection, name: str) -> StoredDocument | None:
    """Return the document with the record id `name`, else the newest with that id of its own."""
    table = schema.documents
    for query in (
        select(table).where(table.c.id == name),
        select(table).where(table.c.name == name).order_by(table.c.n.desc()).limit(1),
    ):
        found = documents(connection, query)
        if found:
            return next(iter(found.values()))
    return None


def current(since: date | None, until: date | None, *, after: int) -> Select[Any]:
    """Return a query for a page of the numbers of each series' newest version, published between the days."""
    table = schema.documents
    other = table.alias()
    newer = select(other.c.n).where(other.c.series == table.c.series, other.c.version > table.c.version)
    query = select(table.c.n).where(table.c.n > after, ~newer.exists())
    if since is not None:
        query = query.where(table.c.published >= since)
    if until is not None:
        query = query.where(table.c.published <= until)
    return query.order_by(table.c.n).limit(PAGE)


def latest(numbers: Sequence[int]) -> Select[Any]:
    """Return a query for the newest reading of each of the documents with `numbers`."""
    table = schema.readings
    newest = select(func.max(table.c.n)).where(table.c.document.in_(numbers)).group_by(table.c.document)
    return select(table).where(table.c.n.in_(newest)).order_by(table.c.document)


def readings(connection: Connection, query: Select[Any]) -> list[StoredReading]:
    """Return the readings that `query` over the table of readings finds, in its order."""
    rows = connection.execute(query).all()
    table = schema.documents
    stored = documents(connection, select(table).where(table.c.n.in_([row.document for row in rows])))
    facts = Facts(connection, [row.n for row in rows])
    return [_reading(row, stored[row.document], facts) for row in rows]


def fact(connection: Connection, table: Table, key: str) -> tuple[StoredReading, int] | None:
    """Return the reading that holds the fact with the id `key` in `table`, and the fact's position in it."""
    row = connection.execute(select(table.c.reading, table.c.position).where(table.c.id == key)).one_or_none()
    if row is None:
        return None
    (stored,) = readings(connection, select(schema.readings).where(schema.readings.c.n == row.reading))
    return stored, row.position


def passages(connection: Connection, numbers: Sequence[int]) -> tuple[Passage, ...]:
    """Return the statements with `numbers`, in their order, with the part of the text that their content covers."""
    s, r, d, spans = schema.statements, schema.readings, schema.documents, schema.statement_spans
    query = (
        select(s.c.n, s.c.id, s.c.name, d.c.id.label("document"), d.c.text, spans.c.role, spans.c.start, spans.c.end)
        .join(r, r.c.n == s.c.reading)
        .join(d, d.c.n == r.c.document)
        .join(spans, (spans.c.reading == s.c.reading) & (spans.c.statement == s.c.name))
        .where(s.c.n.in_(numbers))
    )
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        rows[row.n].append(row)
    return tuple(_passage(rows[n]) for n in numbers if n in rows)


def _passage(rows: list[Any]) -> Passage:
    contents = [row for row in rows if row.role == "content"]  # a statement without one shows its cue
    first, span = rows[0], cover(tuple(Span(row.start, row.end) for row in contents or rows))
    return Passage(id=first.id, name=first.name, document=first.document, text=span.of(first.text), span=span)


def _notes(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[Problem, ...]]:
    table = schema.document_notes
    query = select(table).where(table.c.document.in_(numbers)).order_by(table.c.document, table.c.position)
    found: dict[int, tuple[Problem, ...]] = {}
    for row in connection.execute(query):
        found[row.document] = (*found.get(row.document, ()), problem_of(row))
    return found


def _stored(row: Row[Any], notes: tuple[Problem, ...]) -> StoredDocument:
    return StoredDocument(id=row.id, n=row.n, version=row.version, added=row.added, document=document_of(row, notes))


def _reading(row: Row[Any], stored: StoredDocument, facts: Facts) -> StoredReading:
    return StoredReading(
        id=row.id,
        n=row.n,
        reader=row.reader,
        added=row.added,
        stored=stored,
        reading=facts.reading(row.n, stored.document),
    )
