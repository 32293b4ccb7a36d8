"""Measures the resolution of places on gold toponyms and compares the numbers with the floors.

    python -m gates.places --data FOLDER

FOLDER (or FOLDER/places) holds `<set>.jsonl` with `id`, `text`, `toponyms` (`start`, `end`, `lat`, `lon`, `level`,
`iso2`). The gold spans are resolved, missing answers count as wrong. Acc@161: at most 161 km (100 miles) off, as the
literature counts (Gritta et al. 2018). Region-aware: a country answered by the same country, or a first-level division
by one of the same country at most 600 km off, also counts, since points for areas are a convention.
"""

from __future__ import annotations

import json
import math
import sys
import time
from pathlib import Path
from typing import Any

from gates.alone import run_alone
from sayso.model import Place, Precision, Span
from sayso.read.places import resolve_spans
from sayso.resources.countries import alpha2
from sayso.resources.gazetteer import Gazetteer, open_gazetteer

SETS = ("lgl", "geovirus")
NEAR_KM = 161.0
SAME_DIVISION_KM = 600.0


def measure(data: Path | None, *, show: int = 0) -> dict[str, float]:
    """Return the figures of every set that is found; nothing where none is."""
    figures: dict[str, float] = {}
    if data is None:
        return figures
    with open_gazetteer() as gazetteer:
        for name in SETS:
            file = next((f for f in (data / f"{name}.jsonl", data / "places" / f"{name}.jsonl") if f.exists()), None)
            if file is not None:
                figures |= {f"{name}_{key}": value for key, value in measure_set(file, gazetteer, show=show).items()}
    return figures


def measure_set(file: Path, gazetteer: Gazetteer, *, show: int = 0) -> dict[str, float]:
    """Return accuracies in percent and mentions a second."""
    gazetteer.lookup("Kyiv")
    total = near = region = country = countries = 0
    spent = 0.0
    for line in file.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        entry = json.loads(line)
        gold = list({(t["start"], t["end"]): t for t in entry["toponyms"]}.values())
        spans = [Span(t["start"], t["end"]) for t in gold]
        begun = time.perf_counter()
        places = resolve_spans(entry["text"], spans, gazetteer=gazetteer)
        spent += time.perf_counter() - begun
        for wanted, place in zip(gold, places, strict=True):
            if wanted.get("iso2"):
                countries += 1
                country += _alpha2(place) == wanted["iso2"]
            if wanted.get("lat") is None:
                continue
            total += 1
            distance = kilometres(wanted, place)
            near += distance <= NEAR_KM
            right = region_aware(wanted, place, distance)
            region += right
            if not right and show > 0:
                show -= 1
                print(" ", entry["id"], wanted["text"], wanted.get("level"), wanted.get("iso2"), "->", end=" ")
                print(place.name, place.feature, place.country, place.reason)
    return {
        "acc161": round(100 * near / total, 1),
        "region_aware": round(100 * region / total, 1),
        "country": round(100 * country / max(1, countries), 1),
        "mentions_per_second": round(total / spent),
    }


def kilometres(wanted: dict[str, Any], place: Place) -> float:
    """Return the distance between gold and answer; half the equator where there is no answer."""
    if place.latitude is None or place.longitude is None:
        return 20_038.0
    a, b = math.radians(wanted["lat"]), math.radians(place.latitude)
    turn = math.radians(place.longitude - wanted["lon"])
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(half)))


def region_aware(wanted: dict[str, Any], place: Place, distance: float) -> bool:
    """Tell whether the answer is near, or the right area where the gold is a country or division."""
    if distance <= NEAR_KM:
        return True
    if _alpha2(place) != wanted.get("iso2"):
        return False
    if wanted.get("level") == "country":
        return place.precision is Precision.COUNTRY
    division = wanted.get("level") == "admin1" and place.feature == "A.ADM1"
    return division and distance <= SAME_DIVISION_KM


def _alpha2(place: Place) -> str | None:
    return alpha2(place.country) if place.country else None


if __name__ == "__main__":
    sys.exit(run_alone("places", measure))
