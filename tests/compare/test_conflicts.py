"""Denials gathered into conflicts, and voices that turn round."""

from __future__ import annotations

from datetime import date

from sayso.compare.conflicts import find_conflicts
from sayso.compare.denials import find_turns
from sayso.compare.same_event import find_events
from sayso.model.dispute import Denial, Level, Turn
from sayso.model.verdict import FactRef
from sayso.read.language.onnx import OnnxModel
from tests.compare.test_denials import read

NO = "Russian Defence Minister Igor Konashin denied that Russia had shelled the port of Orsk on Monday."
YES = "Russian Defence Minister Igor Konashin confirmed that Russia had shelled the port of Orsk on Monday."
OTHER = "Russian General Pavel Grom confirmed that Russia had shelled the port of Orsk on Monday."


def ref(name: str) -> FactRef:
    return FactRef(name, "s1")


def denial(no: str, yes: str | None, day: int) -> Denial:
    assertion = ref(yes) if yes is not None else None
    return Denial(denial=ref(no), assertion=assertion, reason="", level=Level.ACT, since=date(2031, 3, day))


def test_denials_that_share_an_assertion_are_one_conflict() -> None:
    conflicts = find_conflicts([denial("b", "a", 5), denial("c", "a", 4), denial("c", "d", 6), denial("e", None, 1)])
    assert [(c.asserted, c.denied) for c in conflicts] == [
        ((ref("a"), ref("d")), (ref("b"), ref("c"))),
        ((), (ref("e"),)),
    ]
    assert conflicts[0].since == date(2031, 3, 4)


def test_a_conflict_is_withdrawn_when_everybody_who_asserted_it_took_it_back() -> None:
    turn = Turn(earlier=ref("a"), later=ref("z"), level=Level.ACT, on=date(2031, 3, 9))
    one = [denial("b", "a", 5)]
    assert find_conflicts(one, [turn])[0].withdrawn == date(2031, 3, 9)
    assert find_conflicts([*one, denial("b", "d", 5)], [turn])[0].withdrawn is None
    assert find_conflicts(one)[0].withdrawn is None


def test_one_voice_that_says_the_opposite_later_has_turned(language: OnnxModel) -> None:
    readings = read(language, NO, YES)
    (turn,) = find_turns(readings, find_events(readings))
    assert (turn.earlier.document, turn.later.document, turn.on) == ("d0", "d1", date(2031, 3, 5))


def test_another_voice_or_the_same_day_is_no_turn(language: OnnxModel) -> None:
    for readings in (read(language, NO, OTHER), read(language, NO, YES, days=(4, 4))):
        assert find_turns(readings, find_events(readings)) == ()


def test_nothing_gives_nothing() -> None:
    assert find_conflicts([]) == ()
    assert find_turns([], []) == ()
