"""Marks over a text: which parts of a reading cover each stretch of characters, flattened for display.

Spans nest and overlap (a claim inside a claim); a display needs a run of segments that do not. Each segment knows
all marks that cover it, outermost first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Reading, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A part of a record over a span: `record` is its id, `part` source, cue, content, trigger, place or time."""

    span: Span
    record: str
    part: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under one set of marks."""

    span: Span
    marks: tuple[Mark, ...]

    @property
    def parts(self) -> frozenset[str]:
        """Return the names of the parts that cover the stretch."""
        return frozenset(mark.part for mark in self.marks)

    @property
    def records(self) -> tuple[str, ...]:
        """Return the ids of the records that cover the stretch, outermost first, each once."""
        return tuple(dict.fromkeys(mark.record for mark in self.marks))


def marks_of(reading: Reading) -> Iterator[Mark]:
    """Yield every mark of a reading's statements and events."""
    for statement in reading.statements:
        for part, spans in (("content", statement.content), ("cue", statement.cue)):
            yield from (Mark(span, statement.id, part) for span in spans)
        if statement.source is not None:
            yield Mark(statement.source.span, statement.id, "source")
        yield from (Mark(via.span, statement.id, "via") for via in statement.via)
    for event in reading.events:
        yield from (Mark(span, event.id, "trigger") for span in event.trigger)


def lines(text: str, marks: Iterable[Mark]) -> Iterator[list[Segment]]:
    """Yield the segments of each line of `text` that is not blank, without unmarked space before its first word."""
    breaks = (cut for i, letter in enumerate(text) if letter == "\n" for cut in (i, i + 1))
    line: list[Segment] = []
    for segment in segments(Span(0, len(text)), marks, cuts=breaks):
        if segment.span.of(text) == "\n":
            if line:
                yield line
            line = []
        elif line or segment.marks or segment.span.of(text).strip():
            line.append(segment)
    if line:
        yield line


def segments(span: Span, marks: Iterable[Mark], *, cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """Cut `span` wherever a mark begins or ends and at `cuts`; each piece has its marks, longest first."""
    within = [mark for mark in marks if mark.span.overlaps(span) and len(mark.span)]
    edges = {span.start, span.end, *cuts}
    for mark in within:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    opening = sorted(within, key=lambda mark: mark.span.start)
    active: list[Mark] = []
    waiting = 0
    for start, end in pairwise(sorted(edges)):
        while waiting < len(opening) and opening[waiting].span.start <= start:
            active.append(opening[waiting])
            waiting += 1
        active = [mark for mark in active if mark.span.end > start]
        chosen = sorted(active, key=lambda m: (-len(m.span), m.record, m.part))
        yield Segment(Span(start, end), tuple(chosen))
