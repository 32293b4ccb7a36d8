"""The command line: one verb a command; heavy libraries are imported by the command that needs them."""

from __future__ import annotations

import sys

import typer

from sayso import __version__
from sayso.errors import InputError, SaysoError

app = typer.Typer(
    name="sayso",
    help="Reads security news and keeps a sourced, checkable record: who did what to whom, and on whose say-so.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    version: bool = typer.Option(
        False, "--version", callback=_print_version, is_eager=True, help="Print the version and leave."
    ),
) -> None:
    """Reads security news and keeps a sourced, checkable record."""


def _register() -> None:
    from sayso.cli.demo import demo
    from sayso.cli.gazetteer import app as gazetteer
    from sayso.cli.ingest import ingest
    from sayso.cli.read import read
    from sayso.cli.report import report
    from sayso.cli.schema import schema
    from sayso.cli.search import search
    from sayso.cli.show import show

    for command in (demo, read, ingest, search, show, report, schema):
        app.command(command.__name__)(command)
    app.add_typer(gazetteer, name="gazetteer")


_register()


def main() -> None:
    """Run the command line; a refusal is one line on standard error and status 1, wrong input by the user status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except SaysoError as error:
        typer.echo(f"sayso: {error}", err=True)
        sys.exit(2 if isinstance(error, InputError) else 1)
    except BrokenPipeError:
        sys.exit(0)
