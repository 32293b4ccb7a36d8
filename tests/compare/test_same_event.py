"""Which mentions are of one event: by slots, days and words, with reasons, whatever the order of arrival."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.compare.grouping import Groups
from sayso.compare.same_event import find_events
from sayso.model import Document, Reading
from sayso.model.verdict import Event
from sayso.read.language.onnx import OnnxModel
from sayso.read.pipeline import Reader

STRIKE = "Kelmar's artillery shelled the port of Orsk on Monday, officials in Dorvan said. Two warehouses burned down."
AGAIN = (
    "Dorvan said on Tuesday that Kelmar's artillery had shelled the port of Orsk on Monday and set warehouses on fire."
)
OTHER_DAY = (
    "Kelmar's artillery shelled the port of Orsk on Friday, officials in Dorvan said. Two warehouses burned down."
)
OTHER_SIDE = "Russia's artillery shelled Ukraine's port of Orsk on Monday."
TURNED = "Ukraine's artillery shelled Russia's port of Orsk on Monday."


def read(language: OnnxModel, **texts: str) -> list[Reading]:
    """Read texts put out on Tuesday 4 March 2031, each by an outlet of its own."""
    reader = Reader(language=language)
    day = date(2031, 3, 4)
    return [reader.read(Document(id=n, text=t, outlet=n, published=day)) for n, t in texts.items()]


def shared(readings: list[Reading]) -> list[Event]:
    return [e for e in find_events(readings) if len({m.document for m in e.mentions}) > 1]


def test_two_reports_of_one_strike_are_one_event_with_a_reason(language: OnnxModel) -> None:
    event = shared(read(language, a=STRIKE, b=AGAIN))[0]
    assert event.earliest == event.latest == date(2031, 3, 3)
    assert "same trigger" in event.reasons[0]


def test_a_strike_of_another_day_is_another_event(language: OnnxModel) -> None:
    assert not shared(read(language, a=STRIKE, b=OTHER_DAY))


def test_who_did_it_to_whom_tells_events_apart(language: OnnxModel) -> None:
    assert not shared(read(language, a=OTHER_SIDE, b=TURNED))
    assert shared(read(language, a=OTHER_SIDE, b=OTHER_SIDE))


def test_an_accusation_from_another_mouth_is_another_event(language: OnnxModel) -> None:
    texts = {
        "a": "Minister Anna Rusk accused Dorvan of shelling the port of Orsk.",
        "b": "General Petar Halm accused Dorvan of shelling the port of Orsk.",
    }
    assert not [e for e in shared(read(language, **texts)) if e.type == "ACCUSE"]


def test_every_mention_is_in_exactly_one_event(language: OnnxModel) -> None:
    readings = read(language, a=STRIKE, b=AGAIN, c=OTHER_DAY, d=OTHER_SIDE)
    mentions = [m for e in find_events(readings) for m in e.mentions]
    assert sorted(mentions) == sorted(set(mentions))
    assert len(mentions) == sum(len(r.events) for r in readings)


def test_nothing_gives_nothing() -> None:
    assert find_events([]) == ()
    assert find_events([Reading(document=Document(id="a", text=""))]) == ()


def test_days_that_nobody_states_hinder_nothing(language: OnnxModel) -> None:
    reader = Reader(language=language)
    readings = [reader.read(Document(id=n, text=STRIKE.replace(" on Monday", ""))) for n in "ab"]
    assert shared(readings)


@pytest.mark.parametrize(
    ("scores", "groups"),
    [
        ({(0, 1): 2.0, (1, 2): 2.0}, [[0, 1], [2]]),
        ({(0, 1): 2.0, (1, 2): 2.0, (0, 2): 0.0}, [[0, 1, 2]]),
        ({(0, 1): 2.0, (1, 2): 1.0, (0, 2): None}, [[0, 1], [2]]),
        ({}, [[0], [1], [2]]),
    ],
)
def test_groups_go_by_the_average_and_never_join_what_contradicts(
    scores: dict[tuple[int, int], float | None], groups: list[list[int]]
) -> None:
    assert Groups(size=3, scores=scores, strangers=-4.0, enough=0.0).find() == groups
