"""Denials beside what they deny: a statement that denies an event, and the statement elsewhere that asserts it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import AUTHOR, EventMention, Factuality, Kind, Reading, Statement
from sayso.model.verdict import Denial, Event, FactRef

_ASSERTED = {Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE}
_DENIED = {Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT}


def find_denials(readings: Sequence[Reading], events: Iterable[Event]) -> tuple[Denial, ...]:
    """Return every denial with each assertion of the same event by somebody else, or alone if nobody asserts it."""
    by_id = {reading.document.id: reading for reading in readings}
    found: list[Denial] = []
    paired: set[FactRef] = set()
    for event in events:
        denied = [ref for mention in event.mentions for ref in _sayers(by_id, mention, _DENIED)]
        asserted = [ref for mention in event.mentions for ref in _sayers(by_id, mention, _ASSERTED)]
        for ref in dict.fromkeys(denied):
            for other in dict.fromkeys(asserted):
                if other != ref and not _same_voice(by_id, ref, other):
                    paired.add(ref)
                    found.append(Denial(denial=ref, assertion=other, reason=f"same {event.type.value}, denied"))
    for reading in readings:
        for statement in reading.statements:
            ref = FactRef(reading.document.id, statement.id)
            if statement.kind is Kind.DENY and ref not in paired:
                found.append(Denial(denial=ref, assertion=None, reason="no assertion of it in the documents compared"))
    return tuple(sorted(found, key=lambda d: (d.denial, d.assertion or FactRef("", ""))))


def _sayers(readings: dict[str, Reading], mention: FactRef, wanted: set[Factuality]) -> list[FactRef]:
    """Return the statements, or the document's author, that give the mention one of the wanted values."""
    event = _event(readings, mention)
    return [FactRef(mention.document, p.source) for p in event.factuality if p.value in wanted]


def _event(readings: dict[str, Reading], mention: FactRef) -> EventMention:
    return next(e for e in readings[mention.document].events if e.id == mention.fact)


def _same_voice(readings: dict[str, Reading], one: FactRef, other: FactRef) -> bool:
    """Tell whether both refs are the same sayer, who then changes a position rather than denies another's."""
    mine, theirs = _voice(readings, one), _voice(readings, other)
    return mine is not None and mine == theirs


def _voice(readings: dict[str, Reading], ref: FactRef) -> str | None:
    reading = readings[ref.document]
    if ref.fact == AUTHOR:
        return f"outlet:{reading.document.outlet or reading.document.id}"
    statement: Statement = next(s for s in reading.statements if s.id == ref.fact)
    if statement.source is None:
        return None
    named = next((a for a in reading.actors if a.id == statement.source.actor), None)
    return (named.name if named else statement.source.span.of(reading.document.text)).casefold()
