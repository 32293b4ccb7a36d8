"""Families of copies: each document is laid beside all earlier ones, and taken from at most one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from zlib import crc32

from sayso.compare.near import RunIndex, is_taken, shared_words
from sayso.compare.spun import Claim, ClaimIndex, claims_of
from sayso.compare.words import RUN, Word, runs_of
from sayso.model import Reading
from sayso.model.verdict import CopyKind, CopyOf, FactRef


@dataclass(slots=True)
class Families:
    """Grows by one reading at a time, earliest first; the cost depends on the text, not on how many copies came."""

    words: Mapping[str, Sequence[Word]]
    copies: list[CopyOf] = field(default_factory=list)
    taken: set[FactRef] = field(default_factory=set)
    head: dict[str, str] = field(default_factory=dict)
    _exact: dict[int, str] = field(default_factory=dict)
    _near: RunIndex = field(default_factory=RunIndex)
    _near_ids: list[str] = field(default_factory=list)
    _spun: ClaimIndex = field(default_factory=ClaimIndex)
    _spun_ids: list[str] = field(default_factory=list)
    _family_runs: dict[str, set[int]] = field(default_factory=dict)

    def take_in(self, reading: Reading) -> None:
        """Find what a reading's document was taken from among those taken in before, then take it in."""
        name, words = reading.document.id, self.words[reading.document.id]
        whole = crc32(" ".join(w.form for w in words).encode()) if words else 0
        if words and whole in self._exact:
            self._copy(name, self._exact[whole], 1.0, CopyKind.EXACT, "the same words")
            self.taken |= all_facts(reading)
            return
        runs = frozenset(runs_of(words))
        if not self._take_near(reading, runs) and not self._take_spun(reading):
            self.head[name] = name
            self._family_runs[name] = set(runs)
            self._near.add(runs)
            self._near_ids.append(name)
        self._exact[whole] = name

    def _take_near(self, reading: Reading, runs: frozenset[int]) -> bool:
        best = self._near.best(runs)
        if best is None:
            return False
        name, original = reading.document.id, self._near_ids[best[1]]
        reason = f"{best[0]:.0%} of the shorter text's {RUN}-word runs stand in both"
        self._copy(name, original, best[0], CopyKind.NEAR, reason)
        known = self._family_runs[self.head[name]]
        self.taken |= _taken_facts(reading, self.words[name], known)
        self._near.add_own(runs)
        self._near_ids.append(name)
        known |= runs
        return True

    def _take_spun(self, reading: Reading) -> bool:
        claims = claims_of(reading, self.words[reading.document.id])
        best = self._spun.best(claims)
        if best is None:
            self._add_claims(reading.document.id, claims)
            return False
        share, matched, number = best
        reason = f"{matched} claims in the same order, in other words; likeness {share:.2f} over the shorter text"
        self._copy(reading.document.id, self._spun_ids[number], share, CopyKind.SPUN, reason)
        self.taken |= all_facts(reading)
        return True

    def _add_claims(self, name: str, claims: tuple[Claim, ...]) -> None:
        self._spun.add(claims)
        self._spun_ids.append(name)

    def _copy(self, name: str, original: str, share: float, kind: CopyKind, reason: str) -> None:
        self.head[name] = self.head[original]
        self.copies.append(CopyOf(document=name, original=original, share=round(share, 3), reason=reason, kind=kind))


def all_facts(reading: Reading) -> frozenset[FactRef]:
    """Return every statement and event mention of a reading."""
    facts = [s.id for s in reading.statements] + [e.id for e in reading.events]
    return frozenset(FactRef(reading.document.id, fact) for fact in facts)


def _taken_facts(reading: Reading, words: Sequence[Word], known: AbstractSet[int]) -> frozenset[FactRef]:
    """Return the facts whose passage stands for the greater part in words of the family."""
    shared = shared_words(words, known)
    facts = [(s.id, (*s.cue, *s.content)) for s in reading.statements] + [(e.id, e.trigger) for e in reading.events]
    sentences = [s for s in reading.sentences if is_taken(words, shared, s.start, s.end)]
    return frozenset(
        FactRef(reading.document.id, fact)
        for fact, spans in facts
        if any(sentence.overlaps(span) for sentence in sentences for span in spans)
    )
