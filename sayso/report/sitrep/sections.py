"""The sections of a situation report, each a function from the desk to blocks of sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from sayso.model import Factuality, Kind, Span, Statement
from sayso.model.plover import CLASSES
from sayso.model.verdict import Event, FactRef, Side
from sayso.report.phrases import clip, name_of, when_of
from sayso.report.sitrep.desk import Desk
from sayso.report.sitrep.support import provenance_blocks, support_note
from sayso.report.sitrep.values import Block, Evidence, Filed, Part, Section, Sentence
from sayso.report.sitrep.wording import evidence_of, saying, telling

_SURE: Final = {Factuality.CERTAIN, Factuality.PROBABLE, Factuality.POSSIBLE}
_DENIED: Final = {Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT, Factuality.POSSIBLY_NOT}
_MATERIAL: Final = {kind for kind, row in CLASSES.items() if row.quad in {"MX", "MC"}}
_AHEAD: Final = (Kind.THREATEN, Kind.WARN, Kind.DEMAND, Kind.PROMISE, Kind.ANNOUNCE, Kind.PREDICT, Kind.FEAR)
_VALUE_WORDS: Final = {
    Factuality.CERTAIN: "as having happened",
    Factuality.PROBABLE: "as probable",
    Factuality.POSSIBLE: "as possible",
    Factuality.CERTAINLY_NOT: "as not having happened",
    Factuality.PROBABLY_NOT: "as probably not",
    Factuality.POSSIBLY_NOT: "as possibly not",
    Factuality.CERTAIN_UNKNOWN: "as open",
}


def events_section(desk: Desk) -> Section:
    """Return material events that somebody presents as happened, likely or possible; most origins first."""
    told = [event for event in desk.events if event.type in _MATERIAL and _values(desk, event) & _SURE]
    told.sort(key=lambda e: (-desk.corroboration[e.id].origins(Side.FOR), CLASSES[e.type].score, str(e.earliest), e.id))
    return Section(
        key="events",
        title="Events, as told",
        blocks=tuple(_event_block(desk, event) for event in told),
        empty="No material event was told in the reports read.",
    )


def _values(desk: Desk, event: Event) -> set[Factuality]:
    return {value for _, _, value in desk.presented(event)}


def _event_block(desk: Desk, event: Event) -> Block:
    sentences = list(_tellings(desk, event))
    return Block(
        heading=_event_heading(desk, event), sentences=tuple(sentences), note=support_note(desk.corroboration[event.id])
    )


def _event_heading(desk: Desk, event: Event) -> str:
    mentions = [(desk.filed_of(ref), desk.mention(ref)) for ref in event.mentions]
    filed, best = max(
        mentions, key=lambda m: (bool(m[1].actors) + bool(m[1].recipients), -len(m[0].reading.document.id))
    )
    text = filed.reading.document.text
    who = " and ".join(clip(p.span.of(text), 60) for p in best.actors) or "actor not stated"
    whom = " and ".join(clip(p.span.of(text), 60) for p in best.recipients)
    modes = ", ".join(dict.fromkeys(mode for _, mention in mentions for mode in mention.modes))
    place = next((name_of(m.place, f.reading.document.text) for f, m in mentions if m.place is not None), None)
    day = next((when for _, m in mentions if (when := when_of(m.time)) is not None), None) or _told(desk, event)
    parts = [event.type.value + (f" ({modes})" if modes else ""), who + (f" → {whom}" if whom else ""), place, day]
    return " · ".join(part for part in parts if part)


def _told(desk: Desk, event: Event) -> str:
    """Return when the event was told, where nobody states its day."""
    days = {day.isoformat() for ref in event.mentions if (day := desk.filed_of(ref).reading.document.published)}
    return f"day not stated, told {min(days)}" if days else "day not stated"


def _tellings(desk: Desk, event: Event) -> Iterator[Sentence]:
    """Yield one sentence a sayer, in order of documents; a sayer who says it twice in one report is heard once."""
    seen: set[FactRef] = set()
    for mention, sayer, value in desk.presented(event):
        if sayer in seen or value in _DENIED:
            continue
        seen.add(sayer)
        filed = desk.filed_of(sayer)
        statement = desk.statement(sayer)
        sentence = saying(filed, statement) if statement is not None else telling(filed, desk.mention(mention))
        if value in _VALUE_WORDS and value is not Factuality.CERTAIN:
            sentence = _with_value(sentence, value)
        yield sentence


def _with_value(sentence: Sentence, value: Factuality) -> Sentence:
    return Sentence(
        parts=(*sentence.parts, Part(text=f" Presented {_VALUE_WORDS[value]}.")), evidence=sentence.evidence
    )


def parties_section(desk: Desk) -> Section:
    """Return what each named speaker said, speakers with most statements first."""
    speakers: dict[str, list[tuple[Filed, Statement]]] = defaultdict(list)
    for filed in desk.originals:
        names = {actor.id: actor.name for actor in filed.reading.actors}
        for statement in filed.reading.statements:
            if statement.source is not None and statement.source.actor in names and statement.content:
                speakers[names[statement.source.actor]].append((filed, statement))
    ordered = sorted(speakers.items(), key=lambda item: (-len(item[1]), item[0]))
    blocks = tuple(
        Block(heading=clip(name, 80), sentences=tuple(saying(f, s) for f, s in said)) for name, said in ordered
    )
    return Section(
        key="parties", title="Statements by party", blocks=blocks, empty="No named speaker in the reports read."
    )


def ahead_section(desk: Desk) -> Section:
    """Return what is announced, threatened, promised, expected or feared; what of it happened is told elsewhere."""
    groups: dict[Kind, list[Sentence]] = defaultdict(list)
    for filed in desk.originals:
        for statement in filed.reading.statements:
            if statement.kind in _AHEAD and statement.content:
                groups[statement.kind].append(saying(filed, statement))
    blocks = tuple(Block(heading=kind.value, sentences=tuple(groups[kind])) for kind in _AHEAD if groups[kind])
    return Section(
        key="ahead",
        title="Announced, threatened, expected, feared",
        blocks=blocks,
        empty="Nothing in the reports read.",
    )


def places_section(desk: Desk) -> Section:
    """Return the places that events were told of, each with its precision and the passages that name it."""
    named: dict[str, list[Evidence]] = defaultdict(list)
    for filed in desk.originals:
        for event in filed.reading.events:
            if event.place is not None:
                name = name_of(event.place, filed.reading.document.text)
                named[name].append(evidence_of(filed, event.id, event.place.span))
    blocks = []
    for name, evidence in sorted(named.items(), key=lambda item: (-len(item[1]), item[0])):
        count = len(evidence)
        text = f"{count} event mention{'s' if count > 1 else ''}."
        blocks.append(Block(heading=name, sentences=(Sentence(parts=(Part(text=text),), evidence=tuple(evidence)),)))
    return Section(key="places", title="Places", blocks=tuple(blocks), empty="No event was told with a place.")


def problems_section(desk: Desk) -> Section:
    """Return what a careful reader would notice about the texts, by document."""
    blocks = []
    for filed in desk.originals:
        document = filed.reading.document
        sentences = tuple(
            Sentence(
                parts=(Part(text=f"{problem.kind.value}: {clip(problem.detail, 200)}."),),
                evidence=(Evidence(record=document.id, document=document.id, span=problem.span or Span(0, 0)),),
            )
            for problem in filed.reading.problems
        )
        if sentences:
            blocks.append(Block(heading=clip(document.title or document.id, 80), sentences=sentences))
    blocks += provenance_blocks(desk)
    return Section(key="problems", title="Problems in the texts", blocks=tuple(blocks), empty="None was noticed.")
