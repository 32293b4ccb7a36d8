"""Marks to statements and events, with nesting and the guide's factuality defaults."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from training.corpus.values import (
    AUTHOR,
    Argument,
    Event,
    Mark,
    Name,
    Reference,
    Span,
    Statement,
    Time,
)
from training.corpus.vocabulary import ARGUMENT_ROLES, STANCES

Contents = dict[int, list[Span]]


def names(marks: Sequence[Mark]) -> tuple[Name, ...]:
    """The name marks in text order."""
    return tuple(Name(span=mark.span, kind=mark.detail, actor=mark.actor) for mark in marks if mark.letter == "N")


def times(marks: Sequence[Mark]) -> tuple[Time, ...]:
    """The time marks in text order."""
    return tuple(Time(span=mark.span, value=mark.detail) for mark in marks if mark.letter == "T")


def references(marks: Sequence[Mark]) -> tuple[Reference, ...]:
    """Each span that stands for an actor, once."""
    seen = {(mark.span, mark.actor): None for mark in marks if mark.actor}
    return tuple(Reference(span=span, actor=actor) for span, actor in seen)


def statements(marks: Sequence[Mark]) -> tuple[Statement, ...]:
    """Statements by number, each with the statement it stands within."""
    parts = _by_number(marks, "sqcvd")
    contents = _contents(marks)
    return tuple(_statement(number, parts[number], contents) for number in sorted(parts))


def events(marks: Sequence[Mark]) -> tuple[Event, ...]:
    """Events by number; an event number that has only arguments is left out (a check says so)."""
    parts = _by_number(marks, "eaprt")
    contents = _contents(marks)
    grouped = (_event(number, parts[number], contents) for number in sorted(parts))
    return tuple(event for event in grouped if event is not None)


def holding(span: Span, contents: Contents, *, besides: int | None = None) -> list[int]:
    """Numbers of the statements whose content holds the span, innermost first."""
    sizes = {
        number: min((p.end - p.start for p in pieces if p.holds(span)), default=None)
        for number, pieces in contents.items()
        if number != besides
    }
    found = [(size, -number) for number, size in sizes.items() if size is not None]
    return [-number for _, number in sorted(found)]


def split_event(detail: str) -> tuple[str, tuple[str, ...], dict[str, str]]:
    """Type, modes and the written values ("" = the nearest sayer) of an event tag."""
    head, _, rest = detail.partition("=")
    kind, _, modes = head.partition(".")
    first, *others = rest.split(";")
    values = {"": first}
    for other in others:
        holder, _, value = other.partition("=")
        values[holder] = value
    return kind, tuple(modes.split("+")) if modes else (), values


def _by_number(marks: Sequence[Mark], letters: str) -> dict[int, list[Mark]]:
    parts: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        if mark.letter in letters:
            parts[mark.number].append(mark)
    return parts


def _contents(marks: Sequence[Mark]) -> Contents:
    contents: Contents = defaultdict(list)
    for mark in marks:
        if mark.letter == "c":
            contents[mark.number].append(mark.span)
    return contents


def _statement(number: int, marks: list[Mark], contents: Contents) -> Statement:
    cues = [mark for mark in marks if mark.letter == "q"]
    written = next((mark.detail for mark in cues if mark.detail), "say")
    kind = written.rstrip("-?")
    anchor = cues[0].span if cues else next(iter(contents.get(number, [])), marks[0].span)
    around = holding(anchor, contents, besides=number)
    return Statement(
        number=number,
        kind=kind,
        stance=STANCES[written[len(kind) :]],
        source=_references(marks, "s"),
        cue=tuple(mark.span for mark in cues),
        content=tuple(contents.get(number, [])),
        via=_references(marks, "v"),
        addressees=_references(marks, "d"),
        within=around[0] if around else None,
    )


def _references(marks: list[Mark], letter: str) -> tuple[Reference, ...]:
    return tuple(Reference(span=mark.span, actor=mark.actor) for mark in marks if mark.letter == letter)


def _event(number: int, marks: list[Mark], contents: Contents) -> Event | None:
    triggers = [mark for mark in marks if mark.letter == "e"]
    written = next((mark.detail for mark in triggers if mark.detail), None)
    if written is None:
        return None
    kind, modes, values = split_event(written)
    around = holding(triggers[0].span, contents)
    return Event(
        number=number,
        type=kind,
        modes=modes,
        trigger=tuple(mark.span for mark in triggers),
        values=_values(values, triggers[0].span, around, contents),
        nearest=f"s{around[0]}" if around else AUTHOR,
        arguments=_arguments(marks),
        within=around[0] if around else None,
    )


def _values(written: dict[str, str], trigger: Span, around: list[int], contents: Contents) -> dict[str, str]:
    """Guide section 5: the stated value for the nearest sayer, Uu for every outer one."""
    stated = written[""]
    nearest = _tied(trigger, around, contents)
    values = {f"s{number}": stated if number in nearest else "Uu" for number in around}
    values[AUTHOR] = "Uu" if around else stated
    values.update({holder: value for holder, value in written.items() if holder})
    return values


def _tied(trigger: Span, around: list[int], contents: Contents) -> set[int]:
    """The innermost statement and those that share its content span word for word."""
    if not around:
        return set()
    inner = next(piece for piece in contents[around[0]] if piece.holds(trigger))
    return {number for number in around if inner in contents[number]}


def _arguments(marks: list[Mark]) -> tuple[Argument, ...]:
    return tuple(
        Argument(role=ARGUMENT_ROLES[mark.letter], span=mark.span, actor=mark.actor)
        for mark in marks
        if mark.letter in ARGUMENT_ROLES
    )
