"""Measures the comparison of people's names on labelled pairs and compares the best F1 with the floor.

    python gates/names.py --data FILE [--show]

FILE is a CSV with name1, name2, label (1 same person, 0 not).
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
import tomllib
from pathlib import Path

from sayso.resources.names import name_score


def main() -> int:
    """Print best F1 with its threshold and the time for a pair; return 1 if the floor is missed."""
    arguments = argparse.ArgumentParser(description="Measure the comparison of names.")
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--show", action="store_true", help="print the pairs that are told wrong")
    chosen = arguments.parse_args()
    with chosen.data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    name_score("a", "b")
    begun = time.perf_counter()
    scored = [(name_score(row["name1"], row["name2"]), row["label"] == "1", row) for row in rows]
    spent = (time.perf_counter() - begun) / len(rows)
    best, threshold = max((f1([(s, same) for s, same, _ in scored], t / 200), t / 200) for t in range(60, 201))
    floor = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))["names"]["best_f1"]
    print(f"pairs {len(rows)} best F1 {best:.3f} at {threshold:.3f}, {1e6 * spent:.0f} us a pair, floor {floor}")
    if chosen.show:
        for score, same, row in scored:
            if (score >= threshold) != same:
                print("missed" if same else "false ", f"{score:.2f}", row["name1"], "|", row["name2"])
    return 1 if best < floor else 0


def f1(scored: list[tuple[float, bool]], threshold: float) -> float:
    """Return F1 of calling every pair from the threshold on the same person."""
    right = sum(score >= threshold and same for score, same in scored)
    called = sum(score >= threshold for score, _ in scored)
    wanted = sum(same for _, same in scored)
    return 2 * right / (called + wanted) if called + wanted else 0.0


if __name__ == "__main__":
    sys.exit(main())
