"""A reader simple enough to follow by eye: in "X said Y." X says Y; it breaks on the word BREAK, as none should."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.model import Actor, ActorKind, Document, Kind, Quotation, Reading, Reference, Span, Stance, Statement

SAYING = re.compile(r"(\w+) (said) ([^.]+)\.")


class SayingReader:
    """Finds sayings; `version` as given."""

    def __init__(self, version: str = "saying-1") -> None:
        self.version = version
        self.read: list[str] = []

    def pipe(self, documents: Iterable[Document], *, batch_size: int = 8) -> Iterator[Reading]:
        for document in documents:
            if "BREAK" in document.text:
                raise ValueError("broken")
            self.read.append(document.id)
            yield self._reading(document)

    def _reading(self, document: Document) -> Reading:
        found = list(enumerate(SAYING.finditer(document.text), 1))
        actor = "a9" if "DANGLE" in document.text else None
        return Reading(
            document=document,
            sentences=tuple(Span(*match.span()) for _, match in found),
            statements=tuple(
                Statement(
                    id=f"s{n}",
                    source=Reference(span=Span(*match.span(1)), actor=actor or f"a{n}"),
                    cue=(Span(*match.span(2)),),
                    content=(Span(*match.span(3)),),
                    kind=Kind.SAY,
                    quotation=Quotation.INDIRECT,
                    stance=Stance.AFFIRM,
                )
                for n, match in found
            ),
            actors=tuple(
                Actor(id=f"a{n}", name=match.group(1), kind=ActorKind.PERSON, mentions=(Span(*match.span(1)),))
                for n, match in found
            ),
        )
