"""A reading on a terminal: the text with its statements coloured, then tables of statements, events and problems."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.model import Actor, EventMention, Reading, Span, Statement
from sayso.report.marks import marks_of, segments
from sayso.report.phrases import clip, name_of, visible, when_of

STYLES: Final = {
    "content": "italic",
    "via": "magenta",
    "source": "bold cyan",
    "cue": "bold yellow",
    "trigger": "underline",
}
_VALUE_STYLE: Final = {"+": "green", "-": "red", "u": "dim"}


def print_reading(reading: Reading, console: Console) -> None:
    """Print one reading in a way that a person likes to read."""
    console.print(_heading(reading))
    console.print(Padding(coloured(reading), (1, 2)))
    parts: list[RenderableType] = []
    if reading.statements:
        parts.append(_statements(reading))
    if reading.events:
        parts.append(_events(reading))
    if reading.problems:
        parts.append(_problems(reading))
    console.print(Group(*parts))


def _heading(reading: Reading) -> Text:
    document = reading.document
    stated = [document.outlet, document.byline, document.published.isoformat() if document.published else "no date"]
    heading = Text(visible(document.title or document.id), style="bold")
    heading.append("  " + " · ".join(visible(part) for part in stated if part), style="dim")
    return heading


def coloured(reading: Reading) -> Text:
    """Return the stored text with the parts of its statements and events in colour."""
    text = reading.document.text
    result = Text()
    for segment in segments(Span(0, len(text)), marks_of(reading)):
        styles = [STYLES[part] for part in STYLES if part in segment.parts]
        result.append(visible(segment.span.of(text), keep_lines=True), style=" ".join(styles))
    return result


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, expand=True)
    for column in columns:
        table.add_column(column, overflow="fold", ratio=4 if column in {"what", "who did what to whom"} else 2)
    table.columns[0].ratio, table.columns[0].no_wrap = None, True
    return table


def _statements(reading: Reading) -> Table:
    text, actors = reading.document.text, {actor.id: actor for actor in reading.actors}
    table = _table("Statements", "id", "who says so", "how", "what", "through")
    for statement in reading.statements:
        how = (
            statement.kind.value
            if statement.stance == "affirm"
            else f"{statement.kind.value} ({statement.stance.value})"
        )
        table.add_row(
            statement.id + (f" in {statement.within}" if statement.within else ""),
            _source(statement, text, actors),
            Text(how, style="yellow"),
            clip(" … ".join(span.of(text) for span in statement.content), 160),
            ", ".join(clip(via.span.of(text), 40) for via in statement.via) or "–",
        )
    return table


def _source(statement: Statement, text: str, actors: dict[str, Actor]) -> Text:
    if statement.source is None:
        return Text("not named", style="dim")
    words = clip(statement.source.span.of(text), 60)
    actor = actors.get(statement.source.actor or "")
    known = Text(words, style="cyan")
    if actor is not None and actor.name.casefold() not in words.casefold():
        known.append(f" = {visible(actor.name)}", style="dim")
    return known


def _events(reading: Reading) -> Table:
    table = _table("Events", "id", "type", "who did what to whom", "where, when", "how sure, on whose say-so")
    for event in reading.events:
        table.add_row(event.id, _type(event), _deed(event, reading), _where(event, reading), _values(event))
    return table


def _type(event: EventMention) -> str:
    return event.type.value + (f" ({', '.join(event.modes)})" if event.modes else "")


def _deed(event: EventMention, reading: Reading) -> str:
    text = reading.document.text
    actors = " and ".join(clip(p.span.of(text), 50) for p in event.actors) or "(not stated)"
    trigger = clip(" … ".join(span.of(text) for span in event.trigger), 40)
    recipients = " and ".join(clip(p.span.of(text), 50) for p in event.recipients)
    return f"{actors} — {trigger}" + (f" → {recipients}" if recipients else "")


def _where(event: EventMention, reading: Reading) -> str:
    place = name_of(event.place, reading.document.text) if event.place is not None else None
    if place is not None and event.place_basis == "focus":
        place += " (inferred)"
    return ", ".join(part for part in (place, when_of(event.time)) if part) or "–"


def _values(event: EventMention) -> Text:
    result = Text()
    for presented in event.factuality:
        if result.plain:
            result.append(", ")
        result.append(f"{presented.source} {presented.value.value}", style=_VALUE_STYLE[presented.value.polarity])
    return result


def _problems(reading: Reading) -> Table:
    table = _table("Worth a second look", "kind", "what")
    rows: Iterable[tuple[str, str]] = ((p.kind.value, clip(p.detail, 200)) for p in reading.problems)
    for kind, detail in rows:
        table.add_row(Text(kind, style="red"), detail)
    return table
