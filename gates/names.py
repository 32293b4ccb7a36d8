"""Measures the comparison of people's names on labelled pairs and compares the best F1 with the floor.

    python -m gates.names --data FOLDER [--show]

FOLDER (or FOLDER/names) holds names_gold.csv with name1, name2, label (1 same person, 0 not).
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
import tomllib
from pathlib import Path

from sayso.resources.names import name_score

FILE = "names_gold.csv"


def main() -> int:
    """Print best F1 with its threshold and the time for a pair; return 1 if the floor is missed."""
    arguments = argparse.ArgumentParser(description="Measure the comparison of names.")
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--show", action="store_true", help="print the pairs that are told wrong")
    chosen = arguments.parse_args()
    figures = measure(chosen.data, show=chosen.show)
    floor = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["names"]["best_f1"]
    for key, value in figures.items():
        print(f"{key:36} {value:8.3f}")
    return 1 if figures.get("best_f1", floor) < floor else 0


def measure(data: Path | None, *, show: bool = False) -> dict[str, float]:
    """Return the best F1, its threshold and microseconds a pair; nothing where the file is not found."""
    places = (data, data / FILE, data / "names" / FILE) if data is not None else ()
    file = next((place for place in places if place.is_file()), None)
    if file is None:
        return {}
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    name_score("a", "b")
    begun = time.perf_counter()
    scored = [(name_score(row["name1"], row["name2"]), row["label"] == "1", row) for row in rows]
    spent = (time.perf_counter() - begun) / len(rows)
    best, threshold = max((f1([(s, same) for s, same, _ in scored], t / 200), t / 200) for t in range(60, 201))
    for score, same, row in scored if show else ():
        if (score >= threshold) != same:
            print("missed" if same else "false ", f"{score:.2f}", row["name1"], "|", row["name2"])
    return {"best_f1": round(best, 3), "threshold": threshold, "microseconds": round(1e6 * spent, 1)}


def f1(scored: list[tuple[float, bool]], threshold: float) -> float:
    """Return F1 of calling every pair from the threshold on the same person."""
    right = sum(score >= threshold and same for score, same in scored)
    called = sum(score >= threshold for score, _ in scored)
    wanted = sum(same for _, same in scored)
    return 2 * right / (called + wanted) if called + wanted else 0.0


if __name__ == "__main__":
    sys.exit(main())
