"""Steps from each version of the schema to the next, run by alembic; `upgrade` brings a database to the newest."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, inspect, text

from sayso.errors import RecordError

REVISIONS: Final = ("0001",)
"""All versions of the schema, oldest first."""


def upgrade(connection: Connection) -> None:
    """Bring the database to the newest schema within the connection's transaction.

    Raises `RecordError` for a database of a newer sayso and for one that is not sayso's.
    """
    current = version(connection)
    if current == REVISIONS[-1]:
        return
    from alembic import command  # 400 ms, only when there is something to do
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "sayso.record:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def version(connection: Connection) -> str | None:
    """Return the schema's version, None for an empty database; raises as `upgrade` does."""
    names = inspect(connection).get_table_names()
    if "alembic_version" not in names:
        if names:
            raise RecordError("this database belongs to another program; name another file with --record")
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if found is not None and found not in REVISIONS:
        raise RecordError(f"this record was written by a newer sayso (schema {found}); upgrade sayso to open it")
    return found
