"""Kinds of columns and tables that the schema is made of."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    Column,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
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
KEY: Final = String(16)
WORD: Final = String(64)


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


def rows_table(
    name: str, *columns: Any, owner: tuple[str, str] | None = None, refers: dict[str, str] | None = None
) -> Table:
    """Return a table of rows of a reading, in order of `position` under their owner.

    `owner`: column and table of the fact that the rows belong to. `refers`: column to table for further references
    within the reading; they are checked when the transaction ends, since facts refer forward.
    """
    links = {**dict([owner] if owner else []), **(refers or {})}
    own = () if owner is None else (Column(owner[0], WORD, primary_key=True),)
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


def span_columns(*, optional: bool = False) -> tuple[Any, ...]:
    """Return the columns of a span."""
    return (Column("start", Integer, nullable=optional), Column("end", Integer, nullable=optional))


def role_column() -> Any:
    """Return the column that says what a row is to its owner."""
    return Column("role", String(16), primary_key=True)


def facts_table(name: str, *columns: Any, refers: dict[str, str]) -> Table:
    """Return a table of facts that others point at by their own 16-digit id; `name`: the reader's name for each."""
    return Table(
        name,
        metadata,
        Column("n", Integer, primary_key=True),
        Column("id", KEY, nullable=False, unique=True),
        Column("reading", ForeignKey("readings.n"), nullable=False),
        Column("name", WORD, nullable=False),
        Column("position", Integer, nullable=False),
        *columns,
        UniqueConstraint("reading", "name"),
        *(_within(column, table) for column, table in refers.items()),
    )
