"""Any reading that holds together comes back from the record exactly as it went in."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Reading
from sayso.record import Outcome, Record, document_key
from tests.record.strategies import readings


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    return Record.open(tmp_path_factory.mktemp("round") / "trip.db")


@settings(max_examples=60)
@given(reading=readings())
def test_one_reading(record: Record, reading: Reading) -> None:
    outcome = record.writer.add(reading, reader="r1")
    before = record.view.counts()
    assert record.writer.add(reading, reader="r1") is Outcome.KNOWN
    assert record.writer.knows(reading.document, reader="r1")
    assert record.view.counts() == before
    found = record.view.reading(document_key(reading.document))
    assert found is not None
    if outcome is Outcome.ADDED:  # else an earlier example was the same document
        assert found.reading == reading


@settings(max_examples=25)
@given(several=st.lists(readings(), max_size=8, unique_by=lambda reading: reading.document.id))
def test_many_readings_in_one_stream(several: list[Reading]) -> None:
    with TemporaryDirectory() as folder, Record.open(Path(folder) / "a.db") as record:
        for reading in several:
            record.writer.add(reading, reader="r1")
        found = {stored.reading.document.id: stored.reading for stored in record.view.readings()}
        by_series = {reading.document.url or reading.document.id: reading for reading in several}
        assert found == {reading.document.id: reading for reading in by_series.values()}


@settings(max_examples=60)
@given(
    words=st.text(max_size=30)
    | st.sampled_from(['"', "*", 'a"*', "NEAR(a b)", "a AND", "title:a", "-a", "^a", "{a}:b", "a + b"])
)
def test_no_search_is_malformed(record: Record, words: str) -> None:
    record.view.search(words)
    record.view.search_statements(words)
