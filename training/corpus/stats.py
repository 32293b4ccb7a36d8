"""How much of what the corpus holds."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from training.corpus.values import AUTHOR, AnnotatedDocument


def count(documents: Iterable[AnnotatedDocument]) -> dict[str, Counter[str]]:
    """Counts by split; keys are 'documents', 'kind deny', 'event ASSAULT' and so on."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for document in documents:
        counts[document.split].update(_of(document))
    return dict(counts)


def table(documents: Iterable[AnnotatedDocument]) -> str:
    """The counts as text, one line a key, one column a split."""
    counts = count(documents)
    splits = sorted(counts)
    keys = sorted({key for counter in counts.values() for key in counter}, key=_order)
    rows = [f"{'':<26}" + "".join(f"{split:>9}" for split in splits)]
    rows += [f"{key:<26}" + "".join(f"{counts[s][key]:>9}" for s in splits) for key in keys]
    return "\n".join(rows)


_GROUPS = ("total", "genre", "statements", "kind", "stance", "events", "event", "value", "names")


def _order(key: str) -> tuple[int, str]:
    return _GROUPS.index(key.split(maxsplit=1)[0]), key


def _of(document: AnnotatedDocument) -> Counter[str]:
    counts = Counter(
        {
            "total documents": 1,
            "total sentences": len(document.sentences),
            "total words": len(document.text.split()),
            "total times": len(document.times),
            f"genre {document.genre}": 1,
            "statements": len(document.statements),
            "events": len(document.events),
        }
    )
    _count_statements(document, counts)
    _count_events(document, counts)
    counts.update(f"names {name.kind}" for name in document.names)
    return counts


def _count_statements(document: AnnotatedDocument, counts: Counter[str]) -> None:
    for statement in document.statements:
        counts[f"kind {statement.kind}"] += 1
        counts[f"stance {statement.stance}"] += 1
        counts["statements nested"] += statement.within is not None
        counts["statements with via"] += bool(statement.via)
        counts["statements no source"] += not statement.source
        counts["statements no cue"] += not statement.cue


def _count_events(document: AnnotatedDocument, counts: Counter[str]) -> None:
    for event in document.events:
        counts[f"event {event.type}"] += 1
        counts[f"value {event.values[event.nearest]}"] += 1
        counts["events in statements"] += event.nearest != AUTHOR
        counts["events with actor"] += any(arg.role == "actor" for arg in event.arguments)
