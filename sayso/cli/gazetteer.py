"""`sayso gazetteer import`: lay full GeoNames under the embedded gazetteer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sayso.resources.gazetteer_import import ImportProgress

app = typer.Typer(help="The gazetteer that places are looked up in.", no_args_is_help=True)


@app.callback()
def gazetteer() -> None:
    """The gazetteer that places are looked up in."""


@app.command("import")
def import_file(
    file: Path = typer.Argument(..., help="allCountries.txt of GeoNames, or a single country's file like UA.txt."),
    *,
    quiet: bool = typer.Option(False, "--quiet", help="Print no progress."),
) -> None:
    """Import full GeoNames; about a quarter of an hour and 2 GB for the world. A stopped import goes on where it was.

    Example: `sayso gazetteer import allCountries.txt`
    """
    from sayso.resources.gazetteer_file import imported_file
    from sayso.resources.gazetteer_import import import_geonames

    shown = None if quiet or not sys.stderr.isatty() else _show
    done = import_geonames(file, imported_file(), progress=shown)
    if shown:
        typer.echo(err=True)
    typer.echo(f"{done.taken} places imported, {done.broken} broken lines skipped: {imported_file()}")


def _show(progress: ImportProgress) -> None:
    share = progress.read / progress.total if progress.total else 1.0
    typer.echo(f"\r{share:4.0%}  {progress.taken} places", err=True, nl=False)
