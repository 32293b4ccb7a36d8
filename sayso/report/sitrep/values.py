"""What a situation report is made of: sentences from templates, each with the evidence that it stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import Reading, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A reading as the record holds it; `ids` gives the record id of each of its statements and events."""

    reading: Reading
    ids: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One passage that a sentence stands on: the record's id, its document, and the span of the stored text."""

    record: str
    document: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a sentence: wording of ours, or (`quoted`) verbatim text of the evidence span."""

    text: str
    quoted: Span | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a report; `evidence` is never empty."""

    parts: tuple[Part, ...]
    evidence: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        """Return the sentence as plain text."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Sentences under a small heading: one event, one party, one disputed point."""

    heading: str
    sentences: tuple[Sentence, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of the report; `empty` is what it says when it has no blocks."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What was read and what was not: the denominators of everything else."""

    reports: int
    outlets: int
    copies: int
    undated: int
    failed: Sequence[str]
    statements: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitrep:
    """A situation report over a period, both days inclusive."""

    first: date
    last: date
    reader: str
    coverage: Coverage
    sections: tuple[Section, ...]
    filed: tuple[Filed, ...]
