"""The tables: one schema for every database, in the shape of the model. Rows are the truth; no JSON beside them.

Three layers lie on one another: documents (a row a version, never overwritten), readings (a row for each document
version and reader version, immutable) with their facts, and later what is said over facts (clusters, judgements),
which points at the 16-digit ids here. Within a reading, facts refer to each other by the reader's own short names.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Boolean, Column, Date, Double, ForeignKey, Index, Integer, String, Table, Text, UniqueConstraint

from sayso.record.columns import KEY, WORD, Moment, facts_table, metadata, role_column, rows_table, span_columns

meta = Table("meta", metadata, Column("name", WORD, primary_key=True), Column("value", Text, nullable=False))

documents = Table(
    "documents",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", KEY, nullable=False, unique=True),
    Column("name", Text, nullable=False, index=True),
    Column("series", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("text", Text, nullable=False),
    Column("title", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("byline", Text),
    Column("published", Date),
    Column("published_at", Moment),
    Column("modified", Moment),
    Column("fetched", Moment),
    Column("language", String(8)),
    Column("origin", Text),
    Column("added", Moment, nullable=False),
    UniqueConstraint("series", "version"),
    Index("ix_documents_published_n", "published", "n"),
)

document_notes = Table(
    "document_notes",
    metadata,
    Column("document", ForeignKey("documents.n"), primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    *span_columns(optional=True),
)

failures = Table(
    "failures",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", KEY, nullable=False, unique=True),
    Column("where", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("added", Moment, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", KEY, nullable=False, unique=True),
    Column("document", ForeignKey("documents.n"), nullable=False),
    Column("reader", String(80), nullable=False),
    Column("added", Moment, nullable=False),
    UniqueConstraint("document", "reader"),
)


sentences = rows_table("sentences", *span_columns())

places = rows_table(
    "places",
    Column("listed", Boolean, nullable=False),  # no: it is only an event's place, not among the reading's own
    *span_columns(),
    Column("name", Text),
    Column("geonameid", Integer, index=True),
    Column("latitude", Double),
    Column("longitude", Double),
    Column("country", String(3)),
    Column("feature", String(16)),
    Column("precision", String(16)),
    Column("candidates", Integer, nullable=False),
    Column("radius_km", Double),
    Column("reason", Text),
)

times = rows_table(
    "times",
    Column("listed", Boolean, nullable=False),
    *span_columns(),
    Column("type", String(16), nullable=False),
    Column("value", Text),
    Column("earliest", Date),
    Column("latest", Date),
    Column("rule", Text),
)

problems = rows_table(
    "problems",
    Column("kind", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    *span_columns(optional=True),
)

actors = facts_table(
    "actors",
    Column("label", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("country", String(3), index=True),
    Column("sector", String(8)),
    refers={},
)

actor_roles = rows_table(
    "actor_roles", Column("title", Text, nullable=False), Column("of", Text), *span_columns(), owner=("actor", "actors")
)

actor_mentions = rows_table("actor_mentions", role_column(), *span_columns(), owner=("actor", "actors"))

actor_variants = rows_table("actor_variants", Column("spelling", Text, nullable=False), owner=("actor", "actors"))

statements = facts_table(
    "statements",
    Column("kind", String(16), nullable=False, index=True),
    Column("quotation", String(16), nullable=False),
    Column("stance", String(16), nullable=False),
    Column("within", WORD),
    Column("said", Integer),
    refers={"within": "statements", "said": "times"},
)

statement_spans = rows_table("statement_spans", role_column(), *span_columns(), owner=("statement", "statements"))

statement_actors = rows_table(
    "statement_actors",
    role_column(),
    *span_columns(),
    Column("actor", WORD),
    owner=("statement", "statements"),
    refers={"actor": "actors"},
)

statement_events = rows_table(
    "statement_events",
    Column("event", WORD, nullable=False),
    owner=("statement", "statements"),
    refers={"event": "events"},
)

events = facts_table(
    "events",
    Column("type", String(16), nullable=False, index=True),
    Column("place", Integer),
    Column("place_basis", String(16)),
    Column("time", Integer),
    Column("tense", String(16)),
    refers={"place": "places", "time": "times"},
)

event_triggers = rows_table("event_triggers", *span_columns(), owner=("event", "events"))

event_tags = rows_table("event_tags", role_column(), Column("tag", WORD, nullable=False), owner=("event", "events"))

event_participants = rows_table(
    "event_participants",
    role_column(),
    *span_columns(),
    Column("actor", WORD),
    Column("country", String(3), index=True),
    Column("sector", String(8)),
    owner=("event", "events"),
    refers={"actor": "actors"},
)

event_factuality = rows_table(
    "event_factuality",
    Column("statement", WORD),  # none: the document's own voice
    Column("value", String(4), nullable=False),
    owner=("event", "events"),
    refers={"statement": "statements"},
)

FACTS: Final = (
    sentences,
    places,
    times,
    problems,
    actors,
    actor_roles,
    actor_mentions,
    actor_variants,
    statements,
    statement_spans,
    statement_actors,
    statement_events,
    events,
    event_triggers,
    event_tags,
    event_participants,
    event_factuality,
)
"""The tables of a reading's facts, in the order in which they are written."""
