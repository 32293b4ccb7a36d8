"""Spun copies: the same claims in the same order in other words, names respelled, as rewriting mills put them out.

Two texts are read as lines of claims, one a sentence that says something; the longest line of claims that both make in
one order is found, and a text that follows another through its claims was written from it. Independent reports
of one event tell some of the same claims, but pick and order them differently.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final
from zlib import crc32

from sayso.compare.words import Word, content_forms, words_of, words_within
from sayso.model import Reading, Span, Statement

FOLLOWED: Final = 0.42
"""Likeness along the line of claims, over the claims of the shorter text, from which it was written from the other. In
the shipped scenario, the demo reports and `gates/retold.toml` spun copies reach .45 to .97 and independent reports at
most .39; pairs of ECB+ texts of one topic at most .34."""
LEAST_CLAIMS: Final = 4
"""Claims matched in order, at least; fewer say nothing."""
ALIKE: Final = 0.25
"""Share of the shorter claim's words that the other must hold for the two to stand beside each other in the line."""
_WORDS: Final = 4  # content words that make a claim
_CLAIMS: Final = 100  # of a text, from its start; laying two longer ones side by side would cost their product
_PAIRED: Final = 40  # words of a claim, in alphabetical order, whose pairs are indexed
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
        held = content_forms(words_within(words, sentence.start, sentence.end))
        if len(held) >= _WORDS:
            found.append(Claim(held, _speakers(reading, sentence)))
        if len(found) == _CLAIMS:
            break
    return tuple(found)


def _speakers(reading: Reading, sentence: Span) -> frozenset[str]:
    names = {actor.id: actor.name for actor in reading.actors}
    said = [s for s in reading.statements if s.within is None and any(sentence.overlaps(c) for c in s.cue)]
    return content_forms(words_of(" ".join(_name(reading, s, names) for s in said)))


def _name(reading: Reading, statement: Statement, names: dict[str, str]) -> str:
    if statement.source is None:
        return ""
    return names.get(statement.source.actor or "", statement.source.span.of(reading.document.text))


def followed(one: Sequence[Claim], other: Sequence[Claim]) -> tuple[int, float]:
    """Return how many claims the two make in one order, and their likeness summed over the claims of the shorter text.

    Of all lines of claims in one order the one with the greatest sum is taken (as in Needleman and Wunsch 1970, with
    gaps free).
    """
    best = [(0.0, 0)] * (len(other) + 1)
    for mine in one:
        previous = best[:]
        for j, theirs in enumerate(other, 1):
            alike = claim_likeness(mine, theirs)
            matched = (previous[j - 1][0] + alike, previous[j - 1][1] + 1) if alike >= ALIKE else (0.0, 0)
            best[j] = max(previous[j], best[j - 1], matched)
    shorter = min(len(one), len(other))
    total, count = best[-1]
    return count, total / shorter if shorter else 0.0


def claim_likeness(one: Claim, other: Claim) -> float:
    """Return the share of the shorter sentence's words that the other holds; half of it if other people speak.

    A speaker of one that the other sentence names at all counts as the same, for a source is easily read too short.
    """
    shared = len(one.words & other.words) / min(len(one.words), len(other.words))
    apart = one.speakers.isdisjoint(other.speakers | other.words) and other.speakers.isdisjoint(one.words)
    return shared / 2 if apart and one.speakers and other.speakers else shared


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
    hashed = (crc32(f"{a} {b}".encode()) for claim in claims for a, b in combinations(sorted(claim.words)[:_PAIRED], 2))
    return {pair for pair in hashed if pair % _SAMPLE == 0}
