"""Speakers: who speaks in a statement, under one key over all documents and spellings.

Keys err towards one: two spellings that may be one person get one key, for counting one speaker twice would raise a
count of independent origins, and counting two as one cannot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sayso.compare.credits import label
from sayso.compare.words import content_forms, form, words_of
from sayso.model import Actor, ActorKind, Kind, Reading, Statement
from sayso.resources.countries import find_countries
from sayso.resources.names import name_score

_SAME: Final = 0.75  # from here two whole names are likely one person's; see `sayso.resources.names.name_score`
_HELD: Final = {Kind.ANNOUNCE, Kind.BELIEVE, Kind.ASSESS, Kind.PREDICT, Kind.FEAR}
"""Kinds that, inside somebody's saying, are what he says of others' minds and plans: the voice is his."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `key` None where the text names nobody, so that the publisher answers for it."""

    key: str | None
    name: str
    country: str | None = None
    sector: str | None = None


_NOBODY: Final = Speaker(None, "a source not named")


class Speakers:
    """Knows every named speaker of the readings compared."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        """Gather the names; the order of `readings` does not matter."""
        self._persons: dict[str, list[str]] = defaultdict(list)
        persons = (a for r in readings for a in r.actors if a.kind is ActorKind.PERSON and not _is_described(a))
        names = {person.name for person in persons if not _is_indefinite(person.name)}
        for name in sorted(names, key=lambda n: (-len(n.split()), n)):
            kept = self._persons[form(name.split()[-1])]
            if not any(_same_person(name, other) for other in kept):
                kept.append(name)

    def of(self, reading: Reading, statement: Statement) -> Speaker:
        """Return whose voice a statement is, seen through what he says of others' plans and beliefs."""
        speaking = voiced(reading, statement)
        if speaking.source is None:
            return _NOBODY
        actor = next((a for a in reading.actors if a.id == speaking.source.actor), None)
        if actor is None:
            return Speaker(None, speaking.source.span.of(reading.document.text))
        if not _is_name(actor.name) or _is_indefinite(actor.name) or _is_described(actor):
            return Speaker(None, speaking.source.span.of(reading.document.text), actor.country, actor.sector)
        return Speaker(self._key(actor), actor.name, actor.country, actor.sector)

    def _key(self, actor: Actor) -> str:
        if actor.kind is ActorKind.PERSON:
            last = form(actor.name.split()[-1])
            whole = next((name for name in self._persons[last] if _same_person(actor.name, name)), actor.name)
            return f"person:{last}:{form(whole.split()[0])}"
        if actor.kind is ActorKind.OUTLET:
            return f"publisher:{label(actor.name)}"
        if actor.kind is ActorKind.COUNTRY and actor.country is not None:
            return f"country:{actor.country}"
        return f"body:{'-'.join(sorted(_bare_forms(actor.name)))}"


def voiced(reading: Reading, statement: Statement) -> Statement:
    """Return the statement whose source speaks: the nearest around `statement` that is a saying of its own."""
    by_id: Mapping[str, Statement] = {s.id: s for s in reading.statements}
    seen = {statement.id}
    while statement.kind in _HELD and (around := by_id.get(statement.within or "")) and around.id not in seen:
        statement = around
        seen.add(statement.id)
    return statement


def _same_person(one: str, other: str) -> bool:
    """Tell whether two names may be one person's; a last name alone may be anybody's who bears it."""
    return len(one.split()) == 1 or len(other.split()) == 1 or name_score(one, other) >= _SAME


def _is_described(actor: Actor) -> bool:
    """Tell whether a person goes by a description ("the analyst", "The captain")."""
    first = actor.name.split(maxsplit=1)[0] if actor.name.split() else ""
    return actor.kind is ActorKind.PERSON and (not first[:1].isupper() or first == "The")


def _is_indefinite(name: str) -> bool:
    """Tell whether a name is of somebody new ("A spokesman for the ministry", "An earlier version of this report")."""
    return name.casefold().startswith(("a ", "an "))


def _is_name(name: str) -> bool:
    """Tell whether a name is one and no description ("officials", "The captain")."""
    return any(word[:1].isupper() for word in name.removeprefix("The ").removeprefix("the ").split())


def _bare_forms(name: str) -> frozenset[str]:
    """Return the forms of a body's name without words for a country, so that "the Russian" may be left out."""
    everything = content_forms(words_of(name))
    bare = everything - {w.form for m in find_countries(name) for w in words_of(name[m.start : m.end])}
    return bare or everything
