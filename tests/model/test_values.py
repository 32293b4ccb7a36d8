"""Spans, vocabularies and PLOVER's tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import EventType, Factuality, Span, cover
from sayso.model.plover import CLASSES, SECTORS
from sayso.resources.tables import table


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_impossible_spans(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        Span(start, end)


@given(st.text(), st.data())
def test_a_span_is_its_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = Span(start, end)
    assert span.of(text) == text[start:end]
    assert len(span) == end - start
    assert cover((span, Span(0, len(text)))) == Span(0, len(text))
    assert Span(0, len(text)).contains(span)


def test_overlap_is_half_open() -> None:
    assert not Span(0, 2).overlaps(Span(2, 3))
    assert Span(0, 3).overlaps(Span(2, 3))


@pytest.mark.parametrize("value", Factuality)
def test_double_negation(value: Factuality) -> None:
    assert value.negated().negated() == value


def test_negation_keeps_certainty() -> None:
    assert Factuality.PROBABLE.negated() == Factuality.PROBABLY_NOT
    assert Factuality.UNCOMMITTED.negated() == Factuality.UNCOMMITTED


def test_every_event_type_has_its_class() -> None:
    assert set(CLASSES) == set(EventType)


def test_sectors_are_explained() -> None:
    assert {row["code"] for row in table("sectors")} == set(SECTORS)
