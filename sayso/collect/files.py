"""Files, folders and standard input to documents, in the order given; each failure takes its place in that order."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from sayso.collect.decode import decode
from sayso.collect.facts import Facts
from sayso.collect.failure import InputFailure
from sayso.collect.limits import Limits
from sayso.collect.lines import read_json, read_lines, with_default_day
from sayso.collect.moments import Stated
from sayso.errors import UnreadableInput
from sayso.model import Document

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_KINDS: Final = {
    ".txt": "text",
    ".text": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".warc": "archive",
    ".warc.gz": "archive",
}
_STANDARD_INPUT: Final = "standard input"
_OTHERS: Final = "the other inputs are read"
_SNIFF: Final = 4_096


def read_inputs(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    limits: Limits | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | InputFailure]:
    """Yield a document or a failure for each report in `paths`, streaming, in input order.

    A path is a file, a folder (read sorted, with its folders; hidden files and files whose ending names no kind that is
    known are passed over) or `-` for standard input. `published` is the day of documents that state none themselves.
    """
    limits = limits or Limits()
    day = None if published is None else Stated(published)
    for path in paths:
        for found in _read(str(path), limits=limits, stdin=stdin):
            yield with_default_day(found, day) if isinstance(found, Document) else found


def _read(path: str, *, limits: Limits, stdin: BinaryIO | None) -> Iterator[Document | InputFailure]:
    if path == "-":
        yield from _guarded(stdin or sys.stdin.buffer, "unknown", where=_STANDARD_INPUT, limits=limits)
    elif path.lower().startswith(("http://", "https://")):
        advice = "save the page and give the file"
        yield InputFailure(where=path, reason="addresses on the network are not read yet", advice=advice)
    elif os.path.isdir(path):  # noqa: PTH112 -- the path is shown as it was given
        yield from _read_folder(path, limits=limits)
    else:
        yield from _read_file(path, limits=limits)


def _read_folder(folder: str, *, limits: Limits) -> Iterator[Document | InputFailure]:
    count = 0
    for path in _files_below(folder):
        count += 1
        yield from _read_file(path, limits=limits)
    if not count:
        advice = f"known endings are {' '.join(_KINDS)}"
        yield InputFailure(where=folder, reason="the folder holds no file of a known kind", advice=advice)


def _files_below(folder: str) -> Iterator[str]:
    """Yield the files of known kinds, sorted by path; only regular files, since a pipe or device would never end."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = os.path.join(root, name)  # noqa: PTH118 -- the path is shown as it was given
            if not name.startswith(".") and _kind_of(name) != "unknown" and os.path.isfile(path):  # noqa: PTH113
                yield path


def _read_file(path: str, *, limits: Limits) -> Iterator[Document | InputFailure]:
    try:
        with open(path, "rb") as file:  # noqa: PTH123 -- as given
            yield from _guarded(file, _kind_of(path), where=path, limits=limits)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = f"cannot be opened ({getattr(error, 'strerror', None) or error})"
        yield InputFailure(where=path, reason=reason, advice=f"check the path and its rights; {_OTHERS}")


def _guarded(file: BinaryIO, kind: str, *, where: str, limits: Limits) -> Iterator[Document | InputFailure]:
    try:
        yield from _dispatch(file, kind, where=where, limits=limits)
    except UnreadableInput as error:
        yield InputFailure(where=where, reason=str(error), advice=_OTHERS)


def _dispatch(file: BinaryIO, kind: str, *, where: str, limits: Limits) -> Iterator[Document | InputFailure]:
    if kind == "unknown":
        first = _first_bytes(file)
        file, kind = io.BufferedReader(_Chained(first, file)), _sniff(first)
    match kind:
        case "lines":
            yield from read_lines(file, where=where, limits=limits)
        case "json":
            yield from read_json(_whole(file, limits.feed), where=where, limits=limits)
        case "page":
            from sayso.collect.pages import read_page  # lxml, only for pages

            yield read_page(_whole(file, 4 * limits.page), limits=limits)
        case "feed":
            from sayso.collect.feeds import read_feed

            yield from read_feed(_whole(file, 4 * limits.feed), where=where, limits=limits)
        case "archive":
            from sayso.collect.warc import read_archive

            yield from read_archive(file, where=where, limits=limits)
        case _:
            yield _plain(_whole(file, limits.text))


def _plain(data: bytes) -> Document:
    decoded = decode(data)
    if not decoded.text.strip():
        raise UnreadableInput("the file is empty")
    return Facts().document(decoded.text, noticed=decoded.noticed)


def _whole(file: BinaryIO, limit: int) -> bytes:
    data = file.read(limit + 1)
    if len(data) > limit:
        raise UnreadableInput(f"the file is larger than the {limit:,} bytes that are read; give it as JSONL or WARC")
    if not data.strip():
        raise UnreadableInput("the file is empty")
    return data


def _kind_of(path: str) -> str:
    name = path.lower()
    if name.endswith(".warc.gz"):
        return "archive"
    return _KINDS.get(os.path.splitext(name)[1], "unknown")  # noqa: PTH122 -- `.warc.gz` and odd names, as given


class _Chained(io.RawIOBase):
    """Bytes that were taken for a look, then the rest of the file they were taken from."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = first, rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        view = memoryview(buffer)
        data = self._first[: len(view)] or _some(self._rest, len(view))
        self._first = self._first[len(view) :]
        view[: len(data)] = data
        return len(data)


def _first_bytes(file: BinaryIO) -> bytes:
    """Take bytes until one is not blank, so that the kind of the input can be told."""
    first = b""
    while not first.strip() and len(first) < 1_000_000 and (more := _some(file, _SNIFF)):
        first += more
    return first


def _some(file: BinaryIO, size: int) -> bytes:
    """Return up to `size` bytes, as soon as there are any: a slow pipe is read as it comes."""
    read: Callable[[int], bytes] = getattr(file, "read1", file.read)
    return read(size)


def _sniff(first: bytes) -> str:
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()[:256].lower()
    if start.startswith(b"{"):
        return "lines"
    if start.startswith((b"<!doctype html", b"<html")):
        return "page"
    return "text"
