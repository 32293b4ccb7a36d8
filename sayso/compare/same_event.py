"""Same event: which mentions, over documents, tell of one happening.

Mentions are compared only with those of the same type that share a key; two are the same if their slots agree often
enough and contradict each other nowhere. Groups are the connected parts of that graph, so arrival order does not
matter.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.compare.slots import Slots, near_in_time, slots_of
from sayso.model import Reading
from sayso.model.verdict import Event, FactRef


def find_events(readings: Iterable[Reading]) -> tuple[Event, ...]:
    """Return the events that the readings tell of, ordered by first mention; every mention is in exactly one."""
    slots = [slots_of(reading, mention) for reading in readings for mention in reading.events]
    slots.sort(key=lambda s: s.ref)
    parent = list(range(len(slots)))
    reasons: dict[int, list[str]] = defaultdict(list)
    for i, j in _candidates(slots):
        reason = agreement(slots[i], slots[j])
        if reason is not None:
            _join(parent, i, j)
            reasons[i].append(
                f"{slots[i].ref.document}/{slots[i].ref.fact} = {slots[j].ref.document}/{slots[j].ref.fact}: {reason}"
            )
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(slots)):
        groups[_root(parent, i)].append(i)
    return tuple(
        _event([slots[i] for i in members], tuple(r for i in members for r in reasons[i]))
        for members in groups.values()
    )


def _candidates(slots: Sequence[Slots]) -> Iterable[tuple[int, int]]:
    """Yield the index pairs that share a type and a key, each pair once."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    for index, mine in enumerate(slots):
        for key in mine.actors | mine.recipients | mine.places:
            block = blocks[mine.mention.type.value, key]
            pairs |= {(other, index) for other in block}
            block.append(index)
    return sorted(pairs)


def agreement(one: Slots, other: Slots) -> str | None:
    """Return why the two mentions are the same event, None if they are not.

    Two slots out of actor, recipient and place must agree; a slot that both fill must not disagree, except that one may
    name the actor where the other is silent. Within one document the trigger words must agree as well.
    """
    if not near_in_time(one, other):
        return None
    agreed = []
    for name, mine, theirs in (
        ("actor", one.actors, other.actors),
        ("recipient", one.recipients, other.recipients),
        ("place", one.places, other.places),
    ):
        if mine and theirs:
            if not mine & theirs:
                return None
            agreed.append(name)
    if one.words & other.words:
        agreed.append("word")
    if len(agreed) < 2 or agreed == ["actor", "word"]:
        return None
    if one.ref.document == other.ref.document and "word" not in agreed:
        return None
    return "same " + ", ".join(agreed)


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _join(parent: list[int], i: int, j: int) -> None:
    a, b = _root(parent, i), _root(parent, j)
    parent[max(a, b)] = min(a, b)


def _event(members: Sequence[Slots], reasons: tuple[str, ...]) -> Event:
    refs: tuple[FactRef, ...] = tuple(sorted(member.ref for member in members))
    timed = [m for m in members if m.mention.time is not None and m.mention.time.earliest is not None]
    places = sorted(p for m in members for p in m.places)
    first = refs[0]
    return Event(
        id=hashlib.sha256(f"event/{first.document}/{first.fact}".encode()).hexdigest()[:12],
        type=members[0].mention.type,
        mentions=refs,
        place=places[0] if places else None,
        earliest=min((m.earliest for m in timed if m.earliest), default=None),
        latest=max((m.latest for m in timed if m.latest), default=None),
        reasons=reasons,
    )
