"""The record: one database file, opened for writing and viewing.

with Record.open(Path("sayso.db")) as record:
record.writer.add(reading, reader=reader.version)
hits = record.view.search("bridge")
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from sayso.errors import RecordError
from sayso.record.migrations import upgrade
from sayso.record.sqlite import open_engine
from sayso.record.view import View
from sayso.record.writer import Writer


class Record:
    """An open record: `writer` adds to it, `view` asks it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.writer = Writer(engine)
        self.view = View(engine)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = True) -> Record:
        """Open the record in the file at `path`, brought to the newest schema; a new file unless `create` is false.

        Raises `RecordError` where there is no such file, or it is no record, or one of a newer sayso.
        """
        file = Path(path)
        if not create and not file.is_file():
            raise RecordError(
                f"{file}: there is no record here; make one with `sayso ingest` or name one with --record"
            )
        try:
            file.touch(mode=0o600)  # what somebody follows is nobody else's business
            engine = open_engine(file)
            with engine.connect().execution_options(sayso_writes=True) as connection, connection.begin():
                upgrade(connection)
        except RecordError as error:
            raise RecordError(f"{file}: {error}") from error
        except (OSError, SQLAlchemyError) as error:
            raise RecordError(
                f"{file}: the record cannot be opened ({getattr(error, 'orig', None) or error})"
            ) from error
        return cls(engine)

    def close(self) -> None:
        """Close the file; what was written stays."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
