"""Alembic's entry: runs the steps on the connection that `upgrade` passes in, all in its transaction."""

from __future__ import annotations

from alembic import context

from sayso.record import schema

context.configure(connection=context.config.attributes["connection"], target_metadata=schema.documents.metadata, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
