"""Web archives (WARC, ISO 28500) to documents: one article for each HTML response, the rest passed over.

The compressed stream is inflated here in bounded steps, never by the archive library, whose line reader would follow a
small file into gigabytes.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, BinaryIO, Final

from sayso.collect.failure import InputFailure
from sayso.collect.limits import Limits
from sayso.collect.pages import read_page
from sayso.errors import UnreadableInput
from sayso.model import Document

_STEP: Final = 65_536
_HTML_TYPES: Final = ("text/html", "application/xhtml+xml")
_ADVICE: Final = "the other records are read"


class Inflated:
    """A readable stream over a WARC file, inflated if it is gzip, that refuses to give more than its allowance."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = file.read(2)
        self._gzip = zlib.decompressobj(31) if self._packed == b"\x1f\x8b" else None
        self._left = 0

    def allow(self, size: int) -> None:
        """Let the next `size` bytes pass; reading beyond raises `UnreadableInput`."""
        self._left = size

    def read(self, size: int = -1) -> bytes:
        """Return up to `size` bytes, b"" at the end."""
        data = self._next(size if 0 < size < _STEP else _STEP)
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableInput("a record of the archive is larger than any news page (a compression bomb?)")
        return data

    def close(self) -> None:
        """Do nothing: whoever opened the file closes it."""

    def _next(self, size: int) -> bytes:
        if self._gzip is None:
            data, self._packed = self._packed, b""
            return data or self._file.read(size)
        while True:
            if self._gzip.eof:  # one gzip member a record is usual
                self._packed = self._gzip.unused_data or self._file.read(_STEP)
                if not self._packed:
                    return b""
                self._gzip = zlib.decompressobj(31)
            elif not self._packed:
                self._packed = self._file.read(_STEP)
                if not self._packed:
                    raise UnreadableInput("the archive is cut off in the middle of a record")
            data = self._gzip.decompress(self._packed, size)
            self._packed = self._gzip.unconsumed_tail
            if data:
                return data


def read_archive(file: BinaryIO, *, where: str, limits: Limits) -> Iterator[Document | InputFailure]:
    """Yield a document or a failure for each HTML response in the WARC `file`; an archive that breaks ends with one."""
    from warcio.archiveiterator import ArchiveIterator

    stream, number = Inflated(file), 0
    stream.allow(limits.heading)
    try:
        records = ArchiveIterator(stream)
        for record in records:
            number += 1
            stream.allow(limits.record)
            if _is_article(record):
                yield _read_record(record, where=f"{where}:record {number}", limits=limits)
            while record.raw_stream.read(_STEP):
                pass
            stream.allow(limits.heading)
    except Exception as error:  # noqa: BLE001 -- warcio raises what its input makes it raise
        reason = str(error) if isinstance(error, UnreadableInput) else f"the archive is broken ({_kind(error)})"
        yield InputFailure(
            where=f"{where}:record {number + 1}",
            reason=reason,
            advice="the records before it were read; fetch it again",
        )


def _is_article(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type == "response" and headers is not None and headers.get_statuscode() == "200":
        return (headers.get_header("Content-Type") or "").split(";")[0].strip().lower() in _HTML_TYPES
    return record.rec_type == "resource" and (record.content_type or "").split(";")[0].strip() in _HTML_TYPES


def _read_record(record: Any, *, where: str, limits: Limits) -> Document | InputFailure:
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        data = record.content_stream().read(4 * limits.page + 1)
        return read_page(data, url=url, charset=_charset(record), fetched=_fetched(record), limits=limits)
    except UnreadableInput as error:
        return InputFailure(where=f"{where} ({url})", reason=str(error), advice=_ADVICE)
    except (ValueError, OSError, zlib.error) as error:
        return InputFailure(where=f"{where} ({url})", reason=f"the record is broken ({_kind(error)})", advice=_ADVICE)


def _charset(record: Any) -> str | None:
    kind = record.http_headers.get_header("Content-Type") if record.http_headers else record.content_type
    _, _, label = (kind or "").lower().partition("charset=")
    return label.split(";")[0].strip() or None


def _fetched(record: Any) -> datetime | None:
    try:
        moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _kind(error: Exception) -> str:
    return type(error).__name__
