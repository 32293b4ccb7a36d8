"""Texts made to be dear to compare: long ones, endless sentences, statements that hold each other."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest

from sayso.compare.corroboration import corroborate
from sayso.compare.counts import counts_in
from sayso.compare.denials import find_denials
from sayso.compare.origins import trace_origins
from sayso.compare.same_event import find_events
from sayso.compare.versions import changes
from sayso.model import Reading
from tests.compare.making import told
from tests.model.samples import sample_reading

LONG = {
    "sentences": "".join(f"Guard {n} saw lorry {n * 7} at post {n % 13} that night. " for n in range(6_000)),
    "one sentence": " ".join(f"word{n}" for n in range(40_000)),
    "one word": "a" * 400_000,
    "numbers": "9" * 50_000 + " killed " + "at least " * 20_000 + "3,3,3,3." * 5_000,
    "marks": "“(" * 100_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_long_texts_are_compared_in_bounded_time(text: str) -> None:
    begun = perf_counter()
    one, other = told("a", text, day=4), told("b", text[: len(text) // 2] + " and some more words", day=5)
    graph = trace_origins([one, other])
    assert len(graph.provenance) == 2
    list(counts_in(one))
    assert changes(one, other) == ()
    assert perf_counter() - begun < 20


def circular() -> Reading:
    """Return a reading whose two statements hold each other, as a broken reader could make it."""
    reading = sample_reading()
    first = replace(reading.statements[0], within="s2")
    return replace(reading, statements=(first, replace(first, id="s2", within="s1")))


def test_statements_that_hold_each_other_end() -> None:
    readings = [circular()]
    events = find_events(readings)
    assert len(find_denials(readings, events)) <= 2
    assert corroborate(readings, trace_origins(readings), events)
