"""Times: values, intervals, anchors and honest blanks."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model import TimeType
from sayso.read.times import find_times
from sayso.read.times.calendar import bounds

FRIDAY = date(2022, 10, 14)


def values(text: str, published: date | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [(when.span.of(text), when.value) for when in find_times(text, published=published)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Missiles fell on Monday.", [("Monday", "2022-10-10")]),
        ("Missiles fell on Friday.", [("Friday", "2022-10-14")]),
        ("They will meet on Tuesday.", [("Tuesday", "2022-10-18")]),
        ("They left last Friday night.", [("last Friday night", "2022-10-07TNI")]),
        ("It began on Feb. 24.", [("Feb. 24", "2022-02-24")]),
        ("It began on 24 February 2022.", [("24 February 2022", "2022-02-24")]),
        ("It began on 2022-02-24.", [("2022-02-24", "2022-02-24")]),
        ("It will end in December.", [("December", "2022-12")]),
        ("It ended in December.", [("December", "2021-12")]),
        ("Two days ago they left.", [("Two days ago", "2022-10-12")]),
        ("They met earlier this week.", [("earlier this week", "2022-W41")]),
        ("They met yesterday morning.", [("yesterday morning", "2022-10-13TMO")]),
        ("In 2014 Crimea was taken.", [("2014", "2014")]),
        ("The third quarter of 2021 was bad.", [("The third quarter of 2021", "2021-Q3")]),
        ("In the 1990s it was calm.", [("the 1990s", "199")]),
        ("It was the 19th century.", [("the 19th century", "18")]),
        ("It fell in 395 BC.", [("395 BC", "BC0395")]),
        ("He came in nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
        ("It was last summer.", [("last summer", "2022-SU")]),
        ("At 5 p.m. on Monday it rang.", [("5 p.m. on Monday", "2022-10-10T17:00")]),
        ("At 14:30 GMT it rang.", [("14:30 GMT", "2022-10-14T14:30Z")]),
        ("They will vote at some point in the near future.", [("the near future", "FUTURE_REF")]),
    ],
)
def test_dates_and_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value", "kind"),
    [
        ("It lasted three weeks.", "P3W", TimeType.DURATION),
        ("It took two and a half years.", "P2.5Y", TimeType.DURATION),
        ("It lasted several days.", "PXD", TimeType.DURATION),
        ("They waited half an hour.", "PT30M", TimeType.DURATION),
        ("They waited a couple of years.", "P2Y", TimeType.DURATION),
        ("They ring every two weeks.", "P2W", TimeType.SET),
        ("They meet every Sunday.", "XXXX-WXX-7", TimeType.SET),
        ("They ring twice a week.", "P1W", TimeType.SET),
    ],
)
def test_lengths_and_repetitions_have_no_interval(text: str, value: str, kind: TimeType) -> None:
    (when,) = find_times(text, published=FRIDAY)
    assert (when.value, when.type, when.earliest, when.latest) == (value, kind, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "The sun may shine.",
        "They march for the dead.",
        "He bought 2000 shells and 1500 tanks.",
        "The March of the Living passed.",
        "A 60-year-old man spoke.",
        "Jan Kavan spoke.",
        "It cost $1999.",
        "The spring of the trap broke.",
        "On 30 February nothing happened.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["on Monday", "yesterday", "last week", "two days ago", "on 24 February", "in June"])
def test_nothing_is_guessed_without_a_publication_day(text: str) -> None:
    (when,) = find_times(f"It happened {text}.", published=None)
    assert (when.value, when.earliest, when.latest) == (None, None, None)


def test_full_dates_need_no_publication_day() -> None:
    assert values("It began on 24 February 2022.", None) == [("24 February 2022", "2022-02-24")]


def test_strokes_in_unknown_order_stay_open() -> None:
    assert values("Seen 03/04/2022 and 25/12/2021.") == [("03/04/2022", None), ("25/12/2021", "2021-12-25")]


def test_a_passage_of_background_dates_what_follows_in_it_and_no_further() -> None:
    text = (
        "The men were taken on 3 August 2014. The next day they were shot. In September a court sat.\n\n"
        "In September the prosecutor spoke."
    )
    assert values(text) == [
        ("3 August 2014", "2014-08-03"),
        ("The next day", "2014-08-04"),
        ("September", "2014-09"),
        ("September", "2022-09"),
    ]


def test_a_history_is_dated_by_its_own_years() -> None:
    text = (
        "In 1939 the war began. On 17 September the Soviets came.\n\nIn 1940 France fell. By June it was over. "
        "In 1941 it widened. In December it reached the Pacific. In January it went on. In 1945 it ended."
    )
    found = dict(values(text))
    assert found["17 September"] == "1939-09-17"
    assert found["June"] == "1940-06"
    assert found["December"] == "1941-12"
    assert found["January"] == "1942-01"


def test_intervals_are_inclusive() -> None:
    (when,) = find_times("It was last week.", published=FRIDAY)
    assert (when.earliest, when.latest, when.rule) == (date(2022, 10, 3), date(2022, 10, 9), "next-unit")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2022-W41-WE", date(2022, 10, 15), date(2022, 10, 16)),
        ("2022-Q4", date(2022, 10, 1), date(2022, 12, 31)),
        ("2022-WI", date(2022, 12, 1), date(2023, 2, 28)),
        ("199", date(1990, 1, 1), date(1999, 12, 31)),
    ],
)
def test_bounds(value: str, first: date, last: date) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize("value", [None, "", "P3W", "PRESENT_REF", "2022-13", "2022-02-30", "BC0395", "XXXX-W41"])
def test_bounds_of_what_is_no_interval(value: str | None) -> None:
    assert bounds(value) is None
