"""`sayso show`: one document, statement or event of the record, with the passage that it stands on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.ingest import RECORD
from sayso.errors import RecordError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from sayso.model import Participant, Reading, Reference, Span
    from sayso.record import EventEntry, StatementEntry, StoredReading, View

Row = tuple[str, str]


def show(
    key: str = typer.Argument(metavar="ID", help="The id of a document, statement or event."),
    record: Path = typer.Option(RECORD, metavar="FILE", help="The record."),
) -> None:
    """Show a document, statement or event: the marked passage, who says it, and how sure.

    Example: `sayso show 3f1c9a7be2d04c55`
    """
    from rich.console import Console

    from sayso.record import Record

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    with Record.open(record, create=False) as opened:
        if not _show(opened.view, key, console):
            raise RecordError(f"{record} holds nothing with the id {key!r}; `sayso search` lists ids")


def _show(view: View, key: str, console: Console) -> bool:
    if (statement := view.statement(key)) is not None:
        _show_fact(_statement_rows(statement), statement.stored, _statement_spans(statement), console)
    elif (event := view.event(key)) is not None:
        _show_fact(_event_rows(event), event.stored, event.event.trigger, console)
    elif (stored := view.reading(key)) is not None:
        _show_document(view, stored, console)
    else:
        return False
    return True


def _show_document(view: View, stored: StoredReading, console: Console) -> None:
    from sayso.report.terminal import print_reading

    document = stored.stored.document
    versions = view.versions(stored.stored.id)
    _print_rows(
        [
            ("document", stored.stored.id),
            ("version", f"{stored.stored.version} of {len(versions)}"),
            ("address", document.url or "not stated"),
            ("origin", document.origin or "not stated"),
            ("sha256", document.sha256),
            ("read by", stored.reader),
        ],
        console,
    )
    print_reading(stored.reading, console)
    reading = stored.reading
    names = [s.id for s in reading.statements] + [e.id for e in reading.events]
    _print_rows([(name, stored.fact_id(name)) for name in names], console)


def _show_fact(rows: Iterable[Row], stored: StoredReading, spans: tuple[Span, ...], console: Console) -> None:
    document = stored.stored.document
    day = document.published.isoformat() if document.published else "no date"
    _print_rows(
        [
            *rows,
            ("document", f"{stored.stored.id}  {document.title or document.id}"),
            ("stated", " · ".join(part for part in (document.outlet, document.byline, day) if part)),
            ("address", document.url or "not stated"),
            ("origin", document.origin or "not stated"),
            ("read by", stored.reader),
        ],
        console,
    )
    console.print()
    console.print(_passage(stored.reading, spans))


def _statement_rows(entry: StatementEntry) -> list[Row]:
    s, stored = entry.statement, entry.stored
    reading = stored.reading
    rows = [
        ("statement", entry.id),
        ("who", "not named" if s.source is None else _reference(s.source, reading)),
        ("cue", _words(s.cue, reading)),
        ("content", _words(s.content, reading)),
        ("kind", f"{s.kind.value}, {s.stance.value}, {s.quotation.value}"),
    ]
    if s.addressee is not None:
        rows.append(("to", _reference(s.addressee, reading)))
    if s.via:
        rows.append(("through", ", ".join(_reference(via, reading) for via in s.via)))
    if s.within is not None:
        rows.append(("within", stored.fact_id(s.within)))
    if s.said is not None:
        rows.append(("said", s.said.value or s.said.span.of(reading.document.text)))
    values = {e.id: e.value_for(s.id) for e in reading.events}
    for event in s.events:
        value = values.get(event)
        rows.append(("event", f"{stored.fact_id(event)}  {value.value if value else 'no value'}"))
    return rows


def _event_rows(entry: EventEntry) -> list[Row]:
    from sayso.report.phrases import name_of, when_of

    e, stored = entry.event, entry.stored
    reading = stored.reading
    text = reading.document.text
    rows = [
        ("event", entry.id),
        ("type", ", ".join((e.type.value, *e.modes))),
        ("who", _participants(e.actors, text)),
        ("trigger", _words(e.trigger, reading)),
        ("to whom", _participants(e.recipients, text)),
        ("where", "not stated" if e.place is None else str(name_of(e.place, text))),
        ("when", when_of(e.time) or "not stated"),
    ]
    for presented in e.factuality:
        source = presented.source
        known = source if source == "author" else f"{stored.fact_id(source)} ({_sayer(source, reading)})"
        rows.append(("factuality", f"{presented.value.value}  {known}"))
    return rows


def _sayer(name: str, reading: Reading) -> str:
    statement = next((s for s in reading.statements if s.id == name), None)
    if statement is None or statement.source is None:
        return "source not named"
    return _reference(statement.source, reading)


def _reference(reference: Reference, reading: Reading) -> str:
    words = reference.span.of(reading.document.text)
    actor = next((a for a in reading.actors if a.id == reference.actor), None)
    return words if actor is None or actor.name in words else f"{words} = {actor.name}"


def _participants(participants: tuple[Participant, ...], text: str) -> str:
    return " and ".join(p.span.of(text) for p in participants) or "not stated"


def _words(spans: tuple[Span, ...], reading: Reading) -> str:
    return " … ".join(span.of(reading.document.text) for span in spans)


def _statement_spans(entry: StatementEntry) -> tuple[Span, ...]:
    s = entry.statement
    return (*((s.source.span,) if s.source else ()), *s.cue, *s.content)


def _passage(reading: Reading, spans: tuple[Span, ...]) -> Text:
    """Return the sentences that hold `spans`, the spans between marks that survive a pipe."""
    from rich.text import Text

    from sayso.model import cover
    from sayso.report.phrases import visible

    text, whole = reading.document.text, cover(spans)
    touched = [s for s in reading.sentences if s.overlaps(whole)]
    start = min([whole.start, *(s.start for s in touched)])
    end = max([whole.end, *(s.end for s in touched)])
    line, at = Text(f"{start}–{end}  ", style="dim"), start
    for span in sorted(spans):
        if span.start >= at:
            line.append(visible(text[at : span.start]), style="default")
            line.append(f"⟦{visible(span.of(text))}⟧", style="bold yellow")
            at = span.end
    return line.append(visible(text[at:end]), style="default")


def _print_rows(rows: Iterable[Row], console: Console) -> None:
    from rich.text import Text

    from sayso.report.phrases import visible

    for name, value in rows:
        console.print(Text(f"{name:<12}", style="dim").append(visible(value), style="default"))
