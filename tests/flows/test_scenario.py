"""Ten scripted days with known truth: origins, notes, numbers and denials come out of the texts, and nothing else does.

The truth is in `examples/scenario/truth.toml`. What is asked in full is asked of every row; where the reading does not
find everything yet, the share that it finds is a floor, and what it must never do (invent) is asked in full.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

import gates
from gates.copying import pad, respell, retitle
from sayso.collect import read_inputs
from sayso.compare.counts import counts_in
from sayso.compare.denials import find_denials
from sayso.compare.origins import trace_origins
from sayso.compare.own import own_readings
from sayso.compare.same_event import find_events
from sayso.compare.tallies import find_tallies
from sayso.compare.versions import changes
from sayso.model import Document, Reading, Statement
from sayso.model.dispute import ChangeKind, Denial, Measure, Tally
from sayso.model.verdict import FactRef, OriginGraph
from sayso.read.pipeline import Reader
from sayso.report.sitrep import Filed, build_sitrep

REPOSITORY: Final = Path(gates.__file__).parent.parent
FOLDER: Final = REPOSITORY / "examples" / "scenario"
TRUTH: Final[dict[str, Any]] = tomllib.loads((FOLDER / "truth.toml").read_text(encoding="utf-8"))
MEASURES: Final = {m.value: m for m in Measure} | {"arrested": Measure.DETAINED}


@cache
def readings() -> tuple[Reading, ...]:
    """Read the scenario, each document fetched late on the day of its first sight."""
    seen = {row["id"]: row["seen"] for row in TRUTH["document"]}
    inputs = read_inputs(sorted(FOLDER.glob("*.jsonl")))
    return tuple(Reader().pipe(_fetched(d, seen[d.id]) for d in inputs if isinstance(d, Document)))


def _fetched(document: Document, day: int) -> Document:
    first = datetime(2021, 9, 5, 23, 30, tzinfo=timezone(timedelta(hours=2)))
    return replace(document, fetched=first + timedelta(days=day))


@cache
def graph() -> OriginGraph:
    return trace_origins(readings())


@cache
def own() -> tuple[Reading, ...]:
    return own_readings(readings(), graph())


@cache
def denials() -> tuple[Denial, ...]:
    return find_denials(own(), find_events(own()))


@cache
def tallies() -> tuple[Tally, ...]:
    return find_tallies(own(), find_events(own()))


def reading(name: str) -> Reading:
    return next(r for r in readings() if r.document.id == name)


def statement(ref: FactRef) -> Statement | None:
    return next((s for s in reading(ref.document).statements if s.id == ref.fact), None)


def test_the_scenario_is_whole() -> None:
    assert len(readings()) == TRUTH["scenario"]["documents"] == len(TRUTH["document"])


def test_every_document_comes_from_where_it_comes_from() -> None:
    roots = {row.document: row.root for row in graph().provenance}
    assert roots == {row["id"]: row["from"] for row in TRUTH["document"]}


def test_copies_in_other_words_are_told_from_copies_in_the_same() -> None:
    kinds = {copy.document: copy.kind.value for copy in graph().copies}
    expected = {row["id"]: row["how"] for row in TRUTH["document"] if row["how"] in {"near", "spun"}}
    assert {name: kinds[name].replace("exact", "near") for name in expected} == expected


def test_what_is_odd_is_noted_and_nothing_else() -> None:
    found = {(note.kind.value, frozenset(note.documents)) for note in graph().notes}
    assert found == {(row["kind"], frozenset(row["documents"])) for row in TRUTH["note"]}


def test_what_copiers_added_is_theirs() -> None:
    for row in TRUTH["document"]:
        for words in row.get("own", []):
            start = reading(row["id"]).document.text.index(words)
            inside = [s for s in reading(row["id"]).statements if start <= s.cue[0].start < start + len(words)]
            assert not {FactRef(row["id"], s.id) for s in inside} & graph().taken


def test_any_order_gives_the_same() -> None:
    turned = readings()[::-1]
    assert trace_origins(turned) == graph()
    assert find_events(own()[::-1]) == find_events(own())
    assert find_denials(own()[::-1], find_events(own())) == denials()


def _is_told(row: dict[str, Any]) -> bool:
    """Tell whether a number of the truth is read where it stands."""
    document = reading(row["document"])
    start = document.document.text.index(row["words"])
    value, reach = row.get("value", row.get("low")), range(start - 12, start + len(row["words"]))
    counts = [c for c in counts_in(document) if c.span.start in reach and c.measure is MEASURES.get(row["what"])]
    return any(value in (count.low, count.high) for count in counts)


def test_numbers_of_dead_and_wounded_are_read() -> None:
    rows = [row for row in TRUTH["number"] if row["what"] in {"killed", "wounded"}]
    assert len(rows) > 5
    assert [row["words"] for row in rows if not _is_told(row)] == []


def test_most_numbers_that_we_count_are_read() -> None:
    rows = [row for row in TRUTH["number"] if row["what"] in MEASURES]
    assert sum(map(_is_told, rows)) >= 0.75 * len(rows)


def test_the_dead_of_lodevo_are_told_in_several_numbers_that_stay_apart() -> None:
    tally = max((t for t in tallies() if t.measure is Measure.KILLED), key=lambda t: len(t.counts))
    assert {count.low for count in tally.counts} >= {4, 6, 8, 9}
    assert (tally.low, tally.high) == (4, 9)


def test_some_denials_stand_beside_what_they_deny() -> None:
    rows = [row for row in TRUTH["conflict"] if row["kind"] == "denial"]
    found = [row["id"] for row in rows if any(_is_of(denial, row) for denial in denials())]
    assert len(found) >= len(rows) / 4


def _is_of(denial: Denial, row: dict[str, Any]) -> bool:
    sides = {says: {s["document"] for s in row["sides"] if s["says"] == says} for says in ("assert", "deny")}
    return (
        denial.assertion is not None
        and denial.denial.document in sides["deny"]
        and denial.assertion.document in sides["assert"]
    )


def test_sport_weather_and_markets_contest_nothing() -> None:
    aside = set(TRUTH["scenario"]["aside"])
    paired = [d for d in denials() if d.assertion is not None]
    assert not [d for d in paired if d.denial.document in aside or d.assertion.document in aside]  # type: ignore[union-attr]
    assert not [t for t in tallies() if len(t.counts) > 1 and {c.sayer.document for c in t.counts} & aside]


def test_a_rewritten_page_shows_what_was_taken_out() -> None:
    row = TRUTH["softening"][0]
    kinds = {change.kind for change in changes(reading(row["before"]), reading(row["after"]))}
    assert {ChangeKind.WITHDRAWN, ChangeKind.ADDED} <= kinds


def _filed(document: Reading) -> Filed:
    facts = [s.id for s in document.statements] + [e.id for e in document.events]
    return Filed(reading=document, ids={fact: f"{document.document.id}-{fact}" for fact in facts})


@cache
def _copies() -> tuple[Reading, ...]:
    """Return ten copies of the report of the toll: each way of copying, and the copy in other words among them."""
    chance = random.Random(2)
    source = reading("03-argent-toll").document
    ways = [pad, respell, retitle] * 3
    texts = [way(source.text, chance) for way in ways] + [reading("03-brief24-toll").document.text]
    return tuple(Reader().pipe(replace(source, id=f"x{n}", text=text, fetched=None) for n, text in enumerate(texts)))


@pytest.mark.parametrize("copies", [20, 200])
def test_copies_change_no_sentence_of_the_report(copies: int) -> None:
    made = [_renamed(_copies()[n % 10], n) for n in range(copies)]
    before, after = _report(readings()), _report((*readings(), *made))
    assert after[0] == before[0] + copies
    assert after[1:] == before[1:]


def _renamed(copied: Reading, number: int) -> Reading:
    later = datetime(2021, 9, 15, 12, tzinfo=timezone(timedelta(hours=2)))
    outlet = f"Outlet {number:03}"
    document = replace(copied.document, id=f"y{number:03}", outlet=outlet, url=None, origin=None, published_at=later)
    return replace(copied, document=replace(document, published=later.date()))


def _report(documents: tuple[Reading, ...]) -> tuple[int, list[str], list[str]]:
    """Return the copies, the sentences and the headings of the report on `documents`."""
    days = [day for r in documents if (day := r.document.published) is not None]
    made = build_sitrep([_filed(r) for r in documents], first=min(days), last=max(days), reader="r")
    blocks = [block for section in made.sections if section.key != "problems" for block in section.blocks]
    sentences = [sentence.text for block in blocks for sentence in block.sentences]
    return made.coverage.copies, sentences, [block.heading for block in blocks]
