"""JSONL that is broken or made to break readers: each bad line a failure with its number, every other line read."""

from __future__ import annotations

import io
import time
import tracemalloc

import pytest

from sayso.collect import InputFailure, Limits, read_inputs
from sayso.model import Document

GOOD = b'{"text": "A said b."}\n'

BAD = {
    "no-json": b"hello",
    "cut-off": b'{"text": "x',
    "two-values": b'{"text": "x"} {"text": "y"}',
    "missing-text": b'{"title": "x"}',
    "null-text": b'{"text": null}',
    "number-text": b'{"text": 5}',
    "list-text": b'{"text": ["x"]}',
    "list": b'["x"]',
    "string": b'"x"',
    "number": b"7",
    "null": b"null",
    "true": b"true",
    "twice": b'{"text": "x", "text": "y"}',
    "nan": b'{"text": "x", "score": NaN}',
    "infinity": b'{"text": "x", "score": -Infinity}',
    "deep": b'{"text": "x", "a": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "deep-objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "huge-number": b'{"text": "x", "n": ' + b"9" * 10_000 + b"}",
    "not-utf-8": b'{"text": "\xff\xfe"}',
    "latin-1": '{"text": "é"}'.encode("latin-1"),
    "bad-date": b'{"text": "x", "published": "last week"}',
    "month-13": b'{"text": "x", "published": "2022-13-01"}',
    "doubtful-date": b'{"text": "x", "published": "03/04/2022"}',
    "number-date": b'{"text": "x", "published": 20221014}',
    "object-title": b'{"text": "x", "title": {"a": 1}}',
    "true-id": b'{"text": "x", "id": true}',
    "single-quotes": b"{'text': 'x'}",
    "comment": b'{"text": "x"} // y',
    "raw-control": b'{"text": "a\x01b"}',
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_line_is_named_and_the_others_are_read(name: str) -> None:
    data = GOOD + BAD[name] + b"\n" + GOOD
    first, failure, last = read_inputs(["-"], stdin=io.BytesIO(data))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(failure, InputFailure)
    assert failure.where == "standard input:2"
    assert "\n" not in str(failure)
    assert len(str(failure)) < 300


def test_a_line_of_50_mb_is_refused_without_holding_it() -> None:
    class Long(io.RawIOBase):
        """GOOD, then 50 MB of one line made while it is read, then GOOD."""

        def __init__(self) -> None:
            self.parts = iter([GOOD, b'{"text": "', *[b"a" * 1_000_000] * 50, b'"}\n', GOOD])
            self.rest = b""

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: object) -> int:
            view = memoryview(buffer)  # type: ignore[arg-type]
            if not self.rest:
                self.rest = next(self.parts, b"")
            count = min(len(view), len(self.rest))
            view[:count], self.rest = self.rest[:count], self.rest[count:]
            return count

    tracemalloc.start()
    found = list(read_inputs(["-"], stdin=io.BufferedReader(Long()), limits=Limits(line=5_000_000)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert [type(f) for f in found] == [Document, InputFailure, Document]
    assert isinstance(found[1], InputFailure)
    assert "longer than 5,000,000 bytes" in found[1].reason
    assert found[1].where == "standard input:2"
    assert peak < 25_000_000


def test_text_is_taken_as_it_is() -> None:
    line = b'{"text": "\\ufeff a\\r\\n\\tb\\u0001 \\u0000 \\ud800 \\ud83d\\ude00 e\\u0301"}\n'
    (found,) = read_inputs(["-"], stdin=io.BytesIO(line))
    assert isinstance(found, Document)
    assert found.text == "\ufeff a\r\n\tb\x01 \ufffd \ufffd 😀 e\u0301"
    assert len(found.noticed) == 1


def test_twenty_thousand_lines_in_time() -> None:
    began = time.perf_counter()
    assert sum(1 for _ in read_inputs(["-"], stdin=io.BytesIO(GOOD * 20_000))) == 20_000
    assert time.perf_counter() - began < 10


def test_last_line_without_line_end_and_a_mark_at_the_start() -> None:
    found = list(read_inputs(["-"], stdin=io.BytesIO(b"\xef\xbb\xbf" + GOOD + GOOD.rstrip())))
    assert [type(f) for f in found] == [Document, Document]
