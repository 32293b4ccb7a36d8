"""Names to entities: full and short forms, spelling variants, countries, outlets, bodies and their acronyms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sayso.model import ActorKind, Span
from sayso.read.actors.entity import Entity
from sayso.read.actors.roles import named_organisation, role_at
from sayso.read.actors.scene import Scene, head_of
from sayso.read.actors.titles import learn_titles
from sayso.read.clauses import base
from sayso.read.language.parse import Name
from sayso.read.outlets import glued_outlet, outlet_country
from sayso.resources.countries import Evidence
from sayso.resources.names import name_score, skeleton

SAME_PERSON: Final = 0.85
SAME_SURNAME: Final = 0.94
"""Scores from here on count as one person spelled two ways within one document: whole names, and lone surnames, which
must be closer ("Orlov" and "Orlova" score 0.92 and are two people, "Volfovich" and "Wolfovich" 0.98)."""
_ACTING: Final = frozenset({"nsubj", "nsubj:pass", "obl:agent", "nmod:poss", "obj"})
_GOVERNMENT_WORDS: Final = (Evidence.CAPITAL, Evidence.METONYM)


@dataclass(slots=True)
class _Register:
    """Entities by their names: whole name, surname, skeleton of the surname."""

    exact: dict[str, Entity] = field(default_factory=dict)
    surname: dict[str, list[Entity]] = field(default_factory=dict)
    sounds: dict[str, list[Entity]] = field(default_factory=dict)
    countries: dict[str, Entity] = field(default_factory=dict)
    acronyms: dict[str, Entity] = field(default_factory=dict)
    stated: set[str] = field(default_factory=set)
    last_seen: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Person:
    """One naming of a person: characters without title, glued outlet or possessive ending."""

    first: int
    last: int
    span: Span
    text: str

    @property
    def parts(self) -> list[str]:
        """Return the name's words."""
        return self.text.split()


def enter_names(scene: Scene) -> None:
    """Enter every name of the parse; longer forms of a person's name are known before the shorter ones are read."""
    register = _Register()
    people = [(name, _person(scene, name)) for name in scene.parse.names if name.label == "PER"]
    for name, person in people:
        if len(person.parts) > 1:
            _enter_full(scene, register, name, person)
    order: list[Name] = sorted(scene.parse.names, key=lambda n: n.first)
    short = {id(name): person for name, person in people if len(person.parts) == 1}
    for name in order:
        if id(name) in short:
            _enter_short(scene, register, name, short[id(name)])
        elif name.label == "PER":
            entity = scene.by_head[_head(scene, name)]
            register.last_seen[id(entity)] = name.first
        else:
            _enter_other(scene, register, name)
    _enter_bare_countries(scene, register)


def _head(scene: Scene, name: Name) -> int:
    return head_of(scene.parse, name.first, name.last)


def _person(scene: Scene, name: Name) -> _Person:
    """Strip leading titles and a glued outlet's name from a person's name."""
    parse, first, last = scene.parse, name.first, name.last
    while first < last and role_at(parse, first) is not None:
        first += 1
    while last > first and parse.tokens[last].lower in ("'s", "’s", "'", "’"):
        last -= 1
    start, end = parse.tokens[first].start, parse.tokens[last].end
    start += glued_outlet(parse.tokens[first].text)
    return _Person(first, last, Span(start, end), " ".join(parse.text[start:end].split()))


def _key(text: str) -> str:
    return text.casefold().replace("’", "'").removeprefix("the ")


def _enter_full(scene: Scene, register: _Register, name: Name, person: _Person) -> None:
    entity = register.exact.get(_key(person.text)) or _variant(register, person)
    if entity is None:
        entity = Entity(person.text, ActorKind.PERSON)
    _index(register, entity, person)
    _mention(scene, entity, name, person)


def _variant(register: _Register, person: _Person) -> Entity | None:
    """Return a known person whose name is this one spelled differently, if exactly one scores best."""
    known = register.sounds.get(skeleton(person.parts[-1]), [])
    scored = [
        (name_score(person.text, form), entity)
        for entity in known
        for form in entity.variants
        if name_score(person.parts[-1], form.split()[-1]) >= SAME_SURNAME
    ]
    best = max(scored, key=lambda s: s[0], default=None)
    return best[1] if best is not None and best[0] >= SAME_PERSON else None


def _index(register: _Register, entity: Entity, person: _Person) -> None:
    register.exact.setdefault(_key(person.text), entity)
    surname = person.parts[-1]
    for table, key in ((register.surname, surname.casefold()), (register.sounds, skeleton(surname))):
        known = table.setdefault(key, [])
        if entity not in known:
            known.append(entity)


def _mention(scene: Scene, entity: Entity, name: Name, person: _Person) -> None:
    head = _head(scene, name)
    entity.variants[person.text] = None
    scene.add(entity, head, person.span)
    for index in range(person.first, person.last + 1):
        scene.by_head.setdefault(index, entity)
    learn_titles(scene, entity, head, person.first, person.last)


def _enter_short(scene: Scene, register: _Register, name: Name, person: _Person) -> None:
    word = person.text
    known = register.surname.get(word.casefold()) or [
        e for e in register.sounds.get(skeleton(word), []) if _sounds_like(word, e)
    ] or _given(register, word)  # fmt: skip
    if known:
        entity = max(known, key=lambda e: register.last_seen.get(id(e), -1))
    else:
        entity = Entity(word, ActorKind.PERSON)
        _index(register, entity, person)
    register.last_seen[id(entity)] = name.first
    _mention(scene, entity, name, person)


def _sounds_like(word: str, entity: Entity) -> bool:
    return any(name_score(word, form.split()[-1]) >= SAME_SURNAME for form in entity.variants)


def _given(register: _Register, word: str) -> list[Entity]:
    """Return the people whose full name begins with this word, if there is only one."""
    found = (
        [e for k, e in register.exact.items() if k.startswith(word.casefold() + " ")]
        if len(register.exact) < 500
        else []
    )
    return found if len(set(map(id, found))) == 1 else []


def _enter_other(scene: Scene, register: _Register, name: Name) -> None:
    parse = scene.parse
    span = parse.span(name.first, name.last)
    text = " ".join(span.of(parse.text).split())
    head = _head(scene, name)
    country = scene.countries.get(name.first)
    whole = country is not None and country[1].end >= span.end
    if name.label in ("LOC", "NORP", "ORG") and country is not None and whole:
        _enter_country(scene, register, head, name.first, text)
    elif name.label == "ORG":
        _enter_body(scene, register, name, text)
    elif name.label == "LOC" and base(parse.tokens[head].relation) == "nsubj":
        entity = register.exact.get(_key(text)) or Entity(text, ActorKind.COUNTRY)
        register.exact.setdefault(_key(text), entity)
        entity.variants[text] = None
        scene.add(entity, head, span)


def _enter_country(scene: Scene, register: _Register, head: int, first: int, text: str) -> None:
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


def _enter_body(scene: Scene, register: _Register, name: Name, text: str) -> None:
    parse, head = scene.parse, _head(scene, name)
    span = parse.span(name.first, name.last)
    outlet, seat = outlet_country(text)
    if outlet:
        entity = register.exact.get(_key(text)) or Entity(text, ActorKind.OUTLET)
        entity.learn(country=seat, sector="JRN", where=span)
    elif named_organisation(text) is not None:
        _enter_known(scene, register, head, span, text)
        return
    else:
        entity = _body(scene, register, name, text)
    register.exact.setdefault(_key(text), entity)
    entity.variants[text] = None
    scene.add(entity, head, span)


def _enter_known(scene: Scene, register: _Register, head: int, span: Span, text: str) -> None:
    known = named_organisation(text)
    entity = register.exact.get(_key(text)) or Entity(text, ActorKind.ORGANISATION)
    register.exact.setdefault(_key(text), entity)
    if known is not None:
        entity.learn(country=known.country, sector=known.sector, where=span)
    entity.variants[text] = None
    scene.add(entity, head, span)


def _body(scene: Scene, register: _Register, name: Name, text: str) -> Entity:
    """Return the organisation of this name: same name, its acronym, or a new one."""
    parse, head = scene.parse, _head(scene, name)
    spelled = _key(text).replace("defense", "defence")
    country = scene.country_near(head)
    known = register.exact.get(f"{spelled}|{country[0] if country else ''}") or register.exact.get(_key(text))
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


def _acronyms(text: str) -> Iterator[str]:
    words = [w for w in text.replace("-", " ").split() if w[:1].isupper()]
    if len(words) > 1:
        yield "".join(w[0] for w in words)


def _enter_bare_countries(scene: Scene, register: _Register) -> None:
    """Enter countries that the name tagger overlooked, where they stand as nouns."""
    for index, (answer, span) in list(scene.countries.items()):
        token = scene.parse.tokens[index]
        if index in scene.by_head or index in scene.name_of or answer.evidence is not Evidence.NAME:
            continue
        last = scene.parse.token_at(span.end - 1) or index
        head = head_of(scene.parse, index, last)
        if token.upos == "PROPN" and head not in scene.by_head:
            _enter_country(scene, register, head, index, span.of(scene.parse.text))
