"""`sayso read`: documents in, readings out."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sayso.collect.failure import InputFailure
    from sayso.model import Reading


_PIPED_WIDTH = 132  # columns where there is no terminal to ask


class Format(StrEnum):
    """What a reading is printed as."""

    text = "text"
    jsonl = "jsonl"
    html = "html"


def read(
    inputs: list[str] = typer.Argument(
        metavar="FILE|DIR|-", help="Text, HTML, JSONL, feed or WARC files, folders of them, or - for standard input."
    ),
    published: str | None = typer.Option(
        None, metavar="DATE", help="Publication date (2022-10-14) of documents that state none."
    ),
    form: Format = typer.Option(Format.text, "--format", help="What to print."),
    jobs: int = typer.Option(1, min=1, help="Processes that read at the same time."),
) -> None:
    """Read documents and print who says what, and who did what to whom.

    Example: `sayso read report.txt --published 2022-10-14`
    """
    from sayso.batch.local import read_many
    from sayso.collect.files import read_inputs
    from sayso.read.pipeline import to_date

    documents = read_inputs(inputs, published=to_date(published))
    failures: list[InputFailure] = []
    readings = _readings(read_many(documents, jobs=jobs), failures)
    {Format.text: _print_text, Format.jsonl: _print_lines, Format.html: _print_page}[form](readings)
    if failures:
        raise typer.Exit(1)


def _readings(results: Iterable[Reading | InputFailure], failures: list[InputFailure]) -> Iterator[Reading]:
    """Yield the readings; name each failure on standard error as it comes and remember it."""
    from sayso.collect.failure import InputFailure

    for result in results:
        if isinstance(result, InputFailure):
            failures.append(result)
            typer.echo(f"sayso: {result}", err=True)
        else:
            yield result


def _print_text(readings: Iterable[Reading]) -> None:
    from rich.console import Console

    from sayso.report.terminal import print_reading

    console = Console(highlight=False, markup=False, emoji=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPED_WIDTH
    for reading in readings:
        print_reading(reading, console)


def _print_lines(readings: Iterable[Reading]) -> None:
    from sayso.model.exchange import to_line

    for reading in readings:
        sys.stdout.write(to_line(reading) + "\n")
        sys.stdout.flush()


def _print_page(readings: Iterable[Reading]) -> None:
    from sayso.report.page import render_readings

    sys.stdout.write(render_readings(list(readings)) + "\n")
