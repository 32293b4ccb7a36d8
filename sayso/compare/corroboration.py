"""Corroboration: who independently says that an event is so, who says not, and who was read and says nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from sayso.compare.credits import label, publisher_name
from sayso.compare.slots import Slots, slots_in
from sayso.compare.speakers import Speaker, Speakers
from sayso.compare.support import SIDES, support_of
from sayso.model import AUTHOR, Factuality, Reading
from sayso.model.verdict import Corroboration, Event, FactRef, NoteKind, OriginGraph, Side, Silence, Standing, Voice
from sayso.resources.tables import table

_OUTSIDE: Final = frozenset({"IGO", "NGO", "IMG"})  # PLOVER sectors that are nobody's army or government


@dataclass(frozen=True, slots=True)
class _Telling:
    """One sayer of one mention."""

    sayer: FactRef
    speaker: Speaker
    publisher: str
    side: Side


def corroborate(readings: Sequence[Reading], graph: OriginGraph, events: Iterable[Event]) -> tuple[Corroboration, ...]:
    """Return one row an event, in order; `readings` hold only what is the documents' own (see `own_readings`)."""
    by_id = {reading.document.id: reading for reading in readings}
    slots = {s.ref: s for reading in readings for s in slots_in(reading)}
    desk = _Desk(by_id, graph, Speakers(readings))
    return tuple(desk.corroboration(event, [slots[ref] for ref in event.mentions]) for event in events)


class _Desk:
    def __init__(self, readings: Mapping[str, Reading], graph: OriginGraph, speakers: Speakers) -> None:
        self._readings, self._speakers = readings, speakers
        self._rows = {row.document: row for row in graph.provenance}
        self._read = Counter(row.publisher for row in graph.provenance)
        self._owners = _owners()
        self._cycles = [note for note in graph.notes if note.kind is NoteKind.CREDIT_CYCLE]
        self._family: dict[str, set[str]] = defaultdict(set)
        for row in graph.provenance:
            self._family[row.root].add(row.publisher)

    def corroboration(self, event: Event, slots: Sequence[Slots]) -> Corroboration:
        tellings = [telling for one in slots for telling in self._tellings(one)]
        voices = tuple(sorted(self._voices(tellings, slots), key=lambda v: (v.side, v.origin)))
        outlets = {p for ref in event.mentions for p in self._family[self._rows[ref.document].root]}
        outlets |= {self._rows[ref.document].publisher for ref in event.mentions}
        silent = (Silence(publisher=p, read=n) for p, n in sorted(self._read.items()) if p not in outlets)
        return Corroboration(
            event=event.id,
            support=support_of(voices),
            voices=voices,
            outlets=tuple(sorted(outlets)),
            silent=tuple(silent),
        )

    def _tellings(self, slots: Slots) -> Iterator[_Telling]:
        reading = self._readings[slots.ref.document]
        statements = {s.id: s for s in reading.statements}
        publisher = self._rows[slots.ref.document].publisher
        for presented in slots.mention.factuality:
            if presented.value is Factuality.UNCOMMITTED:
                continue
            sayer = FactRef(slots.ref.document, presented.source)
            statement = statements.get(presented.source)
            if statement is not None or presented.source == AUTHOR:
                author = Speaker(None, publisher_name(reading.document))
                speaker = author if statement is None else self._speakers.of(reading, statement)
                yield _Telling(sayer, speaker, publisher, SIDES[presented.value])

    def _voices(self, tellings: Sequence[_Telling], slots: Sequence[Slots]) -> Iterator[Voice]:
        merged = self._publishers(tellings)
        groups: dict[tuple[Side, str], list[_Telling]] = defaultdict(list)
        for telling in tellings:
            key = telling.speaker.key or f"publisher:{merged[telling.publisher]}"
            groups[telling.side, _merge_key(key, merged)].append(telling)
        carrying = {(t.side, t.publisher) for t in tellings if t.speaker.key is not None}
        for (side, origin), group in groups.items():
            if all(t.speaker.key is None and (side, t.publisher) in carrying for t in group):
                continue  # the publisher only introduces those whom it quotes for the same
            yield Voice(
                origin=origin,
                name=min((t.speaker.name for t in group), key=lambda n: (-len(n), n)),
                side=side,
                standing=_standing(group, slots),
                facts=tuple(sorted({t.sayer for t in group})),
                carriers=tuple(sorted({t.publisher for t in group})),
            )

    def _publishers(self, tellings: Sequence[_Telling]) -> dict[str, str]:
        """Return for each publisher the one it counts as: copies, credits, an owner or a circle make them one."""
        parent: dict[str, str] = {}
        for telling in tellings:
            row = self._rows[telling.sayer.document]
            root = self._rows.get(row.root, row)
            owner = self._owners.get(telling.publisher, telling.publisher)
            linked = (root.publisher, *row.credited, *root.credited, owner)
            circle = (self._rows[d].publisher for n in self._cycles if row.document in n.documents for d in n.documents)
            for other in (*linked, *circle):
                _join(parent, telling.publisher, other)
        return {name: _head(parent, name) for name in [*parent, *(t.publisher for t in tellings)]}


@cache
def _owners() -> Mapping[str, str]:
    return {label(row["outlet"]): f"owner:{label(row['owner'])}" for row in table("owners")}


def _merge_key(key: str, merged: Mapping[str, str]) -> str:
    kind, _, name = key.partition(":")
    return f"publisher:{merged.get(name, name)}" if kind == "publisher" else key


def _head(parent: dict[str, str], name: str) -> str:
    while parent.setdefault(name, name) != name:
        name = parent[name]
    return name


def _join(parent: dict[str, str], one: str, other: str) -> None:
    a, b = _head(parent, one), _head(parent, other)
    parent[max(a, b)] = min(a, b)


def _standing(group: Sequence[_Telling], slots: Sequence[Slots]) -> Standing:
    """Return what the voice has to do with the event; a publisher's own voice stands outside."""
    speakers = [t.speaker for t in group if t.sayer.fact != AUTHOR]
    if not speakers:
        return Standing.THIRD
    countries = {s.country for s in speakers if s.country is not None}
    if any(countries & s.actor_countries for s in slots):
        return Standing.DOER
    if any(countries & s.recipient_countries for s in slots):
        return Standing.DONE_TO
    parties = any(s.actor_countries or s.recipient_countries for s in slots)
    if any(s.sector in _OUTSIDE for s in speakers) or (countries and parties):
        return Standing.THIRD
    return Standing.UNKNOWN
