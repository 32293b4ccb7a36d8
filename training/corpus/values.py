"""What an annotated document holds: frozen values, no input or output."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

AUTHOR = "author"
SECOND = "second"
"""The folder of second annotations: documents that another folder holds, marked again."""


class CorpusError(ValueError):
    """A corpus file cannot be used; the message names the file, the line and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character range in the text of its document."""

    start: int
    end: int

    def holds(self, other: Span) -> bool:
        """Whether the other span lies wholly inside this one (equal spans do)."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One complaint about a corpus file; line and column count from 1."""

    path: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A row of the actors table; ``None`` where the table has nothing or ``-``."""

    id: str
    kind: str
    country: str | None
    sector: str | None
    name: str | None
    role: str | None
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One body line; ``paragraph`` counts from 0, ``glued`` = no space before the next one."""

    span: Span
    paragraph: int
    glued: bool
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A span that stands for an actor; ``actor`` is None where the mark bears no id."""

    span: Span
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name and its kind (PER ORG LOC NORP FAC WPN EVT)."""

    span: Span
    kind: str
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression with its TIMEX3 value."""

    span: Span
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """A participant, place or time of an event; role is actor, recipient, place or time."""

    role: str
    span: Span
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who says what by which words.

    ``number`` is the statement's number in its document. ``source``, ``cue`` and ``content`` hold
    the pieces in text order (several where discontinuous, none where absent); ``via`` and
    ``addressees`` hold one reference per mark. ``within`` is the number of the innermost statement
    whose content holds this one's first cue (first content piece where there is no cue).
    ``kind`` is ``say`` where the cue is missing.
    """

    number: int
    kind: str
    stance: str
    source: tuple[Reference, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    via: tuple[Reference, ...]
    addressees: tuple[Reference, ...]
    within: int | None

    @property
    def holder(self) -> str:
        """The key of this statement's source in ``Event.values``."""
        return f"s{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event mention.

    ``values`` maps every holder (``s1``, ``s2`` ... and ``author``) to its factuality value, the
    guide's defaults filled in; ``nearest`` is the holder whose value the markup states.
    ``within`` is the statement whose content holds the trigger most closely.
    """

    number: int
    type: str
    modes: tuple[str, ...]
    trigger: tuple[Span, ...]
    values: dict[str, str]
    nearest: str
    arguments: tuple[Argument, ...]
    within: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One tag on one span as written; kept for checks and for exact error places."""

    letter: str
    number: int
    span: Span
    actor: str | None
    detail: str
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedDocument:
    """A document of the corpus with all its layers, every span into ``text``."""

    id: str
    title: str | None
    outlet: str | None
    byline: str | None
    published: date | None
    genre: str
    actors: tuple[Actor, ...]
    text: str
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    names: tuple[Name, ...]
    times: tuple[Time, ...]
    references: tuple[Reference, ...]
    path: Path
    line: int
    marks: tuple[Mark, ...] = field(default=(), repr=False)

    @property
    def split(self) -> str:
        """The folder the document came from: train, dev, test or second."""
        return self.path.parent.name

    def covered(self, span: Span) -> str:
        """The text under a span."""
        return self.text[span.start : span.end]
