"""Reading on this machine: in this process, or in a pool of them, always in input order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final

from sayso.collect.failure import InputFailure, reader_fault
from sayso.model import Document, Reading
from sayso.read.pipeline import Reader

_AHEAD: Final = 4  # documents waiting a process: enough to keep it busy, few enough to stream

_reader: Reader | None = None


def _start() -> None:
    global _reader  # noqa: PLW0603 -- one reader a worker process, made when the process starts
    _reader = Reader()


def _read(document: Document) -> Reading | InputFailure:
    assert _reader is not None
    try:
        return _reader.read(document)
    except Exception as error:  # noqa: BLE001 -- a reader never raises; if one does, that must cost one document only
        return reader_fault(document, error)


def read_many(inputs: Iterable[Document | InputFailure], *, jobs: int = 1) -> Iterator[Reading | InputFailure]:
    """Read every document of `inputs`; a failure passes through in its place.

    `jobs`: processes; one reads in this process. Results stream in input order.
    """
    if jobs <= 1:
        _start()
        for item in inputs:
            yield _read(item) if isinstance(item, Document) else item
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start) as pool:
        waiting: deque[Future[Reading | InputFailure] | InputFailure] = deque()
        for item in inputs:
            waiting.append(pool.submit(_read, item) if isinstance(item, Document) else item)
            while len(waiting) > jobs * _AHEAD:
                yield _done(waiting.popleft())
        while waiting:
            yield _done(waiting.popleft())


def _done(item: Future[Reading | InputFailure] | InputFailure) -> Reading | InputFailure:
    return item.result() if isinstance(item, Future) else item
