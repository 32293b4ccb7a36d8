"""Phrases are safe to look at and honest about precision."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.report.phrases import clip, name_of, visible, when_of
from tests.model.samples import TEXT, sample_reading


@pytest.mark.parametrize(
    ("text", "shown"),
    [("plain", "plain"), ("a\u202eb", "a⟨202E⟩b"), ("\x1b[31mred", "⟨001B⟩[31mred"), ("two\nlines", "two lines")],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_nothing_acts_on_the_screen(text: str) -> None:
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in visible(text))
    assert not any(c in visible(text) for c in "\x1b\u202e\u200b\x00")


@given(st.text(), st.integers(5, 60))
def test_clip_is_short(text: str, most: int) -> None:
    assert len(clip(text, most)) <= most


def test_clip_ends_at_a_word() -> None:
    assert clip("the artillery had shelled the village", 20) == "the artillery had…"


def test_places_and_times() -> None:
    reading = sample_reading()
    assert name_of(reading.places[0], TEXT) == "Orsk Vale (settlement)"
    assert when_of(reading.times[0]) == "2031-03-03"
    assert when_of(replace(reading.times[0], latest=date(2031, 3, 5))) == "2031-03-03 to 2031-03-05"
    assert when_of(None) is None
