"""Events in sentences of many constructions, on trees that are written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.model import EventMention, Participant
from sayso.read.cast import Cast
from sayso.read.events import find_events
from tests.trees import Case, cases_of

CASES = cases_of(Path(__file__).parent / "constructions.conllu")


def shown(text: str, event: EventMention) -> str:
    """Write an event as the file of cases does."""

    def names(taking: tuple[Participant, ...]) -> str:
        return ", ".join(p.span.of(text) for p in taking) or "-"

    kind = ".".join((event.type.value, *event.modes))
    trigger = " … ".join(span.of(text) for span in event.trigger)
    value = event.factuality[-1].value.value
    return " | ".join((kind, trigger, names(event.actors), names(event.recipients), value))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text[:60])
def test_events_of_a_sentence(case: Case) -> None:
    events = find_events(case.parse, statements=(), cast=Cast(), places=(), times=())
    assert [shown(case.text, e) for e in events] == case.comments.get("event", [])


def test_ids_count_in_text_order() -> None:
    for case in CASES:
        events = find_events(case.parse, statements=(), cast=Cast(), places=(), times=())
        assert [e.id for e in events] == [f"e{n}" for n in range(1, len(events) + 1)]
        assert [e.trigger[0] for e in events] == sorted(e.trigger[0] for e in events)
