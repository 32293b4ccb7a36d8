"""Descriptions to entities: "the Belarusian president", "the minister", "Ukrainian troops", "the country"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from sayso.model import ActorKind, Role, Span
from sayso.read.actors.entity import Entity
from sayso.read.actors.roles import RoleWord, role_at
from sayso.read.actors.scene import Scene, phrase_tokens
from sayso.read.clauses import base, noun_phrase
from sayso.read.language.parse import Parse, Token
from sayso.resources.tables import table

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those"})
_LONGEST_TITLE: Final = 4
"""Nouns in a row between a title and its bearer ("chairman of the committee of the council of N, P")."""
_NAMING: Final = frozenset({"call", "know", "name", "style", "sign", "dub", "give", "identify"})
_POLITY: Final = frozenset({"country", "nation", "state", "republic", "homeland"})
_BROAD: Final = frozenset({"leader", "head", "official", "politician", "figure", "chief", "representative", "boss"})
"""Words that fit anybody in office; they match by country alone."""
_BODIES: Final = (ActorKind.ORGANISATION, ActorKind.OUTLET)
_ENDINGS: Final = tuple(row["word"] for row in table("descriptions") if row["class"] == "ending")
_ABSTRACT: Final = tuple(row["word"] for row in table("descriptions") if row["class"] == "abstract")
_MUTE: Final = frozenset(row["word"] for row in table("descriptions") if row["class"] == "mute")
_BROAD_BODIES: Final = {
    row["word"]: frozenset(None if code == "-" else code for code in row["value"].split(","))
    for row in table("descriptions")
    if row["class"] == "broad"
}
_KINDS: Final = {"person": ActorKind.PERSON, "organisation": ActorKind.ORGANISATION, "group": ActorKind.GROUP}


@dataclass(slots=True)
class Memory:
    """What was mentioned so far, most recent last, as the reader goes through the text."""

    people: list[Entity] = field(default_factory=list)
    bodies: list[Entity] = field(default_factory=list)
    countries: list[Entity] = field(default_factory=list)
    topic: Entity | None = None
    described: dict[tuple[str, str], Entity] = field(default_factory=dict)
    depth: int = 40

    def note(self, entity: Entity, *, topical: bool = False) -> None:
        """Move an entity to the end of its list; `topical`: it is the subject of a main clause."""
        if topical and entity.kind is ActorKind.COUNTRY:
            self.topic = entity
        shelf = self._shelf(entity)
        if entity in shelf:
            shelf.remove(entity)
        shelf.append(entity)
        if len(shelf) > self.depth:
            del shelf[0]

    def _shelf(self, entity: Entity) -> list[Entity]:
        if entity.kind is ActorKind.PERSON:
            return self.people
        return self.countries if entity.kind is ActorKind.COUNTRY else self.bodies


def describe(scene: Scene, memory: Memory, token: Token, *, speaks: bool = False) -> Entity | None:
    """Return the entity that the description headed by `token` stands for, entering it; None if it is none."""
    if speaks and token.upos in ("NUM", "PRON", "DET", "ADJ"):
        return _part_of(scene, token)
    if token.upos not in ("NOUN", "PROPN") or token.index in scene.by_head:
        return None
    bearer = _bearer(scene, token)
    if bearer is not None:
        return scene.add(bearer, token.index, noun_phrase(scene.parse, token.index))
    if _is_title(scene, token):
        return None
    called = _called(scene, token)
    if called is not None:
        return scene.add(called, token.index, noun_phrase(scene.parse, token.index))
    if token.lower in _POLITY:
        return _polity(scene, memory, token)
    found = role_at(scene.parse, token.index)
    if found is None:
        found = _speaker(token) if speaks else None
    if found is None:
        return None
    role, first = found
    country = _country(scene, token.index)
    entity = _known(scene, memory, token, role, country) or _new(scene, memory, token, found, country)
    scene.add(entity, token.index, noun_phrase(scene.parse, token.index))
    if country is not None:
        entity.learn(country=country[0], where=country[1])
    entity.learn(sector=role.sector, where=scene.parse.span(first, token.index))
    return entity


def _speaker(token: Token) -> tuple[RoleWord, int] | None:
    """Return a role for somebody who speaks and whom no list knows: "a skipper", "the museum", "exiles"."""
    word = token.lemma.lower()
    if token.upos != "NOUN" or word in _MUTE or word.endswith(_ABSTRACT):
        return None
    if token.xpos in ("NNS", "NNPS"):
        return RoleWord(word, "group", None, None), token.index
    heads = "person" if word.endswith(_ENDINGS) else "organisation"
    return RoleWord(word, heads, None, None), token.index


def _is_title(scene: Scene, token: Token) -> bool:
    """Tell whether the noun stands beside a name that it belongs to, or is no noun phrase of its own."""
    relation = base(token.relation)
    if relation in ("compound", "flat", "amod", "case", "fixed", "det") or token.relation == "nmod:desc":
        return True
    if relation == "appos" and token.head in scene.by_head and scene.by_head[token.head].kind is ActorKind.PERSON:
        return True
    if relation == "conj" and _is_second_title(scene, token):
        return True
    return any(scene.parse.dependents(token.index, "cop"))


def _bearer(scene: Scene, token: Token) -> Entity | None:
    """Return the person whose name stands behind the title that heads the phrase ("the chairman of N, P")."""
    found = role_at(scene.parse, token.index)
    if found is not None and found[0].heads != "person":
        return None
    holder: int | None = token.index
    for _ in range(_LONGEST_TITLE if found is not None else 1):
        if holder is None:
            return None
        for beside in scene.parse.dependents(holder, "appos", "flat"):
            entity = scene.by_head.get(beside.index)
            if entity is not None and entity.kind is ActorKind.PERSON:
                return entity
        holder = next((t.index for t in scene.parse.dependents(holder, "nmod") if t.index > holder), None)
    return None


def _called(scene: Scene, token: Token) -> Entity | None:
    """Return whom a noun names behind itself: "a man known as N", "a gang calling itself N"."""
    for clause in scene.parse.dependents(token.index, "acl"):
        if clause.lemma.lower() not in _NAMING:
            continue
        for named in scene.parse.dependents(clause.index, "obj", "xcomp", "obl", "advcl"):
            entity = scene.by_head.get(named.index)
            if entity is not None and entity.named and named.index > clause.index:
                return entity
    return None


def _part_of(scene: Scene, token: Token) -> Entity | None:
    """Return somebody who speaks as one or some of a known group ("one of them", "some of its officials")."""
    whole = next(
        (scene.by_head.get(t.index) for t in scene.parse.dependents(token.index, "nmod") if t.index > token.index), None
    )
    if whole is None:
        return None
    if token.lower not in ("one", "another", "neither", "each"):
        return scene.add(whole, token.index, noun_phrase(scene.parse, token.index))
    span = noun_phrase(scene.parse, token.index)
    entity = Entity(" ".join(span.of(scene.parse.text).split()), ActorKind.PERSON, named=False)
    for place in whole.evidence:
        entity.learn(country=whole.country, sector=whole.sector, where=place)
    return scene.add(entity, token.index, span)


def _is_second_title(scene: Scene, token: Token) -> bool:
    """Tell whether a joined noun is one more title of the same person ("an analyst and scholar")."""
    person = scene.by_head.get(token.head)
    if person is None or person.kind is not ActorKind.PERSON or any(scene.parse.dependents(token.index, "det")):
        return False
    return any(t.index < token.index for t in scene.parse.dependents(token.head, "appos"))


def _country(scene: Scene, head: int) -> tuple[str, Span] | None:
    found = scene.country_near(head)
    if found is not None:
        return found
    for owner in scene.parse.dependents(head, "nmod"):
        entity = scene.by_head.get(owner.index)
        if owner.relation == "nmod:poss" and entity is not None and entity.country is not None:
            return entity.country, Span(owner.start, owner.end)
    return None


def _definite(parse: Parse, head: int) -> bool:
    return any(t.lower in _DEFINITE for t in parse.dependents(head, "det"))


def _known(
    scene: Scene, memory: Memory, token: Token, role: RoleWord, country: tuple[str, Span] | None
) -> Entity | None:
    """Return the entity already met that a definite description fits."""
    definite = _definite(scene.parse, token.index)
    if not definite and country is None:
        return None
    code = country[0] if country is not None else None
    if role.heads == "person" and definite:
        return _person(memory, role, code)
    qualified = _qualified(scene, token.index)
    if role.heads == "organisation":
        return _body(memory, role, code, qualified=qualified) or (_broadly(memory, role) if not qualified else None)
    if role.heads == "group" and definite and code is None and not qualified:
        return next((e for e in reversed(memory.bodies) if e.kind is ActorKind.GROUP and role.word in e.words), None)
    return None


def _broadly(memory: Memory, role: RoleWord) -> Entity | None:
    """Return whom a word for many things stands for: "the group", "the agency", "the company"."""
    fits = _BROAD_BODIES.get(role.word)
    if fits is None:
        return None
    return next((e for e in reversed(memory.bodies) if e.named and e.kind in _BODIES and e.sector in fits), None)


def _person(memory: Memory, role: RoleWord, code: str | None) -> Entity | None:
    last = role.word.split()[-1]
    for entity in reversed(memory.people):
        if code is not None and entity.country not in (None, code):
            continue
        if role.gender is not None and entity.gender not in (None, role.gender):
            continue
        if role.word in entity.words or (last in entity.words and " " not in role.word):
            return entity
        if last in _BROAD and entity.named and entity.country is not None and code == entity.country:
            return entity
    return None


def _body(memory: Memory, role: RoleWord, code: str | None, *, qualified: bool) -> Entity | None:
    if qualified and code is None:
        return None
    last = role.word.split()[-1]
    for entity in reversed(memory.bodies):
        if entity.kind is not ActorKind.ORGANISATION or (code is not None and entity.country not in (None, code)):
            continue
        if role.word in entity.words or (last in entity.words and " " not in role.word):
            return entity
    return None


def _qualified(scene: Scene, head: int) -> bool:
    """Tell whether something but an article singles the noun out ("the army of liberation")."""
    return any(base(scene.parse.tokens[c].relation) in ("nmod", "amod", "acl") for c in scene.parse.children[head])


def _new(
    scene: Scene, memory: Memory, token: Token, found: tuple[RoleWord, int], country: tuple[str, Span] | None
) -> Entity:
    role, first = found
    span = noun_phrase(scene.parse, token.index)
    text = " ".join(span.of(scene.parse.text).split())
    key = (_modifiers(scene, token.index), country[0] if country is not None else "")
    indefinite = any(
        t.lower in ("a", "an", "one", "another", "some") for t in scene.parse.dependents(token.index, "det", "nummod")
    )
    if not indefinite and key in memory.described:
        return memory.described[key]
    entity = Entity(text, _KINDS[role.heads], named=False, gender=role.gender)
    entity.words.update((role.word, role.word.split()[-1]))
    if role.heads == "person":
        entity.roles.append(Role(title=scene.parse.span(first, token.index).of(scene.parse.text), of=None,
                                 span=scene.parse.span(first, token.index)))  # fmt: skip
    memory.described[key] = entity
    return entity


def _modifiers(scene: Scene, head: int) -> str:
    """Return the noun phrase's content words, lower case, to tell "border troops" from "parachute troops"."""
    words = [scene.parse.tokens[i] for i in phrase_tokens(scene.parse, head)]
    return " ".join(t.lemma.lower() for t in sorted(words, key=lambda t: t.index) if t.upos in ("NOUN", "PROPN", "ADJ"))


def _polity(scene: Scene, memory: Memory, token: Token) -> Entity | None:
    """Resolve a polity: "his country" is its owner's, "the country" the one last spoken of as acting."""
    parse = scene.parse
    if token.lower != token.lemma.lower() or any(
        parse.dependents(token.index, "amod", "nummod", "nmod:of", "compound")
    ):
        return None
    owner = next((t for t in parse.dependents(token.index, "nmod") if t.relation == "nmod:poss"), None)
    entity: Entity | None = None
    if owner is not None:
        possessor = scene.by_head.get(owner.index)
        if possessor is not None and possessor.country is not None:
            entity = next((e for e in memory.countries if e.country == possessor.country), None)
    elif _definite(parse, token.index) and memory.countries:
        entity = memory.topic or memory.countries[-1]
    if entity is not None:
        scene.add(entity, token.index, noun_phrase(parse, token.index))
    return entity
