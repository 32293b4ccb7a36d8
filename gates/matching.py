"""Statements as token sets, and the matching of found ones with gold ones.

The measures are those of the PolNeAR and Citron line of work: relaxed matching asks for half of the larger content and
the right source, exact matching for the same words in source, cue and content (punctuation at the edges left out).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

_TOKEN: Final = re.compile(r"\w+|[^\w\s]")

Ranges = Iterable[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """One statement: word tokens of its three parts, and the same with the punctuation inside for exact comparison."""

    source: frozenset[int]
    content: frozenset[int]
    exact: tuple[frozenset[int], frozenset[int], frozenset[int]]
    head: frozenset[int]


class Words:
    """The tokens of a text by character."""

    def __init__(self, text: str) -> None:
        self._at: dict[int, int] = {}
        self._words: set[int] = set()
        for number, match in enumerate(_TOKEN.finditer(text)):
            self._at |= dict.fromkeys(range(match.start(), match.end()), number)
            if match.group()[0].isalnum() or match.group()[0] == "_":
                self._words.add(number)

    def of(self, spans: Ranges) -> frozenset[int]:
        """Return the tokens that the spans touch."""
        return frozenset(self._at[c] for start, end in spans for c in range(start, end) if c in self._at)

    def only_words(self, tokens: frozenset[int]) -> frozenset[int]:
        """Leave out punctuation."""
        return tokens & self._words

    def trimmed(self, tokens: frozenset[int]) -> frozenset[int]:
        """Leave out punctuation at the edges."""
        inside = tokens & self._words
        if not inside:
            return frozenset()
        return frozenset(t for t in tokens if min(inside) <= t <= max(inside))

    def sides(self, source: Ranges, cue: Ranges, content: Ranges, head: Ranges = ()) -> Sides:
        """Return a statement as token sets."""
        parts = (self.of(source), self.of(cue), self.of(content))
        return Sides(
            source=self.only_words(parts[0]),
            content=self.only_words(parts[2]) or parts[2],
            exact=(self.trimmed(parts[0]), self.trimmed(parts[1]), self.trimmed(parts[2])),
            head=self.of(head),
        )


def alike(gold: Sides, found: Sides) -> bool:
    """Tell whether the relaxed measure counts the two as one: content and source."""
    shared = len(gold.content & found.content)
    if not shared or 2 * shared < max(len(gold.content), len(found.content)):
        return False
    if not gold.source or not found.source:
        return not gold.source and not found.source
    both = len(gold.source & found.source)
    return bool(gold.head & found.source) or (bool(both) and 4 * both >= len(gold.source) + len(found.source))


def pairs_of(gold: list[Sides], found: list[Sides]) -> dict[int, int]:
    """Return the largest one-to-one matching, gold numbers to found numbers (augmenting paths, Kuhn 1955)."""
    wanted = [[n for n, f in enumerate(found) if alike(g, f)] for g in gold]
    taken: dict[int, int] = {}
    for number in range(len(gold)):
        _place(number, wanted, taken, set())
    return {g: f for f, g in taken.items()}


def _place(number: int, wanted: list[list[int]], taken: dict[int, int], tried: set[int]) -> bool:
    for candidate in wanted[number]:
        if candidate in tried:
            continue
        tried.add(candidate)
        if candidate not in taken or _place(taken[candidate], wanted, taken, tried):
            taken[candidate] = number
            return True
    return False


def same(gold: list[Sides], found: list[Sides]) -> int:
    """Return how many statements agree exactly in all three parts, each used once."""
    rest = [f.exact for f in found]
    count = 0
    for statement in gold:
        if statement.exact in rest:
            rest.remove(statement.exact)
            count += 1
    return count


def f1(right: int, found: int, gold: int) -> float:
    """Return the F1 of counts in percent."""
    return round(200 * right / (found + gold), 2) if found + gold else 0.0


def ranges(spans: Iterable[Any]) -> list[tuple[int, int]]:
    """Return spans as plain pairs."""
    return [(span.start, span.end) for span in spans]
