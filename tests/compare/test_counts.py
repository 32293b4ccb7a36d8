"""Numbers as texts tell them: values, bounds, what they count, who says so; and side by side over documents."""

from __future__ import annotations

from datetime import date

import pytest

from gates.compare import as_reading
from sayso.compare.counts import counts_in
from sayso.compare.numerals import numerals_in, tokens_of
from sayso.compare.same_event import find_events
from sayso.compare.tallies import find_tallies, state_of
from sayso.model import Document, Reading, Span
from sayso.model.dispute import Count, Measure, Tally, TallyState
from sayso.model.verdict import FactRef
from sayso.read.language.onnx import OnnxModel
from sayso.read.pipeline import Reader


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("At least 11 people", (11, None)),
        ("more than a thousand soldiers", (1000, None)),
        ("up to 30 men", (None, 30)),
        ("4,000 people", (4000, 4000)),
        ("1.5 million people", (1_500_000, 1_500_000)),
        ("Nineteen people", (19, 19)),
        ("forty-three of them", (43, 43)),
        ("two dozen men", (24, 24)),
        ("between 20 and 30 people", (20, 30)),
        ("20 to 30 people", (20, 30)),
        ("dozens of people", (None, None)),
        ("about 90 ships", (90, 90)),
    ],
)
def test_numerals_are_read_with_their_bounds(words: str, values: tuple[int | None, int | None]) -> None:
    (numeral,) = numerals_in(tokens_of(words, 0, len(words)))
    assert (numeral.least, numeral.most) == values


@pytest.mark.parametrize(
    "words", ["In 1986 the town was evacuated", "on October 10 they died", "aged 24", "a man", "9" * 400]
)
def test_years_days_and_ages_are_no_counts(words: str) -> None:
    assert not list(numerals_in(tokens_of(words, 0, len(words))))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nineteen people were killed and 105 wounded.", [("killed", 19), ("wounded", 105)]),
        ("The strikes killed 14 people.", [("killed", 14)]),
        ("The death toll rose to 19.", [("killed", 19)]),
        ("The fighting displaced 3,000 families.", [("displaced", 3000)]),
        ("Belgar sent 900 soldiers to the strait.", [("troops", 900)]),
        ("Two soldiers were killed.", [("killed", 2)]),
        ("Police detained 40 protesters.", [("detained", 40)]),
        ("They fired 80 missiles.", []),
        ("Two tanks burned and killed nobody.", []),
        ("", []),
    ],
)
def test_what_a_number_counts_is_told_by_its_clause(text: str, told: list[tuple[str, int]]) -> None:
    found = counts_in(as_reading(Document(id="d", text=text)))
    assert [(count.measure.value, count.low) for count in found] == told


REPORTS = {
    "a": (4, "Shells hit the market in Orsk on Monday. At least 11 people were killed, mayor Sela Dorn said."),
    "b": (5, "Monday's shelling of the market in Orsk killed 19 people, Governor Idris Okoba said."),
    "c": (5, "On Tuesday shells hit the mill in Tarn. One person was killed, Governor Idris Okoba said."),
}


def read(language: OnnxModel) -> list[Reading]:
    documents = [Document(id=n, text=t, outlet=n, published=date(2031, 3, d)) for n, (d, t) in REPORTS.items()]
    return list(Reader(language=language).pipe(documents))


def tallies(readings: list[Reading]) -> list[Tally]:
    return list(find_tallies(readings, find_events(readings)))


def test_numbers_of_one_thing_stand_side_by_side_and_others_apart(language: OnnxModel) -> None:
    found = tallies(read(language))
    assert sorted((t.low, t.high, len(t.counts)) for t in found) == [(1, 1, 1), (11, 19, 2)]
    wide = next(t for t in found if len(t.counts) == 2)
    assert len({count.sayer for count in wide.counts}) == 2


def test_a_denied_number_is_nobodys_count(language: OnnxModel) -> None:
    text = "General Petar Halm denied that 14 people had been killed in Orsk."
    assert not list(counts_in(Reader(language=language).read(Document(id="d", text=text))))


def count(day: int | None, low: int) -> Count:
    told = None if day is None else date(2031, 3, day)
    return Count(measure=Measure.KILLED, low=low, high=low, span=Span(0, 1), sayer=FactRef("d", "s1"), told=told)


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ([(1, 5), (2, 5)], TallyState.AGREED),
        ([(1, 5), (1, 9)], TallyState.OPEN),
        ([(None, 5), (2, 9)], TallyState.OPEN),
        ([(1, 5), (2, 9)], TallyState.OPEN),
        ([(1, 5), (2, 9), (2, 8)], TallyState.NARROWED),
        ([(1, 5), (2, 9), (2, 9)], TallyState.RESOLVED),
    ],
)
def test_the_state_follows_from_what_was_told_last(told: list[tuple[int | None, int]], state: TallyState) -> None:
    assert state_of([count(*row) for row in told]) is state
