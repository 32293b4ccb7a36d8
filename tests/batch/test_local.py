"""Reading in one process or several: same readings, input order, strangers pass through."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.batch.local import read_many
from sayso.collect.failure import InputFailure, reader_fault
from sayso.model import Document, Reading


def inputs(count: int) -> Iterator[Document | InputFailure]:
    for number in range(count):
        yield Document(id=str(number), text=f"Kelmar said on day {number} that it would withdraw.")
        if number % 3 == 0:
            yield InputFailure(where=f"failure {number}", reason="r", advice="a")


def test_order_and_strangers() -> None:
    results = list(read_many(inputs(5)))
    names = [r.document.id if isinstance(r, Reading) else r.where for r in results]
    assert names == ["0", "failure 0", "1", "2", "3", "failure 3", "4"]


def test_two_processes_read_the_same() -> None:
    assert list(read_many(inputs(12), jobs=2)) == list(read_many(inputs(12)))


def test_streams() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Document]:
        for number in range(10**9):
            taken.append(number)
            yield Document(id=str(number), text="Kelmar said no.")

    first = next(iter(read_many(endless())))
    assert isinstance(first, Reading)
    assert len(taken) <= 16


def test_a_document_that_breaks_the_reader_is_a_failure_like_others() -> None:
    failure = reader_fault(Document(id="x", text="?", url="https://kelmar.example/1"), ValueError("odd"))
    assert str(failure).startswith("https://kelmar.example/1: the reader broke on it (ValueError: odd)")
