"""Files, folders and standard input: order, kinds, failures in place."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sayso.collect import InputFailure, Limits, read_inputs
from sayso.model import Document

WORDS = "The guard said on Friday that the bridge was closed to lorries. "
PAGE = f"<html><body><article><p>{WORDS * 5}</p><p>{WORDS * 5}</p></article></body></html>"
FEED = (
    '<rss version="2.0"><channel><title>Wire</title><item><title>One</title>'
    "<description>A said b.</description></item></channel></rss>"
)


def texts(*found: Document | InputFailure) -> list[str]:
    return [f.text if isinstance(f, Document) else f"! {f.where}" for f in found]


def test_a_folder_is_read_sorted_with_its_folders(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name, text in {
        "b/2.txt": "two",
        "a.TXT": "one",
        "c.jsonl": '{"text": "three"}\n{"text": "four"}\n',
        ".hidden.txt": "no",
        ".git/x.txt": "no",
        "notes.docx": "no",
        "d.json": '[{"text": "five"}, {"text": "six"}]',
    }.items():
        (tmp_path / name).write_text(text)
    assert texts(*read_inputs([tmp_path])) == ["one", "three", "four", "five", "six", "two"]


def test_order_is_that_of_the_inputs_with_failures_in_place(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one")
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "p.html").write_text(PAGE)
    paths = ["p.html", "missing.txt", "a.txt", "empty.txt", "a.txt"]
    found = texts(*read_inputs([tmp_path / path for path in paths]))
    assert [f[:3] for f in found] == ["The", "! /", "one", "! /", "one"]
    assert found[1].endswith("missing.txt")


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b'  \n {"text": "a"}\n{"text": "b"}', ["a", "b"]),
        (b"\xef\xbb\xbf" + b'{"text": "a"}', ["a"]),
        (b"A said b.\n", ["A said b.\n"]),
        (b"[1] A said b.", ["[1] A said b."]),
        (b" " * 10_000 + b"late", [" " * 10_000 + "late"]),
        (b"", ["! standard input"]),
        (b"\n \n", ["! standard input"]),
    ],
)
def test_standard_input_is_lines_or_text(data: bytes, wanted: list[str]) -> None:
    assert texts(*read_inputs(["-"], stdin=io.BytesIO(data))) == wanted


def test_standard_input_may_be_a_page() -> None:
    (found,) = read_inputs(["-"], stdin=io.BytesIO(b"<!DOCTYPE html>" + PAGE.encode()))
    assert texts(found)[0].startswith("The guard")


def test_lines_are_read_as_they_come() -> None:
    code = (
        "from sayso.collect import read_inputs\nfor found in read_inputs(['-']):\n    print(found.text, flush=True)\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        for text in ("one", "two"):
            child.stdin.write(f'{{"text": "{text}"}}\n')
            child.stdin.flush()
            assert child.stdout.readline() == f"{text}\n"
        child.stdin.close()


def test_files_of_unknown_endings_are_told_by_their_beginning(tmp_path: Path) -> None:
    for name, text in {"a": '{"text": "one"}', "b.news": "two", "c.page": PAGE}.items():
        (tmp_path / name).write_text(text)
    found = texts(*read_inputs([tmp_path / "a", tmp_path / "b.news", tmp_path / "c.page"]))
    assert found[:2] == ["one", "two"]
    assert found[2].startswith("The guard")


@pytest.mark.parametrize("address", ["https://wire.example/1", "HTTP://wire.example"])
def test_addresses_are_refused_for_now(address: str) -> None:
    (found,) = read_inputs([address])
    assert isinstance(found, InputFailure)
    assert "save the page" in str(found)


def test_a_folder_without_readable_files_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_text("x")
    (found,) = read_inputs([tmp_path])
    assert isinstance(found, InputFailure)
    assert ".jsonl" in found.advice


def test_a_file_beyond_the_limit_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 2_000)
    (found,) = read_inputs([tmp_path / "a.txt"], limits=Limits(text=1_000))
    assert isinstance(found, InputFailure)
    assert "1,000 bytes" in found.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    (found,) = read_inputs([path])
    assert isinstance(found, InputFailure)


def test_a_failure_reads_as_one_line() -> None:
    failure = InputFailure(where="a.jsonl:3", reason="no text", advice="mend it")
    assert str(failure) == "a.jsonl:3: no text; mend it"


def test_the_given_day_fills_only_what_is_not_stated() -> None:
    data = b'{"text": "a"}\n{"text": "b", "published": "2022-10-12T08:00:00Z"}'
    first, second = read_inputs(["-"], published=date(2022, 10, 14), stdin=io.BytesIO(data))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.published, second.published) == (date(2022, 10, 14), date(2022, 10, 12))
    assert first.published_at is None
    assert second.published_at is not None


def test_fields_of_a_line_arrive(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"text": "A said b.", "id": 7, "title": " T ", "url": "https://w.example/1", "outlet": "W", "byline": "J",'
        ' "published": "20221014", "modified": "2022-10-15", "language": "en-GB", "origin": "Agency", "other": [1]}'
    )
    (found,) = read_inputs([path])
    assert isinstance(found, Document)
    assert (found.id, found.title, found.url, found.outlet) == ("7", "T", "https://w.example/1", "W")
    assert (found.byline, found.published, found.language) == ("J", date(2022, 10, 14), "en")
    assert found.modified is not None
    assert (found.modified.date(), found.origin) == (date(2022, 10, 15), "Agency")


def test_ids_depend_on_place_and_text_alone() -> None:
    lines = [
        '{"text": "a", "url": "https://w.example/1"}',
        '{"text": "a", "url": "https://w.example/1", "title": "T"}',
        '{"text": "a", "url": "https://w.example/2"}',
        '{"text": "b", "url": "https://w.example/1"}',
        '{"text": "a", "outlet": "W"}',
    ]
    found = [f.id for f in read_inputs(["-"], stdin=io.BytesIO("\n".join(lines).encode())) if isinstance(f, Document)]
    assert found[0] == found[1]
    assert len(set(found)) == 4
    assert all(len(name) == 16 for name in found)


def test_a_feed_and_an_empty_line_file(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(FEED)
    (tmp_path / "b.jsonl").write_text("\n\n")
    (tmp_path / "c.json").write_text("")
    found = texts(*read_inputs([tmp_path]))
    assert found == ["A said b.", f"! {tmp_path}/b.jsonl", f"! {tmp_path}/c.json"]
