"""The first schema; its tables are in the SQL files beside this one, a file a database."""

from __future__ import annotations

from importlib.resources import files

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables."""
    connection = op.get_bind()
    source = files("sayso.record.migrations.versions").joinpath(f"{revision}.{connection.dialect.name}.sql")
    for statement in source.read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
