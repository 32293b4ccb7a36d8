"""`sayso report`: the situation report of a period."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sayso.cli.ingest import RECORD
from sayso.errors import RecordError

if TYPE_CHECKING:
    from sayso.record import Record


def report(
    first: str | None = typer.Option(None, "--from", metavar="DATE", help="First day; by default the record's first."),
    last: str | None = typer.Option(None, "--to", metavar="DATE", help="Last day; by default the record's last."),
    record: Path = typer.Option(RECORD, metavar="FILE", help="The record."),
    output: Path = typer.Option(
        Path("report.html"), metavar="FILE", help="Where to write it: .html, .md, or - for Markdown on standard output."
    ),
    quiet: bool = typer.Option(False, "--quiet", "-q", help="Do not say where it was written."),
) -> None:
    """Write the situation report of a period: every sentence leads to the passage that it stands on.

    Example: `sayso report --from 2022-10-08 --to 2022-10-15 --output week.html`
    """
    from sayso.read.pipeline import to_date
    from sayso.record import Record

    days = to_date(first), to_date(last)
    if output.suffix not in {".html", ".htm", ".md"} and str(output) != "-":
        raise typer.BadParameter(f"{output} ends neither in .html nor in .md", param_hint="--output")
    with Record.open(record, create=False) as opened:
        line = write_report(opened, outputs=[output], first=days[0], last=days[1])
    if not quiet and str(output) != "-":
        typer.echo(f"{output}: {line}")


def write_report(record: Record, *, outputs: list[Path], first: date | None = None, last: date | None = None) -> str:
    """Write the report of a period to each of `outputs` and return its coverage line; checked before it is written."""
    from sayso.report.sitrep import faults, report_on, to_html, to_markdown
    from sayso.report.sitrep.render import coverage_line

    made = report_on(record.view, first=first, last=last)
    if made is None:
        raise RecordError("the record holds no dated document in that period; `sayso ingest` adds some")
    wrong = faults(made)
    if wrong:
        raise RecordError(f"the report does not stand on its evidence and was not written: {wrong[0]}")
    for output in outputs:
        text = to_html(made) if output.suffix in {".html", ".htm"} else to_markdown(made)
        if str(output) == "-":
            typer.echo(text)
        else:
            output.write_text(text, encoding="utf-8")
    return coverage_line(made.coverage)
