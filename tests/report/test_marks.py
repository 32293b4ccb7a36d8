"""Marks flatten to segments that cover the text once and lose no mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Span
from sayso.report.marks import Mark, marks_of, segments
from tests.model.samples import TEXT, sample_reading

SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.lists(SPANS, max_size=12), st.sets(st.integers(0, 40), max_size=5))
def test_segments_cover_the_text_once(spans: list[Span], cuts: set[int]) -> None:
    whole = Span(0, 40)
    marks = [Mark(span, f"r{i}", "content") for i, span in enumerate(spans)]
    found = list(segments(whole, marks, cuts=cuts))
    assert [s.span.start for s in found] == [0, *(s.span.end for s in found)][:-1]
    assert found[-1].span.end == 40
    for segment in found:
        expected = {m for m in marks if m.span.overlaps(segment.span) and len(m.span)}
        assert set(segment.marks) == expected
        assert all(m.span.contains(segment.span) for m in segment.marks)


def test_inner_marks_come_last() -> None:
    outer, inner = Mark(Span(0, 9), "s1", "content"), Mark(Span(3, 5), "s2", "cue")
    assert [s.records for s in segments(Span(0, 9), [inner, outer])] == [("s1",), ("s1", "s2"), ("s1",)]


def test_every_part_of_a_reading_is_marked() -> None:
    marks = list(marks_of(sample_reading()))
    assert {m.part for m in marks} == {"source", "cue", "content", "via", "trigger"}
    assert {m.span.of(TEXT) for m in marks if m.part == "trigger"} == {"shelled"}
