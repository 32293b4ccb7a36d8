"""Duties: "must" in somebody's mouth is a demand on its subject, with "or" a threat (PLOVER 2.0, REQUEST, THREATEN)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sayso.model import EventType, Kind, Statement
from sayso.read import clauses
from sayso.read.events.heads import Heads
from sayso.read.events.holders import Holders
from sayso.read.language.parse import Parse

_ASKING: Final = frozenset({Kind.SAY, Kind.CLAIM, Kind.DEMAND, Kind.ANNOUNCE, Kind.REQUEST, Kind.WARN, Kind.THREATEN})
_OWN: Final = frozenset({"i", "we", "us", "me", "it", "there", "this", "that", "one", "everyone", "nobody"})


@dataclass(frozen=True, slots=True)
class Duty:
    """A demand: the modal, who makes it and on whom (head words)."""

    modal: int
    type: EventType
    statement: Statement
    on: tuple[int, ...]


def find_duties(parse: Parse, heads: Heads, holders: Holders) -> Iterator[Duty]:
    """Yield the demands that "must" makes inside statements with a source, in text order."""
    for token in parse.tokens:
        if token.lower != "must" or clauses.base(token.relation) != "aux":
            continue
        statement = holders.innermost(token.start)
        if statement is None or statement.source is None or statement.kind not in _ASKING:
            continue
        verb = parse.tokens[token.head]
        on = [i for i in clauses.grammatical_subject(parse, verb.index) if parse.tokens[i].lower not in _OWN]
        bound = [c for i in on for c in clauses.conjuncts(parse, i) if heads.political(c)]
        if bound and not clauses.is_passive(parse, verb.index):
            yield Duty(token.index, _type(parse, verb.index), statement, tuple(sorted(bound)))


def _type(parse: Parse, verb: int) -> EventType:
    """Return THREATEN for "must leave or face ...", REQUEST otherwise."""
    joined = list(parse.dependents(verb, "conj"))
    threatens = any(t.lower == "or" for c in joined for t in parse.dependents(c.index, "cc") if c.upos == "VERB")
    return EventType.THREATEN if threatens else EventType.REQUEST
