"""Groups by average link: the two groups whose members are most alike on average are put together, best first.

Average link does not chain as single link does. Ties go by number, so the same pairs give the same groups whatever
order they came in. A pair that contradicts keeps its two groups apart for good.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(slots=True)
class Groups:
    """Groups of the numbers 0 to `size` - 1.

    `scores` holds each compared pair once, smaller number first, None for a contradiction; every other pair counts
    `strangers`. Groups are put together while their average is above `enough`.
    """

    size: int
    scores: Mapping[tuple[int, int], float | None]
    strangers: float
    enough: float
    _sums: dict[int, dict[int, tuple[float, int]]] = field(default_factory=dict)
    _apart: dict[int, set[int]] = field(default_factory=dict)
    _members: dict[int, list[int]] = field(default_factory=dict)
    _heap: list[tuple[float, int, int]] = field(default_factory=list)

    def find(self) -> list[list[int]]:
        """Return the groups, each in order, by smallest member."""
        self._begin()
        while self._heap:
            negative, one, other = heapq.heappop(self._heap)
            if one in self._members and other in self._members and -negative == self._average(one, other):
                self._merge(one, other)
        return sorted(sorted(group) for group in self._members.values())

    def _begin(self) -> None:
        self._members = {number: [number] for number in range(self.size)}
        self._sums = {number: {} for number in range(self.size)}
        self._apart = {number: set() for number in range(self.size)}
        for (one, other), score in self.scores.items():
            if score is None:
                self._apart[one].add(other)
                self._apart[other].add(one)
            else:
                self._sums[one][other] = self._sums[other][one] = (score, 1)
        for one, others in self._sums.items():
            self._push(one, (other for other in others if one < other))

    def _average(self, one: int, other: int) -> float | None:
        if other in self._apart[one] or other not in self._sums[one]:
            return None
        total, compared = self._sums[one][other]
        pairs = len(self._members[one]) * len(self._members[other])
        return (total + (pairs - compared) * self.strangers) / pairs

    def _push(self, one: int, others: Iterable[int]) -> None:
        for other in others:
            average = self._average(one, other)
            if average is not None and average > self.enough:
                heapq.heappush(self._heap, (-average, min(one, other), max(one, other)))

    def _merge(self, kept: int, gone: int) -> None:
        self._members[kept] += self._members.pop(gone)
        for other, (total, compared) in self._sums.pop(gone).items():
            del self._sums[other][gone]
            if other != kept:
                mine, count = self._sums[kept].get(other, (0.0, 0))
                self._sums[kept][other] = self._sums[other][kept] = (mine + total, count + compared)
        for other in self._apart.pop(gone):
            self._apart[other].discard(gone)
            self._apart[other].add(kept)
            self._apart[kept].add(other)
        self._push(kept, self._sums[kept])
