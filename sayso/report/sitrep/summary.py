"""The summary of a situation report: at most six lines in a fixed order, each a count over the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sayso.model import EventType, Factuality, Kind
from sayso.model.verdict import Event, FactRef
from sayso.report.sitrep.desk import Desk
from sayso.report.sitrep.values import Block, Evidence, Part, Section, Sentence
from sayso.report.sitrep.wording import evidence_of

_HAPPENED: Final = {Factuality.CERTAIN, Factuality.PROBABLE}
_FORCE: Final = (EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE)
_TALKS: Final = (EventType.AGREE, EventType.CONSULT, EventType.CONCEDE, EventType.RETREAT, EventType.COOPERATE)
_PRESSURE: Final = (Kind.THREATEN, Kind.WARN, Kind.DEMAND)
_AHEAD: Final = (Kind.ANNOUNCE, Kind.PROMISE, Kind.PREDICT, Kind.FEAR)


def summary_section(desk: Desk) -> Section:
    """Return the counts that a reader wants first; a line whose count is nought is left out."""
    lines = [
        _events(desk, _FORCE, "of force (assault, coercion, mobilisation) told by somebody as having happened"),
        _denials(desk),
        _statements(desk, _PRESSURE, "threats, warnings and demands"),
        _events(desk, _TALKS, "of agreement, talks, concession or withdrawal told by somebody as having happened"),
        _statements(desk, _AHEAD, "announcements, promises, expectations and fears; saying so makes none of it happen"),
    ]
    sentences = tuple(line for line in lines if line is not None)
    blocks = (Block(heading="Counts, copies set aside", sentences=sentences),) if sentences else ()
    return Section(key="summary", title="Summary", blocks=blocks, empty="Nothing was found in the reports read.")


def _line(text: str, evidence: Sequence[Evidence]) -> Sentence | None:
    return Sentence(parts=(Part(text=text),), evidence=tuple(evidence)) if evidence else None


def _cite(desk: Desk, ref: FactRef) -> Evidence:
    filed = desk.filed_of(ref)
    return evidence_of(filed, ref.fact, desk.mention(ref).trigger[0])


def _events(desk: Desk, types: Iterable[EventType], words: str) -> Sentence | None:
    wanted = set(types)
    found = [event for event in desk.events if event.type in wanted and _happened(desk, event)]
    noun = "event" if len(found) == 1 else "events"
    return _line(f"{len(found)} {noun} {words}.", [_cite(desk, event.mentions[0]) for event in found])


def _happened(desk: Desk, event: Event) -> bool:
    return any(value in _HAPPENED for _, _, value in desk.presented(event))


def _denials(desk: Desk) -> Sentence | None:
    denied = list(dict.fromkeys(denial.denial for denial in desk.denials))
    against = {denial.denial for denial in desk.denials if denial.assertion is not None}
    evidence = []
    for ref in denied:
        statement = desk.statement(ref)
        if statement is not None and statement.cue:
            evidence.append(evidence_of(desk.filed_of(ref), ref.fact, statement.cue[0]))
    noun = "denial" if len(denied) == 1 else "denials"
    return _line(f"{len(denied)} {noun}, {len(against)} of them of what somebody else asserts.", evidence)


def _statements(desk: Desk, kinds: Iterable[Kind], words: str) -> Sentence | None:
    wanted = set(kinds)
    found = [
        evidence_of(filed, statement.id, statement.cue[0])
        for filed in desk.originals
        for statement in filed.reading.statements
        if statement.kind in wanted and statement.cue
    ]
    return _line(f"{len(found)} {words}.", found)
