"""Alembic's entry: runs the steps on the connection that `upgrade` passes in, all in its transaction."""

from __future__ import annotations

from alembic import context

from sayso.record.columns import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
