"""Search: words, phrases and beginnings; marks and snippets point into the stored text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sayso.model import Reading, Span
from sayso.record import Record
from sayso.record.search import match_of, snippet_of
from tests.record.readings import TEXT, a_document, a_reading


@pytest.fixture
def record(tmp_path: Path) -> Record:
    record = Record.open(tmp_path / "a.db")
    record.writer.add(a_reading(), reader="r1")
    record.writer.add(Reading(document=a_document("d2", "Nothing of note.", title="Weather")), reader="r1")
    return record


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("lorries", ["lorries"]),
        ("LORRIES monday", ["lorries", "Monday"]),
        ('"closed to lorries"', ["closed to lorries"]),
        ('"closed to lorries', ["closed to lorries"]),
        ("lorr*", ["lorries"]),
        ('"closed to l"*', ["closed to lorries"]),
        ("crimea", ["Crímea"]),
        ("(lorries)", ["lorries"]),
        ("-lorries", ["lorries"]),
        ("🛩 lorries", ["lorries"]),
        ("lor\x00ries", None),
        ("lorries NOT monday", None),
        ("title:bridge", None),
        ("", None),
        ('* - "" \'', None),
    ],
)
def test_words_are_words(record: Record, words: str, marked: list[str] | None) -> None:
    hits = record.view.search(words)
    found = [mark.of(TEXT) for hit in hits for mark in hit.marks]
    assert found == (marked or [])
    assert len(hits) == (marked is not None)


def test_titles_count_and_are_marked(record: Record) -> None:
    (hit,) = record.view.search("bridge news")
    assert [mark.of("Bridge news") for mark in hit.title_marks] == ["Bridge", "news"]


def test_the_limit_holds(record: Record) -> None:
    for number in range(5):
        record.writer.add(Reading(document=a_document(f"x{number}", f"Lorries {number}.")), reader="r1")
    assert len(record.view.search("lorries", limit=3)) == 3


def test_statements_are_found_by_source_and_content_in_the_newest_layer(record: Record) -> None:
    record.writer.add(
        replace(a_reading(), statements=a_reading().statements[:1], events=a_reading().events[:1]), reader="r2"
    )
    (passage,) = record.view.search_statements("belarus russia")
    assert (passage.name, passage.text, passage.span.of(TEXT)) == ("s1", *["Russia deploys troops"] * 2)
    entry = record.view.statement(passage.id)
    assert entry is not None
    assert entry.stored.reader == "r2"
    assert record.view.search_statements("guard lorries") == ()
    assert record.view.search_statements("") == ()


def test_stored_control_characters_do_not_confuse_marks(record: Record) -> None:
    text = "\x02a\x03 lorries\x1b \x02lorries\x03 \ue000 lorries"
    record.writer.add(Reading(document=a_document("d3", text, title=None)), reader="r1")
    hit = next(h for h in record.view.search("lorries") if h.stored.document.id == "d3")
    assert {mark.of(text) for mark in hit.marks} == {"lorries"}


def test_snippets_hold_the_densest_marks_between_words() -> None:
    body = "word " * 200 + "bridge closed bridge " + "word " * 200 + "bridge"
    starts = [n for n in range(len(body)) if body.startswith("bridge", n)]
    snippet = snippet_of(body, tuple(Span(n, n + 6) for n in starts))
    assert "bridge closed bridge" in snippet.of(body)
    assert len(snippet) <= 240
    assert body[snippet.start - 1] == " "
    assert body[snippet.end] == " "
    assert snippet_of("short", ()) == Span(0, 5)
    assert snippet_of("", ()) == Span(0, 0)


def test_long_queries_are_cut() -> None:
    assert len(match_of("word " * 10_000)) < 2_000
