"""Drafts: statements while they are still being put together, in tokens and character spans."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.model import Kind, Span, Stance


@dataclass(slots=True, kw_only=True)
class Draft:
    """A statement in the making.

    `anchor`: the token that carries the cue, -1 without a cue. `source`, `addressee`, `via`: head tokens.
    `cue`: token indices. `content`: character spans, in any order. `rule`: what made it, for `--explain`.
    `glued`: tokens that begin with an outlet's name, a carrier. `speech`: the cue is one of saying.
    `quotable`: the cue may take a quotation as its content. `naming`: it says what something is called.
    """

    anchor: int
    rule: str
    kind: Kind
    speech: bool = True
    quotable: bool = False
    naming: bool = False
    stance: Stance = Stance.AFFIRM
    source: int | None = None
    source_span: Span | None = None
    cue: set[int] = field(default_factory=set)
    content: list[Span] = field(default_factory=list)
    addressee: int | None = None
    via: list[int] = field(default_factory=list)
    glued: list[int] = field(default_factory=list)
    head: int = -1

    def take(self, *spans: Span | None) -> None:
        """Add content."""
        self.content += [s for s in spans if s is not None and s.start < s.end]
