"""Where texts come from: copies of every sort, credits true and false, clocks that do not fit."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path
from time import perf_counter

import pytest

import gates
from gates.compare import as_reading, copies
from gates.copying import WAYS, copy_of
from sayso.collect import read_inputs
from sayso.compare.origins import trace_origins
from sayso.model import Document, Reading
from sayso.model.verdict import CopyKind, FactRef, NoteKind
from sayso.read.language.onnx import OnnxModel
from sayso.read.pipeline import Reader
from tests.compare.making import STORY, told

HERE = Path(gates.__file__).parent
PAIRS = tomllib.loads((HERE / "retold.toml").read_text(encoding="utf-8"))["pair"]


def roots(*readings: Reading) -> dict[str, str]:
    graph = trace_origins(readings)
    return {row.document: row.root for row in graph.provenance}


def kinds(*readings: Reading) -> set[NoteKind]:
    return {note.kind for note in trace_origins(readings).notes}


@pytest.mark.parametrize("way", WAYS)
def test_a_copy_made_in_any_way_has_the_origin_of_its_source(way: Callable[[str, random.Random], str]) -> None:
    chance = random.Random(3)
    copied = told("b", way(STORY, chance), day=5)
    assert roots(told("a", day=4), copied) == {"a": "a", "b": "a"}


@pytest.mark.parametrize("pair", PAIRS)
def test_retold_reports_are_told_from_independent_ones(pair: dict[str, str], language: OnnxModel) -> None:
    reader = Reader(language=language)
    first = reader.read(Document(id="a", text=pair["first"].strip(), outlet="A", published=None))
    second = reader.read(Document(id="b", text=pair["second"].strip(), outlet="B", published=None))
    expected = {CopyKind.SPUN} if pair["how"] == "spun" else set()
    assert {copy.kind for copy in trace_origins([first, second]).copies} == expected


def test_the_demo_reports_have_one_origin_for_the_joint_force(language: OnnxModel) -> None:
    pages = HERE.parent / "examples" / "border" / "pages"
    documents = [d for d in read_inputs([pages]) if isinstance(d, Document)]
    graph = trace_origins(list(Reader(language=language).pipe(documents)))
    page = {d.id: (d.url or "").rsplit("/", 1)[-1] for d in documents}
    assert {(page[c.document], page[c.original], c.kind) for c in graph.copies} == {
        ("joint-force-courier", "joint-force-announced", CopyKind.NEAR),
        ("joint-force-baltic", "joint-force-announced", CopyKind.NEAR),
        ("spun-copy", "joint-force-announced", CopyKind.SPUN),
    }
    assert all(copy.reason for copy in graph.copies)


def test_what_a_copier_adds_stays_its_own(language: OnnxModel) -> None:
    added = "The mayor of Metra, Sela Dorn, said on Wednesday that she would open the schools to people who had fled."
    reader = Reader(language=language)
    source = reader.read(Document(id="a", text=STORY, outlet="A"))
    copier = reader.read(Document(id="b", text=f"{STORY}\n\n{added}", outlet="B"))
    own = {s.id for s in copier.statements if FactRef("b", s.id) not in trace_origins([source, copier]).taken}
    passages = [s.content[0].of(copier.document.text) for s in copier.statements if s.id in own]
    assert any("schools" in passage for passage in passages)
    assert not any("4,000" in passage for passage in passages)


def test_an_earlier_text_is_the_source_and_an_hour_decides() -> None:
    assert roots(told("a", day=5, hour=9), told("b", day=5, hour=8)) == {"a": "b", "b": "b"}


def test_a_text_without_a_day_is_never_the_source_of_a_dated_one() -> None:
    assert roots(told("a"), told("b", day=5)) == {"a": "b", "b": "b"}


def test_a_credited_text_is_the_source_whatever_the_clocks_say() -> None:
    wire = told("wire", outlet="Sarn Wire", day=6)
    user = told("user", f"METRA (Sarn Wire) - {STORY}", outlet="Metra Post", day=5)
    assert roots(wire, user) == {"wire": "wire", "user": "wire"}


def test_a_credit_that_the_texts_contradict_is_noted_and_adds_nothing() -> None:
    source = told("a", outlet="Metra Post", day=4)
    thief = told("b", f"{STORY}\n\nThis report was supplied by Grand Agency.", outlet="Quick News", day=5)
    assert NoteKind.CREDIT_DOUBTFUL in kinds(source, thief)
    assert roots(source, thief) == {"a": "a", "b": "a"}


def test_outlets_that_name_each_other_are_noted() -> None:
    one = told("a", f"{STORY}\n\nFirst published by Metra Post.", outlet="Quick News", day=4)
    short = "At dawn on the road to Metra in the Sarn hills, two villages were lost by Governor Okoba."
    other = told("b", f"{short}\n\nFirst published by Quick News.", outlet="Metra Post", day=4)
    assert NoteKind.CREDIT_CYCLE in kinds(one, other)
    assert NoteKind.CREDIT_CYCLE not in kinds(one)
    elsewhere = told("b", "Snow fell in the south.\n\nFirst published by Quick News.", outlet="Metra Post", day=4)
    assert NoteKind.CREDIT_CYCLE not in kinds(one, elsewhere)


def test_a_text_dated_back_is_noted() -> None:
    seen = datetime(2031, 3, 5, tzinfo=UTC)
    honest = told("a", day=5, hour=0, fetched=seen)
    forged = told("b", day=1, hour=0, fetched=seen + timedelta(days=9))
    assert NoteKind.STATED_TOO_EARLY in kinds(honest, forged)
    assert len(set(roots(honest, forged).values())) == 1


def test_a_day_in_the_future_is_noted_and_not_believed() -> None:
    seen = datetime(2031, 3, 5, tzinfo=UTC)
    assert NoteKind.STATED_IN_FUTURE in kinds(told("a", day=25, hour=0, fetched=seen))
    assert NoteKind.STATED_IN_FUTURE not in kinds(told("a", day=5, hour=0, fetched=seen))


def test_a_burst_of_outlets_that_carry_nothing_else_is_noted() -> None:
    known = [told("a", outlet="Metra Post", day=4), told("z", "Snow fell on the pass.", outlet="Metra Post", day=4)]
    burst = [told(f"c{n}", f"{STORY} Number {n}.", day=5) for n in range(6)]
    assert NoteKind.NEW_OUTLETS in kinds(*known, *burst)
    assert NoteKind.NEW_OUTLETS not in kinds(*known, *burst[:2])


def test_a_page_link_is_an_edge_even_where_the_texts_differ() -> None:
    source = told("a", url="https://one.example/a")
    reader = told("b", "A short note on the fighting near Metra.", origin="https://one.example/a")
    copy = trace_origins([source, reader]).copies[0]
    assert (copy.document, copy.original, copy.kind) == ("b", "a", CopyKind.NAMED)


def test_lines_that_an_outlet_prints_under_everything_make_no_copies() -> None:
    note = (
        "Editor's note: this newspaper is paid for by its readers, takes no money from any government or party and "
        "prints corrections on the second page; write to us with what you know about the events described above."
    )
    stories = [f"Item {n}: {w} rose {n} percent in the valley, traders said.\n\n{note}" for n, w in enumerate("abcd")]
    readings = [told(f"n{n}", story, outlet="Valley Post", day=4) for n, story in enumerate(stories)]
    assert not trace_origins(readings).copies


def test_order_of_arrival_changes_nothing() -> None:
    chance = random.Random(5)
    readings = [told("a", day=4), *(told(f"c{n}", copy_of(STORY, chance), day=5 + n) for n in range(3))]
    graphs = {repr(trace_origins(order)) for order in permutations(readings)}  # frozensets here are empty
    assert len(graphs) == 1


def test_nothing_gives_nothing() -> None:
    graph = trace_origins([])
    assert (graph.copies, graph.provenance, graph.notes, graph.taken) == ((), (), (), frozenset())
    assert trace_origins([told("a", ""), told("b", "")]).copies == ()


def test_copies_cost_no_more_the_more_there_are() -> None:
    chance = random.Random(1)
    texts = [copy_of(STORY, chance) for _ in range(1200)]
    readings = [told(f"c{n:04}", text, day=5) for n, text in enumerate(texts)]
    first = _seconds(readings[:300])
    assert _seconds(readings) < 12 * max(first, 0.05)  # four times as many; a square would be sixteen times


def _seconds(readings: Sequence[Reading]) -> float:
    begun = perf_counter()
    trace_origins(readings)
    return perf_counter() - begun


def test_precision_and_recall_on_made_copies() -> None:
    documents = [Document(id=f"p{n}", text=pair["first"]) for n, pair in enumerate(PAIRS[:3])]
    figures = copies(documents)
    assert figures["copy_precision"] >= 0.98
    assert figures["copy_recall"] >= 0.95
    assert as_reading(documents[0]).sentences
