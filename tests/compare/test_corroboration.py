"""Independent origins for, against and silent; copies, carriers and parties raise nothing they should not."""

from __future__ import annotations

from itertools import product

import pytest

from sayso.compare.corroboration import corroborate
from sayso.compare.origins import trace_origins
from sayso.compare.own import own_readings
from sayso.compare.same_event import find_events
from sayso.compare.support import support_of
from sayso.model import Document, EventType, Reading
from sayso.model.verdict import Corroboration, Side, Standing, Support, Voice
from sayso.read.language.onnx import OnnxModel
from sayso.read.pipeline import Reader
from tests.compare.making import STORY

BLAST = "An explosion destroyed the grain store in Orsk on Monday, {who} said. {rest}"
RESTS = (
    "The roof lay in the street, and smoke hung over the harbour until noon.",
    "Grain prices on the exchange in Metra hardly moved after the news came in.",
    "Schools near the docks sent their pupils home early and will open again on Friday.",
    "Firemen from three towns were still at work there when evening fell over the bay.",
)


def reading(language: OnnxModel, name: str, text: str, outlet: str | None = None) -> Reading:
    return Reader(language=language).read(Document(id=name, text=text, outlet=outlet or f"Outlet {name}"))


def verdict(*readings: Reading) -> Corroboration:
    """Return the row of the assault that most documents tell of."""
    graph = trace_origins(readings)
    own = own_readings(readings, graph)
    events = [e for e in find_events(own) if e.type is EventType.ASSAULT]
    widest = max(events, key=lambda e: len({m.document for m in e.mentions}))
    return corroborate(own, graph, [widest])[0]


def blast(language: OnnxModel, name: str, who: str, outlet: str | None = None) -> Reading:
    return reading(language, name, BLAST.format(who=who, rest=RESTS["abcd".index(name)]), outlet)


def test_one_speaker_in_two_outlets_is_one_origin(language: OnnxModel) -> None:
    row = verdict(blast(language, "a", "Governor Idris Okoba"), blast(language, "b", "Governor Idriss Okoba"))
    assert row.origins(Side.FOR) == 1
    assert row.outlets == ("outleta", "outletb")


def test_two_speakers_are_two_origins(language: OnnxModel) -> None:
    row = verdict(blast(language, "a", "Governor Idris Okoba"), blast(language, "b", "Bishop Tomas Hale"))
    assert row.origins(Side.FOR) == 2


def test_sources_without_names_count_as_their_publisher(language: OnnxModel) -> None:
    row = verdict(blast(language, "a", "officials", "Post"), blast(language, "b", "officials", "Post"))
    assert row.origins(Side.FOR) == 1


def test_publishers_that_credit_each_other_are_one_origin(language: OnnxModel) -> None:
    one = reading(language, "a", BLAST.format(who="witnesses", rest=RESTS[0]) + "\n\nFirst published by Coast.", "Post")
    other = reading(
        language, "b", BLAST.format(who="residents", rest=RESTS[1]) + "\n\nFirst published by Post.", "Coast"
    )
    assert verdict(one, other).origins(Side.FOR) == 1


@pytest.mark.parametrize("copies", [1, 20])
def test_copies_change_the_outlets_and_nothing_else(language: OnnxModel, copies: int) -> None:
    alone = reading(language, "a", STORY)
    copied = [reading(language, f"c{n}", f"{STORY} Picture {n} below.") for n in range(copies)]
    before, after = verdict(alone), verdict(alone, *copied)
    assert before.voices == after.voices
    assert len(after.outlets) == copies + 1


def test_who_is_silent_is_told_with_what_was_read(language: OnnxModel) -> None:
    quiet = [reading(language, f"q{n}", f"Snow fell on pass {n}.", "Quiet Post") for n in range(3)]
    (silence,) = verdict(blast(language, "a", "Governor Idris Okoba"), *quiet).silent
    assert (silence.publisher, silence.read) == ("quietpost", 3)


def test_a_party_is_told_from_third_parties(language: OnnxModel) -> None:
    text = "Ukraine shelled the Russian town of Belgorod on Monday, Russian general Igor Konashin said."
    row = verdict(reading(language, "a", text))
    assert {v.standing for v in row.voices} == {Standing.DONE_TO}


def voice(origin: str, side: Side, standing: Standing) -> Voice:
    return Voice(origin=origin, name=origin, side=side, standing=standing, facts=(), carriers=())


@pytest.mark.parametrize(
    ("told", "support"),
    [
        ([], Support.OPEN),
        ([("a", Side.OPEN, Standing.THIRD)], Support.OPEN),
        ([("a", Side.FOR, Standing.THIRD)], Support.SINGLE),
        ([("a", Side.FOR, Standing.THIRD), ("a", Side.FOR, Standing.THIRD)], Support.SINGLE),
        ([("a", Side.FOR, Standing.DOER), ("b", Side.FOR, Standing.DONE_TO)], Support.PARTIES),
        ([("a", Side.FOR, Standing.THIRD), ("b", Side.FOR, Standing.UNKNOWN)], Support.PARTIES),
        ([("a", Side.FOR, Standing.THIRD), ("b", Side.FOR, Standing.THIRD)], Support.CORROBORATED),
        ([("a", Side.FOR, Standing.THIRD), ("b", Side.AGAINST, Standing.DOER)], Support.CONTESTED),
        ([("a", Side.AGAINST, Standing.DOER)], Support.DENIED),
    ],
)
def test_support_follows_from_the_voices(told: list[tuple[str, Side, Standing]], support: Support) -> None:
    assert support_of(voice(*row) for row in told) is support


def test_a_party_never_corroborates_by_itself() -> None:
    parties = [s for s in Standing if s is not Standing.THIRD]
    for one, other in product(parties, parties):
        told = [voice("a", Side.FOR, one), voice("b", Side.FOR, other)]
        assert support_of(told) is Support.PARTIES


def test_outlets_of_one_owner_are_one_origin(language: OnnxModel) -> None:
    text = "An explosion destroyed the grain store in Orsk on Monday. {rest}"
    one = reading(language, "a", text.format(rest=RESTS[0]), "Sputnik")
    other = reading(language, "b", text.format(rest=RESTS[1]), "RIA Novosti")
    third = reading(language, "c", text.format(rest=RESTS[2]), "Orsk Gazette")
    assert verdict(one, other).origins(Side.FOR) == 1
    assert verdict(one, third).origins(Side.FOR) == 2
