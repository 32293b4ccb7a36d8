"""Times on any text: no exception, spans inside the text, order, and intervals that hold their value."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sayso.read.times import find_document_date, find_times
from sayso.read.times.calendar import bounds

PIECES = st.sampled_from(
    ["Monday", "14", "Oct.", "October", "2022", "the", "next", "day", "two", "weeks", "ago", ",", ".", "\n\n", "last",
     "1990s", "BC", "12:30", "p.m.", "31", "February", "every", "0", "99999999", "of", "century", "a", "later", "9/11",
     "00", "12/31/99", "quarter", "-", "’s"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join))
DAYS = st.one_of(st.none(), st.dates())


@given(TEXTS, DAYS)
def test_spans_are_ordered_slices(text: str, published: date | None) -> None:
    end = 0
    for when in find_times(text, published=published):
        assert end <= when.span.start < when.span.end <= len(text)
        end = when.span.end
        if when.earliest is not None:
            assert bounds(when.value) == (when.earliest, when.latest)


@given(TEXTS)
def test_reading_again_gives_the_same(text: str) -> None:
    assert find_times(text, published=date(2022, 10, 14)) == find_times(text, published=date(2022, 10, 14))


@given(TEXTS)
def test_a_document_date_is_a_date_or_none(text: str) -> None:
    found = find_document_date(text)
    assert found is None or str(found.year) in text
