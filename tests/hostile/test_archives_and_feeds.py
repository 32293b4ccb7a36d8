"""Web archives and feeds made to explode, to break off, or to smuggle."""

from __future__ import annotations

import gzip
import io
import time
import zlib
from pathlib import Path

import pytest

from sayso.collect import InputFailure, Limits, read_inputs
from sayso.collect.warc import read_archive
from sayso.model import Document

WORDS = "The guard said on Friday that the bridge was closed to lorries. "
PAGE = f"<html><body><article><p>{WORDS * 5}</p><p>{WORDS * 5}</p></article></body></html>".encode()


def record(
    body: bytes, *, headers: bytes = b"Content-Type: text/html; charset=utf-8\r\n", status: bytes = b"200 OK"
) -> bytes:
    payload = b"HTTP/1.1 " + status + b"\r\n" + headers + b"\r\n" + body
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/1\r\n"
        b"WARC-Date: 2022-10-14T09:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        b"WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        b"Content-Length: " + str(len(payload)).encode() + b"\r\n\r\n" + payload + b"\r\n\r\n"
    )


def read(data: bytes) -> list[Document | InputFailure]:
    began = time.perf_counter()
    found = list(read_archive(io.BytesIO(data), where="a.warc.gz", limits=Limits()))
    assert time.perf_counter() - began < 10
    return found


def test_records_before_a_bomb_are_read() -> None:
    bomb = gzip.compress(b"WARC/1.0\r\nX: " + b"A" * 50_000_000)
    first, failure = read(gzip.compress(record(PAGE)) + bomb)
    assert isinstance(first, Document)
    assert first.url == "https://wire.example/1"
    assert isinstance(failure, InputFailure)
    assert "bomb" in failure.reason


def test_a_bomb_within_the_page_is_a_failure_of_that_record() -> None:
    inner = gzip.compress(b"<p>" + b"A" * 80_000_000)
    packed = record(inner, headers=b"Content-Type: text/html\r\nContent-Encoding: gzip\r\n")
    failure, last = read(gzip.compress(packed) + gzip.compress(record(PAGE)))
    assert isinstance(failure, InputFailure)
    assert isinstance(last, Document)


def test_a_record_as_large_as_a_disk_is_refused() -> None:
    large = Limits(record=1_000_000)
    data = gzip.compress(record(b"A" * 3_000_000, headers=b"Content-Type: image/png\r\n")) + gzip.compress(record(PAGE))
    (failure,) = read_archive(io.BytesIO(data), where="a", limits=large)
    assert isinstance(failure, InputFailure)


@pytest.mark.parametrize("cut", [10, 50, 150])
def test_a_cut_off_archive_ends_with_a_failure(cut: int) -> None:
    found = read(gzip.compress(record(PAGE)) + gzip.compress(record(PAGE))[:-cut])
    assert isinstance(found[0], Document)
    assert isinstance(found[-1], InputFailure)


@pytest.mark.parametrize(
    "data",
    [b"", b"WARC/1.0\r\n", b"hello world " * 50, gzip.compress(b"hello"), b"\x1f\x8b\x08" + b"x" * 40, bytes(500)],
)
def test_what_is_no_archive(data: bytes) -> None:
    assert all(isinstance(found, InputFailure) for found in read(data))


def test_other_records_are_passed_over() -> None:
    data = (
        record(PAGE, status=b"404 Not Found")
        + record(b"\x89PNG", headers=b"Content-Type: image/png\r\n")
        + record(PAGE)
    )
    (only,) = read(data)
    assert isinstance(only, Document)


def test_a_lying_length_does_not_stop_the_reader() -> None:
    data = record(PAGE).replace(b"Content-Length: ", b"Content-Length: 9")
    assert len(read(data)) <= 2
    assert len(read(record(PAGE).replace(b"Content-Length: ", b"Content-Length: -"))) <= 2


def test_a_broken_encoding_is_a_failure_of_that_record() -> None:
    packed = record(
        zlib.compress(PAGE)[:50] + b"zzzz", headers=b"Content-Type: text/html\r\nContent-Encoding: deflate\r\n"
    )
    found = read(gzip.compress(packed) + gzip.compress(record(PAGE)))
    assert isinstance(found[0], InputFailure)
    assert isinstance(found[1], Document)


FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>'
    "<item><title>One</title><link>https://w.example/1</link><description>{}</description></item>"
    "<item><title>Two</title><description>A said b.</description></item></channel></rss>"
)
BOMBS = {
    "entities": '<!DOCTYPE r [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;">]>' + FEED.format("&b;"),
    "external": '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/hostname">]>' + FEED.format("&a;"),
    "lower-case": "<!doctype r [<!entity a 'x'>]>" + FEED.format("&a;"),
    "nested": FEED.format("<a>" * 100_000),
    "attributes": FEED.format("<a " + " ".join(f"a{n}='1'" for n in range(5_000)) + "/>"),
    "html": "<html><body><form>Are you human?</form></body></html>",
    "other-xml": "<?xml version='1.0'?><note><to>x</to></note>",
    "blank": "   \n ",
    "large": FEED.format("a" * 10_000_001),
}


@pytest.mark.parametrize("name", BOMBS)
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_feeds_that_are_none_or_bombs(name: str, charset: str, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(BOMBS[name].encode(charset))
    began = time.perf_counter()
    (found,) = read_inputs([path])
    assert isinstance(found, InputFailure)
    assert found.where == str(path)
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize("spoiled", ["&#xD800;", "&#0;", "&#1114112;", "\x00", "\x08", "&nosuch;", "<b>x", "&#xFFFF;"])
def test_one_bad_character_does_not_cost_the_feed(spoiled: str, tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    path.write_bytes(FEED.format(f"A said{spoiled} b.").encode())
    found = list(read_inputs([path]))
    assert [type(f) for f in found] == [Document, Document]


def test_items_that_are_not_as_feeds_are(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(
        '{"version": "https://jsonfeed.org/version/1.1", "title": 5, "items": [7, null, {"content_text": 9},'
        ' {"content_text": "A said b.", "url": "javascript:x", "authors": "x"},'
        ' {"content_html": "<p>A said b.", "url": "javascript:x"}, {"title": "none"}]}'
    )
    found = list(read_inputs([path]))
    assert [type(f) for f in found] == [InputFailure] * 4 + [Document, InputFailure]
    assert isinstance(found[4], Document)
    assert found[4].url is None
