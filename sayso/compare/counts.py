"""Counts: numbers of people killed, wounded, driven out or sent that a document tells, each with its sayer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from sayso.compare.numerals import Numeral, Token, numerals_in, tokens_of
from sayso.compare.slots import sentence_of
from sayso.compare.speakers import voiced
from sayso.compare.support import SIDES
from sayso.model import AUTHOR, EventMention, EventType, Factuality, Reading, Span
from sayso.model.dispute import Count, Measure
from sayso.model.verdict import FactRef, Side
from sayso.resources.tables import table

_RIGHT: Final = 7  # tokens between a number and the verb behind it
_LEFT: Final = 8  # tokens between "toll" or "killed" and the number behind it
_NOUN: Final = 3
_STOPS: Final = frozenset({".", ";", ":", ",", "(", ")"})
_JOINS: Final = frozenset({"and", "while", "when", "but", "after", "before"})


def counts_in(reading: Reading) -> Iterator[Count]:
    """Yield what numbers a document tells of people, in order; numbers that a sayer denies are left out."""
    for sentence in reading.sentences:
        tokens = tokens_of(reading.document.text, sentence.start, sentence.end)
        numerals = list(numerals_in(tokens))
        taken = {place for n in numerals for place in range(n.first, n.last + 1)}
        for numeral in numerals:
            cue = _cue(tokens, numeral, taken)
            if cue is not None:
                count = _count(reading, tokens, numeral, cue)
                if count is not None:
                    yield count


def _cue(tokens: Sequence[Token], numeral: Numeral, taken: set[int]) -> tuple[Measure, int] | None:
    """Return what the number counts and the token that says so: a verb behind it, one before it, or a noun."""
    cues = _cues()
    for place in _reach(tokens, numeral.last + 1, _RIGHT, 1, taken):
        if (tokens[place].low, "right") in cues:
            return cues[tokens[place].low, "right"], place
    for place in _reach(tokens, numeral.first - 1, _LEFT, -1, taken):
        if (tokens[place].low, "left") in cues:
            return cues[tokens[place].low, "left"], place
    for place in _reach(tokens, numeral.last + 1, _NOUN, 1, taken):
        if (tokens[place].low, "noun") in cues:
            return cues[tokens[place].low, "noun"], place
    return None


def _reach(tokens: Sequence[Token], place: int, most: int, step: int, taken: set[int]) -> Iterator[int]:
    """Yield the places from `place` on that belong to the number's own clause."""
    for _ in range(most):
        if not 0 <= place < len(tokens) or place in taken or tokens[place].low in _JOINS:
            return
        if tokens[place].low in _STOPS or not tokens[place].low:
            return
        yield place
        place += step


def _count(reading: Reading, tokens: Sequence[Token], numeral: Numeral, cue: tuple[Measure, int]) -> Count | None:
    span = Span(tokens[numeral.first].start, tokens[numeral.last].end)
    word = Span(tokens[cue[1]].start, tokens[cue[1]].end)
    sayer = _sayer(reading, span)
    mention = _mention(reading, span, word) or _beside(reading, span, cue[0])
    if mention is not None and SIDES.get(mention.value_for(sayer) or Factuality.UNCOMMITTED) is Side.AGAINST:
        return None
    document = reading.document
    return Count(
        measure=cue[0],
        low=numeral.least,
        high=numeral.most,
        span=span,
        sayer=FactRef(document.id, sayer),
        mention=FactRef(document.id, mention.id) if mention is not None else None,
        told=document.published,
    )


def _sayer(reading: Reading, span: Span) -> str:
    held = [s for s in reading.statements if any(part.contains(span) for part in s.content)]
    if not held:
        return AUTHOR
    return voiced(reading, min(held, key=lambda s: (sum(map(len, s.content)), s.id))).id


def _mention(reading: Reading, span: Span, cue: Span) -> EventMention | None:
    """Return the event that the number belongs to: the one that the cue names, else one that it takes part in."""
    for event in reading.events:
        if any(part.overlaps(cue) for part in event.trigger):
            return event
    for event in reading.events:
        if any(p.span.overlaps(span) for p in (*event.recipients, *event.actors)):
            return event
    return None


def _beside(reading: Reading, span: Span, measure: Measure) -> EventMention | None:
    """Return the first event of the sort that such numbers go with in the same sentence, None if there is none."""
    wanted = EventType.MOBILIZE if measure is Measure.TROOPS else EventType.ASSAULT
    sentence = sentence_of(reading, span)
    held = [e for e in reading.events if e.type is wanted and sentence.contains(e.trigger[0])]
    return held[0] if held and measure is not Measure.DETAINED else None


@cache
def _cues() -> dict[tuple[str, str], Measure]:
    return {(row["word"], row["side"]): Measure(row["measure"]) for row in table("count_cues")}
