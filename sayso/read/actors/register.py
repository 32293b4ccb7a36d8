"""The register of names: which entity bears which name, while names are entered."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.read.actors.entity import Entity
from sayso.read.actors.scene import Scene, head_of
from sayso.read.language.parse import Name


@dataclass(slots=True)
class Register:
    """Entities by their names: whole name, surname, skeleton of the surname."""

    exact: dict[str, Entity] = field(default_factory=dict)
    surname: dict[str, list[Entity]] = field(default_factory=dict)
    sounds: dict[str, list[Entity]] = field(default_factory=dict)
    countries: dict[str, Entity] = field(default_factory=dict)
    acronyms: dict[str, Entity] = field(default_factory=dict)
    stated: set[str] = field(default_factory=set)
    last_seen: dict[int, int] = field(default_factory=dict)


def key_of(text: str) -> str:
    """Return the form under which a name is looked up."""
    return text.casefold().replace("’", "'").removeprefix("the ")


def head_token(scene: Scene, name: Name) -> int:
    """Return the token of a name whose head lies outside it."""
    return head_of(scene.parse, name.first, name.last)
