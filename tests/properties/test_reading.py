"""What every reading promises, whatever the text: no exception, spans that are slices, bounded time."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import AUTHOR, Document, Factuality, Reading
from sayso.model.exchange import from_json, to_json
from sayso.model.schema import reading_schema
from sayso.read.pipeline import Reader

READER = Reader()
VALIDATOR = jsonschema.Draft202012Validator(reading_schema())

PHRASES = [
    "Kelmar", "Anna Rusk", "the defence minister", "Russia", "Ukraine", "she", "their", "according to", "denied that",
    "said", "“", "”", '"', "'", "had shelled", "might attack", "if", "not", "on Monday", "in 2031", "the town of Orsk",
    "Reuters", ":", "-", ".", ",", "\n\n", "troops", "because", "ANNA", "Вольфович", "\u202e", "😀", "(", ")", "warned",
    "no", "plans to", "was", "bombed", "by", "and", "who", "fears", "said.He", "1,200", "%", "…",
]  # fmt: skip
PROSE = st.lists(st.sampled_from(PHRASES), max_size=40).map(" ".join)


def read(text: str) -> Reading:
    return READER.read(Document(id="d", text=text, published=date(2031, 3, 4)))


def holds(reading: Reading) -> None:
    """Assert what every reading promises."""
    value = to_json(reading)
    VALIDATOR.validate(value)
    check_spans(value, reading.document.text)
    assert to_json(from_json(value, reading.document.text)) == value
    actors = {actor.id for actor in reading.actors}
    events = {event.id for event in reading.events}
    statements = {statement.id: statement for statement in reading.statements}
    for statement in reading.statements:
        assert statement.content or statement.cue
        assert set(statement.events) <= events
        assert statement.within is None or statement.within in statements
        assert statement.source is None or statement.source.actor in {None, *actors}
    for event in reading.events:
        assert event.value_for(AUTHOR) is not None
        assert {p.source for p in event.factuality} <= {AUTHOR, *statements}
        assert all(p.actor in {None, *actors} for p in event.actors + event.recipients)


def check_spans(value: Any, text: str) -> None:
    if isinstance(value, dict):
        if {"start", "end", "text"} <= set(value):
            assert text[value["start"] : value["end"]] == value["text"]
        for part in value.values():
            check_spans(part, text)
    elif isinstance(value, list):
        for part in value:
            check_spans(part, text)


@settings(max_examples=60)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    holds(read(text))


@settings(max_examples=80)
@given(PROSE)
def test_any_prose(text: str) -> None:
    holds(read(text))


@settings(max_examples=15)
@given(st.lists(PROSE, min_size=2, max_size=5))
def test_company_and_order_change_nothing(texts: list[str]) -> None:
    documents = [Document(id=str(i), text=text) for i, text in enumerate(texts)]
    alone = {d.id: READER.read(d) for d in documents}
    together = READER.pipe(reversed(documents), batch_size=3)
    assert {r.document.id: r for r in together} == alone


@pytest.mark.parametrize(
    "text",
    [
        "a" * 60_000,
        "“" * 3_000,
        "said " * 4_000,
        "He said that " * 1_500,
        "KELMAR DENIES ATTACK " * 1_000,
        "Kelmar, Anna Rusk, " * 1_500,
        "not " * 4_000,
        "on Monday " * 2_000,
        "(" * 5_000,
        "Orsk. " * 3_000,
        "\n" * 30_000,
    ],
    ids=lambda text: text[:14],
)
def test_monotonous_texts_end_in_time(text: str) -> None:
    started = time.process_time()
    holds(read(text))
    assert time.process_time() - started < 20


def test_time_grows_with_length_and_not_faster() -> None:
    base = (
        "The army of Kelmar denied on Monday that it had shelled Orsk, officials said. “We did not,” Anna Rusk said. "
        * 60
    )

    def cost(text: str) -> float:
        started = time.process_time()
        read(text)
        return time.process_time() - started

    read(base)
    once = min(cost(base) for _ in range(3))
    assert min(cost(base * 4) for _ in range(2)) < 4 * 1.6 * once + 0.2


def test_certainty_needs_a_sayer() -> None:
    reading = read("Kelmar fears that Dorvan could attack Orsk. It denied that it had bombed the bridge.")
    for event in reading.events:
        assert all(p.value is not Factuality.CERTAIN for p in event.factuality)
