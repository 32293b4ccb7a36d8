"""Same event: which mentions, over documents, tell of one happening.

Mentions are compared only with those of the same type that share a key and a stretch of time, so a new document touches
few others; what speaks for a pair is in `likeness`, how pairs become groups in `grouping`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from sayso.compare.grouping import Groups
from sayso.compare.likeness import STRANGERS, likeness
from sayso.compare.slots import Slots, slots_in
from sayso.model import Reading
from sayso.model.verdict import Event, FactRef

ENOUGH: Final = -1.0
"""Average log-odds above which groups are one event. On the train topics of ECB+ CoNLL F1 is highest here (74, where 0
gives 66); on the shipped scenario, all of one theme, 99 of 100 pairs put together are right at -1 as at 0."""
_STRETCH: Final = 7  # days of one block; a mention lies in each that its bounds touch
_STRETCHES: Final = 6
_BLOCK: Final = 48  # members of one block that a mention is compared with


def find_events(readings: Iterable[Reading]) -> tuple[Event, ...]:
    """Return the events that the readings tell of, ordered by first mention; every mention is in exactly one."""
    slots = sorted((s for reading in readings for s in slots_in(reading)), key=lambda s: s.ref)
    scores: dict[tuple[int, int], float | None] = {}
    reasons: dict[tuple[int, int], tuple[str, ...]] = {}
    for pair in _candidates(slots):
        found = likeness(slots[pair[0]], slots[pair[1]])
        scores[pair] = found[0] if found is not None else None
        reasons[pair] = found[1] if found is not None else ()
    groups = Groups(size=len(slots), scores=scores, strangers=STRANGERS, enough=ENOUGH).find()
    return tuple(_event([slots[i] for i in group], tuple(_why(group, slots, scores, reasons))) for group in groups)


def _candidates(slots: Sequence[Slots]) -> list[tuple[int, int]]:
    """Return the index pairs that share a type, a key and a stretch of time, each pair once."""
    blocks: dict[tuple[str, str, int | None], list[int]] = defaultdict(list)
    for index, mine in enumerate(slots):
        for key in _keys(mine):
            for stretch in _stretches(mine):
                blocks[mine.mention.type.value, key, stretch].append(index)
    pairs: set[tuple[int, int]] = set()
    for (kind, key, stretch), block in blocks.items():
        undated = blocks.get((kind, key, None), []) if stretch is not None else []
        pairs |= set(_neighbours(sorted({*block, *undated})))
    return sorted(pairs)


def _keys(mine: Slots) -> frozenset[str]:
    return mine.actors | mine.recipients | mine.places | mine.words | mine.actor_countries | mine.recipient_countries


def _neighbours(block: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(block):
        for other in block[place + 1 : place + 1 + _BLOCK]:
            yield one, other


def _stretches(mine: Slots) -> list[int | None]:
    first, last = mine.days.first, mine.days.last
    if first is None or last is None:
        return [None]
    begin, end = first.toordinal() // _STRETCH, (last.toordinal() + 1) // _STRETCH
    return list(range(begin, min(end, begin + _STRETCHES) + 1))


def _why(
    group: Sequence[int],
    slots: Sequence[Slots],
    scores: dict[tuple[int, int], float | None],
    reasons: dict[tuple[int, int], tuple[str, ...]],
) -> Iterator[str]:
    """Yield for each later mention of a group which earlier one is most like it, and why."""
    for place, one in enumerate(group[1:], 1):
        pairs = [(scores[other, one], other) for other in group[:place] if scores.get((other, one)) is not None]
        if pairs:
            score, other = max((score or 0.0, -other) for score, other in pairs)
            mine, theirs = slots[-other].ref, slots[one].ref
            why = ", ".join(reasons[-other, one])
            yield f"{mine.document}/{mine.fact} = {theirs.document}/{theirs.fact}: {why} ({score:+.1f})"


def _event(members: Sequence[Slots], reasons: tuple[str, ...]) -> Event:
    refs: tuple[FactRef, ...] = tuple(sorted(member.ref for member in members))
    first = refs[0]
    earliest, latest = _bounds(members)
    return Event(
        id=hashlib.sha256(f"event/{first.document}/{first.fact}".encode()).hexdigest()[:12],
        type=members[0].mention.type,
        mentions=refs,
        place=min((name for m in members for name in _place_name(m)), default=None),
        earliest=earliest,
        latest=latest,
        reasons=reasons,
    )


def _bounds(members: Sequence[Slots]) -> tuple[date | None, date | None]:
    """Return the first and last day that any mention states itself."""
    times = [m.mention.time for m in members if m.mention.time is not None]
    first = min((t.earliest for t in times if t.earliest is not None), default=None)
    return first, max((t.latest for t in times if t.latest is not None), default=None)


def _place_name(member: Slots) -> Iterator[str]:
    place = member.mention.place
    if place is not None and place.name is not None:
        yield place.name
