"""Spun copies: the same claims in the same order in other words, names respelled, as rewriting mills put them out.

Two texts are read as lines of claims, one a sentence that says something; the longest line of claims that both make in
one order is found, and a text that follows another through most of its claims was written from it. Independent reports
of one event tell some of the same claims, but pick and order them differently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final
from zlib import crc32

from sayso.compare.words import Word, content_forms, words_of
from sayso.model import Reading, Span, Statement

FOLLOWED: Final = 0.6
"""Share of the shorter text's claims that have to be matched in order."""
LEAST_CLAIMS: Final = 4
"""Claims matched in order, at least; fewer say nothing."""
ALIKE: Final = 0.5
"""Share of the shorter claim's words that the other must hold for the two to match."""
_WORDS: Final = 4  # content words that make a claim
_HOLDERS: Final = 8
_TRIED: Final = 3
_SAMPLE: Final = 4  # one word pair in four is indexed; a spun copy shares dozens
_PAIRS: Final = 6  # pairs of words within one claim that two texts share before they are compared


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence: the forms of its content words, and of the names of those who speak in it."""

    words: frozenset[str]
    speakers: frozenset[str]


def claims_of(reading: Reading, words: Sequence[Word]) -> tuple[Claim, ...]:
    """Return the claims of a document in order, short sentences left out; `words` are those of its text."""
    found = []
    for sentence in reading.sentences:
        held = content_forms([w for w in words if sentence.start <= w.start and w.end <= sentence.end])
        if len(held) >= _WORDS:
            found.append(Claim(held, _speakers(reading, sentence)))
    return tuple(found)


def _speakers(reading: Reading, sentence: Span) -> frozenset[str]:
    names = {actor.id: actor.name for actor in reading.actors}
    said = [s for s in reading.statements if s.within is None and any(sentence.overlaps(c) for c in s.cue)]
    return frozenset(word.form for s in said for word in words_of(_name(reading, s, names)))


def _name(reading: Reading, statement: Statement, names: dict[str, str]) -> str:
    if statement.source is None:
        return ""
    return names.get(statement.source.actor or "", statement.source.span.of(reading.document.text))


def followed(one: Sequence[Claim], other: Sequence[Claim]) -> tuple[int, float]:
    """Return how many claims the two make in one order, and their share of the shorter text."""
    best = [0] * (len(other) + 1)
    for mine in one:
        previous = best[:]
        for j, theirs in enumerate(other, 1):
            best[j] = max(previous[j], best[j - 1], previous[j - 1] + same_claim(mine, theirs))
    shorter = min(len(one), len(other))
    return best[-1], best[-1] / shorter if shorter else 0.0


def same_claim(one: Claim, other: Claim) -> bool:
    """Tell whether two sentences say the same: most words of the shorter, and no other speaker."""
    shared = len(one.words & other.words) / min(len(one.words), len(other.words))
    if one.speakers and other.speakers and not one.speakers & other.speakers:
        return shared >= (1 + ALIKE) / 2
    return shared >= ALIKE


@dataclass(slots=True)
class ClaimIndex:
    """Which earlier text pairs which words in one claim."""

    _holders: dict[int, list[int]] = field(default_factory=dict)
    _claims: list[tuple[Claim, ...]] = field(default_factory=list)

    def best(self, claims: Sequence[Claim]) -> tuple[float, int, int] | None:
        """Return (share, claims followed, number) of the earlier text that `claims` follow, or None."""
        counts = Counter(number for pair in _pairs(claims) for number in self._holders.get(pair, ()))
        likely = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_TRIED]
        found = []
        for number, pairs in likely:
            if pairs >= _PAIRS:
                matched, share = followed(claims, self._claims[number])
                if matched >= LEAST_CLAIMS and share >= FOLLOWED:
                    found.append((share, matched, -number))
        if not found:
            return None
        share, matched, number = max(found)
        return share, matched, -number

    def add(self, claims: tuple[Claim, ...]) -> int:
        """Take in a text and return its number, counted from 0."""
        number = len(self._claims)
        self._claims.append(claims)
        for pair in _pairs(claims):
            holders = self._holders.setdefault(pair, [])
            if len(holders) < _HOLDERS:
                holders.append(number)
        return number


def _pairs(claims: Iterable[Claim]) -> set[int]:
    hashed = (crc32(f"{a} {b}".encode()) for claim in claims for a, b in combinations(sorted(claim.words), 2))
    return {pair for pair in hashed if pair % _SAMPLE == 0}
