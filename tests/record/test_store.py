"""The record: versions, layers, single facts, and refusals that say what to do."""

from __future__ import annotations

import sqlite3
import stat
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import RecordError, RecordUnavailable
from sayso.model import Reading, Reference, Span
from sayso.record import Outcome, Record, document_key, fact_key, reading_key
from tests.record.readings import TEXT, a_document, a_reading


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record.open(tmp_path / "a.db")


def test_adding_twice_changes_nothing(record: Record) -> None:
    assert record.writer.add(a_reading(), reader="r1") is Outcome.ADDED
    before = record.view.counts()
    assert record.writer.add(a_reading(), reader="r1") is Outcome.KNOWN
    assert record.view.counts() == before
    assert (before.documents, before.readings, before.statements, before.events, before.actors) == (1, 1, 2, 2, 2)


def test_a_better_reader_adds_a_layer_and_the_newest_is_shown(record: Record) -> None:
    record.writer.add(a_reading(), reader="r1")
    better = replace(a_reading(), problems=())
    assert record.writer.add(better, reader="r2") is Outcome.NEW_LAYER
    found = record.view.reading("d1")
    assert found is not None
    assert (found.reader, found.reading) == ("r2", better)
    assert [r.reading for r in record.view.readings()] == [better]
    old = record.view.statement(fact_key(reading_key(document_key(a_document()), "r1"), "s1"))
    assert old is not None
    assert old.stored.reader == "r1"


def test_changed_copy_at_one_address_is_another_version(record: Record) -> None:
    url = "https://wire.example/1"
    first = a_reading(a_document(url=url))
    second = a_reading(a_document("d2", TEXT + " It reopened.", url=url))
    for reading in (first, second):
        record.writer.add(reading, reader="r1")
    assert [v.version for v in record.view.versions("d1")] == [1, 2]
    assert [v.document.text for v in record.view.versions("d2")] == [TEXT, TEXT + " It reopened."]
    assert [r.reading for r in record.view.readings()] == [second]
    assert (record.view.counts().documents, record.view.counts().versions) == (1, 2)
    assert record.view.versions("none") == ()


@pytest.mark.parametrize(
    "change",
    [{"title": "Other"}, {"published": None}, {"byline": "J"}, {"modified": datetime(2022, 10, 15, tzinfo=UTC)}],
)
def test_what_is_stated_makes_a_version_but_our_clock_does_not(record: Record, change: dict[str, Any]) -> None:
    record.writer.add(a_reading(), reader="r1")
    fetched = a_reading(a_document(fetched=datetime(2022, 10, 14, tzinfo=UTC)))
    assert record.writer.add(fetched, reader="r1") is Outcome.KNOWN
    assert record.writer.add(a_reading(a_document(**change)), reader="r1") is Outcome.ADDED
    found = record.view.document("d1")
    assert found is not None
    assert found.version == 2


def test_single_facts_by_id(record: Record) -> None:
    record.writer.add(a_reading(), reader="r1")
    stored = record.view.reading("d1")
    assert stored is not None
    statement = record.view.statement(stored.fact_id("s2"))
    event = record.view.event(stored.fact_id("e1"))
    assert statement is not None
    assert event is not None
    assert statement.statement == a_reading().statements[1]
    assert event.event == a_reading().events[0]
    assert (statement.id, event.id) == (stored.fact_id("s2"), stored.fact_id("e1"))
    assert record.view.statement(stored.fact_id("e1")) is None
    assert record.view.event("0" * 16) is None
    assert record.view.document("none") is None
    assert record.view.reading("none") is None


def test_readings_between_days_in_order_of_intake(record: Record) -> None:
    days = [date(2022, 10, 14), None, date(2022, 10, 12), date(2022, 10, 16)]
    for number, day in enumerate(days):
        record.writer.add(a_reading(a_document(f"d{number}", published=day)), reader="r1")

    def names(**between: date) -> list[str]:
        return [r.reading.document.id for r in record.view.readings(**between)]

    assert names() == ["d0", "d1", "d2", "d3"]
    assert names(since=date(2022, 10, 14)) == ["d0", "d3"]
    assert names(since=date(2022, 10, 12), until=date(2022, 10, 14)) == ["d0", "d2"]
    assert names(until=date(2022, 10, 11)) == []


def test_streams_cross_their_pages(record: Record) -> None:
    for number in range(120):
        record.writer.add(Reading(document=a_document(f"d{number}", f"Text {number}.")), reader="r1")
    assert [d.document.id for d in record.view.documents()] == [f"d{n}" for n in range(120)]
    assert [r.reading.document.id for r in record.view.readings()] == [f"d{n}" for n in range(120)]
    last = list(record.view.documents())[99]
    assert [d.document.id for d in record.view.documents(after=last.n)] == [f"d{n}" for n in range(100, 120)]


def test_failures_are_kept_once(record: Record) -> None:
    for outcome in (Outcome.ADDED, Outcome.KNOWN):
        assert record.writer.fail(where="a.jsonl:3\ud800", reason="no text", advice="mend it") is outcome
    (found,) = record.view.failures()
    assert (found.where, found.reason, found.advice) == ("a.jsonl:3\\ud800", "no text", "mend it")
    assert record.view.counts().failures == 1


BROKEN: dict[str, dict[str, Any]] = {
    "actor": {"statements": (replace(a_reading().statements[0], source=Reference(span=Span(0, 1), actor="a9")),)},
    "event": {"statements": (replace(a_reading().statements[0], events=("e9",)),)},
    "within": {"statements": (replace(a_reading().statements[0], within="s9"),)},
    "source": {"statements": (), "events": a_reading().events[:1]},
    "twice": {"actors": a_reading().actors * 2},
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_reading_that_contradicts_itself_leaves_nothing(record: Record, name: str) -> None:
    with pytest.raises(RecordError, match="d1"):
        record.writer.add(replace(a_reading(), **BROKEN[name]), reader="r1")
    assert record.view.counts().versions == 0
    assert record.view.search("bridge") == ()


@pytest.mark.parametrize("text", ["a\ud800b", "a\x00b"])
def test_text_that_databases_cannot_hold_is_refused_whole(record: Record, text: str) -> None:
    with pytest.raises(RecordError, match="cannot be written"):
        record.writer.add(Reading(document=a_document(text=text)), reader="r1")
    assert record.view.counts().versions == 0


def test_the_file_is_its_owner_s_alone(tmp_path: Path) -> None:
    with Record.open(tmp_path / "a.db"):
        assert stat.S_IMODE((tmp_path / "a.db").stat().st_mode) == 0o600


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="sayso ingest"):
        Record.open(tmp_path / "none.db", create=False)
    assert not (tmp_path / "none.db").exists()
    (tmp_path / "text.db").write_text("no database " * 100)
    with pytest.raises(RecordError, match=r"text\.db.*not a database"):
        Record.open(tmp_path / "text.db")
    with pytest.raises(RecordError, match="cannot be opened"):
        Record.open(tmp_path)
    with pytest.raises(RecordError, match="cannot be opened"):
        Record.open(tmp_path / "no" / "folder.db")
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (a)").connection.close()
    with pytest.raises(RecordError, match="another program"):
        Record.open(tmp_path / "other.db")


def test_a_record_of_a_newer_sayso_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    Record.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(RecordError, match="newer sayso"):
        Record.open(path)


def test_a_full_disk_stops_the_whole_and_leaves_no_half(record: Record) -> None:
    record.writer.add(a_reading(), reader="r1")
    with record._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(RecordUnavailable, match="full"):
        record.writer.add(a_reading(a_document("d2", TEXT * 3_000)), reader="r1")
    assert record.view.counts().versions == 1
    assert record.writer.knows(a_document(), reader="r1")


def test_two_open_records_see_each_other(tmp_path: Path) -> None:
    with Record.open(tmp_path / "a.db") as one, Record.open(tmp_path / "a.db") as two:
        assert one.writer.add(a_reading(), reader="r1") is Outcome.ADDED
        assert two.writer.add(a_reading(), reader="r1") is Outcome.KNOWN
        assert two.writer.add(a_reading(a_document("d2", "Other.")), reader="r1") is Outcome.ADDED
        assert one.view.counts().versions == 2


def test_facts_are_foreign_keyed_and_whole(tmp_path: Path) -> None:
    with Record.open(tmp_path / "a.db") as record:
        record.writer.add(a_reading(), reader="r1")
    with sqlite3.connect(tmp_path / "a.db") as connection:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
