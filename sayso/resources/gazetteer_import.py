"""Imports full GeoNames (allCountries.txt) into a gazetteer that is laid under the embedded one.

The file is streamed, one transaction every few thousand rows, and the place reached is stored with them, so that a
stopped import goes on where it was. Columns: GeoNames readme.txt (19, tab-separated, UTF-8, no quoting).
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from sayso.errors import UnreadableInput
from sayso.resources.gazetteer_schema import INSERT_NAME, INSERT_PLACE, SCHEMA, VERSION
from sayso.resources.place_keys import place_key

COLUMNS: Final = 19
BATCH: Final = 5_000
LONGEST_LINE: Final = 64 * 1024
"""Bytes of one row at most; the longest real row has about 14 kB of other names."""
LONGEST_NAME: Final = 80
CLASSES: Final = frozenset("PATHL")
SITES: Final = frozenset(
    {"AIRB", "AIRF", "AIRP", "BDG", "CMP", "DAM", "INSM", "MILB", "MNMT", "NUCL", "PRT", "PS", "PSH", "PSN", "PSTB"}
    | {"PSTC", "PSTP", "PRN", "RSTN", "SQR", "CMPRF", "CTRB", "OILR", "OILT"}
)
"""Feature classes taken whole (places, areas, mountains, waters, regions) and the sites that security news names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProgress:
    """How far an import is: bytes read of how many, rows taken, rows that were none ("left out" is no error)."""

    read: int
    total: int
    taken: int
    broken: int


@dataclass(slots=True)
class _Count:
    taken: int = 0
    broken: int = 0


def import_geonames(
    source: Path, target: Path, *, progress: Callable[[ImportProgress], None] | None = None
) -> ImportProgress:
    """Stream `source` into `target`, going on with an import that was stopped; return how it ended.

    Until it is finished the work is in `target` with ".part" at its end; a finished target is replaced as a whole.
    Raises `UnreadableInput` where the source cannot be read or holds no GeoNames rows. The finished file is for
    `open_gazetteer(imported=...)`.
    """
    if not source.is_file():
        raise UnreadableInput(f"{source} is not there; download allCountries.zip from GeoNames and unzip it")
    part = target.with_name(f"{target.name}.part")
    database = _open(part, source)
    try:
        done = _run(database, source, progress)
    finally:
        database.close()
    if not done.taken:
        part.unlink(missing_ok=True)
        raise UnreadableInput(f"{source} holds no rows of GeoNames (19 tab-separated columns); nothing was imported")
    part.replace(target)
    return done


def _run(
    database: sqlite3.Connection, source: Path, progress: Callable[[ImportProgress], None] | None
) -> ImportProgress:
    total, count = source.stat().st_size, _Count(taken=_number(database, "taken"), broken=_number(database, "broken"))
    with source.open("rb") as file:
        file.seek(_number(database, "reached"))
        while lines := list(islice(_lines(file), BATCH)):
            _store(database, lines, count)
            reached = file.tell()
            _remember(database, reached=reached, taken=count.taken, broken=count.broken)
            database.commit()
            if progress:
                progress(ImportProgress(read=reached, total=total, taken=count.taken, broken=count.broken))
    if count.taken:
        database.execute("INSERT OR REPLACE INTO meta VALUES ('version', ?)", (VERSION,))
        database.commit()
    return ImportProgress(read=total, total=total, taken=count.taken, broken=count.broken)


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield lines; of one that is longer than any real row only its first part, as a broken row."""
    while line := file.readline(LONGEST_LINE):
        if not line.endswith(b"\n") and len(line) == LONGEST_LINE:
            while (rest := file.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            line = b""
        yield line


def _open(target: Path, source: Path) -> sqlite3.Connection:
    """Return the target's database, with its tables; a target of another source file is begun anew."""
    fresh = not target.exists()
    target.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(target)
    if fresh:
        database.executescript(SCHEMA)
        database.execute("INSERT INTO meta VALUES ('source', ?)", (_mark(source),))
        database.commit()
        return database
    found = database.execute("SELECT value FROM meta WHERE key = 'source'").fetchone()
    if found is None or found[0] != _mark(source):
        database.close()
        raise UnreadableInput(f"{target} was begun from another file than {source}; delete it to import anew")
    return database


def _mark(source: Path) -> str:
    """Return what tells one download from another: its size and the day it was last changed on disk."""
    stat = source.stat()
    return f"{stat.st_size}:{int(stat.st_mtime)}"


def _store(database: sqlite3.Connection, lines: list[bytes], count: _Count) -> None:
    places, names = [], []
    for line in lines:
        cells = line.decode("utf-8", "replace").rstrip("\r\n").split("\t")
        row = _row(cells)
        if row is None:
            count.broken += not _is_row(cells)
            continue
        keys = {key for name in (cells[1], cells[2], *cells[3].split(",")) if (key := place_key(name))}
        kept = sorted(key for key in keys if len(key) <= LONGEST_NAME)
        places.append((*row, len(kept)))
        names += [(key, row[0]) for key in kept]
        count.taken += 1
    database.executemany(INSERT_PLACE, places)
    database.executemany(INSERT_NAME, names)


def _is_row(cells: list[str]) -> bool:
    return len(cells) == COLUMNS and cells[0].isdigit()


def _row(cells: list[str]) -> tuple[object, ...] | None:
    """Return the values of one place without its number of names, None for rows that are left out or broken."""
    if not _is_row(cells) or not (cells[6] in CLASSES or (cells[6] == "S" and cells[7] in SITES)):
        return None
    try:
        latitude, longitude, people = float(cells[4]), float(cells[5]), int(cells[14] or 0)
    except ValueError:
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    level = _level(cells[6], cells[7])
    degrees = (round(latitude * 1_000), round(longitude * 1_000))
    feature = f"{cells[6]}.{cells[7]}"
    return (int(cells[0]), cells[1], level, cells[8], cells[10], 0, people, *degrees, _radius(level, people), feature)


def _level(kind: str, code: str) -> str:
    """Return the level of a GeoNames class and code, as `regions.tsv` names them."""
    if kind == "A":
        return {"ADM1": "admin1", "ADM2": "admin2"}.get(code, "country" if code.startswith("PCL") else "admin2")
    exact = {"STRT": "strait", "LK": "lake", "RSV": "lake", "ISL": "island", "ISLS": "island", "DAM": "dam",
             "BDG": "bridge", "PSTB": "crossing", "SEA": "sea", "OCN": "sea", "GULF": "sea"}  # fmt: skip
    by_kind = {"P": "city", "H": "river", "T": "mountains", "L": "region", "S": "base"}
    return exact.get(code, by_kind[kind])


def _radius(level: str, people: int) -> float:
    """Return how far a place may reach in km; GeoNames has points only, so areas get a rough size of their kind."""
    rough = {"country": 400.0, "admin1": 120.0, "admin2": 30.0, "sea": 300.0, "region": 60.0, "mountains": 20.0,
             "river": 60.0, "lake": 10.0, "island": 10.0, "strait": 40.0}  # fmt: skip
    if level == "city":
        return round(max(1.5, 3.0 * math.pow(max(people, 500) / 10_000, 0.31)), 1)
    return rough.get(level, 3.0)


def _number(database: sqlite3.Connection, key: str) -> int:
    found = database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return int(found[0]) if found else 0


def _remember(database: sqlite3.Connection, **numbers: int) -> None:
    rows = [(key, str(value)) for key, value in numbers.items()]
    database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", rows)
