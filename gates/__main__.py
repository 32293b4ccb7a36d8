"""Run every gate and hold its figures against `gates/floors.toml`.

    python -m gates --data FOLDER [--only times,places]

A gate is a module `gates/<name>.py` with `measure(data) -> dict of figures`. Floors are kept in the table of that
name; a key that begins with `most_` is a ceiling. Without a data folder only gates on what the repository holds are
run. A floor is raised by hand, beside the change that earned it.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import tomllib
from pathlib import Path
from typing import Final

GATES: Final = ("language", "attribution", "events", "probes", "times", "places", "names", "compare")
HERE: Final = Path(__file__).parent


def shortfalls(figures: dict[str, float], floors: dict[str, float], *, whole: bool = True) -> list[str]:
    """Return a line for each floor that `figures` do not reach and each ceiling that they pass.

    A bound without its figure is a shortfall too, unless the gate was run on a part of its data (`whole` is false).
    """
    lines = []
    for key, bound in floors.items():
        name, is_ceiling = key.removeprefix("most_"), key.startswith("most_")
        value = figures.get(name)
        if value is None and not whole:
            continue
        if value is None:
            lines.append(f"{name}: not measured, bound {bound}")
        elif (value > bound) if is_ceiling else (value < bound):
            lines.append(f"{name}: {value:g} is {'above' if is_ceiling else 'below'} {bound:g}")
    return lines


def run_gate(name: str, data: Path | None, floors: dict[str, float]) -> list[str]:
    """Measure one gate, print its figures and return its shortfalls."""
    figures: dict[str, float] = importlib.import_module(f"gates.{name}").measure(data)
    if not figures:
        print(f"{name}: no data here, not measured")
        return []
    print(f"{name}: " + "  ".join(f"{key} {value:g}" for key, value in figures.items()), flush=True)
    return [f"{name}.{line}" for line in shortfalls(figures, floors, whole=data is not None)]


def main() -> int:
    """Run the gates that were asked for; return 1 if any figure fell short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="")
    parser.add_argument("--only", default=",".join(GATES))
    arguments = parser.parse_args()
    data = Path(arguments.data) if arguments.data else None
    bounds = tomllib.loads((HERE / "floors.toml").read_text(encoding="utf-8"))
    short = [line for name in arguments.only.split(",") for line in run_gate(name, data, bounds.get(name, {}))]
    for line in short:
        print(f"below its floor: {line}", file=sys.stderr)
    print("gates: " + (f"{len(short)} short" if short else "all floors hold"))
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
