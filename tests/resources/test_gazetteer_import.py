"""Importing GeoNames: streaming, going on after a stop, broken rows, refusal."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import UnreadableInput
from sayso.resources import gazetteer_import
from sayso.resources.gazetteer import Gazetteer, open_gazetteer
from sayso.resources.gazetteer_import import ImportProgress, import_geonames


def row(number: int, name: str, *, kind: str = "P", code: str = "PPL", latitude: str = "48.5", other: str = "") -> str:
    cells = [
        str(number),
        name,
        name,
        other,
        latitude,
        "37.9",
        kind,
        code,
        "UA",
        "",
        "05",
        "",
        "",
        "",
        "120",
        "",
        "",
        "",
        "",
    ]
    return "\t".join(cells) + "\n"


def source(folder: Path, *lines: str) -> Path:
    file = folder / "allCountries.txt"
    file.write_text("".join(lines), encoding="utf-8")
    return file


def test_rows_are_found_by_all_their_names(tmp_path: Path) -> None:
    file = source(
        tmp_path, row(7, "Qwertyhrad", other="Qwertygrad,Квертиград"), row(8, "Qwerty Dam", kind="S", code="DAM")
    )
    done = import_geonames(file, tmp_path / "more.sqlite")
    assert (done.taken, done.broken, done.read) == (2, 0, done.total)
    with open_gazetteer(imported=tmp_path / "more.sqlite") as gazetteer:
        (town,) = gazetteer.lookup("квертиград")
        (dam,) = gazetteer.lookup("Qwerty Dam")
        assert (town.geonameid, town.latitude, town.country, town.level) == (7, 48.5, "UKR", "city")
        assert (dam.level, dam.feature) == ("dam", "S.DAM")


def test_broken_rows_are_counted_and_sites_of_no_interest_left_out(tmp_path: Path) -> None:
    lines = ["no row\n", "\t" * 18 + "\n", "x" * 200_000 + "\n", row(9, "Cafe", kind="S", code="CAFE"),
             row(10, "Nowhere", latitude="97"), row(11, "Nan", latitude="nan"), row(12, "Good")]  # fmt: skip
    done = import_geonames(source(tmp_path, *lines), tmp_path / "more.sqlite")
    assert (done.taken, done.broken) == (1, 3)


def test_a_stopped_import_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer_import, "BATCH", 10)
    file = source(tmp_path, *(row(100 + n, f"Town {n}") for n in range(35)))
    seen: list[int] = []

    def stop(progress: ImportProgress) -> None:
        seen.append(progress.taken)
        if len(seen) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_geonames(file, tmp_path / "more.sqlite", progress=stop)
    seen.clear()
    done = import_geonames(file, tmp_path / "more.sqlite", progress=lambda p: seen.append(p.taken))
    assert (done.taken, seen) == (35, [30, 35])
    with Gazetteer(lambda: tmp_path / "more.sqlite") as gazetteer:
        assert all(gazetteer.lookup(f"town {n}") for n in range(35))


def test_another_source_does_not_mix_in(tmp_path: Path) -> None:
    def stop(_: ImportProgress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        import_geonames(source(tmp_path, row(7, "Qwertyhrad")), tmp_path / "more.sqlite", progress=stop)
    assert not (tmp_path / "more.sqlite").exists()
    with pytest.raises(UnreadableInput, match="another file"):
        import_geonames(source(tmp_path, row(7, "Qwertyhrad"), row(8, "Other")), tmp_path / "more.sqlite")


@pytest.mark.parametrize("text", ["", "hello\nworld\n"])
def test_a_file_without_rows_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UnreadableInput, match="no rows"):
        import_geonames(source(tmp_path, text), tmp_path / "more.sqlite")
    assert list(tmp_path.glob("more*")) == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"gone\.txt"):
        import_geonames(tmp_path / "gone.txt", tmp_path / "more.sqlite")
