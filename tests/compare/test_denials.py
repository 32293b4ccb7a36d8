"""Denials beside what they deny, within a document and across documents, of acts and of plans."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.compare.denials import find_denials
from sayso.compare.same_event import find_events
from sayso.model import Document, Reading
from sayso.model.dispute import Denial, Level
from sayso.read.language.onnx import OnnxModel
from sayso.read.pipeline import Reader

CLAIM = "Belarusian President Alexander Lukashenko claimed on Monday that Ukraine was planning to attack Belarus."
NO_PLAN = "Ukrainian President Volodymyr Zelensky said on Tuesday that Ukraine had no intention of attacking Belarus."


def read(language: OnnxModel, *texts: str, days: tuple[int, ...] = (4, 5, 6)) -> list[Reading]:
    documents = [
        Document(id=f"d{n}", text=text, outlet=f"Outlet {n}", published=date(2031, 3, day))
        for n, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    return list(Reader(language=language).pipe(documents))


def denials(readings: list[Reading]) -> list[Denial]:
    return list(find_denials(readings, find_events(readings)))


def words(readings: list[Reading], denial: Denial) -> tuple[str, str]:
    by_id = {r.document.id: r for r in readings}
    found = []
    for ref in (denial.denial, denial.assertion):
        assert ref is not None
        reading = by_id[ref.document]
        source = next(s.source for s in reading.statements if s.id == ref.fact)
        found.append(source.span.of(reading.document.text) if source is not None else "")
    return found[0], found[1]


def test_a_denied_intention_stands_against_a_claimed_plan_of_another_document(language: OnnxModel) -> None:
    readings = read(language, CLAIM, NO_PLAN)
    (denial,) = denials(readings)
    assert (denial.level, denial.since) == (Level.PLAN, date(2031, 3, 5))
    no, yes = words(readings, denial)
    assert "Zelensky" in no
    assert "Lukashenko" in yes


def test_the_same_pair_within_one_document(language: OnnxModel) -> None:
    readings = read(language, f"{CLAIM}\n\n{NO_PLAN}")
    assert [words(readings, d)[1] for d in denials(readings)] == ["Belarusian President Alexander Lukashenko"]


@pytest.mark.parametrize(
    "other",
    [
        "Ukrainian President Volodymyr Zelensky said on Tuesday that Ukraine had no intention of attacking Poland.",
        "Polish President Andrzej Duda said on Tuesday that Poland had no intention of attacking Belarus.",
    ],
)
def test_another_target_or_planner_is_another_matter(language: OnnxModel, other: str) -> None:
    assert not [d for d in denials(read(language, CLAIM, other)) if d.assertion is not None]


def test_a_plan_denied_months_later_is_another_conversation(language: OnnxModel) -> None:
    early = Document(id="a", text=CLAIM, published=date(2031, 1, 1))
    late = Document(id="b", text=NO_PLAN, published=date(2031, 6, 1))
    assert not [d for d in denials(list(Reader(language=language).pipe([early, late]))) if d.assertion is not None]


def test_a_denied_act_stands_against_its_assertion(language: OnnxModel) -> None:
    readings = read(
        language,
        "Ukrainian General Petro Halm said that Russia had shelled the port of Orsk on Monday.",
        "Russian Defence Minister Igor Konashin denied that Russia had shelled the port of Orsk on Monday.",
    )
    (denial,) = [d for d in denials(readings) if d.assertion is not None]
    assert denial.level is Level.ACT
    assert "Konashin" in words(readings, denial)[0]


def test_a_denial_points_back_at_the_accusation(language: OnnxModel) -> None:
    text = "General Petar Halm accused Dorvan of shelling the port of Orsk.\n\nDorvan rejected the accusation."
    readings = read(language, text)
    assert "Halm" in words(readings, denials(readings)[0])[1]


def test_a_denial_of_what_nobody_says_stands_alone(language: OnnxModel) -> None:
    (denial,) = denials(read(language, "Dorvan denied that it had shelled the port of Orsk."))
    assert denial.assertion is None


def test_nobody_denies_himself(language: OnnxModel) -> None:
    turn = CLAIM.replace("claimed on Monday that Ukraine was planning", "denied that Ukraine was planning")
    assert not [d for d in denials(read(language, CLAIM, turn)) if d.assertion is not None]


def test_nothing_gives_nothing() -> None:
    assert find_denials([], []) == ()
