"""`sayso schema`: the JSON Schema of a reading."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """Print the JSON Schema of a reading.

    Example: `sayso schema > reading.schema.json`
    """
    from sayso.model.schema import reading_schema

    typer.echo(json.dumps(reading_schema(), indent=2))
