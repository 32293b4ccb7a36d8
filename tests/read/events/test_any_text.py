"""Whatever the text or the tree: no exception, spans inside the text, and time in step with length."""

from __future__ import annotations

import time
from functools import cache
from typing import Final

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import AUTHOR, EventMention, Factuality, Kind, Quotation, Span, Stance, Statement
from sayso.model.plover import CLASSES
from sayso.read.cast import Cast
from sayso.read.events import find_events
from sayso.read.language.onnx import OnnxModel
from sayso.read.language.parse import Name, Parse, Token

WORDS: Final = (
    "rebels", "army", "mayor", "attack", "shelled", "killed", "plan", "fear", "not", "no", "if", "unless", "may",
    "would", "deny", "said", "must", "or", "and", "of", "by", "on", "to", "that", "who", "which", "talks",
    "accord", "sanctions", "ceasefire", "refused", "threatened", "Kolm", "Russia", "she", "nothing", "any", "?",
    ".", ",", "had", "should", "the", "a",
)  # fmt: skip
XPOS: Final = (
    "NN",
    "NNS",
    "NNP",
    "VB",
    "VBD",
    "VBG",
    "VBN",
    "VBZ",
    "MD",
    "DT",
    "IN",
    "TO",
    "RB",
    "JJ",
    "PRP",
    "CC",
    ".",
)
UPOS: Final = ("NOUN", "PROPN", "VERB", "AUX", "DET", "ADP", "PART", "ADV", "ADJ", "PRON", "CCONJ", "PUNCT", "NUM")
RELATIONS: Final = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss", "amod",
    "compound", "det", "case", "mark", "advmod", "aux", "aux:pass", "cop", "conj", "cc", "xcomp", "ccomp", "advcl",
    "acl", "acl:relcl", "parataxis", "appos", "punct", "csubj", "expl", "flat", "fixed",
)  # fmt: skip
SENTENCE: Final = "Rebels shelled the port of Kolm on Monday and the army denied that it had attacked them. "


@cache
def _language() -> OnnxModel:
    return OnnxModel()


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Any tree over words of our trade: each word hangs on an earlier or later one, never in a ring."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=24))
    order = draw(st.permutations(range(len(words))))
    rank = {index: place for place, index in enumerate(order)}
    tokens, start = [], 0
    for index, word in enumerate(words):
        above = [i for i in range(len(words)) if rank[i] < rank[index]]
        head = draw(st.sampled_from(above)) if above else index
        relation = draw(st.sampled_from(RELATIONS)) if above else "root"
        upos, xpos = draw(st.sampled_from(UPOS)), draw(st.sampled_from(XPOS))
        tokens.append(Token(index, start, start + len(word), word, word.lower(), upos, xpos, head, relation))
        start += len(word) + 1
    names = tuple(Name(t.index, t.index, "LOC") for t in tokens if t.text in ("Kolm", "Russia"))
    layers = {"event": tuple(draw(st.sampled_from(("O", "B-ASSAULT", "I-ASSAULT", "B-ODD"))) for _ in tokens)}
    layers["fact"] = tuple(draw(st.sampled_from(("O", "CT+", "Uu", "odd"))) for _ in tokens)
    text = " ".join(words)
    return Parse(text, tuple(tokens), ((0, len(tokens)),), names, layers if draw(st.booleans()) else {})


@st.composite
def readings(draw: st.DrawFn) -> tuple[Parse, tuple[Statement, ...]]:
    parse = draw(parses())
    edges = st.integers(0, len(parse.text))
    found = []
    for number in range(draw(st.integers(0, 3))):
        first, last = sorted((draw(edges), draw(edges)))
        found.append(
            Statement(
                id=f"s{number + 1}",
                source=None,
                cue=(Span(first, last),),
                content=(Span(first, last), Span(min(last, draw(edges)), last)),
                kind=draw(st.sampled_from(Kind)),
                quotation=Quotation.INDIRECT,
                stance=draw(st.sampled_from(Stance)),
                within=draw(st.sampled_from((None, "s1", "s2", "s9"))),
            )
        )
    return parse, tuple(found)


def check(parse: Parse, events: tuple[EventMention, ...], statements: tuple[Statement, ...] = ()) -> None:
    known = {s.id for s in statements} | {AUTHOR}
    for event in events:
        spans = [*event.trigger, *(p.span for p in (*event.actors, *event.recipients))]
        assert all(0 <= s.start < s.end <= len(parse.text) for s in spans)
        assert event.factuality[-1].source == AUTHOR
        assert {p.source for p in event.factuality} <= known
        assert set(event.modes) <= set(CLASSES[event.type].modes)


@given(readings())
@settings(max_examples=150)
def test_any_tree(reading: tuple[Parse, tuple[Statement, ...]]) -> None:
    parse, statements = reading
    events = find_events(parse, statements=statements, cast=Cast(), places=(), times=())
    check(parse, events, statements)
    assert events == find_events(parse, statements=statements, cast=Cast(), places=(), times=())
    for event in events:
        if len(event.factuality) > 1:
            assert event.factuality[-1].value is Factuality.UNCOMMITTED


@given(text=st.text(max_size=120) | st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(max_examples=60)
def test_any_text(text: str) -> None:
    parse = _language().parse([text])[0]
    check(parse, find_events(parse, statements=(), cast=Cast(), places=(), times=()))


def test_time_grows_with_length(language: OnnxModel) -> None:
    short, long = language.parse([SENTENCE * 40, SENTENCE * 160])

    def spent(parse: Parse) -> float:
        best = float("inf")
        for _ in range(3):
            begun = time.perf_counter()
            find_events(parse, statements=(), cast=Cast(), places=(), times=())
            best = min(best, time.perf_counter() - begun)
        return best

    assert spent(long) < 8 * spent(short)


def test_a_list_without_end() -> None:
    """A sentence of three thousand joined verbs is read in bounded depth."""
    words = ["attacked", "and"] * 1500
    tokens, start = [], 0
    for index, word in enumerate(words):
        verb = word == "attacked"
        head = max(0, index - 2) if verb else min(index + 1, len(words) - 2)
        upos, xpos, relation = ("VERB", "VBN", "conj" if index else "root") if verb else ("CCONJ", "CC", "cc")
        tokens.append(
            Token(index, start, start + len(word), word, "attack" if verb else word, upos, xpos, head, relation)
        )
        start += len(word) + 1
    parse = Parse(" ".join(words), tuple(tokens), ((0, len(tokens)),))
    check(parse, find_events(parse, statements=(), cast=Cast(), places=(), times=()))
