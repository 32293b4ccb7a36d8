"""Build `docs/reference/*.md` from the code: commands, the reading's schema, the vocabularies.

    python scripts/build_reference.py [--check]

With `--check` nothing is written; the exit status tells whether a page is stale.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import typer.main

from sayso.cli import app
from sayso.model import vocabulary
from sayso.model.plover import CLASSES
from sayso.model.schema import reading_schema
from sayso.resources.tables import table

PAGES = Path(__file__).parent.parent / "docs" / "reference"
_OPEN = "<!-- made by scripts/build_reference.py; do not edit -->\n\n"


def _commands(group: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield each command with its full name; a group yields what is in it."""
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", command


def commands_page() -> str:
    """Return the page of all commands with their help and options."""
    group = typer.main.get_command(app)
    parts = [
        _OPEN,
        "# Commands\n\nEvery command has `--help`. Exit status: 0 all done, 1 something could not be read or",
        " done (named on standard error), 2 wrong usage.\n",
    ]
    for name, command in sorted(_commands(group)):
        parts.append(f"\n## sayso {name}\n\n{(command.help or '').strip()}\n\n")
        for parameter in command.params:
            names = ", ".join(f"`{n}`" for n in parameter.opts)
            parts.append(f"- {names}: {getattr(parameter, 'help', None) or ''}\n")
    return "".join(parts)


def reading_page() -> str:
    """Return the page of the reading's JSON."""
    return (
        _OPEN + "# The JSON of a reading\n\nOne object a line from `sayso read --format jsonl`.\n"
        "Spans are half-open and count Unicode code points of the text:\n`text[start:end]` is the span's `text`.\n"
        "The schema, as `sayso schema` prints it:\n\n"
        f"```json\n{json.dumps(reading_schema(), indent=1)}\n```\n"
    )


def vocabulary_page() -> str:
    """Return the page of closed vocabularies, event types with their derived columns first."""
    parts = [
        _OPEN,
        "# Vocabularies\n\n## Event types\n\n",
        "| type | quad | score | CAMEO root | modes |\n|---|---|---|---|---|\n",
    ]
    parts += [
        f"| {kind.value} | {row.quad} | {row.score:g} | {row.cameo_root} | {', '.join(row.modes) or '–'} |\n"
        for kind, row in CLASSES.items()
    ]
    parts.append("\n## Sectors\n\n| code | meaning |\n|---|---|\n")
    parts += [f"| {row['code']} | {row['meaning']} |\n" for row in table("sectors")]
    for name, member in vars(vocabulary).items():
        if isinstance(member, type) and issubclass(member, StrEnum) and member is not StrEnum and name != "EventType":
            values = ", ".join(f"`{value.value}`" for value in member)
            parts.append(f"\n## {name}\n\n{(member.__doc__ or '').strip()}\n\n{values}\n")
    return "".join(parts)


def main() -> int:
    """Write or check all pages; return 1 if a checked page is stale."""
    stale = []
    for name, text in (("commands", commands_page()), ("reading", reading_page()), ("vocabulary", vocabulary_page())):
        path = PAGES / f"{name}.md"
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(str(path.name))
    if stale:
        print(f"stale reference pages: {', '.join(stale)}; run scripts/build_reference.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
