"""What is SQLite's own: how its connections are set up, and the full-text tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL

from sayso.errors import RecordError

_WAIT_MS: Final = 30_000  # how long one process waits for another's write
_SETTINGS: Final = (
    f"PRAGMA busy_timeout = {_WAIT_MS}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",  # with WAL: a power cut may cost the last documents, never the file
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
)
_TOKENIZE: Final = 'tokenize = "unicode61 remove_diacritics 2"'
_DOCUMENTS: Final = "title, text, content='documents', content_rowid='n'"  # the text itself stays where it is
SEARCH_TABLES: Final = (
    f"CREATE VIRTUAL TABLE document_search USING fts5({_DOCUMENTS}, {_TOKENIZE})",
    f"CREATE VIRTUAL TABLE statement_search USING fts5(source, content, content='', {_TOKENIZE})",
)


def open_engine(path: Path) -> Engine:
    """Return an engine for the SQLite file at `path`, made readable by its owner alone if it is new."""
    _refuse_without_search()
    engine = create_engine(URL.create("sqlite+pysqlite", database=str(path)))
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def add_to_search(connection: Connection, *, document: int, title: str | None, body: str) -> None:
    """Make a stored document findable."""
    statement = "INSERT INTO document_search(rowid, title, text) VALUES (:n, :title, :text)"
    connection.execute(text(statement), {"n": document, "title": title, "text": body})


def add_statements_to_search(connection: Connection, rows: Sequence[tuple[int, str, str]]) -> None:
    """Make stored statements findable; rows of number, source and content."""
    if rows:
        statement = "INSERT INTO statement_search(rowid, source, content) VALUES (:n, :source, :content)"
        connection.execute(text(statement), [{"n": n, "source": s, "content": c} for n, s, c in rows])


def _set_up(connection: sqlite3.Connection, _record: Any) -> None:
    # transactions are begun by `_begin`: the driver's own would leave schema changes outside
    connection.isolation_level = None
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except sqlite3.DatabaseError as error:
        raise RecordError(f"the record cannot be opened ({error}); is it an SQLite file that you may write?") from error


def _begin(connection: Connection) -> None:
    # a transaction that will write takes its turn at once: one that turns writer halfway could not wait
    writes = connection.get_execution_options().get("sayso_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _refuse_without_search() -> None:
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
        except sqlite3.OperationalError as error:
            reason = f"this Python's SQLite ({sqlite3.sqlite_version}) has no full-text search (FTS5)"
            raise RecordError(f"{reason}; use a Python from python.org, Debian, Ubuntu or Homebrew") from error
    connection.close()
