"""Roles: who acts and who bears, by the paths of a frame.

A path names where to look from the trigger: `subj`, `obj`, `iobj`, a preposition, `poss`, `amod` (a people or country
before a noun), `light` (subject of the verb that a noun leans on: "launched an attack"), `xcomp.r` (the recipient of
the infinitive), or a step below the object ("obj.of"). `@ent` keeps only somebody who can be dealt with, `@struct` a
thing that can be hit.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from sayso.read import clauses
from sayso.read.events.heads import Heads, is_named_state
from sayso.read.language.parse import Parse

_ENTITY: Final = frozenset({"NAMED", "PERSON", "PRON", "STATE", "GOV", "ARMED", "POLITICAL", "ORG"})
_THINGS: Final = frozenset({"STRUCTURE", "TERRITORY", "PERSON", "ARMED", "GOV"})
_EMPTY_SUBJECTS: Final = frozenset({"it", "there", "this", "that", "which", "what", "one"})
_NO_ACTOR: Final = frozenset({"ATTACKER", "NATURE", "WEAPON", "SHELLS"})
_OWNERS: Final = ("poss", "by", "amod")
_LIGHT_RELATIONS: Final = ("obj", "nsubj:pass", "obl", "nsubj")


class Roles:
    """Finds participants in one parse."""

    def __init__(self, parse: Parse, heads: Heads, lights: frozenset[str], times: frozenset[int]) -> None:
        self._parse = parse
        self._times = times
        self._heads = heads
        self._lights = lights
        self._steps: dict[str, Callable[[int], list[int]]] = {
            "subj": self._subject,
            "obj": lambda i: clauses.logical_object(parse, i) or clauses.direct(parse, i, "iobj"),
            "iobj": lambda i: clauses.direct(parse, i, "iobj"),
            "poss": lambda i: clauses.direct(parse, i, "nmod:poss"),
            "by": lambda i: clauses.agents(parse, i),
            "amod": self._modifiers,
            "compound": lambda i: clauses.direct(parse, i, "compound"),
            "light": self._light_subject,
            "from": lambda i: clauses.obliques(parse, i, "from"),
        }

    def find(self, index: int, paths: tuple[str, ...]) -> list[int]:
        """Return the heads that the first fitting path yields, conjuncts included, in text order."""
        for path in paths:
            found = [i for i in self.follow(index, path) if self._can_take_part(i, index)]
            if found:
                return sorted({c for i in found for c in clauses.conjuncts(self._parse, i)})
        return []

    def follow(self, index: int, path: str) -> list[int]:
        """Return the heads at the end of one path."""
        path, _, kind = path.partition("@")
        first, _, rest = path.partition(".")
        if first == "light" and rest:
            verb = self.light_verb(index)
            found = [] if verb is None else self._step(verb, rest)
        elif first in ("xcomp", "ccomp"):
            found = self._embedded(index, first, rest)
        else:
            found = self._step(index, first)
            if rest:
                found = [below for i in found for below in self._step(i, rest)]
        wanted = {"ent": _ENTITY, "struct": _THINGS}.get(kind)
        return [i for i in found if wanted is None or self._heads.classes(i) & wanted or self._heads.political(i)]

    def _step(self, index: int, name: str) -> list[int]:
        step = self._steps.get(name)
        return step(index) if step is not None else self._prepositional(index, name)

    def _prepositional(self, index: int, preposition: str) -> list[int]:
        """Nominal phrases with this preposition, on the word itself or, for a verb, loosely behind its object."""
        found = clauses.obliques(self._parse, index, preposition)
        if not found and preposition in ("on", "against", "at", "with", "to"):
            for below in clauses.direct(self._parse, index, "obj"):
                found += clauses.obliques(self._parse, below, preposition)
        return found

    def _subject(self, index: int) -> list[int]:
        token = self._parse.tokens[index]
        if token.upos in clauses.VERBAL:
            return clauses.logical_subject(self._parse, index)
        return clauses.grammatical_subject(self._parse, index)

    def _modifiers(self, index: int) -> list[int]:
        return [c for c in self._parse.children[index] if c < index and is_named_state(self._heads, self._parse, c)][:1]

    def _embedded(self, index: int, relation: str, rest: str) -> list[int]:
        for below in clauses.direct(self._parse, index, relation, *(("advcl",) if relation == "xcomp" else ())):
            if rest == "subj":
                return clauses.grammatical_subject(self._parse, below)
            for path in (
                "obj@ent",
                "with",
                "to",
                "for",
                "against",
                "on",
                "obj.with",
                "obj.to",
                "obj.of",
                "obj.on",
                "obj.from",
                "from",
                "obj",
            ):
                if found := self.follow(below, path):
                    return found
        return []

    def light_verb(self, index: int) -> int | None:
        """Return the verb that a noun leans on ("carried out | a raid"), None if its verb says more than that."""
        token = self._parse.tokens[index]
        if token.is_root or token.relation not in _LIGHT_RELATIONS:
            return None
        verb = self._parse.tokens[token.head]
        if verb.upos != "VERB":
            return None
        if token.relation == "obl" and verb.lemma not in ("engage", "take"):
            return None
        if token.relation == "nsubj" and not clauses.is_passive(self._parse, verb.index):
            return None
        particles = [t.lower for t in self._parse.dependents(verb.index, "compound:prt")]
        phrases = [" ".join([verb.lemma.lower(), *particles]), verb.lemma.lower()]
        return verb.index if any(p in self._lights for p in phrases) else None

    def _light_subject(self, index: int) -> list[int]:
        verb = self.light_verb(index)
        return [] if verb is None else clauses.logical_subject(self._parse, verb)

    def _can_take_part(self, index: int, trigger: int) -> bool:
        token = self._parse.tokens[index]
        if index == trigger or token.lower in _EMPTY_SUBJECTS or token.upos in ("PUNCT", "VERB", "AUX"):
            return False
        return token.relation != "obl:unmarked" and index not in self._times

    def who_acts(self, found: list[int]) -> list[int]:
        """Return those of `found` that can act; for a deed that "killed" or "hit" somebody, whose deed it was."""
        acting = [i for i in found if self._acts(i)]
        if acting:
            return acting
        return sorted({i for deed in found for i in self.find(deed, _OWNERS) if self._acts(i)})

    def _acts(self, index: int) -> bool:
        """Tell whether this can be an actor: not a weapon, a blast or a flood."""
        classes = self._heads.classes(index)
        return not classes & _NO_ACTOR or bool(classes & {"ARMED", "STATE", "PERSON"})
