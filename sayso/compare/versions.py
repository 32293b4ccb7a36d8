"""Versions: what changed between two readings of one document, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz.fuzz import ratio

from sayso.compare.counts import counts_in
from sayso.compare.words import content_forms, words_of
from sayso.model import Factuality, Kind, Reading, Stance, Statement
from sayso.model.dispute import Change, ChangeKind, Count
from sayso.model.verdict import FactRef

_SAME_CONTENT: Final = 0.5  # of the shorter content's words; a claim that keeps fewer is another claim
_WEIGHT: Final = {
    Kind.CONFIRM: 3,
    Kind.ANNOUNCE: 3,
    Kind.SAY: 2,
    Kind.REPORT: 2,
    Kind.ACCUSE: 2,
    Kind.CLAIM: 1,
    Kind.ASSESS: 1,
    Kind.BELIEVE: 1,
    Kind.PREDICT: 1,
    Kind.FEAR: 0,
}
"""How firmly kinds that tell the same thing tell it; kinds that do another thing (ask, demand) are not compared."""
_FIRMNESS: Final = {Factuality.CERTAIN: 3, Factuality.PROBABLE: 2, Factuality.POSSIBLE: 1}


def changes(old: Reading, new: Reading) -> tuple[Change, ...]:
    """Return what the later version of a document tells otherwise: one row a claim, in order of the later text.

    Claims are matched by the words of their contents, best matches first; those without a partner were withdrawn or
    added. A claim that is matched may be softened or firmer, tell another number, or have another source.
    """
    before, after = _claims(old), _claims(new)
    pairs = _pairs(before, after)
    rows = [row for a, b in pairs for row in _differences(a, b)]
    kept, left = {a.ref for a, _ in pairs}, {b.ref for _, b in pairs}
    rows += [Change(kind=ChangeKind.WITHDRAWN, old=a.ref, new=None) for a in before if a.ref not in kept]
    rows += [Change(kind=ChangeKind.ADDED, old=None, new=b.ref) for b in after if b.ref not in left]
    order = {b.ref: number for number, b in enumerate(after)}
    return tuple(sorted(rows, key=lambda r: (order[r.new] if r.new else -1, r.kind, str(r.old))))


@dataclass(frozen=True, slots=True)
class _Claim:
    """A statement with what is compared of it."""

    ref: FactRef
    statement: Statement
    content: str
    forms: frozenset[str]
    source: str
    numbers: tuple[tuple[Count, str], ...]
    firmness: int


def _claims(reading: Reading) -> list[_Claim]:
    counts = list(counts_in(reading))
    return [_claim(reading, s, counts) for s in reading.statements if s.within is None and s.content]


def _claim(reading: Reading, statement: Statement, counts: Sequence[Count]) -> _Claim:
    text = reading.document.text
    content = " ".join(span.of(text) for span in statement.content)
    inside = [c for c in counts if any(part.contains(c.span) for part in statement.content)]
    return _Claim(
        ref=FactRef(reading.document.id, statement.id),
        statement=statement,
        content=content,
        forms=content_forms(words_of(content)),
        source=_source(reading, statement),
        numbers=tuple((count, count.span.of(text)) for count in inside),
        firmness=_firmness(reading, statement),
    )


def _source(reading: Reading, statement: Statement) -> str:
    if statement.source is None:
        return ""
    actor = next((actor.name for actor in reading.actors if actor.id == statement.source.actor), "")
    return actor or statement.source.span.of(reading.document.text)


def _firmness(reading: Reading, statement: Statement) -> int:
    """Return how firmly a claim is told: by its kind, and by how sure it is of the events in it."""
    held = [e.value_for(statement.id) for e in reading.events if e.id in statement.events]
    sure = max((_FIRMNESS.get(value, 0) for value in held if value is not None), default=0)
    return 4 * _WEIGHT.get(statement.kind, 2) + sure


def _pairs(before: Sequence[_Claim], after: Sequence[_Claim]) -> list[tuple[_Claim, _Claim]]:
    """Match claims one to one, best first; ties go by order in the text."""
    ranked = sorted(
        (-_alike(a, b), abs(i - j), i, j)
        for i, a in enumerate(before)
        for j, b in enumerate(after)
        if a.forms & b.forms
    )
    used_before: set[int] = set()
    used_after: set[int] = set()
    pairs = []
    for negative, _, i, j in ranked:
        if -negative >= _SAME_CONTENT and i not in used_before and j not in used_after:
            used_before.add(i)
            used_after.add(j)
            pairs.append((before[i], after[j]))
    return pairs


def _alike(a: _Claim, b: _Claim) -> float:
    """Return the share of the shorter content's words that the other holds, with a little for the order of words."""
    return len(a.forms & b.forms) / min(len(a.forms), len(b.forms)) + ratio(a.content, b.content) / 1000


def _differences(a: _Claim, b: _Claim) -> Iterator[Change]:
    kinds = f"{a.statement.kind.value} became {b.statement.kind.value}"
    if a.source != b.source and not content_forms(words_of(a.source)) & content_forms(words_of(b.source)):
        detail = f"“{a.source or 'nobody named'}” became “{b.source or 'nobody named'}”"
        yield Change(kind=ChangeKind.ATTRIBUTION, old=a.ref, new=b.ref, detail=detail)
    numbers = _other_numbers(a, b)
    if numbers:
        yield Change(kind=ChangeKind.NUMBER, old=a.ref, new=b.ref, detail=numbers)
    if _denies(a.statement) != _denies(b.statement):
        yield Change(kind=ChangeKind.REVERSED, old=a.ref, new=b.ref, detail=kinds)
    elif a.firmness != b.firmness:
        kind = ChangeKind.SOFTENED if b.firmness < a.firmness else ChangeKind.FIRMER
        yield Change(kind=kind, old=a.ref, new=b.ref, detail=kinds)


def _denies(statement: Statement) -> bool:
    return statement.kind is Kind.DENY or statement.stance is Stance.DENY


def _other_numbers(a: _Claim, b: _Claim) -> str:
    """Return what numbers of one measure differ, in the texts' words; empty if none does."""
    changed = [
        f"{mine.measure.value}: {words} became {others}"
        for mine, words in a.numbers
        for theirs, others in b.numbers
        if mine.measure is theirs.measure and (mine.low, mine.high) != (theirs.low, theirs.high)
    ]
    return ", ".join(changed)
