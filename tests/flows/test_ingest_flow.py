"""Files into the record: in order, once, whatever is broken among them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sayso.monitor.ingest import Step, ingest
from sayso.record import Record
from tests.flows.saying_reader import SayingReader

WORDS = "The guard said the bridge was closed to lorries. "


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "a.db")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text("Anna said no.")
    lines = [{"text": f"Person{n} said thing {n}.", "url": f"https://w.example/{n}"} for n in range(20)]
    (folder / "b.jsonl").write_text("\n".join([json.dumps(line) for line in lines[:10]] + ["{", ""]))
    (folder / "c.html").write_text(f"<html><body><article><p>{WORDS * 8}</p></article></body></html>")
    (folder / "d.jsonl").write_text("\n".join(json.dumps(line) for line in lines[10:]))
    (folder / "e.txt").write_bytes(bytes(100))
    return folder


def outcomes(steps: list[Step]) -> list[str]:
    return ["failed" if step.failure else step.outcome.value if step.outcome else "?" for step in steps]


def test_all_that_can_be_read_is_and_the_rest_is_named(record: Record, news: Path) -> None:
    steps = list(ingest([news], record.writer, SayingReader(), published=date(2022, 10, 14)))
    assert outcomes(steps) == ["added"] * 11 + ["failed"] + ["added"] * 11 + ["failed"]
    assert [f.where for f in record.view.failures()] == [f"{news}/b.jsonl:11", f"{news}/e.txt"]
    assert record.view.counts().documents == 22
    (passage,) = record.view.search_statements("person7")
    assert passage.text == "thing 7"
    assert {r.reading.document.published for r in record.view.readings()} == {date(2022, 10, 14)}


def test_twice_is_once_and_nothing_is_read_again(record: Record, news: Path) -> None:
    list(ingest([news], record.writer, SayingReader()))
    before = record.view.counts()
    reader = SayingReader()
    steps = list(ingest([news], record.writer, reader))
    assert set(outcomes(steps)) == {"known", "failed"}
    assert reader.read == []
    assert record.view.counts() == before
    again = list(ingest([news / "a.txt"], record.writer, SayingReader("saying-2")))
    assert outcomes(again) == ["new layer"]


def test_the_same_report_twice_in_one_run(record: Record, news: Path) -> None:
    steps = list(ingest([news / "a.txt", news / "a.txt", news / "a.txt"], record.writer, SayingReader()))
    assert outcomes(steps) == ["added", "known", "known"]


def test_a_document_that_breaks_the_reader_costs_itself_alone(record: Record, tmp_path: Path) -> None:
    texts = ["A said b.", "C said BREAK.", "D said e.", "F said DANGLE.", "G said h."]
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": text}) for text in texts))
    steps = list(ingest([tmp_path / "a.jsonl"], record.writer, SayingReader()))
    assert outcomes(steps) == ["added", "failed", "added", "failed", "added"]
    first, second = record.view.failures()
    assert "ValueError: broken" in first.reason
    assert "refers to facts that it does not hold" in second.reason
    assert record.view.counts().documents == 3


def test_an_edited_page_is_a_second_version(record: Record, tmp_path: Path) -> None:
    for text in ("Anna said no.", "Anna said yes."):
        (tmp_path / "a.jsonl").write_text(json.dumps({"text": text, "url": "https://w.example/1"}))
        list(ingest([tmp_path / "a.jsonl"], record.writer, SayingReader()))
    (stored,) = record.view.readings()
    assert [v.document.text for v in record.view.versions(stored.stored.id)] == ["Anna said no.", "Anna said yes."]
    assert len(record.view.search_statements("anna")) == 2
