"""Measures the reader of times on TIMEX3 gold sets and compares the numbers with the floors.

    python -m gates.times --data FOLDER [--show N]

FOLDER (or FOLDER/times) holds `<set>.jsonl` with `id`, `dct`, `text` and `timexes` (`start`, `end`, `type`, `value`).
A gold and a found expression match when they overlap, one to one, exact spans first; value F1 counts matches with the
same TIMEX3 value (TempEval-3, UzZaman et al. 2013).
"""

from __future__ import annotations

import json
import re
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

from gates.alone import run_alone
from sayso.model import When
from sayso.read.times import find_times

SETS = ("timebank", "aquaint", "meantime", "wikiwars3")


def measure(data: Path | None, *, show: int = 0) -> dict[str, float]:
    """Return value F1 by set, with span F1 and speed beside it; nothing where no set is found."""
    figures: dict[str, float] = {}
    if data is None:
        return figures
    for name in SETS:
        file = next((f for f in (data / f"{name}.jsonl", data / "times" / f"{name}.jsonl") if f.exists()), None)
        if file is not None:
            figures |= {f"{name}_{key}".removesuffix("_value_f1"): v for key, v in measure_set(file, show=show).items()}
    return figures


def measure_set(file: Path, *, show: int = 0) -> dict[str, float]:
    """Return span and value F1 in percent and the speed in characters a second."""
    find_times("Monday", published=date(2022, 10, 14))
    gold = found = strict = relaxed = valued = characters = 0
    spent = 0.0
    for line in file.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        entry = json.loads(line)
        begun = time.perf_counter()
        times = find_times(entry["text"], published=_day(entry["dct"]))
        spent += time.perf_counter() - begun
        characters += len(entry["text"])
        times = tuple(t for t in times if not _ignored(t, entry.get("ignore", [])))
        pairs = _pairs(entry["timexes"], times)
        gold, found, relaxed = gold + len(entry["timexes"]), found + len(times), relaxed + len(pairs)
        strict += sum(g["start"] == t.span.start and g["end"] == t.span.end for g, t in pairs)
        same = [(t.value or "").lower() == (g["value"] or "").lower() for g, t in pairs]
        valued += sum(same)
        if show > 0:
            show -= _show(entry, times, pairs, same)
    return {
        "strict_f1": _f1(strict, found, gold),
        "relaxed_f1": _f1(relaxed, found, gold),
        "value_f1": _f1(valued, found, gold),
        "characters_per_second": round(characters / spent),
    }


def _day(stated: str | None) -> date | None:
    found = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", stated or "")
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _ignored(when: When, ranges: list[list[int]]) -> bool:
    return any(when.span.start < end and start < when.span.end for start, end in ranges)


def _pairs(gold: list[dict[str, Any]], times: tuple[When, ...]) -> list[tuple[dict[str, Any], When]]:
    ranked = sorted(
        (-(g["start"] == t.span.start and g["end"] == t.span.end), -shared, i, j)
        for i, g in enumerate(gold)
        for j, t in enumerate(times)
        if (shared := min(g["end"], t.span.end) - max(g["start"], t.span.start)) > 0
    )
    left, right, pairs = set(), set(), []
    for _, _, i, j in ranked:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((gold[i], times[j]))
    return pairs


def _show(
    entry: dict[str, Any], times: tuple[When, ...], pairs: list[tuple[dict[str, Any], When]], same: list[bool]
) -> int:
    text, shown = entry["text"], 0
    for (g, t), right in zip(pairs, same, strict=True):
        if not right:
            print(f"  {entry['dct']} wanted {g['value']} got {t.value} [{t.rule}] {t.span.of(text)!r}")
            shown += 1
    matched_gold, matched_times = {id(g) for g, _ in pairs}, {id(t) for _, t in pairs}
    for g in entry["timexes"]:
        if id(g) not in matched_gold:
            print(f"  {entry['dct']} missed {g['value']} {g['text']!r}")
            shown += 1
    for t in times:
        if id(t) not in matched_times:
            before = text[max(0, t.span.start - 20) : t.span.end + 15].replace("\n", " ")
            print(f"  {entry['dct']} extra {t.value} [{t.rule}] {before!r}")
            shown += 1
    return shown


def _f1(right: int, found: int, gold: int) -> float:
    return round(200 * right / (found + gold), 1) if found + gold else 0.0


if __name__ == "__main__":
    sys.exit(run_alone("times", measure))
