"""Tallies: numbers told of one thing, side by side with their sayers, never made into one number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sayso.compare.counts import counts_in
from sayso.compare.grouping import Groups
from sayso.compare.likeness import STRANGERS, likeness
from sayso.compare.slots import Slots, slots_in
from sayso.model import Reading
from sayso.model.dispute import Count, Measure, Tally, TallyState
from sayso.model.verdict import Event, FactRef

_SAME_MEASURE: Final = 1.6
"""What it adds to the log-odds of two mentions that a number of the same sort is told for both; set by hand, between
the weights of a shared mode and a shared trigger."""
_BESIDE: Final = 48  # counts of one measure that a count is compared with, in order of telling


def find_tallies(readings: Sequence[Reading], events: Iterable[Event]) -> tuple[Tally, ...]:
    """Return the numbers told of each thing, by measure; one number told once makes a tally of its own.

    Two numbers are of one thing if their mentions are one event or nearly; two that one document tells side by side
    are of two things.
    """
    slots = {s.ref: s for reading in readings for s in slots_in(reading)}
    home = {ref: event.id for event in events for ref in event.mentions}
    by_measure: dict[Measure, list[Count]] = defaultdict(list)
    for reading in readings:
        for count in counts_in(reading):
            by_measure[count.measure].append(count)
    found = []
    for measure in sorted(by_measure):
        counts = sorted(by_measure[measure], key=_order)
        scores = dict(_scores(counts, slots, home))
        groups = Groups(size=len(counts), scores=scores, strangers=STRANGERS, enough=0.0).find()
        found += [_tally([counts[i] for i in group], home) for group in groups]
    return tuple(found)


def _order(count: Count) -> tuple[str, FactRef, int]:
    return str(count.told or "~"), count.sayer, count.span.start


def _scores(
    counts: Sequence[Count], slots: dict[FactRef, Slots], home: dict[FactRef, str]
) -> Iterator[tuple[tuple[int, int], float | None]]:
    for one, mine in enumerate(counts):
        for other in range(one + 1, min(len(counts), one + 1 + _BESIDE)):
            theirs = counts[other]
            if mine.mention is not None and theirs.mention is not None:
                yield (one, other), _score(mine, theirs, slots[mine.mention], slots[theirs.mention], home)


def _score(mine: Count, theirs: Count, one: Slots, other: Slots, home: dict[FactRef, str]) -> float | None:
    if one.ref.document == other.ref.document and (mine.low, mine.high) != (theirs.low, theirs.high):
        return None
    if home.get(one.ref) == home.get(other.ref) is not None:
        return _SAME_MEASURE
    alike = likeness(one, other) if one.mention.type is other.mention.type else None
    return alike[0] + _SAME_MEASURE if alike is not None else None


def _tally(counts: Sequence[Count], home: dict[FactRef, str]) -> Tally:
    events = sorted({home[c.mention] for c in counts if c.mention in home})
    return Tally(
        measure=counts[0].measure, counts=tuple(counts), state=state_of(counts), event=events[0] if events else None
    )


def state_of(counts: Sequence[Count]) -> TallyState:
    """Return how far numbers, in order of telling, agree: see `TallyState`.

    Resolved if all told on the last day agree where earlier ones did not, narrowed if they are closer than all were.
    """
    if len({(c.low, c.high) for c in counts}) < 2:
        return TallyState.AGREED
    days = {c.told for c in counts}
    if None in days or len(days) < 2:
        return TallyState.OPEN
    latest = [c for c in counts if c.told == max(day for day in days if day is not None)]
    if len(latest) > 1 and len({(c.low, c.high) for c in latest}) == 1:
        return TallyState.RESOLVED
    return TallyState.NARROWED if len(latest) > 1 and _width(latest) < _width(counts) else TallyState.OPEN


def _width(counts: Iterable[Count]) -> int:
    told = [n for c in counts for n in (c.low, c.high) if n is not None]
    return max(told, default=0) - min(told, default=0)
