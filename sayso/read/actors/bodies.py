"""Names of countries, peoples, governments by their capitals, bodies and outlets to entities."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.model import ActorKind, Span
from sayso.read.actors.entity import Entity
from sayso.read.actors.register import Register, head_token, key_of
from sayso.read.actors.roles import named_organisation, role_at
from sayso.read.actors.scene import Scene, head_of
from sayso.read.clauses import base
from sayso.read.language.parse import Name
from sayso.read.outlets import outlet_country
from sayso.resources.countries import Evidence

_ACTING: Final = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nmod:poss", "obj"})
_GOVERNMENT_WORDS: Final = (Evidence.CAPITAL, Evidence.METONYM)


def enter_thing(scene: Scene, register: Register, name: Name) -> None:
    """Enter a name that is no person's: a country, a people, a body, an outlet."""
    parse = scene.parse
    span = parse.span(name.first, name.last)
    text = " ".join(span.of(parse.text).split())
    head = head_token(scene, name)
    country = scene.countries.get(name.first)
    whole = country is not None and country[1].end >= span.end
    if name.label in ("LOC", "NORP", "ORG") and country is not None and whole:
        _enter_country(scene, register, head, name.first, text)
    elif name.label == "ORG":
        _enter_body(scene, register, name, text)
    elif name.label == "LOC" and base(parse.tokens[head].relation) == "nsubj":
        entity = register.exact.get(key_of(text)) or Entity(text, ActorKind.COUNTRY)
        register.exact.setdefault(key_of(text), entity)
        entity.variants[text] = None
        scene.add(entity, head, span)


def _enter_country(scene: Scene, register: Register, head: int, first: int, text: str) -> None:
    """Enter a country by its name, a people by theirs, a government by its capital where that acts."""
    answer, span = scene.countries[first]
    if answer.evidence in _GOVERNMENT_WORDS and not _acts(scene, head):
        return
    if answer.evidence is Evidence.DEMONYM and scene.parse.tokens[head].upos == "ADJ":
        return
    if named_organisation(text) is not None:
        _enter_known(scene, register, head, span, text)
        return
    people = answer.evidence in (Evidence.PEOPLE, Evidence.DEMONYM)
    key = f"{answer.iso or text}:{'people' if people else 'state'}"
    entity = register.countries.setdefault(key, Entity(text, ActorKind.GROUP if people else ActorKind.COUNTRY))
    if answer.evidence is Evidence.NAME and key not in register.stated:
        register.stated.add(key)
        entity.name = text
    entity.learn(country=answer.country, sector=answer.sector, where=span)
    entity.variants[text] = None
    scene.add(entity, head, span)


def _acts(scene: Scene, head: int) -> bool:
    return scene.parse.tokens[head].relation in _ACTING


def _enter_body(scene: Scene, register: Register, name: Name, text: str) -> None:
    parse, head = scene.parse, head_token(scene, name)
    span = parse.span(name.first, name.last)
    outlet, seat = outlet_country(text)
    if outlet:
        entity = register.exact.get(key_of(text)) or Entity(text, ActorKind.OUTLET)
        entity.learn(country=seat, sector="JRN", where=span)
    elif named_organisation(text) is not None and not _bracketed(scene, name):
        _enter_known(scene, register, head, span, text)
        return
    else:
        entity = _body(scene, register, name, text)
    register.exact.setdefault(key_of(text), entity)
    entity.variants[text] = None
    scene.add(entity, head, span)


def _enter_known(scene: Scene, register: Register, head: int, span: Span, text: str) -> None:
    known = named_organisation(text)
    entity = register.exact.get(key_of(text)) or Entity(text, ActorKind.ORGANISATION)
    register.exact.setdefault(key_of(text), entity)
    if known is not None:
        entity.learn(country=known.country, sector=known.sector, where=span)
    entity.variants[text] = None
    scene.add(entity, head, span)


def _body(scene: Scene, register: Register, name: Name, text: str) -> Entity:
    """Return the organisation of this name: same name, its acronym, or a new one."""
    parse, head = scene.parse, head_token(scene, name)
    whole = _bracketed(scene, name)
    if whole is not None:
        register.exact.setdefault(key_of(text), whole)
        return whole
    spelled = key_of(text).replace("defense", "defence")
    country = scene.country_near(head)
    known = register.exact.get(f"{spelled}|{country[0] if country else ''}") or register.exact.get(key_of(text))
    if known is None and text.isupper() and len(text) < 9:
        known = register.acronyms.get(text)
    if known is None and country is None:
        known = register.exact.get(f"{spelled}|*")
    if known is not None and country is not None and known.country not in (None, country[0]):
        known = None
    entity = known or Entity(text, ActorKind.ORGANISATION)
    role = role_at(parse, head) or role_at(parse, name.last)
    if country is not None:
        entity.learn(country=country[0], where=country[1])
    if role is not None:
        entity.words.update((role[0].word, role[0].word.split()[-1]))
        entity.learn(sector=role[0].sector, where=parse.span(role[1], head if role_at(parse, head) else name.last))
    register.exact.setdefault(f"{spelled}|{country[0] if country else ''}", entity)
    register.exact[f"{spelled}|*"] = entity
    for acronym in _acronyms(text):
        register.acronyms.setdefault(acronym, entity)
    return entity


def _bracketed(scene: Scene, name: Name) -> Entity | None:
    """Return the body whose short form stands in brackets behind its name: "Security Service of Ukraine (SBU)"."""
    before = name.first - 2
    if before < 0 or scene.parse.tokens[name.first - 1].text != "(":
        return None
    known = scene.by_head.get(before)
    number = scene.name_of.get(before)
    if known is None and number is not None:
        known = scene.by_head.get(head_token(scene, scene.parse.names[number]))
    return known if known is not None and known.kind is ActorKind.ORGANISATION else None


def _acronyms(text: str) -> Iterator[str]:
    words = [w for w in text.replace("-", " ").split() if w[:1].isupper()]
    if len(words) > 1:
        yield "".join(w[0] for w in words)


def enter_bare_countries(scene: Scene, register: Register) -> None:
    """Enter countries that the name tagger overlooked, where they stand as nouns."""
    for index, (answer, span) in list(scene.countries.items()):
        token = scene.parse.tokens[index]
        if index in scene.by_head or index in scene.name_of or answer.evidence not in (Evidence.NAME, Evidence.PEOPLE):
            continue
        last = scene.parse.token_at(span.end - 1) or index
        head = head_of(scene.parse, index, last)
        if token.upos in ("PROPN", "NOUN") and head not in scene.by_head:
            _enter_country(scene, register, head, index, span.of(scene.parse.text))
