"""Write the tables of `sayso/record/schema.py` as the SQL of a migration step: `python scripts/freeze_schema.py 0001`.

A step that is released never changes again; later steps say what changes, by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sqlalchemy import Dialect
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from sayso.record import schema
from sayso.record.sqlite import SEARCH_TABLES

VERSIONS = Path(__file__).parent.parent / "sayso" / "record" / "migrations" / "versions"


def ddl(dialect: Dialect) -> str:
    """Return the statements that make all tables and indexes, each ended by a semicolon and an empty line."""
    statements = []
    for table in schema.documents.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        statements += [str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes]
    if dialect.name == "sqlite":
        statements += SEARCH_TABLES
    lines = ("\n".join(line.rstrip().replace("\t", "  ") for line in s.splitlines()) for s in statements)
    return ";\n\n".join(lines) + ";\n"


def main(version: str) -> None:
    """Write the files of step `version`, one a database."""
    dialects: tuple[type[Dialect], ...] = (SQLiteDialect_pysqlite, PGDialect_psycopg)
    for dialect in (make() for make in dialects):
        (VERSIONS / f"{version}.{dialect.name}.sql").write_text(ddl(dialect), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
