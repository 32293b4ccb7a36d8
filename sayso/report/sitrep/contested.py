"""The contested section: what some assert and others deny, what was taken back, and numbers told differently."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Factuality
from sayso.model.dispute import Conflict
from sayso.model.verdict import FactRef
from sayso.report.phrases import clip
from sayso.report.sitrep.desk import Desk
from sayso.report.sitrep.support import number_blocks
from sayso.report.sitrep.values import Block, Section, Sentence
from sayso.report.sitrep.wording import saying, telling


def contested_section(desk: Desk) -> Section:
    """Return each conflict with both sides' words, each change of position, and numbers that are told differently."""
    blocks = (*(_block(desk, conflict) for conflict in desk.conflicts), *_turn_blocks(desk), *number_blocks(desk))
    empty = "No denial and no two numbers of one thing in the reports read."
    return Section(key="contested", title="Contested", blocks=blocks, empty=empty)


def _block(desk: Desk, conflict: Conflict) -> Block:
    voices = [_voice(desk, ref) for ref in (*conflict.asserted, *conflict.denied)]
    note = "asserted, then denied" if conflict.asserted else "no assertion of it in the reports read"
    note += f"; {conflict.level.value}" if conflict.asserted else ""
    note += f"; since {conflict.since.isoformat()}" if conflict.asserted and conflict.since is not None else ""
    note += f"; withdrawn on {conflict.withdrawn.isoformat()}" if conflict.withdrawn is not None else ""
    sentences = tuple(dict.fromkeys(voice for voice in voices if voice is not None))
    return Block(heading=_heading(desk, conflict), sentences=sentences, note=note)


def _heading(desk: Desk, conflict: Conflict) -> str:
    denied = " and ".join(dict.fromkeys(_sayer(desk, ref) for ref in conflict.denied))
    if not conflict.asserted:
        return f"Denied by {denied}"
    asserted = " and ".join(dict.fromkeys(_sayer(desk, ref) for ref in conflict.asserted))
    return f"Asserted by {asserted}, denied by {denied}"


def _sayer(desk: Desk, ref: FactRef) -> str:
    filed, statement = desk.filed_of(ref), desk.statement(ref)
    document = filed.reading.document
    if statement is None:
        return clip(document.outlet or document.id, 60)
    if statement.source is None:
        return "a source not named"
    named = next((a.name for a in filed.reading.actors if a.id == statement.source.actor), None)
    return clip(named or statement.source.span.of(document.text), 60)


def _turn_blocks(desk: Desk) -> Iterator[Block]:
    for turn in desk.turns:
        voices = (_voice(desk, turn.earlier), _voice(desk, turn.later))
        yield Block(
            heading=f"Change of position: {_sayer(desk, turn.earlier)}",
            sentences=tuple(voice for voice in voices if voice is not None),
            note=f"the opposite was said on {turn.on.isoformat()}",
        )


def _voice(desk: Desk, ref: FactRef) -> Sentence | None:
    """Return what a sayer says, or the first passage of the author's own voice that commits to an event."""
    filed, statement = desk.filed_of(ref), desk.statement(ref)
    if statement is not None:
        return saying(filed, statement)
    for event in filed.reading.events:
        if event.value_for(ref.fact) not in {None, Factuality.UNCOMMITTED}:
            return telling(filed, event)
    return None
