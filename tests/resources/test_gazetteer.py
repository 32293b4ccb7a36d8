"""The gazetteer: unpacking, look-ups, layers, honest failure."""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from pathlib import Path

import pytest

from sayso.errors import ResourceError
from sayso.resources.gazetteer import Gazetteer, open_gazetteer
from sayso.resources.gazetteer_file import unpacked
from sayso.resources.gazetteer_schema import INSERT_NAME, INSERT_PLACE, SCHEMA, VERSION
from sayso.resources.place_keys import place_key
from sayso.resources.tables import table


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return open_gazetteer(cache=tmp_path_factory.mktemp("cache"))


def test_nothing_is_unpacked_before_the_first_look_up(tmp_path: Path) -> None:
    gazetteer = open_gazetteer(cache=tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
    assert gazetteer.lookup("Kyiv")
    assert len(list((tmp_path / "cache").iterdir())) == 1
    gazetteer.close()


def test_a_folder_that_cannot_be_written_does_not_stop_it(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    file = unpacked(cache=blocked / "below")
    assert file.is_file()
    file.unlink()


def test_a_cut_off_file_is_unpacked_again(tmp_path: Path) -> None:
    file = unpacked(cache=tmp_path)
    whole = file.stat().st_size
    file.write_bytes(b"cut")
    assert unpacked(cache=tmp_path).stat().st_size == whole


def test_another_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "other.sqlite"
    file.write_bytes(b"this is no database" * 100)
    with pytest.raises(ResourceError, match=r"other\.sqlite"):
        Gazetteer(lambda: file).lookup("Kyiv")


@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("Kyiv", "UKR", "city"),
        ("KIEV", "UKR", "city"),
        ("Бахмут", "UKR", "city"),
        ("Robotyne", "UKR", "village"),
        ("Khan Younis", "PSE", "city"),
        ("Kerch Bridge", "UKR", "bridge"),
        ("Black Sea", None, "sea"),
        ("Côte d’Ivoire", "CIV", "country"),
        ("Zhejiang", "CHN", "admin1"),
        ("Rapides Parish", "USA", "admin2"),
    ],
)
def test_names_are_found(gazetteer: Gazetteer, name: str, country: str | None, level: str) -> None:
    assert (country, level) in {(place.country, place.level) for place in gazetteer.lookup(name)}


@pytest.mark.parametrize("name", ["", "  ", "Qwertyville", "'; DROP TABLE place; --", "\x00"])
def test_unknown_names_give_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_parents_go_from_small_to_large(gazetteer: Gazetteer) -> None:
    bakhmut = next(place for place in gazetteer.lookup("Bakhmut") if place.country == "UKR")
    assert [place.level for place in gazetteer.parents(bakhmut)][-2:] == ["admin1", "country"]


def test_every_place_of_our_own_table_is_found(gazetteer: Gazetteer) -> None:
    rows = table("regions")
    assert len(rows) >= 400
    assert [row["name"] for row in rows if not gazetteer.lookup(row["name"])] == []


def test_our_own_table_is_on_the_globe() -> None:
    for row in table("regions"):
        assert -90 <= float(row["latitude"]) <= 90, row["name"]
        assert -180 <= float(row["longitude"]) <= 180, row["name"]
        assert 0 < float(row["radius_km"]) <= 6500, row["name"]


def test_a_look_up_is_quick(gazetteer: Gazetteer) -> None:
    names = [row["name"] for row in table("regions")]
    gazetteer.lookup(names[0])
    begun = time.process_time()
    for name in names:
        gazetteer.lookup(name)
    # Ten times the 0.1 ms that an idle machine needs.
    assert (time.process_time() - begun) / len(names) < 0.001


@pytest.mark.skipif(sys.platform == "win32", reason="no fork there")
def test_a_forked_worker_can_look_up(gazetteer: Gazetteer) -> None:
    gazetteer.lookup("Kyiv")
    child = os.fork()
    if child == 0:
        gazetteer.lookup.cache_clear()
        os._exit(0 if gazetteer.lookup("Kyiv") else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_an_imported_file_lies_under_the_embedded_one(tmp_path: Path) -> None:
    file = tmp_path / "more.sqlite"
    database = sqlite3.connect(file)
    database.executescript(SCHEMA)
    database.execute("INSERT INTO meta VALUES ('version', ?)", (VERSION,))
    row = (99, "Qwertyville", "city", "UA", "05", 0, 12, 48_000, 37_000, 2.0, "P.PPL", 1)
    database.execute(INSERT_PLACE, row)
    database.execute(INSERT_NAME, (place_key("Qwertyville"), 99))
    database.commit()
    database.close()
    with open_gazetteer(cache=tmp_path, imported=file) as gazetteer:
        (found,) = gazetteer.lookup("qwertyville")
        assert (found.geonameid, found.latitude, found.country) == (99, 48.0, "UKR")
        assert gazetteer.lookup("Kyiv")
        assert gazetteer.version.count("+") == 1
