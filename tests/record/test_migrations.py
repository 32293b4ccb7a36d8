"""Migrations: they lead to the schema, all of them are known, and half of one never stays."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Dialect, Engine, create_engine, inspect
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.schema import CreateTable

from sayso.record.columns import metadata
from sayso.record.migrations import REVISIONS, upgrade
from sayso.record.sqlite import open_engine
from sayso.record.store import Record


def test_the_steps_lead_to_the_schema(tmp_path: Path) -> None:
    Record.open(tmp_path / "a.db").close()
    with create_engine(f"sqlite:///{tmp_path / 'a.db'}").connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        assert compare_metadata(context, metadata) == []
    connection.engine.dispose()


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not re.match("(document|statement)_search|alembic", name or "")


def test_every_step_is_known() -> None:
    config = Config()
    config.set_main_option("script_location", "sayso.record:migrations")
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(steps)) == REVISIONS


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_tables_are_written_for_postgresql_too(name: str) -> None:
    make: type[Dialect] = PGDialect_psycopg
    wanted = str(CreateTable(metadata.tables[name]).compile(dialect=make())).strip()
    step = files("sayso.record.migrations.versions").joinpath("0001.postgresql.sql").read_text(encoding="utf-8")
    assert " ".join(wanted.split()) in " ".join(step.split())


def _broken_upgrade(engine: Engine) -> None:
    with engine.connect().execution_options(sayso_writes=True) as connection, connection.begin():
        upgrade(connection)
        assert "documents" in inspect(connection).get_table_names()
        raise InterruptedError


def test_a_step_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "a.db")
    with pytest.raises(InterruptedError):
        _broken_upgrade(engine)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()
