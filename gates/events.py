"""Measures events on gold sets of political event coding and compares the numbers with the floors.

    python -m gates.events --data FOLDER [--out FOLDER]

FOLDER (or FOLDER/events) holds `<set>.dev.jsonl`: `id`, `text`, `no_event` and `expected`, a list of gold events
with `event` (PLOVER type) or `quad` (CAMEO pentaclass), `source` and `target` (`text`, `alts`), `fair` (slots scored).
`--out` writes what was found, one JSON object a record, for other scorers.

The sets know no factuality, so events are seen as an event table wants them (PLOVER 2.0, auxiliary modality): what is
asserted or firmly coming stays, a negated co-operation is a REJECT, all else is left out.
"""

from __future__ import annotations

import argparse
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gates.facts import corpus_figures
from sayso.model import Document, EventMention, EventType, Factuality, Participant, Reading, Tense
from sayso.read.pipeline import Reader

SETS: Final = ("plover_gsr", "cameo_news", "cameo_human200", "petr_gsr", "petr_unit", "cameo_codebook")
PENTACLASS: Final = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 2, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "SANCTION": 3, "PROTEST": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_COOPERATIVE: Final = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_FIRM: Final = (Factuality.CERTAIN, Factuality.PROBABLE)
_GENERIC: Final = frozenset(
    {"the", "a", "an", "of", "in", "on", "to", "and", "for", "by", "with", "its", "his", "her", "their", "leader",
     "leaders", "official", "officials", "minister", "president", "prime", "foreign", "government", "authorities",
     "force", "forces", "group", "people", "state", "former", "senior", "top", "chief", "head", "new"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One event as a table row: type, who, to whom, and how near the top of the sentence it stands."""

    type: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    firm: bool


def main() -> int:
    """Print the figures of every set found; return 1 if a floor is missed."""
    arguments = argparse.ArgumentParser(description="Measure events on gold sets.")
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--out", type=Path, default=None)
    chosen = arguments.parse_args()
    figures = measure(chosen.data, out=chosen.out)
    floors = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8")).get("events", {})
    for key, value in figures.items():
        print(f"{key:36} {value:6.1f}")
    return int(any(not _holds(key, bound, figures) for key, bound in floors.items()))


def _holds(key: str, bound: float, figures: dict[str, float]) -> bool:
    value = figures.get(key.removeprefix("most_"))
    return value is None or (value <= bound if key.startswith("most_") else value >= bound)


def measure(data: Path | None, *, out: Path | None = None) -> dict[str, float]:
    """Return the figures of our own corpus and of all sets in the folder, in percent."""
    reader = Reader()
    figures = corpus_figures("dev", reader) | corpus_figures("test", reader)
    if data is None:
        return figures
    folder = data / "events" if (data / "events").is_dir() else data
    for name in SETS:
        file = folder / f"{name}.dev.jsonl"
        if file.exists():
            records = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
            coded = [table_rows(r) for r in reader.pipe(Document(id=r["id"], text=r["text"]) for r in records)]
            figures |= {f"{name}_{key}": value for key, value in score(records, coded).items()}
            if out is not None:
                _write(out / f"{name}.jsonl", records, coded)
    return figures


def table_rows(reading: Reading) -> list[Coded]:
    """Return a reading's events as an event table shows them, firmest and earliest first."""
    rows = [row for event in reading.events if (row := _row(event, reading)) is not None]
    return sorted(rows, key=lambda r: not r.firm)


def _row(event: EventMention, reading: Reading) -> Coded | None:
    value, name = event.factuality[0].value, event.type.value
    if value.polarity == "-":
        if name not in _COOPERATIVE:
            return None
        name = EventType.REJECT.value
    elif value not in _FIRM and event.tense is not Tense.FUTURE:
        return None
    held = len(event.factuality) == 1
    return Coded(
        type=name, actors=_names(event.actors, reading), recipients=_names(event.recipients, reading), firm=held
    )


def _names(taking: Iterable[Participant], reading: Reading) -> tuple[str, ...]:
    return tuple(p.span.of(reading.document.text) for p in taking)


def score(records: list[dict[str, Any]], coded: list[list[Coded]]) -> dict[str, float]:
    """Return type F1 and top-1, full tuples, coverage of events and false events per 100 records without any."""
    counts: Counter[str] = Counter()
    for record, rows in zip(records, coded, strict=True):
        _count(record, rows, counts)
    found = counts["found"] + counts["false"]
    precision = counts["found"] / found if found else 0.0
    recall = counts["found"] / counts["gold"] if counts["gold"] else 0.0
    figures = {
        "type_f1": 100 * 2 * precision * recall / (precision + recall) if precision + recall else None,
        "top1": _share(counts, "top1", "typed"),
        "tuple": _share(counts, "tuples", "whole"),
        "coverage": _share(counts, "covered", "eventful"),
        "false_per_100": _share(counts, "false_events", "empty"),
    }
    return {key: round(value, 1) for key, value in figures.items() if value is not None}


def _share(counts: Counter[str], part: str, whole: str) -> float | None:
    return 100 * counts[part] / counts[whole] if counts[whole] else None


def _count(record: dict[str, Any], rows: list[Coded], counts: Counter[str]) -> None:
    types = {row.type for row in rows}
    if record.get("no_event"):
        counts["empty"] += 1
        counts["false_events"] += len(rows)
        return
    gold = [g for g in record["expected"] if g["event"] and g["fair"].get("type") and g["event"] != "STATEMENT"]
    if any(g["event"] != "STATEMENT" and (g["event"] or g["quad"]) for g in record["expected"]):
        counts["eventful"] += 1
        counts["covered"] += bool(rows)
    if gold:
        named = {g["event"] for g in record["expected"]}
        counts["typed"] += 1
        counts["top1"] += bool(rows) and rows[0].type in named
        counts["gold"] += len(gold)
        counts["found"] += sum(g["event"] in types for g in gold)
        counts["false"] += len(types - named)
    for event in record["expected"]:
        if event["fair"].get("source") or event["fair"].get("target"):
            counts["whole"] += 1
            counts["tuples"] += any(_whole(event, row) for row in rows)


def _whole(gold: dict[str, Any], row: Coded) -> bool:
    """Tell whether a row has the gold event's type (or pentaclass), source and target."""
    if gold["event"]:
        right = row.type == gold["event"]
    else:
        right = PENTACLASS[row.type] == gold["quad"] or (row.type == "SANCTION" and gold["quad"] == 4)
    if gold["reciprocal"]:
        return right and all(_named(s, (*row.actors, *row.recipients)) for s in gold["source"])
    source = not gold["fair"].get("source") or any(_named(s, row.actors) for s in gold["source"])
    target = not gold["fair"].get("target") or any(_named(s, row.recipients) for s in gold["target"])
    return right and source and target


def _named(gold: dict[str, Any], found: tuple[str, ...]) -> bool:
    texts = [gold.get("text"), *(gold.get("alts") or [])]
    return any(_alike(text, name) for text in texts if text for name in found)


def _alike(one: str, other: str) -> bool:
    """Tell whether two noun phrases share at least half of the telling words of the shorter one."""
    a, b = set(_telling(one)), set(_telling(other))
    return bool(a and b) and 2 * len(a & b) >= min(len(a), len(b))


def _telling(text: str) -> Iterator[str]:
    words = re.findall(r"[^\W_]+", text.lower().removesuffix("'s"))
    kept = [w for w in words if w not in _GENERIC and (len(w) > 1 or w.isdigit())]
    return (w[:5] for w in kept or words)


def _write(file: Path, records: list[dict[str, Any]], coded: list[list[Coded]]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("w", encoding="utf-8") as out:
        for record, rows in zip(records, coded, strict=True):
            events = [{"event": r.type, "source": r.actors, "target": r.recipients} for r in rows]
            out.write(json.dumps({"id": record["id"], "events": events}) + "\n")


if __name__ == "__main__":
    raise SystemExit(main())
