"""The tables: one schema for every database, in the shape of the model. Rows are the truth; no JSON beside them.

Three layers lie on one another: documents (a row a version, never overwritten), readings (a row for each document
version and reader version, immutable) with their facts, and later what is said over facts (clusters, judgements),
which points at the 16-digit ids here. Within a reading, facts refer to each other by the reader's own short names.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Dialect,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
_KEY: Final = String(16)
_WORD: Final = String(64)


class Moment(TypeDecorator[datetime]):
    """A point in time as ISO 8601 text with the offset that was stated, which date-time columns would lose."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Return the text that is stored."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Return the moment that was stored."""
        return None if value is None else datetime.fromisoformat(value)


def _rows(
    name: str, *columns: Any, owner: tuple[str, str] | None = None, refers: dict[str, str] | None = None
) -> Table:
    """Return a table of rows of a reading, in order of `position` under their owner.

    `owner`: column and table of the fact that the rows belong to. `refers`: column to table for further references
    within the reading; they are checked when the transaction ends, since facts refer forward.
    """
    links = {**dict([owner] if owner else []), **(refers or {})}
    own = () if owner is None else (Column(owner[0], _WORD, primary_key=True),)
    return Table(
        name,
        metadata,
        Column("reading", ForeignKey("readings.n"), primary_key=True, autoincrement=False),
        *own,
        *(column for column in columns if isinstance(column, Column) and column.primary_key),
        Column("position", Integer, primary_key=True, autoincrement=False),
        *(column for column in columns if not (isinstance(column, Column) and column.primary_key)),
        *(_within(column, table) for column, table in links.items()),
        # SQLite keeps such a table as one tree instead of a table and an index: half the size; others ignore it
        sqlite_with_rowid=False,
    )


def _within(column: str, table: str) -> ForeignKeyConstraint:
    target = "position" if table in {"places", "times"} else "name"
    return ForeignKeyConstraint(
        ["reading", column], [f"{table}.reading", f"{table}.{target}"], deferrable=True, initially="DEFERRED"
    )


def _span(*, optional: bool = False) -> tuple[Any, ...]:
    return (Column("start", Integer, nullable=optional), Column("end", Integer, nullable=optional))


def _role() -> Any:
    return Column("role", String(16), primary_key=True)


meta = Table("meta", metadata, Column("name", _WORD, primary_key=True), Column("value", Text, nullable=False))

documents = Table(
    "documents",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", _KEY, nullable=False, unique=True),
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
    *_span(optional=True),
)

failures = Table(
    "failures",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", _KEY, nullable=False, unique=True),
    Column("where", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("advice", Text, nullable=False),
    Column("added", Moment, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("id", _KEY, nullable=False, unique=True),
    Column("document", ForeignKey("documents.n"), nullable=False),
    Column("reader", String(80), nullable=False),
    Column("added", Moment, nullable=False),
    UniqueConstraint("document", "reader"),
)


def _facts(name: str, *columns: Any, refers: dict[str, str]) -> Table:
    """Return a table of facts that others point at by their own 16-digit id; `name`: the reader's name for each."""
    return Table(
        name,
        metadata,
        Column("n", Integer, primary_key=True),
        Column("id", _KEY, nullable=False, unique=True),
        Column("reading", ForeignKey("readings.n"), nullable=False),
        Column("name", _WORD, nullable=False),
        Column("position", Integer, nullable=False),
        *columns,
        UniqueConstraint("reading", "name"),
        *(_within(column, table) for column, table in refers.items()),
    )


sentences = _rows("sentences", *_span())

places = _rows(
    "places",
    Column("listed", Boolean, nullable=False),  # no: it is only an event's place, not among the reading's own
    *_span(),
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

times = _rows(
    "times",
    Column("listed", Boolean, nullable=False),
    *_span(),
    Column("type", String(16), nullable=False),
    Column("value", Text),
    Column("earliest", Date),
    Column("latest", Date),
    Column("rule", Text),
)

problems = _rows(
    "problems",
    Column("kind", String(32), nullable=False),
    Column("detail", Text, nullable=False),
    *_span(optional=True),
)

actors = _facts(
    "actors",
    Column("label", Text, nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("country", String(3), index=True),
    Column("sector", String(8)),
    refers={},
)

actor_roles = _rows(
    "actor_roles", Column("title", Text, nullable=False), Column("of", Text), *_span(), owner=("actor", "actors")
)

actor_mentions = _rows("actor_mentions", _role(), *_span(), owner=("actor", "actors"))

actor_variants = _rows("actor_variants", Column("spelling", Text, nullable=False), owner=("actor", "actors"))

statements = _facts(
    "statements",
    Column("kind", String(16), nullable=False, index=True),
    Column("quotation", String(16), nullable=False),
    Column("stance", String(16), nullable=False),
    Column("within", _WORD),
    Column("said", Integer),
    refers={"within": "statements", "said": "times"},
)

statement_spans = _rows("statement_spans", _role(), *_span(), owner=("statement", "statements"))

statement_actors = _rows(
    "statement_actors",
    _role(),
    *_span(),
    Column("actor", _WORD),
    owner=("statement", "statements"),
    refers={"actor": "actors"},
)

statement_events = _rows(
    "statement_events",
    Column("event", _WORD, nullable=False),
    owner=("statement", "statements"),
    refers={"event": "events"},
)

events = _facts(
    "events",
    Column("type", String(16), nullable=False, index=True),
    Column("place", Integer),
    Column("place_basis", String(16)),
    Column("time", Integer),
    Column("tense", String(16)),
    refers={"place": "places", "time": "times"},
)

event_triggers = _rows("event_triggers", *_span(), owner=("event", "events"))

event_tags = _rows("event_tags", _role(), Column("tag", _WORD, nullable=False), owner=("event", "events"))

event_participants = _rows(
    "event_participants",
    _role(),
    *_span(),
    Column("actor", _WORD),
    Column("country", String(3), index=True),
    Column("sector", String(8)),
    owner=("event", "events"),
    refers={"actor": "actors"},
)

event_factuality = _rows(
    "event_factuality",
    Column("statement", _WORD),  # none: the document's own voice
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
