"""Near copies: texts that share runs of words with an earlier one.

A wire text is cut, retitled and extended by its users, so that whole-text similarity misses most reproductions; what
counts is containment, the share of the shorter text's runs that the other holds (Broder 1997, "On the resemblance and
containment of documents").
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from sayso.compare.words import RUN, Word, runs_of, words_within

ENOUGH: Final = 0.4
"""Containment from which a text counts as taken over. Of 4,009 pairs of ECB+ texts on one event 2.9 % reach it, and of
those looked at all but one were one wire's text; from .33 to .40 single sentences that agencies share appear."""
_LEAST: Final = 12  # shared runs; fewer are one sentence, which any two reports of an event may share
_HOLDERS: Final = 8  # texts that a run is kept for; what more share is a formula
_TRIED: Final = 3  # best candidates that are compared in full
_OWN_SHARE: Final = 0.5  # of a sentence's words; less than this in shared runs and it is the copier's own


@dataclass(slots=True)
class RunIndex:
    """Which earlier text holds which run. A copy adds only the runs that are its own, so copies cost no more later."""

    _holders: dict[int, list[int]] = field(default_factory=dict)
    _runs: list[frozenset[int]] = field(default_factory=list)

    def best(self, runs: frozenset[int]) -> tuple[float, int] | None:
        """Return (containment, number) of the earlier text that shares most, None if none shares enough."""
        counts: Counter[int] = Counter()
        for run in runs:
            counts.update(self._holders.get(run, ()))
        shares = [(self._containment(runs, number), -number) for number, _ in self._likely(counts)]
        share, number = max(shares, default=(0.0, 0))
        return (share, -number) if share >= ENOUGH else None

    @staticmethod
    def _likely(counts: Counter[int]) -> list[tuple[int, int]]:
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_TRIED]

    def _containment(self, runs: frozenset[int], number: int) -> float:
        shared = len(runs & self._runs[number])
        return shared / min(len(runs), len(self._runs[number])) if shared >= _LEAST else 0.0

    def add(self, runs: frozenset[int]) -> int:
        """Take in a text and return its number, counted from 0."""
        number = len(self._runs)
        self._runs.append(runs)
        for run in runs:
            holders = self._holders.setdefault(run, [])
            if len(holders) < _HOLDERS:
                holders.append(number)
        return number

    def add_own(self, runs: frozenset[int]) -> int:
        """Take in a copy, which holds only runs that no earlier text holds."""
        number = len(self._runs)
        self._runs.append(runs)
        for run in runs:
            self._holders.setdefault(run, [number])
        return number


def shared_words(words: Sequence[Word], known: AbstractSet[int]) -> list[bool]:
    """Tell for each word whether it stands in a run that is among `known`."""
    shared = [False] * len(words)
    for start, run in enumerate(runs_of(words)):
        if run in known:
            shared[start : start + RUN] = [True] * RUN
    return shared


def is_taken(words: Sequence[Word], shared: Sequence[bool], start: int, end: int) -> bool:
    """Tell whether the passage of the text from `start` to `end` stands for the greater part in shared runs."""
    first = bisect_left(words, start, key=lambda word: word.start)
    inside = shared[first : first + len(words_within(words, start, end))]
    return bool(inside) and sum(inside) >= _OWN_SHARE * len(inside)
