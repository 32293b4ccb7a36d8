"""The cast of a document: its actors, and which of them each noun phrase stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.model import Actor


@dataclass(frozen=True, slots=True)
class Cast:
    """Actors in order of first mention; `by_head` maps the head token of a mention to an actor's id."""

    actors: tuple[Actor, ...] = ()
    by_head: Mapping[int, str] = field(default_factory=dict)

    def of_token(self, index: int) -> str | None:
        """Return the id of the actor that the noun phrase headed by token `index` stands for, None if unknown."""
        return self.by_head.get(index)

    def actor(self, actor_id: str) -> Actor:
        """Return the actor with this id; raises `KeyError` for a stranger."""
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)
