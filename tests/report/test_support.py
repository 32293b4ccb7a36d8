"""The report counts origins, not outlets, and sets numbers and denials beside those who tell them."""

from __future__ import annotations

from datetime import date

from sayso.model import Document, Reading
from sayso.model.verdict import Corroboration, Side, Standing, Support, Voice
from sayso.read.language.onnx import OnnxModel
from sayso.read.pipeline import Reader
from sayso.report.sitrep import Filed, Sitrep, build_sitrep, faults
from sayso.report.sitrep.support import support_note

MARKET = "Shells hit the market in Orsk on Monday. At least 11 people were killed, mayor Sela Dorn said."
TOLL = "Monday's shelling of the market in Orsk killed 19 people, Governor Idris Okoba said."
CREDIT = "First published by Orsk Gazette."


def read(language: OnnxModel, **texts: str) -> list[Reading]:
    documents = (Document(id=n, text=t, outlet=f"Outlet {n}", published=date(2031, 3, 4)) for n, t in texts.items())
    return list(Reader(language=language).pipe(documents))


def _facts(reading: Reading) -> list[str]:
    return [s.id for s in reading.statements] + [e.id for e in reading.events]


def report(readings: list[Reading]) -> Sitrep:
    filed = [Filed(reading=r, ids={fact: f"{r.document.id}-{fact}" for fact in _facts(r)}) for r in readings]
    return build_sitrep(filed, first=date(2031, 3, 4), last=date(2031, 3, 4), reader="r")


def blocks(made: Sitrep, key: str) -> dict[str, list[str]]:
    section = next(s for s in made.sections if s.key == key)
    return {block.heading: [sentence.text for sentence in block.sentences] for block in section.blocks}


def voice(origin: str, standing: Standing) -> Voice:
    return Voice(origin=origin, name=origin.title(), side=Side.FOR, standing=standing, facts=(), carriers=())


def test_a_note_tells_outlets_from_origins_and_names_parties() -> None:
    row = Corroboration(
        event="e",
        support=Support.PARTIES,
        voices=(voice("army", Standing.DOER), voice("mission", Standing.THIRD)),
        outlets=("a", "b", "c"),
        silent=(),
    )
    note = support_note(row)
    assert note.startswith("told by 3 outlets, 2 independent origins (Army, a party to it; Mission)")
    assert "no two of them are known to stand outside the act" in note


def test_numbers_told_differently_stand_with_their_sayers(language: OnnxModel) -> None:
    made = report(read(language, a=MARKET, b=TOLL))
    told = blocks(made, "contested")["Numbers told differently: killed, 11 to 19"]
    assert [("11" in sentence, "Okoba" in sentence) for sentence in told] == [(True, False), (False, True)]
    assert not faults(made)


def test_one_number_alone_is_not_contested(language: OnnxModel) -> None:
    assert blocks(report(read(language, a=MARKET)), "contested") == {}


def test_an_odd_credit_is_among_the_problems(language: OnnxModel) -> None:
    longer = f"{MARKET} Firemen worked until night fell. The governor called a crisis meeting in the town hall at noon."
    made = report(read(language, a=longer, b=f"{longer}\n\n{CREDIT}"))
    assert any("orskgazette" in line for line in blocks(made, "problems").get("Where texts say they are from", []))
    assert not faults(made)
