"""Events and factuality on documents of our own corpus, read from raw text; used by `gates/events.py`.

A found trigger counts where it overlaps a gold one; its type and its value for the nearest sayer are judged on matched
triggers. `fact_macro` is the mean F1 of the five values that occur often enough to be measured (CT+ CT- PR+ PS+ Uu);
each gold trigger that was not found counts as a miss of its value only in `trigger_f1`.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Final

from sayso.model import Document, EventMention, Reading, Span
from sayso.read.pipeline import Reader
from training.corpus.load import load
from training.corpus.values import AnnotatedDocument, Event

CORPUS: Final = Path(__file__).parent.parent / "corpus"
VALUES: Final = ("CT+", "CT-", "PR+", "PS+", "Uu")


def corpus_figures(part: str, reader: Reader) -> dict[str, float]:
    """Return figures for one part of the corpus ("dev" or "test"), in percent; empty if the part is not there."""
    folder = CORPUS / part
    if not any(folder.glob("*.txt")):
        return {}
    documents = load(folder)
    counts: Counter[str] = Counter()
    readings = reader.pipe(Document(id=d.id, text=d.text, published=d.published) for d in documents)
    for document, reading in zip(documents, readings, strict=True):
        _count(document, reading, counts)
    return {f"{part}_{key}": round(value, 1) for key, value in _figures(counts).items()}


def _count(document: AnnotatedDocument, reading: Reading, counts: Counter[str]) -> None:
    counts["found"] += len(reading.events)
    used: set[str] = set()
    for gold in document.events:
        if not gold.trigger:
            continue
        counts["gold"] += 1
        event = _at(gold, reading)
        if event is None:
            continue
        counts["matched"] += 1
        used.add(event.id)
        counts["typed"] += event.type.value == gold.type
        wanted, got = gold.values[gold.nearest], event.factuality[0].value.value
        counts["valued"] += wanted == got
        counts.update((f"gold {wanted}", f"found {got}", *((f"both {got}",) if wanted == got else ())))
    counts["used"] += len(used)


def _at(gold: Event, reading: Reading) -> EventMention | None:
    spans = [Span(s.start, s.end) for s in gold.trigger]
    return next((e for e in reading.events if any(a.overlaps(b) for a in e.trigger for b in spans)), None)


def _figures(counts: Counter[str]) -> dict[str, float]:
    precision = counts["used"] / max(1, counts["found"])
    recall = counts["matched"] / max(1, counts["gold"])
    matched = max(1, counts["matched"])
    f1 = [200 * counts[f"both {v}"] / max(1, counts[f"gold {v}"] + counts[f"found {v}"]) for v in VALUES]
    return {
        "trigger_f1": 200 * precision * recall / (precision + recall) if precision + recall else 0.0,
        "type": 100 * counts["typed"] / matched,
        "fact": 100 * counts["valued"] / matched,
        "fact_macro": sum(f1) / len(f1),
    }
