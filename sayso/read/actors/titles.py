"""Titles beside a name, before it, behind it or joined by "is": what they say of the person."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Role, Span
from sayso.read.actors.entity import Entity
from sayso.read.actors.roles import RoleWord, role_at
from sayso.read.actors.scene import Scene, phrase_tokens
from sayso.read.clauses import base
from sayso.read.language.parse import Parse, Token

_LONGEST_TITLE = 4
"""Nouns in a row ("chairman of the committee of the council of N")."""
_COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "madam", "lady", "man", "woman", "father", "mother"})


def learn_titles(scene: Scene, entity: Entity, head: int, first: int, last: int) -> None:
    """Give the person named by tokens `first` to `last` the roles that stand beside the name."""
    name = frozenset(range(first, last + 1))
    for title in _titles(scene.parse, head, first):
        found = role_at(scene.parse, title)
        if found is None or found[0].heads != "person":
            continue
        _learn(scene, entity, title, found, name)
    if entity.roles and entity.country is None:
        _learn_origin(scene, entity, head, last)


def _learn_origin(scene: Scene, entity: Entity, head: int, last: int) -> None:
    """Take the country behind a titled name: "Prime Minister N of Denmark"."""
    for origin in scene.parse.dependents(head, "nmod"):
        links = {t.lower for t in scene.parse.dependents(origin.index, "case")}
        country = scene.country_near(origin.index) if origin.index > last and links & {"of", "from"} else None
        if country is not None:
            entity.learn(country=country[0], where=country[1])


def _titles(parse: Parse, head: int, first: int) -> Iterator[int]:
    """Yield the nouns that may be titles of the name headed by `head`."""
    seen = set()
    for token in _neighbours(parse, parse.tokens[head], first):
        if token.index not in seen and token.upos in ("NOUN", "PROPN"):
            seen.add(token.index)
            yield token.index


def _neighbours(parse: Parse, name: Token, first: int) -> Iterator[Token]:
    for child in parse.dependents(name.index, "nmod", "compound", "appos", "flat"):
        if child.relation != "nmod:poss" and (base(child.relation) != "nmod" or child.relation == "nmod:desc"):
            yield child
            yield from parse.dependents(child.index, "conj")
    if first > 0:
        yield parse.tokens[first - 1]
    above = parse.tokens[name.head]
    if base(name.relation) in ("appos", "flat") or name.relation == "nmod:desc":
        yield above
        yield from _chain(parse, above)
    if base(name.relation) == "nsubj" and any(parse.dependents(above.index, "cop")):
        yield above
        yield from parse.dependents(above.index, "conj")


def _chain(parse: Parse, token: Token) -> Iterator[Token]:
    """Yield the nouns that the token modifies: the tree often hangs a name on the last word of a long title."""
    for _ in range(_LONGEST_TITLE):
        if base(token.relation) != "nmod" or token.is_root or token.head > token.index:
            return
        token = parse.tokens[token.head]
        yield token


def _learn(scene: Scene, entity: Entity, title: int, found: tuple[RoleWord, int], name: frozenset[int]) -> None:
    role, first = found
    where = scene.parse.span(first, title)
    entity.gender = entity.gender or role.gender
    entity.words.add(role.word.split()[-1])
    entity.words.add(role.word)
    country = scene.country_near(title, skip=name)
    if country is not None:
        entity.learn(country=country[0], where=country[1])
    sector, sector_span = role.sector, where
    if sector is None:
        sector, sector_span = _sector_of_body(scene, title, name) or (None, where)
    entity.learn(sector=sector, where=sector_span)
    if role.word not in _COURTESY:
        text = " ".join(where.of(scene.parse.text).split())
        entity.roles.append(Role(title=text, of=_of(scene, title, country), span=where))


def _sector_of_body(scene: Scene, title: int, name: frozenset[int]) -> tuple[str, Span] | None:
    """Return the sector of the body that a title belongs to: "spokesman of the Defence Ministry"."""
    for index in phrase_tokens(scene.parse, title, skip=name):
        if index == title:
            continue
        found = role_at(scene.parse, index)
        if found is not None and found[0].sector is not None and found[0].heads != "person":
            return found[0].sector, scene.parse.span(found[1], index)
    return None


def _of(scene: Scene, title: int, country: tuple[str, Span] | None) -> str | None:
    """Return the body or country that the title belongs to, in the text's words."""
    parse = scene.parse
    for child in parse.dependents(title, "nmod"):
        if child.index > title and child.relation != "nmod:poss":
            inside = [i for i in phrase_tokens(parse, child.index) if parse.tokens[i].index > title]
            start = min(inside)
            while start < child.index and parse.tokens[start].upos in ("ADP", "DET"):
                start += 1
            return " ".join(parse.span(start, max(inside)).of(parse.text).split())
    if country is not None:
        return country[1].of(parse.text)
    return None
