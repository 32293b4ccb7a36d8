"""Names of people to entities: full and short forms, spelling variants, titles; all other names by `bodies`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sayso.model import ActorKind, Span
from sayso.read.actors.bodies import enter_bare_countries, enter_thing
from sayso.read.actors.entity import Entity
from sayso.read.actors.register import Register, head_token, key_of
from sayso.read.actors.roles import gender_of_given, role_at
from sayso.read.actors.scene import Scene
from sayso.read.actors.titles import learn_titles
from sayso.read.language.parse import Name
from sayso.read.outlets import glued_outlet, outlet_country
from sayso.resources.names import name_score, skeleton

SAME_PERSON: Final = 0.85
SAME_SURNAME: Final = 0.94
"""Scores from here on count as one person spelled two ways within one document: whole names, and lone surnames, which
must be closer ("Orlov" and "Orlova" score 0.92 and are two people, "Volfovich" and "Wolfovich" 0.98)."""


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
    register = Register()
    _enter_glued_outlets(scene, register)
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
            entity = scene.by_head[head_token(scene, name)]
            register.last_seen[id(entity)] = name.first
        else:
            enter_thing(scene, register, name)
    enter_bare_countries(scene, register)


def _enter_glued_outlets(scene: Scene, register: Register) -> None:
    """Enter outlets whose name runs into a person's ("GuardianMaria Sand"); the token itself stays the person's."""
    for name in scene.parse.names:
        token = scene.parse.tokens[name.first]
        lost = glued_outlet(token.text) if name.label == "PER" else 0
        if not lost:
            continue
        span = Span(token.start, token.start + lost)
        text = token.text[:lost]
        entity = register.exact.setdefault(key_of(text), Entity(text, ActorKind.OUTLET))
        entity.learn(country=outlet_country(text)[1], sector="JRN", where=span)
        entity.variants[text] = None
        if not entity.mentions:
            scene.entities.append(entity)
        entity.mentions[span] = None


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


def _enter_full(scene: Scene, register: Register, name: Name, person: _Person) -> None:
    entity = register.exact.get(key_of(person.text)) or _variant(register, person)
    if entity is None:
        entity = Entity(person.text, ActorKind.PERSON, hint=gender_of_given(person.parts[0]))
    _index(register, entity, person)
    _mention(scene, entity, name, person)


def _variant(register: Register, person: _Person) -> Entity | None:
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


def _index(register: Register, entity: Entity, person: _Person) -> None:
    register.exact.setdefault(key_of(person.text), entity)
    surname = person.parts[-1]
    for table, key in ((register.surname, surname.casefold()), (register.sounds, skeleton(surname))):
        known = table.setdefault(key, [])
        if entity not in known:
            known.append(entity)


def _mention(scene: Scene, entity: Entity, name: Name, person: _Person) -> None:
    head = head_token(scene, name)
    entity.variants[person.text] = None
    scene.add(entity, head, person.span)
    for index in range(person.first, person.last + 1):
        scene.by_head.setdefault(index, entity)
    learn_titles(scene, entity, head, person.first, person.last)


def _enter_short(scene: Scene, register: Register, name: Name, person: _Person) -> None:
    word = person.text
    known = register.surname.get(word.casefold()) or [
        e for e in register.sounds.get(skeleton(word), []) if _sounds_like(word, e)
    ] or _given(register, word)  # fmt: skip
    gender = _gender_before(scene, person.first)
    known = [e for e in known if gender is None or e.gender in (None, gender)]
    if known:
        entity = max(known, key=lambda e: register.last_seen.get(id(e), -1))
    else:
        entity = Entity(word, ActorKind.PERSON)
        _index(register, entity, person)
    register.last_seen[id(entity)] = name.first
    _mention(scene, entity, name, person)


def _gender_before(scene: Scene, first: int) -> str | None:
    """Return the gender that a title before the name tells ("Mrs")."""
    found = role_at(scene.parse, first - 1) if first > 0 else None
    return found[0].gender if found is not None else None


def _sounds_like(word: str, entity: Entity) -> bool:
    return any(name_score(word, form.split()[-1]) >= SAME_SURNAME for form in entity.variants)


def _given(register: Register, word: str) -> list[Entity]:
    """Return the people whose full name begins with this word, if there is only one."""
    found = (
        [e for k, e in register.exact.items() if k.startswith(word.casefold() + " ")]
        if len(register.exact) < 500
        else []
    )
    return found if len(set(map(id, found))) == 1 else []
