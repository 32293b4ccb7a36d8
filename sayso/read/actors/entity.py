"""Entities: actors while their mentions are still being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import Actor, ActorKind, Role, Span


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that acts. `words`: last words of its roles, lower case, for later descriptions.

    `gender` is what titles and pronouns of the text say; `hint` what the given name makes likely.
    """

    name: str
    kind: ActorKind
    named: bool = True
    country: str | None = None
    sector: str | None = None
    gender: str | None = None
    hint: str | None = None
    roles: list[Role] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    mentions: dict[Span, None] = field(default_factory=dict)
    variants: dict[str, None] = field(default_factory=dict)
    evidence: dict[Span, None] = field(default_factory=dict)

    def learn(self, *, country: str | None = None, sector: str | None = None, where: Span | None = None) -> None:
        """Take over a country or sector that a span gives evidence of; what came first stays."""
        if where is None:
            return
        if country is not None and self.country is None:
            self.country = country
            self.evidence[where] = None
        if sector is not None and self.sector is None:
            self.sector = sector
            self.evidence[where] = None

    def frozen(self, number: int) -> Actor:
        """Return the actor as a value."""
        return Actor(
            id=f"a{number}",
            name=self.name,
            kind=self.kind,
            country=self.country,
            sector=self.sector,
            roles=tuple(self.roles),
            mentions=tuple(sorted(self.mentions)),
            variants=tuple(self.variants),
            evidence=tuple(sorted(self.evidence)),
        )
