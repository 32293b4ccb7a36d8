"""`sayso search`: words to passages of the record."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.ingest import RECORD

if TYPE_CHECKING:
    from rich.text import Text

    from sayso.record import Hit


def search(
    words: list[str] = typer.Argument(metavar="WORDS", help='Words that must all occur; "a phrase"; beginn*.'),
    record: Path = typer.Option(RECORD, metavar="FILE", help="The record."),
    limit: int = typer.Option(10, min=1, max=1000, help="Documents and statements to show at most."),
) -> None:
    """Find documents and statements in the record.

    Example: `sayso search bridge "closed to lorries" --limit 5`
    """
    from rich.console import Console

    from sayso.record import Record
    from sayso.report.phrases import clip

    console = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    query = " ".join(f'"{word}"' if " " in word else word for word in words)
    with Record.open(record, create=False) as opened:
        hits = opened.view.search(query, limit=limit)
        passages = opened.view.search_statements(query, limit=limit)
    for hit in hits:
        console.print(_heading(hit))
        console.print(_snippet(hit))
    for passage in passages:
        console.print(f"{passage.id}  statement in {passage.document}\n    {clip(passage.text, 240)}")
    if not hits and not passages:
        typer.echo("nothing found", err=True)


def _heading(hit: Hit) -> Text:
    from rich.text import Text

    from sayso.report.phrases import visible

    document = hit.stored.document
    stated = (document.outlet, document.published.isoformat() if document.published else "no date")
    version = (f"version {hit.stored.version}",) if hit.stored.version > 1 else ()
    heading = Text(f"{hit.stored.id}  ", style="dim")
    heading.append(visible(document.title or document.url or document.id), style="bold")
    heading.append("  " + " · ".join(visible(part) for part in (*stated, *version) if part), style="dim")
    return heading


def _snippet(hit: Hit) -> Text:
    from rich.text import Text

    from sayso.report.phrases import visible

    body, snippet = hit.stored.document.text, hit.snippet
    line, at = Text("    " + ("… " if snippet.start else "")), snippet.start
    for mark in hit.marks:
        if snippet.contains(mark) and at <= mark.start:
            line.append(visible(body[at : mark.start]))
            line.append(visible(mark.of(body)), style="bold yellow")
            at = mark.end
    line.append(visible(body[at : snippet.end]) + (" …" if snippet.end < len(body) else ""))
    return line
