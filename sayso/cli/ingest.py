"""`sayso ingest`: documents into the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.status import Status

    from sayso.monitor.ingest import Step

RECORD = Path("sayso.db")


def ingest(
    inputs: list[str] = typer.Argument(
        metavar="FILE|DIR|-", help="Text, HTML, JSONL, feed or WARC files, folders of them, or - for standard input."
    ),
    record: Path = typer.Option(RECORD, metavar="FILE", help="The record; made if it is not there."),
    published: str | None = typer.Option(
        None, metavar="DATE", help="Publication date (2022-10-14) of documents that state none."
    ),
    quiet: bool = typer.Option(False, "--quiet", "-q", help="Print nothing but failures."),
) -> None:
    """Read documents into the record. Reading the same again changes nothing.

    Example: `sayso ingest news/ --record border.db`
    """
    from sayso.monitor.ingest import ingest as steps_of
    from sayso.read.pipeline import Reader, to_date
    from sayso.record import Record

    day = to_date(published)
    with Record.open(record) as opened:
        tally = follow(steps_of(inputs, opened.writer, Reader(), published=day), quiet=quiet)
    if not quiet:
        typer.echo(f"{tally} in {record}")
    if tally.failed:
        raise typer.Exit(1)


class Tally:
    """How many documents were read, were known already, or failed."""

    def __init__(self) -> None:
        self.read = self.known = self.failed = 0

    def __str__(self) -> str:
        noun = "document" if self.read == 1 else "documents"
        return f"{self.read} {noun} read, {self.known} already known, {self.failed} failed"

    def count(self, step: Step) -> None:
        """Count one step."""
        from sayso.record import Outcome

        if step.failure is not None:
            self.failed += 1
        elif step.outcome is Outcome.KNOWN:
            self.known += 1
        else:
            self.read += 1


def follow(steps: Iterable[Step], *, quiet: bool) -> Tally:
    """Run the steps, with progress on a terminal; name each failure on standard error as it comes."""
    tally = Tally()
    with _progress(quiet=quiet) as status:
        for step in steps:
            tally.count(step)
            if step.failure is not None:
                typer.echo(f"sayso: {step.failure}", err=True)
            if status is not None:
                status.update(str(tally))
    return tally


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Status | None]:
    from rich.console import Console

    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield None
        return
    with console.status("reading") as status:
        yield status
