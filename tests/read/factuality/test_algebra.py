"""What each sayer and the author are held to, by kind and stance of saying."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import AUTHOR, Factuality, Kind, Quotation, Reference, Span, Stance, Statement
from sayso.read.factuality import LocalView, presented
from sayso.read.factuality.witness import heard, tagged_value

TEXT = "He ruled out talks on rumours of war."
CERTAIN = LocalView(Factuality.CERTAIN)


def statement(
    kind: Kind,
    *,
    stance: Stance = Stance.AFFIRM,
    number: str = "s1",
    cue: str = "He",
    within: str | None = None,
) -> Statement:
    start = TEXT.index(cue)
    return Statement(
        id=number,
        source=Reference(span=Span(0, 2)),
        cue=(Span(start, start + len(cue)),),
        content=(Span(13, 18),),
        kind=kind,
        quotation=Quotation.INDIRECT,
        stance=stance,
        within=within,
    )


def nearest(view: LocalView, *chain: Statement) -> str:
    return presented(view, chain, TEXT)[0].value.value


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.SAY, "CT+"),
        (Kind.CLAIM, "CT+"),
        (Kind.ACCUSE, "CT+"),
        (Kind.CONFIRM, "CT+"),
        (Kind.DENY, "CT-"),
        (Kind.PREDICT, "PR+"),
        (Kind.ASSESS, "PR+"),
        (Kind.BELIEVE, "PR+"),
        (Kind.FEAR, "PS+"),
        (Kind.WARN, "PS+"),
        (Kind.DEMAND, "Uu"),
        (Kind.REQUEST, "Uu"),
        (Kind.PROMISE, "Uu"),
        (Kind.THREATEN, "Uu"),
        (Kind.ASK, "Uu"),
    ],
)
def test_kinds_bend_what_is_said(kind: Kind, value: str) -> None:
    values = presented(CERTAIN, (statement(kind),), TEXT)
    assert [p.source for p in values] == ["s1", AUTHOR]
    assert values[0].value.value == value
    assert values[1].value is Factuality.UNCOMMITTED


@pytest.mark.parametrize(
    ("kind", "value"),
    [(Kind.CONFIRM, "CTu"), (Kind.ANNOUNCE, "CT-"), (Kind.PREDICT, "PR-"), (Kind.SAY, "Uu"), (Kind.DENY, "Uu")],
)
def test_negated_cues(kind: Kind, value: str) -> None:
    assert nearest(CERTAIN, statement(kind, stance=Stance.DENY)) == value


def test_the_author_alone_is_held_to_his_words() -> None:
    assert presented(CERTAIN, (), TEXT)[0].value is Factuality.CERTAIN
    assert presented(LocalView(Factuality.CERTAIN, future=True), (), TEXT)[0].value is Factuality.PROBABLE
    assert presented(LocalView(Factuality.CERTAIN, infinitive=True), (), TEXT)[0].value is Factuality.UNCOMMITTED


def test_plain_future_is_possible_for_who_announces_it_and_probable_for_who_predicts_it() -> None:
    future = LocalView(Factuality.CERTAIN, future=True)
    assert nearest(future, statement(Kind.ANNOUNCE)) == "PS+"
    assert nearest(future, statement(Kind.PREDICT)) == "PR+"


def test_infinitives_take_the_force_of_their_cue() -> None:
    to_leave = LocalView(Factuality.CERTAIN, infinitive=True)
    to_have_left = LocalView(Factuality.CERTAIN, infinitive=True, perfect=True)
    assert nearest(to_leave, statement(Kind.PREDICT)) == "PR+"
    assert nearest(to_leave, statement(Kind.ANNOUNCE)) == "Uu"
    assert nearest(to_have_left, statement(Kind.CLAIM)) == "CT+"


def test_who_denies_a_report_denies_what_it_says() -> None:
    report, denial = statement(Kind.REPORT, number="s2", within="s1"), statement(Kind.DENY)
    values = presented(CERTAIN, (report, denial), TEXT)
    assert [(p.source, p.value.value) for p in values] == [("s2", "CT+"), ("s1", "CT-"), (AUTHOR, "Uu")]


def test_an_outer_sayer_does_not_vouch_for_an_inner_one() -> None:
    values = presented(CERTAIN, (statement(Kind.CLAIM, number="s2", within="s1"), statement(Kind.SAY)), TEXT)
    assert values[1].value is Factuality.UNCOMMITTED


def test_what_nobody_said_holds_nobody() -> None:
    assert presented(CERTAIN, (statement(Kind.CLAIM),), TEXT, said=False)[0].value is Factuality.UNCOMMITTED


def test_cues_of_refusal_and_hearsay() -> None:
    assert nearest(CERTAIN, statement(Kind.ANNOUNCE, cue="ruled out")) == "CT-"
    assert nearest(CERTAIN, statement(Kind.REPORT, cue="rumours")) == "PS+"


def test_the_tagger_is_heard_and_makes_nothing_certain() -> None:
    assert heard(Factuality.CERTAIN, Factuality.POSSIBLE) is Factuality.POSSIBLE
    assert heard(Factuality.UNCOMMITTED, Factuality.PROBABLE) is Factuality.UNCOMMITTED
    assert heard(Factuality.UNCOMMITTED, Factuality.CERTAIN) is Factuality.UNCOMMITTED
    assert heard(Factuality.CERTAINLY_NOT, Factuality.POSSIBLE) is Factuality.CERTAINLY_NOT
    assert heard(Factuality.CERTAIN, None) is Factuality.CERTAIN
    assert tagged_value(("O", "PS+"), 1) is Factuality.POSSIBLE
    assert tagged_value(("O", "PS+"), 0) is None
    values = presented(CERTAIN, (statement(Kind.SAY),), TEXT, tagged=Factuality.CERTAINLY_NOT)
    assert [p.value.value for p in values] == ["CT-", "Uu"]


@given(st.sampled_from(Factuality), st.sampled_from(Kind), st.sampled_from(Stance), st.booleans(), st.booleans())
def test_nothing_that_is_not_certain_in_the_words_becomes_certain(
    value: Factuality, kind: Kind, stance: Stance, future: bool, infinitive: bool
) -> None:
    view = LocalView(value, future=future, infinitive=infinitive)
    for chain in ((), (statement(kind, stance=stance),)):
        values = [p.value for p in presented(view, chain, TEXT)]
        if value is not Factuality.CERTAIN or future:
            assert Factuality.CERTAIN not in values
