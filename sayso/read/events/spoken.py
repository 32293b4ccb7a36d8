"""Spoken acts: sayings that are PLOVER acts themselves, by the kind of the statement that their cue makes.

The lexicon knows the usual verbs; a statement's kind also tells that "warned that it would close the strait" threatens
and that "laid the guilt on" accuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from sayso.model import EventType, Kind, Stance, Statement
from sayso.read.events.heads import Heads
from sayso.read.events.lexicon import frames
from sayso.read.events.triggers import Trigger
from sayso.read.language.parse import Parse

_ACTS: Final = {
    Kind.ACCUSE: (EventType.ACCUSE, "blame"),
    Kind.THREATEN: (EventType.THREATEN, "threat"),
    Kind.DEMAND: (EventType.REQUEST, "ask"),
    Kind.REQUEST: (EventType.REQUEST, "ask"),
    Kind.PROMISE: (EventType.AGREE, "to"),
    Kind.PRAISE: (EventType.SUPPORT, "about"),
}
_CUE_WORDS: Final = 8  # a cue longer than this is no cue


def find_spoken(parse: Parse, heads: Heads, statements: Sequence[Statement], taken: set[int]) -> Iterator[Trigger]:
    """Yield a trigger for each verb of a cue whose saying is an act and that no other trigger holds.

    Asks for a political or armed sayer where the document is not a security report throughout.
    """
    for statement in statements:
        act = _ACTS.get(statement.kind)
        if act is None or statement.stance is not Stance.AFFIRM or statement.source is None:
            continue
        verb = _cue_verb(parse, statement)
        source = parse.token_at(statement.source.span.start)
        if verb is None or verb in taken or source is None:
            continue
        if heads.security_report or _political(parse, heads, statement):
            taken.add(verb)
            yield Trigger(verb, (verb,), act[0], (), frames()[act[1]], "spoken")


def _cue_verb(parse: Parse, statement: Statement) -> int | None:
    """Return the last verb of a cue, None for nouns and prepositions."""
    found = None
    for span in statement.cue:
        first = parse.token_at(span.start)
        if first is None:
            continue
        for token in parse.tokens[first : first + _CUE_WORDS]:
            if token.start >= span.end:
                break
            if token.upos == "VERB":
                found = token.index
    return found


def _political(parse: Parse, heads: Heads, statement: Statement) -> bool:
    assert statement.source is not None
    span = statement.source.span
    first = parse.token_at(span.start)
    inside = parse.tokens[first : (first or 0) + 24] if first is not None else ()
    return any(heads.political(t.index) for t in inside if t.start < span.end)
