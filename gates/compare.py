"""Measures the comparison: copies told from independent reports, and mentions of one event put together.

Copies are made from the shipped reports and the corpus by `gates/copying.py`; independent reports of one event come
from ECB+ where the data folder holds it.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from gates.copying import copy_of
from sayso.collect import read_inputs
from sayso.compare.origins import trace_origins
from sayso.compare.words import runs_of, words_of
from sayso.model import Document, Reading, Span
from training.corpus import load

ROOT: Final = Path(__file__).parent.parent
_COPIES: Final = 2
_LONG: Final = 60  # words; a cut of less is too short to tell anything
_VERBATIM: Final = 0.25  # containment above which two ECB+ texts may share a wire's words
_SENTENCE: Final = re.compile(r"[^.!?\n]+[.!?]*[”\"]?")


def measure(data: Path | None) -> dict[str, float]:
    """Return precision and recall of copies, and the share of independent pairs that were taken for copies."""
    figures = copies(texts())
    ecb = data / "compare" / "ecbplus.dev.jsonl" if data is not None else None
    if ecb is not None and ecb.is_file():
        rows = [json.loads(line) for line in ecb.read_text(encoding="utf-8").splitlines()]
        figures |= independent(rows)
    return figures


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


def _apart(documents: list[Document]) -> Iterator[tuple[str, str]]:
    runs = {d.id: frozenset(runs_of(words_of(d.text))) for d in documents}
    for one, other in combinations(sorted(runs), 2):
        if len(runs[one] & runs[other]) < _VERBATIM * max(1, min(len(runs[one]), len(runs[other]))):
            yield one, other
