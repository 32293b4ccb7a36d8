"""Measures the comparison: copies told from independent reports, and mentions of one event put together.

Copies are made from the shipped reports and the corpus by `gates/copying.py`; independent reports of one event come
from ECB+ where the data folder holds it.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from gates.copying import copy_of
from gates.coreference import b_cubed, conll, f1, groups_of
from sayso.collect import read_inputs
from sayso.compare.origins import trace_origins
from sayso.compare.same_event import find_events
from sayso.compare.words import runs_of, words_of
from sayso.model import Document, EventMention, Reading, Span
from sayso.model.verdict import FactRef
from sayso.read.pipeline import Reader
from training.corpus import load

ROOT: Final = Path(__file__).parent.parent
_COPIES: Final = 2
_LONG: Final = 60  # words; a cut of less is too short to tell anything
_VERBATIM: Final = 0.25  # containment above which two ECB+ texts may share a wire's words
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*[”\"]?")


def measure(data: Path | None) -> dict[str, float]:
    """Return precision and recall of copies, the share of independent pairs taken for copies, and scores of events."""
    ecb = data / "compare" / "ecbplus.dev.jsonl" if data is not None else None
    if ecb is None or not ecb.is_file():
        return {}
    rows = [json.loads(line) for line in ecb.read_text(encoding="utf-8").splitlines()]
    return copies(texts()) | independent(rows) | same_events(rows)


def texts() -> list[Document]:
    """Return the long texts of the shipped reports and of the corpus; of copies among the reports only the first."""
    shipped = [d for d in read_inputs([ROOT / "examples" / "border"]) if isinstance(d, Document)]
    corpus = [Document(id=d.id, text=d.text, outlet=d.outlet, published=d.published) for d in load(ROOT / "corpus")]
    documents = {d.id: d for d in [*shipped, *corpus] if len(d.text.split()) >= _LONG}
    copied = {copy.document for copy in trace_origins([as_reading(d) for d in documents.values()]).copies}
    return [d for name, d in documents.items() if name not in copied]


def as_reading(document: Document) -> Reading:
    """Return a document cut into sentences, with nothing read in it."""
    spans = (Span(m.start(), m.end()) for m in _SENTENCE.finditer(document.text))
    return Reading(document=document, sentences=tuple(spans))


def copies(originals: Iterable[Document]) -> dict[str, float]:
    """Return precision and recall of pairs "taken from", over texts and copies made of them."""
    chance = random.Random(7)  # noqa: S311 -- makes texts, no secrets
    readings, truth = [], set()
    for document in originals:
        readings.append(as_reading(document))
        for number in range(_COPIES):
            name = f"{document.id}#{number}"
            copied = Document(id=name, text=copy_of(document.text, chance), outlet=f"Copier {chance.randrange(40)}")
            readings.append(as_reading(copied))
            truth.add((name, document.id))
    graph = trace_origins(readings)
    found = {(row.document, row.root) for row in graph.provenance if row.root != row.document}
    right = len(found & truth)
    return {"copy_precision": right / max(1, len(found)), "copy_recall": right / max(1, len(truth))}


def independent(rows: Iterable[dict[str, Any]]) -> dict[str, float]:
    """Return the share of pairs of independent reports of one event that are called copies of each other."""
    groups: dict[str, list[Document]] = {}
    for row in rows:
        groups.setdefault(row["subtopic"], []).append(Document(id=row["id"], text=row["text"]))
    false = pairs = 0
    for documents in groups.values():
        graph = trace_origins([as_reading(d) for d in documents])
        root = {row.document: row.root for row in graph.provenance}
        linked = {frozenset((copy.document, copy.original)) for copy in graph.copies}
        for one, other in _apart(documents):
            pairs += 1
            false += root[one] == root[other] and frozenset((one, other)) in linked
    return {"independent_pairs": pairs, "independent_called_copies": false / max(1, pairs)}


def same_events(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return B-cubed and CoNLL F1 of our events over the mentions that we found and ECB+ marks, beside the lemma's.

    The baseline puts together mentions with one head word; `lemma_topic` is told the gold topic of each text as well,
    which ours is not. Only texts of the dev topics count; the train topics set the weights.
    """
    held_out = [row for row in rows if row["split"] == "dev"]
    readings = list(Reader().pipe(Document(id=row["id"], text=row["text"]) for row in held_out))
    gold = {mention: chain for row, r in zip(held_out, readings, strict=True) for mention, chain in _aligned(row, r)}
    ours = {ref: event.id for event in find_events(readings) for ref in event.mentions}
    topics = {row["id"]: row["topic"] for row in held_out}
    heads = {FactRef(r.document.id, e.id): _head(r, e) for r in readings for e in r.events}
    figures: dict[str, float] = {"event_mentions": len(gold)}
    clusterings: dict[str, dict[FactRef, Any]] = {
        "events": ours,
        "lemma": heads,
        "lemma_topic": {ref: (head, topics[ref.document]) for ref, head in heads.items()},
    }
    for name, labels in clusterings.items():
        key, found = groups_of(gold), groups_of({ref: labels[ref] for ref in gold})
        figures[f"{name}_b_cubed"] = 100 * f1(b_cubed, key, found)
        figures[f"{name}_conll"] = 100 * conll(key, found)
    return figures


def _aligned(row: dict[str, Any], reading: Reading) -> Iterator[tuple[FactRef, str]]:
    marked = [(Span(*span), m["chain"]) for m in row["mentions"] if m["kind"] == "event" for span in m["spans"]]
    for event in reading.events:
        chains = [chain for span, chain in marked if any(span.overlaps(part) for part in event.trigger)]
        if chains:
            yield FactRef(reading.document.id, event.id), chains[0]


def _head(reading: Reading, event: EventMention) -> str:
    return words_of(event.trigger[0].of(reading.document.text))[-1].form


def _apart(documents: list[Document]) -> Iterator[tuple[str, str]]:
    runs = {d.id: frozenset(runs_of(words_of(d.text))) for d in documents}
    for one, other in combinations(sorted(runs), 2):
        if len(runs[one] & runs[other]) < _VERBATIM * max(1, min(len(runs[one]), len(runs[other]))):
            yield one, other
