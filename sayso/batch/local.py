"""Reading on this machine: in this process, or in a pool of them, always in input order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final, TypeVar

from sayso.model import Document, Reading
from sayso.read.pipeline import Reader

_AHEAD: Final = 4  # documents waiting a process: enough to keep it busy, few enough to stream
_Other = TypeVar("_Other")

_reader: Reader | None = None


def _start() -> None:
    global _reader  # noqa: PLW0603 -- one reader a worker process, made when the process starts
    _reader = Reader()


def _read(document: Document) -> Reading:
    assert _reader is not None
    return _reader.read(document)


def read_many(inputs: Iterable[Document | _Other], *, jobs: int = 1) -> Iterator[Reading | _Other]:
    """Read every document of `inputs`; whatever is no document passes through in its place.

    `jobs`: processes; one reads in this process. Results stream in input order.
    """
    if jobs <= 1:
        reader = Reader()
        for item in inputs:
            yield reader.read(item) if isinstance(item, Document) else item
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start) as pool:
        waiting: deque[Future[Reading] | _Other] = deque()
        for item in inputs:
            waiting.append(pool.submit(_read, item) if isinstance(item, Document) else item)
            while len(waiting) > jobs * _AHEAD:
                yield _done(waiting.popleft())
        while waiting:
            yield _done(waiting.popleft())


def _done(item: Future[Reading] | _Other) -> Reading | _Other:
    return item.result() if isinstance(item, Future) else item
