"""Slots, factuality for every sayer, actors from the cast, demands by "must", and explanations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sayso.model import (
    Actor,
    ActorKind,
    EventMention,
    EventType,
    Kind,
    Place,
    PlaceBasis,
    Precision,
    Quotation,
    Reference,
    Span,
    Stance,
    Statement,
    TimeType,
    When,
)
from sayso.read.cast import Cast
from sayso.read.events import explain_events, find_events
from sayso.read.language.onnx import OnnxModel
from sayso.read.language.parse import Parse
from tests.trees import cases_of

CASES = {c.text: c.parse for c in cases_of(Path(__file__).parent / "constructions.conllu")}


def span_of(parse: Parse, words: str) -> Span:
    start = parse.text.index(words)
    return Span(start, start + len(words))


def place(parse: Parse, words: str, *, geonameid: int = 1, precision: Precision = Precision.SETTLEMENT) -> Place:
    return Place(span=span_of(parse, words), name=words, geonameid=geonameid, precision=precision)


def events_of(
    parse: Parse,
    *,
    statements: tuple[Statement, ...] = (),
    cast: Cast | None = None,
    places: tuple[Place, ...] = (),
    times: tuple[When, ...] = (),
) -> tuple[EventMention, ...]:
    return find_events(parse, statements=statements, cast=cast or Cast(), places=places, times=times)


def said(parse: Parse, source: str, cue: str, content: str, kind: Kind) -> Statement:
    return Statement(
        id="s1",
        source=Reference(span=span_of(parse, source), actor="a1"),
        cue=(span_of(parse, cue),),
        content=(span_of(parse, content),),
        kind=kind,
        quotation=Quotation.INDIRECT,
        stance=Stance.AFFIRM,
    )


def test_time_and_place_come_from_the_clause() -> None:
    parse = CASES["Rebels shelled the village on Monday."]
    monday = When(span=span_of(parse, "Monday"), type=TimeType.DATE, value="2031-03-03")
    assert events_of(parse, times=(monday,))[0].time == monday
    parse = CASES["The mayor was killed in Kolm."]
    event = events_of(parse, places=(place(parse, "Kolm"),))[0]
    assert event.place is not None
    assert (event.place.name, event.place_basis) == ("Kolm", PlaceBasis.CLAUSE)


def test_a_time_is_no_participant() -> None:
    parse = CASES["Rebels shelled the village on Monday."]
    monday = When(span=span_of(parse, "Monday"), type=TimeType.DATE, value=None)
    taking = [p.span for e in events_of(parse, times=(monday,)) for p in (*e.actors, *e.recipients)]
    assert monday.span not in taking


def test_a_place_that_is_spoken_to_is_no_place_of_the_act() -> None:
    parse = CASES["Washington cut off aid to the junta."]
    assert events_of(parse, places=(place(parse, "Washington"),))[0].place_basis is not PlaceBasis.CLAUSE


def test_one_clear_focus_places_what_its_clause_does_not(language: OnnxModel) -> None:
    text = "Shells fell in Kolm. Kolm has no power. Rebels killed two guards."
    parse = language.parse([text])[0]
    twice = (place(parse, "Kolm"), Place(span=Span(21, 25), name="Kolm", geonameid=1, precision=Precision.SETTLEMENT))
    killed = next(e for e in events_of(parse, places=twice) if e.trigger[0].of(text) == "killed")
    assert killed.place_basis is PlaceBasis.FOCUS
    other = (twice[0], Place(span=Span(21, 25), name="Orsk", geonameid=2, precision=Precision.SETTLEMENT))
    killed = next(e for e in events_of(parse, places=other) if e.trigger[0].of(text) == "killed")
    assert (killed.place, killed.place_basis) == (None, None)


def test_actors_carry_what_the_cast_knows() -> None:
    parse = CASES["Gunmen opened fire on a police patrol."]
    actor = Actor(id="a7", name="gunmen", kind=ActorKind.GROUP, country="KLM", sector="UAF")
    event = events_of(parse, cast=Cast(actors=(actor,), by_head={0: "a7"}))[0]
    assert [(p.actor, p.country, p.sector) for p in event.actors] == [("a7", "KLM", "UAF")]
    assert [p.actor for p in event.recipients] == [None]


def test_each_sayer_and_the_author_have_a_value(language: OnnxModel) -> None:
    text = "The army denied that it had shelled the port."
    parse = language.parse([text])[0]
    statement = said(parse, "The army", "denied", "that it had shelled the port", Kind.DENY)
    shelled = next(e for e in events_of(parse, statements=(statement,)) if e.trigger[0].of(text) == "shelled")
    assert [(p.source, p.value.value) for p in shelled.factuality] == [("s1", "CT-"), ("author", "Uu")]


def test_must_is_a_demand_by_its_sayer_and_the_act_stays_open(language: OnnxModel) -> None:
    text = "The ministry said the rebels must free the hostages."
    parse = language.parse([text])[0]
    statement = said(parse, "The ministry", "said", "the rebels must free the hostages", Kind.SAY)
    events = {e.trigger[0].of(text): e for e in events_of(parse, statements=(statement,))}
    demand = events["must"]
    assert demand.type is EventType.REQUEST
    assert [p.span.of(text) for p in demand.actors] == ["The ministry"]
    assert [p.span.of(text) for p in demand.recipients] == ["the rebels"]
    assert demand.value_for("s1") == "CT+"
    assert events["free"].value_for("s1") == "Uu"


def test_a_saying_is_an_act_by_the_kind_of_its_statement(language: OnnxModel) -> None:
    text = "The army warned that it would close the strait."
    parse = language.parse([text])[0]
    content = "that it would close the strait"
    threat = said(parse, "The army", "warned", content, Kind.THREATEN)
    warned = [e for e in events_of(parse, statements=(threat,)) if e.trigger[0].of(text) == "warned"]
    assert [(e.type, e.factuality[-1].value.value) for e in warned] == [(EventType.THREATEN, "CT+")]
    plain = said(parse, "The army", "warned", content, Kind.WARN)
    assert not [e for e in events_of(parse, statements=(plain,)) if e.trigger[0].of(text) == "warned"]


def test_explanations_name_row_and_operators() -> None:
    parse = CASES["The rebels refused to meet the envoy."]
    found = explain_events(parse, statements=(), cast=Cast(), places=(), times=())
    assert [(x.event, x.group) for x in found] == [("e1", "rj.refuse"), ("e2", "co.meet")]
    assert found[1].operators == ("refuse:negate",)


def test_the_tagger_is_heard_in_security_reports_only() -> None:
    parse = CASES["Rebels shelled the village on Monday."]
    marked = tuple("B-COERCE" if t.text == "Rebels" else "O" for t in parse.tokens)
    tagged = Parse(parse.text, parse.tokens, parse.sentences, parse.names, {"event": marked})
    assert [e.type.value for e in events_of(tagged)] == ["ASSAULT"]
    thrice = tripled(tagged)
    assert [e.type.value for e in events_of(thrice)] == ["COERCE", "ASSAULT"] * 3


def tripled(parse: Parse) -> Parse:
    """Say the same sentence three times, so that the text is a report and no lone sentence."""
    count, length = len(parse.tokens), len(parse.text) + 1
    tokens = tuple(
        replace(
            t, index=t.index + n * count, head=t.head + n * count, start=t.start + n * length, end=t.end + n * length
        )
        for n in range(3)
        for t in parse.tokens
    )
    sentences = tuple((n * count, (n + 1) * count) for n in range(3))
    layers = {"event": parse.layers["event"] * 3}
    return Parse(" ".join([parse.text] * 3), tokens, sentences, (), layers)
