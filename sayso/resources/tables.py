"""Word lists and tables: tab-separated files with a header line and a `source` column, opened read-only.

>>> rows = table("sectors")
>>> rows[0].keys() >= {"code", "meaning", "source"}
True
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from sayso.errors import ResourceError


def path(name: str) -> Traversable:
    """Return the packaged file `name`, a path below `sayso/resources`."""
    return files("sayso.resources").joinpath(name)


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of `resources/<name>.tsv`, one dict a line, keyed by the header.

    Lines that are empty or begin with `#` are skipped. Raises `ResourceError` for a missing file, a missing `source`
    column or a line whose number of cells differs from the header's.
    """
    file = path(f"{name}.tsv")
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise ResourceError(f"resource {name}.tsv is missing from the installation; reinstall sayso") from error
    kept = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line and not line.startswith("#")]
    header = kept[0][1]
    if "source" not in header:
        raise ResourceError(f"{name}.tsv:1: the header lacks the column 'source'; every row must say where it is from")
    for n, cells in kept:
        if len(cells) != len(header):
            raise ResourceError(f"{name}.tsv:{n}: {len(cells)} cells where the header has {len(header)}")
    return tuple(dict(zip(header, cells, strict=True)) for _, cells in kept[1:])
