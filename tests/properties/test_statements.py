"""Whatever the text: no exception, spans inside it, the same result twice, time in step with length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Span, Statement
from sayso.read.actors import find_cast
from sayso.read.language.onnx import OnnxModel
from sayso.read.quotations import find_quotations, paragraphs
from sayso.read.statements import find_statements

MARKS = st.text(alphabet="ab.A,! \n\t\"'“”‘’«»„`<>:—", max_size=80)
VOCABULARY = (
    "said says told denied that the minister he “ ” \" ' , . : ; ? claims to have Reuters according to by was quoted "
    "as saying Ukraine Putin troops not I we whether refused confirm call for on — ( ) fears of"
)
WORDS = st.lists(st.sampled_from([*VOCABULARY.split(), "\n\n", "\u202e", "\x00", "é", "说"]), max_size=40).map(" ".join)


@given(st.text(max_size=200) | MARKS)
def test_quotations_of_any_text(text: str) -> None:
    found = find_quotations(text)
    assert found == find_quotations(text)
    for quoted in found.quoted:
        assert 0 <= quoted.span.start < quoted.span.end <= len(text)
        assert quoted.span.contains(quoted.inner)
    outer = found.outermost
    assert all(a.span.end <= b.span.start for a, b in pairwise(outer))
    assert all(len(mark) in (1, 2) for mark in found.unbalanced)


@given(st.text(max_size=200) | MARKS)
def test_quotations_stay_in_their_paragraph(text: str) -> None:
    inside = paragraphs(text)
    assert all(any(p.contains(q.span) for p in inside) for q in find_quotations(text).quoted)


def spans_of(statement: Statement) -> list[Span]:
    references = [r for r in (statement.source, statement.addressee, *statement.via) if r is not None]
    return [*statement.cue, *statement.content, *(r.span for r in references)]


@settings(max_examples=60)
@given(WORDS | st.text(max_size=120))
def test_statements_of_any_text(language: OnnxModel, text: str) -> None:
    parse = language.parse([text])[0]
    quotations = find_quotations(text)
    cast = find_cast(parse, quotations=quotations)
    found = find_statements(parse, cast=cast, quotations=quotations)
    assert found == find_statements(parse, cast=find_cast(parse), quotations=quotations)
    ids = [s.id for s in found]
    assert ids == [f"s{n}" for n in range(1, len(found) + 1)]
    actors = {actor.id for actor in cast.actors}
    for statement in found:
        assert statement.content
        assert statement.within is None or (statement.within in ids and statement.within != statement.id)
        assert all(0 <= s.start < s.end <= len(text) for s in spans_of(statement))
        assert statement.source is None or statement.source.actor is None or statement.source.actor in actors
    for actor in cast.actors:
        assert actor.mentions
        assert all(0 <= s.start < s.end <= len(text) for s in (*actor.mentions, *actor.evidence))


@pytest.mark.parametrize(
    "unit",
    ["The minister said that the army had denied the raid, but Rusk told Reuters it had. ", "“We won,” he said. ",
     "He said that she said that they said it fell. ", "according to N ", "“a ", "said "],
)  # fmt: skip
def test_time_grows_with_length_only(language: OnnxModel, unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count
        parse = language.parse([text])[0]
        start = time.process_time()
        quotations = find_quotations(text)
        find_statements(parse, cast=find_cast(parse, quotations=quotations), quotations=quotations)
        return time.process_time() - start

    assert seconds(1200) < 12 * max(seconds(300), 0.01)
