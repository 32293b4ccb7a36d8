"""What is left of readings when everything taken over from elsewhere is put aside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Reading
from sayso.model.verdict import FactRef, OriginGraph


def own_readings(readings: Iterable[Reading], graph: OriginGraph) -> tuple[Reading, ...]:
    """Return the readings with only those statements and events that are the document's own telling.

    A copy of which nothing is left is dropped; other documents stay, also where nothing was read in them.
    """
    copied = {copy.document for copy in graph.copies}
    kept = []
    for reading in readings:
        own = _without(reading, graph.taken)
        if own.statements or own.events or reading.document.id not in copied:
            kept.append(own)
    return tuple(kept)


def _without(reading: Reading, taken: frozenset[FactRef]) -> Reading:
    name = reading.document.id
    return replace(
        reading,
        statements=tuple(s for s in reading.statements if FactRef(name, s.id) not in taken),
        events=tuple(e for e in reading.events if FactRef(name, e.id) not in taken),
    )
