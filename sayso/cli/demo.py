"""`sayso demo`: the shipped reports through the whole house, in one command."""

from __future__ import annotations

from pathlib import Path

import typer

from sayso.errors import ResourceError


def examples() -> Path:
    """Return the folder of the shipped reports: within the installed package, or beside it in a checkout."""
    package = Path(__file__).parent.parent
    for folder in (package / "resources" / "examples" / "border", package.parent / "examples" / "border"):
        if folder.is_dir():
            return folder
    raise ResourceError("the demo reports are missing from the installation; reinstall sayso")


def demo(
    output: Path = typer.Option(Path("out/demo"), metavar="DIR", help="Where the record and the report are written."),
) -> None:
    """Read the shipped reports into a record and write the situation report on them.

    Example: `sayso demo`
    """
    from sayso.cli.ingest import follow
    from sayso.cli.report import write_report
    from sayso.monitor.ingest import ingest
    from sayso.read.pipeline import Reader
    from sayso.record import Record

    output.mkdir(parents=True, exist_ok=True)
    with Record.open(output / "sayso.db") as record:
        tally = follow(ingest([examples()], record.writer, Reader()), quiet=False)
        typer.echo(f"{tally} ({output / 'sayso.db'})")
        pages = [output / "report.html", output / "report.md"]
        typer.echo(write_report(record, outputs=pages))
    for page in pages:
        typer.echo(f"written: {page}")
    typer.echo(f"Open {pages[0]} in a browser; every line leads to the words that it stands on.")
