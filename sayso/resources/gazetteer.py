"""The gazetteer: places by name, read-only, unpacked on first use and never before.

>>> with open_gazetteer() as gazetteer:
...     gazetteer.lookup("Zaporizhzhia nuclear plant")[0].country
'UKR'
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Self

from sayso.errors import ResourceError
from sayso.resources import countries
from sayso.resources.gazetteer_file import imported_file, unpacked
from sayso.resources.gazetteer_schema import VERSION
from sayso.resources.place_keys import place_key

_BY_NAME: Final = "SELECT place.* FROM name JOIN place ON place.id = name.place WHERE name.key = ? LIMIT 400"
_BY_ID: Final = "SELECT * FROM place WHERE id = ?"
_DIVISION: Final = "SELECT * FROM place WHERE level = 'admin1' AND country = ? AND code = ?"
_COUNTRY: Final = "SELECT place.* FROM name JOIN place ON place.id = name.place WHERE key = ? AND level = 'country'"
_REMEMBERED: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerPlace:
    """One entry. `country`: alpha-3, None for seas and lands between states; `names`: how many names it bears.

    `code`: GeoNames code of the first-level division, "" where none. `second`: id of the second-level one, 0 for none.
    `level`: country, admin1, admin2, city or a kind of `regions.tsv`. Latitude, longitude in degrees (WGS 84).
    """

    id: int
    name: str
    level: str
    country: str | None
    code: str
    second: int
    population: int
    latitude: float
    longitude: float
    radius_km: float
    feature: str
    names: int

    @property
    def geonameid(self) -> int | None:
        """Return the GeoNames id, None for entries of our own."""
        return self.id if self.id > 0 else None


class Gazetteer:
    """Look-ups over database files, of one id the first file's entry; safe in threads and in forked workers."""

    def __init__(self, *files: Callable[[], Path]) -> None:
        self._files = files
        self._lock = threading.Lock()
        self._open: tuple[sqlite3.Connection, ...] = ()
        self._process = 0
        self.lookup = lru_cache(maxsize=_REMEMBERED)(self._lookup)
        self.division = lru_cache(maxsize=_REMEMBERED)(self._division)

    def _lookup(self, name: str) -> tuple[GazetteerPlace, ...]:
        """Return every place that bears the name, whatever its case, marks and signs, largest first; 400 at most."""
        key = place_key(name)
        found = self._ask(_BY_NAME, key) if key else ()
        return tuple(sorted(found, key=lambda place: (-place.population, place.id)))

    def _division(self, country: str, code: str) -> GazetteerPlace | None:
        """Return the first-level division with a country's alpha-3 and a GeoNames code."""
        found = self._ask(_DIVISION, countries.alpha2(country) or country, code)
        return found[0] if found else None

    def country(self, code: str) -> GazetteerPlace | None:
        """Return the country with an alpha-3 code."""
        name = countries.name_of(code)
        found = self._ask(_COUNTRY, place_key(name)) if name else ()
        return next((place for place in found if place.country == code), None)

    def parents(self, place: GazetteerPlace) -> tuple[GazetteerPlace, ...]:
        """Return what contains a place, the smallest first: second-level, first-level division, country."""
        second = self._ask(_BY_ID, place.second) if place.second else ()
        first = self.division(place.country, place.code) if place.country and place.code else None
        whole = self.country(place.country) if place.country else None
        return tuple(p for p in (*second, first, whole) if p is not None and p.id != place.id)

    @property
    def version(self) -> str:
        """The layout's version, and how many places each file holds."""
        counts = [c.execute("SELECT count(*) FROM place").fetchone()[0] for c in self._connections()]
        return f"gazetteer/{VERSION}:" + "+".join(map(str, counts))

    def close(self) -> None:
        """Close the files; a later look-up opens them again."""
        with self._lock:
            for connection in self._open:
                connection.close()
            self._open = ()
        self.lookup.cache_clear()
        self.division.cache_clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, query: str, *values: object) -> tuple[GazetteerPlace, ...]:
        connections = self._connections()
        with self._lock:
            rows = [row for connection in connections for row in connection.execute(query, values)]
        unique = {row[0]: row for row in reversed(rows)}
        return tuple(_place(unique[number]) for number in dict.fromkeys(row[0] for row in rows))

    def _connections(self) -> tuple[sqlite3.Connection, ...]:
        """Return open connections; a forked process opens its own, since SQLite's must not cross a fork."""
        with self._lock:
            if not self._open or self._process != os.getpid():
                self._open = tuple(_connect(file()) for file in self._files)
                self._process = os.getpid()
            return self._open


def open_gazetteer(*, cache: Path | None = None, imported: Path | None = None) -> Gazetteer:
    """Return the embedded gazetteer, with an import of GeoNames laid under it if there is one.

    `imported` is the import's file, by default the one that `sayso gazetteer import` keeps for the user. Nothing is
    read before the first look-up; then the packed file is unpacked into `cache` (the user's cache folder by default)
    and checked, or into a temporary file where that folder cannot be written.
    """
    more = imported if imported is not None else imported_file()
    layers: list[Callable[[], Path]] = [lambda: unpacked(cache=cache)]
    return Gazetteer(*layers, *([lambda: more] if more.is_file() else []))


def _connect(file: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        found = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except sqlite3.DatabaseError as error:
        raise ResourceError(f"{file} is no gazetteer of sayso ({error}); delete it, it will be built again") from error
    if found is None or found[0] != VERSION:
        connection.close()
        raise ResourceError(f"{file} was made for another version of sayso; delete it and import it again")
    return connection


def _place(row: tuple[object, ...]) -> GazetteerPlace:
    number, name, level, alpha2, code, second, people, latitude, longitude, radius, feature, names = row
    return GazetteerPlace(
        id=int(str(number)), name=str(name), level=str(level), country=countries.alpha3(str(alpha2)), code=str(code),
        second=int(str(second)), population=int(str(people)), latitude=int(str(latitude)) / 1_000,
        longitude=int(str(longitude)) / 1_000, radius_km=float(str(radius)), feature=str(feature),
        names=int(str(names)),
    )  # fmt: skip
