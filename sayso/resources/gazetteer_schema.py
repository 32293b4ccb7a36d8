"""The tables of a gazetteer database, shared by the embedded one and by imports of GeoNames.

`level`: country, admin1, admin2, city, or a kind of `regions.tsv`. `latitude`, `longitude`: thousandths of a degree.
Places with an id above zero have it from GeoNames. `key`: see `sayso.resources.place_keys`.
"""

from __future__ import annotations

from typing import Final

VERSION: Final = "1"
SCHEMA: Final = """
PRAGMA page_size = 4096;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, level TEXT NOT NULL, country TEXT NOT NULL, code TEXT NOT NULL,
    second INTEGER NOT NULL, population INTEGER NOT NULL, latitude INTEGER NOT NULL, longitude INTEGER NOT NULL,
    radius REAL NOT NULL, feature TEXT NOT NULL, names INTEGER NOT NULL
);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE INDEX division ON place (country, code) WHERE level = 'admin1';
"""
INSERT_PLACE: Final = "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_NAME: Final = "INSERT OR IGNORE INTO name VALUES (?, ?)"
