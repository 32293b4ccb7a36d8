"""Intake into the record: inputs are collected, read and stored, a transaction a document, known ones passed over.

for step in ingest(["news/"], record.writer, Reader()):
print(step.outcome)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from sayso.collect import InputFailure, Limits, read_inputs
from sayso.collect.failure import reader_fault
from sayso.errors import RecordError, RecordUnavailable
from sayso.model import Document, Reading
from sayso.record import Outcome, Writer

_BATCH: Final = 8  # documents a pass of the reader; a kill costs the reading of so many, never their record


class Reads(Protocol):
    """Whoever makes readings of documents; `version` names what read them."""

    @property
    def version(self) -> str:
        """The reader's version, kept with every fact."""
        ...

    def pipe(self, documents: Iterable[Document], *, batch_size: int = 8) -> Iterator[Reading]:
        """Read documents in order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What became of one input: an `outcome` in the record, or a `failure`, each with the document if there is one."""

    document: Document | None = None
    outcome: Outcome | None = None
    failure: InputFailure | None = None


def ingest(
    paths: Iterable[str | Path],
    writer: Writer,
    reader: Reads,
    *,
    published: date | None = None,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Step]:
    """Read `paths` into the record and yield one step for each input, in order.

    Safe to break off at any moment and to repeat: what is stored is stored whole, and is not read again by the same
    reader. A failure is stored and yielded, and never stops what comes after it; only `RecordUnavailable` does.
    """
    inputs = iter(read_inputs(paths, published=published, limits=limits, stdin=stdin))
    while batch := list(islice(inputs, _BATCH)):
        yield from _store(batch, writer, reader)


def _store(batch: list[Document | InputFailure], writer: Writer, reader: Reads) -> Iterator[Step]:
    unread = [d for d in batch if isinstance(d, Document) and _is_new(d, writer, reader)]
    readings = _read(tuple(unread), reader)
    for found in batch:
        if isinstance(found, InputFailure):
            yield _failed(found, writer)
        elif not unread or found is not unread[0]:
            yield Step(document=found, outcome=Outcome.KNOWN)
        else:
            unread.pop(0)
            yield _stored(found, next(readings), writer, reader)


def _is_new(document: Document, writer: Writer, reader: Reads) -> bool:
    return not writer.knows(document, reader=reader.version)


def _read(documents: tuple[Document, ...], reader: Reads) -> Iterator[Reading | InputFailure]:
    """Yield a reading or a failure for each document; where a batch breaks, its documents are read one by one."""
    try:
        yield from list(reader.pipe(documents, batch_size=len(documents) or 1))
    except Exception:  # noqa: BLE001 -- a reader never raises; if one does, that must cost one document only
        for document in documents:
            try:
                yield from list(reader.pipe((document,)))
            except Exception as error:  # noqa: BLE001
                yield reader_fault(document, error)


def _stored(document: Document, found: Reading | InputFailure, writer: Writer, reader: Reads) -> Step:
    if isinstance(found, InputFailure):
        return _failed(found, writer, document)
    try:
        return Step(document=document, outcome=writer.add(found, reader=reader.version))
    except RecordUnavailable:
        raise  # no fault of the document, and nothing after it could be stored either
    except RecordError as error:
        return _failed(_failure(document, str(error)), writer, document)


def _failed(failure: InputFailure, writer: Writer, document: Document | None = None) -> Step:
    writer.fail(where=failure.where, reason=failure.reason, advice=failure.advice)
    return Step(document=document, failure=failure)


def _failure(document: Document, reason: str) -> InputFailure:
    where = document.url or f"document {document.id}"
    return InputFailure(where=where, reason=reason, advice="please report this text as a fault of sayso")
