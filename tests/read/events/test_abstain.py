"""Sentences that only look like events, and their neighbours that are."""

from __future__ import annotations

import pytest

from sayso.read.cast import Cast
from sayso.read.events import find_events
from sayso.read.language.onnx import OnnxModel
from sayso.resources.tables import table

LOOKALIKES = [
    "The striker shelled the goal before the coach took him off in the second half of the match.",
    "Gold retreated on Tuesday as investors sold shares and bond yields rose.",
    "The two mayors fought a war of words over the bins.",
    "He died of a heart attack at his home.",
    "The storm hit the coast and killed nine people.",
    "A boiler explosion killed two workers at the laundry.",
    "A man was charged with the murder of his neighbour, police said.",
    "Crowds marked the anniversary of the massacre.",
    "In the film the hero storms a castle and the audience cheers.",
    "A shark attacked a swimmer off the beach.",
    "The attack helicopter was shown at the fair.",
]
REAL = [
    ("Gunmen stormed the jail and killed two guards.", "ASSAULT"),
    ("The army retreated from the ridge on Tuesday.", "RETREAT"),
    ("Militants attacked a convoy of soldiers near the beach.", "ASSAULT"),
]


@pytest.mark.parametrize("sentence", LOOKALIKES)
def test_lookalikes_are_no_events(sentence: str, language: OnnxModel) -> None:
    events = find_events(language.parse([sentence])[0], statements=(), cast=Cast(), places=(), times=())
    assert [(e.type.value, e.trigger[0].of(sentence)) for e in events] == []


@pytest.mark.parametrize(("sentence", "kind"), REAL)
def test_their_neighbours_are(sentence: str, kind: str, language: OnnxModel) -> None:
    events = find_events(language.parse([sentence])[0], statements=(), cast=Cast(), places=(), times=())
    assert kind in {e.type.value for e in events}


def test_rows_are_sound() -> None:
    for row in table("abstain"):
        assert row["scope"] in {"sentence", "above", "phrase"}
        assert int(row["needs"]) >= 1
