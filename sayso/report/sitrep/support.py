"""How well events are supported, and numbers told differently: both always with those who say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.model import AUTHOR, Span
from sayso.model.dispute import Count, Tally, TallyState
from sayso.model.verdict import Corroboration, Side, Standing, Support
from sayso.report.phrases import clip
from sayso.report.sitrep.desk import Desk
from sayso.report.sitrep.values import Block, Evidence, Part, Sentence
from sayso.report.sitrep.wording import saying, telling

_NAMED: Final = 4  # origins named in a note; the sentences below it name them all
_REMARKS: Final = {
    Support.OPEN: "nobody commits to it",
    Support.PARTIES: "no two of them are known to stand outside the act",
    Support.CORROBORATED: "two or more of them stand outside the act",
    Support.CONTESTED: "denied, see Contested",
    Support.DENIED: "denied, see Contested",
}


def support_note(row: Corroboration) -> str:
    """Return "told by 4 outlets, 2 independent origins (A; B)" with what that is worth."""
    outlets, origins = len(row.outlets), row.origins(Side.FOR)
    told = f"told by {outlets} outlet{'' if outlets == 1 else 's'}"
    if origins:
        names = [_name(v.name, v.standing) for v in row.voices if v.side is Side.FOR]
        more = f"; {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        told += f", {origins} independent origin{'' if origins == 1 else 's'} ({'; '.join(names[:_NAMED])}{more})"
    remark = _REMARKS.get(row.support)
    return f"{told}; {remark}" if remark is not None else told


def _name(name: str, standing: Standing) -> str:
    party = standing in {Standing.DOER, Standing.DONE_TO}
    return clip(name, 60) + (", a party to it" if party else "")


def number_blocks(desk: Desk) -> Iterator[Block]:
    """Yield a block for each thing of which different numbers are told, each number with its sayer, never merged."""
    for tally in desk.tallies:
        if tally.state is TallyState.AGREED:
            continue
        sentences = (sentence for count in tally.counts for sentence in _voices(desk, count))
        yield Block(
            heading=_heading(tally), sentences=tuple(dict.fromkeys(sentences)), note=f"state: {tally.state.value}"
        )


def provenance_blocks(desk: Desk) -> Iterator[Block]:
    """Yield one block with what is odd about where texts say they are from, if anything is."""
    sentences = tuple(
        Sentence(
            parts=(Part(text=f"{note.kind.value}: {clip(note.detail, 200)}."),),
            evidence=tuple(Evidence(record=d, document=d, span=Span(0, 0)) for d in note.documents),
        )
        for note in desk.origins.notes
    )
    if sentences:
        yield Block(heading="Where texts say they are from", sentences=sentences)


def _heading(tally: Tally) -> str:
    bounds = "" if tally.low is None else f", {tally.low} to {tally.high}"
    return f"Numbers told differently: {tally.measure.value}{bounds}"


def _voices(desk: Desk, count: Count) -> Iterator[Sentence]:
    filed = desk.filed_of(count.sayer)
    if count.sayer.fact != AUTHOR:
        statement = desk.statement(count.sayer)
        if statement is not None:
            yield saying(filed, statement)
    elif count.mention is not None:
        yield telling(filed, desk.mention(count.mention))
